package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scratch databases of MySQL and MariaDB.
 *
 * <p>A database of MySQL carries no comment. Which ones are the testkit's own therefore stands in a
 * database beside them.
 */
public final class MysqlFamily {

  /** The database with the names of the databases that the testkit made and may drop. */
  static final String MARKS = "anabranch_test_marks";

  private static final String MADE = "made TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP";
  private static final int NO_SUCH_DATABASE = 1049;
  private static final int NO_SUCH_TABLE = 1146;
  private static final int COLUMN_EXISTS = 1060;

  private MysqlFamily() {}

  /**
   * Creates an empty database and notes that the testkit made it.
   *
   * @param product the product's name
   * @param server where the server is
   * @param name a name no other database has; letters, digits and underscores
   */
  public static TestDatabase createDatabase(String product, ServerAddress server, String name) {
    return createDatabase(product, server, name, "CHARACTER SET utf8mb4");
  }

  /**
   * Creates an empty database with options of its own.
   *
   * @param options character set and collation, as {@code CREATE DATABASE} takes them
   */
  static TestDatabase createDatabase(
      String product, ServerAddress server, String name, String options) {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE IF NOT EXISTS " + MARKS);
      statement.execute(
          "CREATE TABLE IF NOT EXISTS "
              + MARKS
              + ".scratch (name VARCHAR(64) PRIMARY KEY, "
              + MADE
              + ")");
      statement.execute("INSERT INTO " + MARKS + ".scratch (name) VALUES ('" + name + "')");
      statement.execute("CREATE DATABASE " + name + " " + options);
    } catch (SQLException e) {
      throw TestServerException.refused(
          "Cannot create a scratch database on %s: %s".formatted(server, e.getMessage()), e);
    }
    ServerAddress address = server.withUrl(MysqlUrl.withDatabase(server.url(), name));
    return new TestDatabase(product, name, server, address, () -> drop(server, name));
  }

  private static void drop(ServerAddress server, String name) {
    try (Connection connection = server.connect()) {
      requireMarked(connection, name);
      endSessions(connection, name);
      drop(connection, name);
    } catch (SQLException e) {
      throw TestServerException.refused(
          "Cannot drop the scratch database %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static void drop(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // A session that uses a table without having chosen the database would hold this up for ever.
      statement.execute("SET SESSION lock_wait_timeout = 60");
      statement.execute("DROP DATABASE IF EXISTS " + name);
      statement.execute("DELETE FROM " + MARKS + ".scratch WHERE name = '" + name + "'");
    }
  }

  /**
   * Drops what the testkit made before a time and nobody has chosen.
   *
   * @return the names, in order
   */
  static List<String> dropLeftovers(ServerAddress server, Instant madeBefore) {
    List<String> dropped = new ArrayList<>();
    try (Connection connection = server.connect()) {
      for (String name : marked(connection, madeBefore)) {
        if (sessions(connection, name).isEmpty()) {
          drop(connection, name);
          dropped.add(name);
        }
      }
    } catch (SQLException e) {
      if (e.getErrorCode() == NO_SUCH_DATABASE || e.getErrorCode() == NO_SUCH_TABLE) {
        // The testkit has made nothing here.
        return List.of();
      }
      throw TestServerException.refused(
          "Cannot drop leftover scratch databases on %s: %s".formatted(server, e.getMessage()), e);
    }
    return dropped;
  }

  private static List<String> marked(Connection connection, Instant madeBefore)
      throws SQLException {
    noteTimes(connection);
    List<String> names = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT name FROM "
                + MARKS
                + ".scratch WHERE UNIX_TIMESTAMP(made) < ? ORDER BY name")) {
      query.setLong(1, madeBefore.getEpochSecond());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          names.add(row.getString(1));
        }
      }
    }
    return names;
  }

  /** Earlier releases noted no times; what they made counts as made now. */
  private static void noteTimes(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE " + MARKS + ".scratch ADD COLUMN " + MADE);
    } catch (SQLException e) {
      if (e.getErrorCode() != COLUMN_EXISTS) {
        throw e;
      }
    }
  }

  /** Returns whether a server is MariaDB rather than MySQL; empty if the URL is of neither. */
  static Optional<Boolean> isMariadb(ServerAddress server) throws SQLException {
    if (!server.url().startsWith("jdbc:mysql:") && !server.url().startsWith("jdbc:mariadb:")) {
      return Optional.empty();
    }
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT VERSION()")) {
      row.next();
      return Optional.of(row.getString(1).contains("MariaDB"));
    }
  }

  /**
   * Ends every session that has chosen a database, but the one that asks.
   *
   * @return how many there were
   */
  public static int endSessions(Connection connection, String database) throws SQLException {
    List<Long> sessions = sessions(connection, database);
    try (Statement statement = connection.createStatement()) {
      for (long session : sessions) {
        kill(statement, session);
      }
    }
    return sessions.size();
  }

  /** Returns the sessions that have chosen a database, but the one that asks. */
  public static List<Long> sessions(Connection connection, String database) throws SQLException {
    List<Long> sessions = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT ID FROM information_schema.PROCESSLIST"
                + " WHERE DB = ? AND ID <> CONNECTION_ID()")) {
      query.setString(1, database);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          sessions.add(row.getLong(1));
        }
      }
    }
    return sessions;
  }

  private static void kill(Statement statement, long session) throws SQLException {
    try {
      statement.execute("KILL " + session);
    } catch (SQLException e) {
      // 1094: it ended by itself meanwhile.
      if (e.getErrorCode() != 1094) {
        throw e;
      }
    }
  }

  private static void requireMarked(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT 1 FROM " + MARKS + ".scratch WHERE name = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("it is not noted in " + MARKS + " as the testkit's");
        }
      }
    }
  }
}
