package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Scratch databases of PostgreSQL. A comment says that the testkit made one, and when; only what
 * carries it is ever dropped.
 */
final class PostgresDatabases {

  /** What the comment on a database begins with that the testkit made and may drop. */
  static final String MARK = "scratch database of the Anabranch testkit";

  private static final String MADE_AT = ", made at ";

  // object_in_use and insufficient_privilege (PostgreSQL manual, appendix A).
  private static final List<String> KEPT = List.of("55006", "42501");

  private PostgresDatabases() {}

  /**
   * Creates an empty database.
   *
   * <p>From {@code template0}: nobody can be connected to it, which would make CREATE DATABASE
   * fail, and nobody has added anything to it (PostgreSQL manual, 22.3).
   */
  static TestDatabase create(ServerAddress server, String name) {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + quoted(name) + " TEMPLATE template0 ENCODING 'UTF8'");
      mark(statement, name);
    } catch (SQLException e) {
      throw TestServerException.refused(
          "Cannot create a scratch database on %s: %s".formatted(server, e.getMessage()), e);
    }
    return existing(server, name);
  }

  /** Describes a database that is there and carries the mark. */
  static TestDatabase existing(ServerAddress server, String name) {
    ServerAddress address = server.withUrl(PostgresUrl.withDatabase(server.url(), name));
    return new TestDatabase("postgresql", name, server, address, () -> drop(server, name));
  }

  /** Says that the testkit has made a database, now. */
  static void mark(Statement statement, String name) throws SQLException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    statement.execute("COMMENT ON DATABASE " + quoted(name) + " IS '" + MARK + MADE_AT + now + "'");
  }

  /** Drops a database with its sessions, if there is one and the testkit made it. */
  static void drop(ServerAddress server, String name) {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      if (isMarked(connection, name)) {
        statement.execute("DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
      }
    } catch (SQLException e) {
      throw TestServerException.refused(
          "Cannot drop the scratch database %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** Drops what the testkit made before a time and nobody is connected to. */
  static List<String> dropLeftovers(ServerAddress server, Instant madeBefore) {
    List<String> dropped = new ArrayList<>();
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (String name : leftovers(connection, madeBefore)) {
        if (isDropped(statement, name)) {
          dropped.add(name);
        }
      }
    } catch (SQLException e) {
      throw TestServerException.refused(
          "Cannot drop leftover scratch databases on %s: %s".formatted(server, e.getMessage()), e);
    }
    return dropped;
  }

  /** Without FORCE: whoever has connected meanwhile, or is another owner, keeps the database. */
  private static boolean isDropped(Statement statement, String name) throws SQLException {
    try {
      statement.execute("DROP DATABASE IF EXISTS " + quoted(name));
      return true;
    } catch (SQLException e) {
      if (KEPT.contains(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private static List<String> leftovers(Connection connection, Instant madeBefore)
      throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT datname, shobj_description(oid, 'pg_database') FROM pg_database d"
                + " WHERE shobj_description(oid, 'pg_database') LIKE ?"
                + " AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)"
                + " ORDER BY datname")) {
      query.setString(1, MARK + MADE_AT + "%");
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          if (isMadeBefore(row.getString(2), madeBefore)) {
            names.add(row.getString(1));
          }
        }
      }
    }
    return names;
  }

  private static boolean isMadeBefore(String comment, Instant time) {
    try {
      return Instant.parse(comment.substring((MARK + MADE_AT).length())).isBefore(time);
    } catch (DateTimeException e) {
      // Somebody has changed the comment, who then wants to keep the database.
      return false;
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
        String comment = rows.getString(1);
        if (comment == null || !comment.startsWith(MARK)) {
          throw new SQLException("it does not carry the comment that marks it as the testkit's");
        }
        return true;
      }
    }
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
