package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.ServerProduct;
import dev.anabranch.testkit.server.ServerSource;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL: a URL, a container, or the binaries of {@code io.zonky.test}; a scratch database is a
 * database.
 */
public final class PostgresProduct implements ServerProduct {

  /** The comment on a database that says the testkit made it and may drop it. */
  static final String MARK = "scratch database of the Anabranch testkit";

  private final Map<String, String> environment;

  /** Creates the product as this machine has it. */
  public PostgresProduct() {
    this(System.getenv());
  }

  PostgresProduct(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public String title() {
    return "PostgreSQL";
  }

  @Override
  public List<ServerSource> sources() {
    return List.of(
        new UrlSource(name(), environment),
        new ContainerSource(image(), ContainerEngine.ofThisMachine()),
        new EmbeddedPostgresSource());
  }

  /** The entry point of the image starts the server twice, the first time for its own set-up. */
  private ContainerImage image() {
    return new ContainerImage(
        environment.getOrDefault("ANABRANCH_TEST_POSTGRESQL_IMAGE", "postgres:18-alpine"),
        5432,
        Map.of("POSTGRES_PASSWORD", "anabranch"),
        List.of("postgres", "-c", "fsync=off", "-c", "max_connections=200"),
        ".*database system is ready to accept connections.*\\s",
        2,
        "jdbc:postgresql://{host}:{port}/postgres",
        "postgres",
        "anabranch");
  }

  /**
   * {@inheritDoc}
   *
   * <p>From {@code template0}: nobody can be connected to it, which would make CREATE DATABASE
   * fail, and nobody has added anything to it (PostgreSQL manual, 22.3).
   */
  @Override
  public TestDatabase createDatabase(ServerAddress server, String name) {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE \"" + name + "\" TEMPLATE template0 ENCODING 'UTF8'");
      statement.execute("COMMENT ON DATABASE \"" + name + "\" IS '" + MARK + "'");
    } catch (SQLException e) {
      throw TestServerException.refused(
          "Cannot create a scratch database on %s: %s".formatted(server, e.getMessage()), e);
    }
    ServerAddress address = server.withUrl(PostgresUrl.withDatabase(server.url(), name));
    return new TestDatabase(name(), name, server, address, () -> drop(server, name));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The queries of the inspector take longer to plan than to run; without the setting the server
   * plans most of them anew each time (PostgreSQL manual, 19.7.4).
   */
  @Override
  public List<String> readingSettings() {
    return List.of("SET plan_cache_mode = force_generic_plan");
  }

  private static void drop(ServerAddress server, String name) {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      if (isMarked(connection, name)) {
        statement.execute("DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
      }
    } catch (SQLException e) {
      throw TestServerException.refused(
          "Cannot drop the scratch database %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** Returns whether there is such a database; one without the mark is not touched and reported. */
  private static boolean isMarked(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = ?")) {
      query.setString(1, name);
      try (ResultSet rows = query.executeQuery()) {
        if (!rows.next()) {
          return false;
        }
        if (!MARK.equals(rows.getString(1))) {
          throw new SQLException("it does not carry the comment that marks it as the testkit's");
        }
        return true;
      }
    }
  }
}
