package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.ServerProduct;
import dev.anabranch.testkit.server.ServerSource;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * Oracle Database: a URL or a container. A scratch database is a user with the schema of the same
 * name.
 */
public final class OracleProduct implements ServerProduct {

  private final Map<String, String> environment;

  /** Creates the product as this machine has it. */
  public OracleProduct() {
    this(System.getenv());
  }

  OracleProduct(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "oracle";
  }

  @Override
  public String title() {
    return "Oracle Database";
  }

  @Override
  public List<ServerSource> sources() {
    return List.of(
        new UrlSource(name(), environment),
        new ContainerSource(image(), ContainerEngine.ofThisMachine()));
  }

  /** The launcher waits up to five minutes, of which the server needs about one. */
  private ContainerImage image() {
    return new ContainerImage(
        environment.getOrDefault(
            "ANABRANCH_TEST_ORACLE_IMAGE", "gvenzl/oracle-free:23-slim-faststart"),
        1521,
        Map.of("ORACLE_PASSWORD", "anabranch"),
        List.of(),
        ".*DATABASE IS READY TO USE!.*\\s",
        1,
        "jdbc:oracle:thin:@//{host}:{port}/FREEPDB1",
        "system",
        "anabranch");
  }

  @Override
  public TestDatabase createDatabase(ServerAddress server, String name) {
    String password = "Ab1_" + name.substring(Math.max(0, name.length() - 16));
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      OracleSchemas.create(statement, name, password);
    } catch (SQLException e) {
      throw TestServerException.refused(
          "Cannot create a scratch schema on %s: %s".formatted(server, e.getMessage()), e);
    }
    return new TestDatabase(
        name(),
        name,
        server,
        new ServerAddress(server.url(), name, password),
        () -> drop(server, name));
  }

  @Override
  public boolean serves(ServerAddress server) {
    return server.url().startsWith("jdbc:oracle:");
  }

  private static void drop(ServerAddress server, String name) {
    try (Connection connection = server.connect()) {
      OracleSchemas.drop(connection, name);
    } catch (SQLException e) {
      throw TestServerException.refused(
          "Cannot drop the scratch schema %s: %s".formatted(name, e.getMessage()), e);
    }
  }
}
