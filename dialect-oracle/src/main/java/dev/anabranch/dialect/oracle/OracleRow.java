package dev.anabranch.dialect.oracle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a view of the dictionary, all of it text.
 *
 * @param values by column; null where the server has null, which the empty text is as well
 */
record OracleRow(Map<String, @Nullable String> values) {

  /** A table, view or other object as the server names it. */
  record Name(String schema, String name) {}

  /**
   * Reads the row that a result stands on: each column once, in order, as a LONG wants it.
   *
   * @param columns the columns of the query
   */
  static OracleRow read(ResultSet result, List<String> columns) throws SQLException {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), result.getString(i + 1));
    }
    return new OracleRow(values);
  }

  /** Returns a value that may be null. */
  Optional<String> find(String column) {
    if (!values.containsKey(column)) {
      throw new IllegalArgumentException("not read: " + column);
    }
    return Optional.ofNullable(values.get(column));
  }

  /** Returns a value, the empty text for null. */
  String text(String column) {
    return find(column).orElse("");
  }

  /** Returns whether a column holds a value. */
  boolean is(String column, String value) {
    return text(column).equals(value);
  }

  /** Returns a whole number, or another for null. */
  int number(String column, int otherwise) {
    return find(column).map(Integer::parseInt).orElse(otherwise);
  }

  /** Returns the object that two columns name. */
  Name name(String schema, String name) {
    return new Name(text(schema), text(name));
  }
}
