package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.mysql.MysqlScope.ObjectName;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A row of the catalogue, kept while further rows are read.
 *
 * @param values what is not null, by the names of the columns in capitals
 */
record MysqlRow(Map<String, String> values) {

  /** Takes the row at which a result stands. */
  static MysqlRow of(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, String> values = new HashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String value = row.getString(i);
      if (value != null) {
        values.put(columns.getColumnLabel(i).toUpperCase(Locale.ROOT), value);
      }
    }
    return new MysqlRow(values);
  }

  /** Returns a text; an empty one for null. */
  String text(String column) {
    return values.getOrDefault(column, "");
  }

  /** Returns a text that may be null. */
  Optional<String> value(String column) {
    return Optional.ofNullable(values.get(column));
  }

  /** Returns a number; 0 for null and for what no {@code int} holds, such as a text's length. */
  int number(String column) {
    String digits = values.getOrDefault(column, "0");
    return digits.length() > 9 ? 0 : Integer.parseInt(digits);
  }

  /** Returns whether a column holds a word; the servers are not of one mind about capitals. */
  boolean is(String column, String word) {
    return text(column).equalsIgnoreCase(word);
  }

  /** Returns the object that two columns name. */
  ObjectName object(String schema, String name) {
    return new ObjectName(text(schema), text(name));
  }

  /** Returns the table that the row is about. */
  ObjectName table() {
    return object("TABLE_SCHEMA", "TABLE_NAME");
  }
}
