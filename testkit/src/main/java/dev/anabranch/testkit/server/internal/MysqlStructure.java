package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.internal.MysqlPart.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a database of MySQL or MariaDB consists of, as the statements that make it again.
 *
 * @param database the name of the database that was read
 * @param options its character set and collation, as {@code CREATE DATABASE} takes them
 * @param beforeRows sequences, then tables
 * @param columns the columns of each table that a row is made of, quoted and parted by commas
 * @param afterRows routines, views, triggers, events
 */
record MysqlStructure(
    String database,
    String options,
    List<MysqlPart> beforeRows,
    Map<String, String> columns,
    List<MysqlPart> afterRows) {

  /** Reads the database that a connection has chosen. */
  static MysqlStructure read(Connection connection, String database) throws SQLException {
    return new Reader(connection, database).read();
  }

  /** Quotes a name. */
  static String quoted(String name) {
    return '`' + name.replace("`", "``") + '`';
  }

  private static final class Reader {

    private final Connection connection;
    private final String database;

    Reader(Connection connection, String database) {
      this.connection = connection;
      this.database = database;
    }

    MysqlStructure read() throws SQLException {
      List<MysqlPart> sequences = new ArrayList<>();
      List<MysqlPart> tables = new ArrayList<>();
      List<MysqlPart> views = new ArrayList<>();
      try (Statement statement = connection.createStatement()) {
        Session.PLAIN.apply(statement);
        statement.execute("SET SESSION sql_quote_show_create = 1");
        for (Map.Entry<String, String> table : tables().entrySet()) {
          String name = quoted(table.getKey());
          switch (table.getValue()) {
            case "VIEW" -> views.add(shown(statement, "VIEW " + name, 2, 3));
            case "SEQUENCE" -> sequence(statement, name, sequences);
            default -> tables.add(shown(statement, "TABLE " + name, 2, 0));
          }
        }
        sequences.addAll(tables);
        List<MysqlPart> afterRows = routines(statement);
        afterRows.addAll(views);
        afterRows.addAll(triggers(statement));
        afterRows.addAll(events(statement));
        return new MysqlStructure(database, options(), sequences, columns(), afterRows);
      }
    }

    private String options() throws SQLException {
      return pairs(
              "SELECT DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME"
                  + " FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?")
          .entrySet()
          .stream()
          .map(pair -> "CHARACTER SET " + pair.getKey() + " COLLATE " + pair.getValue())
          .findFirst()
          .orElse("");
    }

    private Map<String, String> tables() throws SQLException {
      return pairs(
          "SELECT TABLE_NAME, TABLE_TYPE FROM information_schema.TABLES"
              + " WHERE TABLE_SCHEMA = ? ORDER BY TABLE_NAME");
    }

    /** What is generated is computed again, and cannot be written. */
    private Map<String, String> columns() throws SQLException {
      Map<String, String> columns = new LinkedHashMap<>();
      try (PreparedStatement query =
          connection.prepareStatement(
              "SELECT c.TABLE_NAME, c.COLUMN_NAME FROM information_schema.COLUMNS c"
                  + " JOIN information_schema.TABLES t USING (TABLE_SCHEMA, TABLE_NAME)"
                  + " WHERE c.TABLE_SCHEMA = ? AND coalesce(c.GENERATION_EXPRESSION, '') = ''"
                  + " AND t.TABLE_TYPE NOT IN ('VIEW', 'SEQUENCE')"
                  + " ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION")) {
        query.setString(1, database);
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            columns.merge(row.getString(1), quoted(row.getString(2)), (a, b) -> a + ", " + b);
          }
        }
      }
      return columns;
    }

    /** The copy goes on behind the values that the server has set aside for the source. */
    private static void sequence(Statement statement, String name, List<MysqlPart> into)
        throws SQLException {
      into.add(shown(statement, "SEQUENCE " + name, 2, 0));
      try (ResultSet row = statement.executeQuery("SELECT next_not_cached_value FROM " + name)) {
        row.next();
        into.add(
            new MysqlPart(
                "SELECT SETVAL(" + name + ", " + row.getString(1) + ", 0)", Session.PLAIN));
      }
    }

    private List<MysqlPart> routines(Statement statement) throws SQLException {
      List<MysqlPart> routines = new ArrayList<>();
      for (Map.Entry<String, String> routine :
          pairs(
                  "SELECT concat(ROUTINE_TYPE, ' ', ROUTINE_NAME), ROUTINE_TYPE"
                      + " FROM information_schema.ROUTINES"
                      + " WHERE ROUTINE_SCHEMA = ? ORDER BY ROUTINE_TYPE, ROUTINE_NAME")
              .entrySet()) {
        String name = routine.getKey().substring(routine.getValue().length() + 1);
        routines.add(shown(statement, routine.getValue() + " " + quoted(name), 3, 4, 2));
      }
      return routines;
    }

    /** In the order in which they fire; what a statement said about it is not shown. */
    private List<MysqlPart> triggers(Statement statement) throws SQLException {
      List<MysqlPart> triggers = new ArrayList<>();
      for (String name :
          pairs(
                  "SELECT TRIGGER_NAME, TRIGGER_NAME FROM information_schema.TRIGGERS"
                      + " WHERE TRIGGER_SCHEMA = ? ORDER BY EVENT_OBJECT_TABLE, ACTION_TIMING,"
                      + " EVENT_MANIPULATION, ACTION_ORDER")
              .keySet()) {
        triggers.add(shown(statement, "TRIGGER " + quoted(name), 3, 4, 2));
      }
      return triggers;
    }

    private List<MysqlPart> events(Statement statement) throws SQLException {
      List<MysqlPart> events = new ArrayList<>();
      for (String name :
          pairs(
                  "SELECT EVENT_NAME, EVENT_NAME FROM information_schema.EVENTS"
                      + " WHERE EVENT_SCHEMA = ? ORDER BY EVENT_NAME")
              .keySet()) {
        events.add(shown(statement, "EVENT " + quoted(name), 4, 5, 2, 3));
      }
      return events;
    }

    /**
     * Asks how something is created.
     *
     * @param what its kind and name
     * @param sql the column with the statement
     * @param characterSet the column with the character set, before the one with the collation; 0
     *     for none
     * @param more the columns with the mode and the time zone, where there are such
     */
    private static MysqlPart shown(
        Statement statement, String what, int sql, int characterSet, int... more)
        throws SQLException {
      try (ResultSet row = statement.executeQuery("SHOW CREATE " + what)) {
        row.next();
        String text = row.getString(sql);
        if (text == null) {
          throw new SQLException("the user may not see how this is created: " + what);
        }
        return new MysqlPart(
            text,
            new Session(
                more.length > 0 ? row.getString(more[0]) : Session.PLAIN.sqlMode(),
                characterSet > 0 ? row.getString(characterSet) : "",
                characterSet > 0 ? row.getString(characterSet + 1) : "",
                more.length > 1 ? row.getString(more[1]) : Session.PLAIN.timeZone()));
      }
    }

    private Map<String, String> pairs(String query) throws SQLException {
      Map<String, String> pairs = new LinkedHashMap<>();
      try (PreparedStatement statement = connection.prepareStatement(query)) {
        statement.setString(1, database);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            pairs.put(row.getString(1), row.getString(2));
          }
        }
      }
      return pairs;
    }
  }
}
