package dev.anabranch.testkit.server.internal;

import java.sql.SQLException;
import java.sql.Statement;

/**
 * A statement that makes a part of a database again, and the session in which it means what it
 * meant when it was first run.
 *
 * @param sql the statement
 * @param session the session
 */
record MysqlPart(String sql, Session session) {

  /**
   * Settings of a session that become part of what is created in it (MySQL 8.0 Reference Manual,
   * 27.2.2 and 27.5.1 for routines and views); empty where they do not matter.
   *
   * @param sqlMode how statements are read and run
   * @param characterSet the character set of the client
   * @param collation the collation of the connection
   * @param timeZone the time zone
   */
  record Session(String sqlMode, String characterSet, String collation, String timeZone) {

    /**
     * The one for tables and rows: zero in an identity column stays zero, points in time are those
     * of no zone with a summer time.
     */
    static final Session PLAIN = new Session("NO_AUTO_VALUE_ON_ZERO", "", "", "+00:00");

    void apply(Statement statement) throws SQLException {
      statement.execute("SET SESSION sql_mode = '" + sqlMode + "', time_zone = '" + timeZone + "'");
      if (!collation.isEmpty()) {
        // The client goes on sending what it sends; only what the server notes is meant.
        statement.execute("SET SESSION character_set_client = " + characterSet);
        statement.execute("SET SESSION collation_connection = " + collation);
      }
    }
  }
}
