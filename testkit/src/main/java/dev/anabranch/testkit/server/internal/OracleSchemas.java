package dev.anabranch.testkit.server.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Scratch schemas of Oracle, each with a user of its own.
 *
 * <p>A user carries no comment. Which ones are the testkit's own therefore stands in a table of the
 * user who creates them, as on MySQL.
 */
public final class OracleSchemas {

  private static final String MARKS = "anabranch_test_marks";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String RIGHTS =
      "CREATE SESSION, CREATE TABLE, CREATE VIEW, CREATE SEQUENCE, CREATE PROCEDURE, CREATE TRIGGER,"
          + " CREATE TYPE, CREATE SYNONYM, CREATE MATERIALIZED VIEW";

  private static final int NAME_IS_USED = 955;
  private static final int IS_CONNECTED = 1940;
  private static final int NO_SUCH_SESSION = 30;
  private static final int MARKED_FOR_KILL = 31;

  private OracleSchemas() {}

  /** Creates a user with an empty schema, and notes that the testkit made it. */
  public static void create(Statement statement, String name, String password) throws SQLException {
    try {
      statement.execute("CREATE TABLE " + MARKS + " (name VARCHAR2(128) PRIMARY KEY)");
    } catch (SQLException e) {
      if (e.getErrorCode() != NAME_IS_USED) {
        throw e;
      }
    }
    statement.execute("INSERT INTO " + MARKS + " VALUES ('" + name + "')");
    statement.execute("CREATE USER " + name + " IDENTIFIED BY \"" + password + "\"");
    statement.execute("GRANT " + RIGHTS + ", UNLIMITED TABLESPACE TO " + name);
  }

  /** Ends the user's sessions and drops him with his schema, if the testkit made him. */
  public static void drop(Connection connection, String name) throws SQLException {
    requireMarked(connection, name);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (Statement statement = connection.createStatement()) {
      while (true) {
        endSessions(connection, name);
        try {
          statement.execute("DROP USER " + name + " CASCADE");
          break;
        } catch (SQLException e) {
          // A session that is being ended is still there for a moment.
          if (e.getErrorCode() != IS_CONNECTED || System.nanoTime() - deadline > 0) {
            throw e;
          }
        }
      }
      statement.execute("DELETE FROM " + MARKS + " WHERE name = '" + name + "'");
    }
  }

  /**
   * Ends every session of a user.
   *
   * @return how many there were
   */
  public static int endSessions(Connection connection, String user) throws SQLException {
    List<String> sessions = sessions(connection, user);
    try (Statement statement = connection.createStatement()) {
      for (String session : sessions) {
        kill(statement, session);
      }
    }
    return sessions.size();
  }

  /** Returns the sessions of a user, as {@code ALTER SYSTEM} names them. */
  public static List<String> sessions(Connection connection, String user) throws SQLException {
    List<String> sessions = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT sid || ',' || serial# FROM v$session"
                + " WHERE username = ? AND status <> 'KILLED'")) {
      query.setString(1, user.toUpperCase(Locale.ROOT));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          sessions.add(row.getString(1));
        }
      }
    }
    return sessions;
  }

  private static void kill(Statement statement, String session) throws SQLException {
    try {
      statement.execute("ALTER SYSTEM KILL SESSION '" + session + "' IMMEDIATE");
    } catch (SQLException e) {
      if (e.getErrorCode() != NO_SUCH_SESSION && e.getErrorCode() != MARKED_FOR_KILL) {
        throw e;
      }
    }
  }

  private static void requireMarked(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT 1 FROM " + MARKS + " WHERE name = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("it is not noted in " + MARKS + " as the testkit's");
        }
      }
    }
  }
}
