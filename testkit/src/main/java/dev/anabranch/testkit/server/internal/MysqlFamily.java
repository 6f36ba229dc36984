package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Scratch databases of MySQL and MariaDB.
 *
 * <p>A database of MySQL carries no comment. Which ones are the testkit's own therefore stands in a
 * database beside them.
 */
public final class MysqlFamily {

  /** The database with the names of the databases that the testkit made and may drop. */
  static final String MARKS = "anabranch_test_marks";

  private MysqlFamily() {}

  /**
   * Creates an empty database and notes that the testkit made it.
   *
   * @param product the product's name
   * @param server where the server is
   * @param name a name no other database has; letters, digits and underscores
   */
  public static TestDatabase createDatabase(String product, ServerAddress server, String name) {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE IF NOT EXISTS " + MARKS);
      statement.execute(
          "CREATE TABLE IF NOT EXISTS " + MARKS + ".scratch (name VARCHAR(64) PRIMARY KEY)");
      statement.execute("INSERT INTO " + MARKS + ".scratch VALUES ('" + name + "')");
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    } catch (SQLException e) {
      throw TestServerException.refused(
          "Cannot create a scratch database on %s: %s".formatted(server, e.getMessage()), e);
    }
    ServerAddress address = server.withUrl(MysqlUrl.withDatabase(server.url(), name));
    return new TestDatabase(product, name, server, address, () -> drop(server, name));
  }

  private static void drop(ServerAddress server, String name) {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      requireMarked(connection, name);
      endSessions(connection, name);
      // A session that uses a table without having chosen the database would hold this up for ever.
      statement.execute("SET SESSION lock_wait_timeout = 60");
      statement.execute("DROP DATABASE IF EXISTS " + name);
      statement.execute("DELETE FROM " + MARKS + ".scratch WHERE name = '" + name + "'");
    } catch (SQLException e) {
      throw TestServerException.refused(
          "Cannot drop the scratch database %s: %s".formatted(name, e.getMessage()), e);
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
