package dev.anabranch.dialect.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Asks the catalogue of one database about some schemas. For one thread and one inspection. */
final class PostgresCatalogue {

  private final Connection connection;

  PostgresCatalogue(Connection connection) {
    this.connection = connection;
  }

  /** Makes a value of one row. */
  @FunctionalInterface
  interface RowReader<T> {
    /** Returns the value of the row that the result stands on. */
    T read(Row row) throws SQLException;
  }

  /** A list of values that a query is asked with. */
  record Parameter(String elementType, List<?> values) {

    /** Returns a list of texts. */
    static Parameter texts(List<String> values) {
      return new Parameter("text", values);
    }

    /** Returns a list of the numbers of objects. */
    static Parameter numbers(List<Long> values) {
      return new Parameter("int8", values);
    }
  }

  /**
   * Returns the rows of a query.
   *
   * @param sql the query
   * @param reader makes a value of each row
   * @param parameters an array for each of its parameters
   */
  <T> List<T> query(String sql, RowReader<T> reader, Parameter... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        Parameter parameter = parameters[i];
        statement.setArray(
            i + 1, connection.createArrayOf(parameter.elementType(), parameter.values().toArray()));
      }
      try (ResultSet result = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        Row row = new Row(result);
        while (result.next()) {
          rows.add(reader.read(row));
        }
        return rows;
      }
    }
  }

  /**
   * One row, read from left to right: each call returns the next column.
   *
   * <p>Null is empty text, no number, no list: the catalogue means the same by it.
   */
  static final class Row {

    private final ResultSet result;
    private int column;
    private int row;

    private Row(ResultSet result) {
      this.result = result;
    }

    private int next() throws SQLException {
      if (row != result.getRow()) {
        row = result.getRow();
        column = 0;
      }
      return ++column;
    }

    /** Returns a text; null as empty text. */
    String text() throws SQLException {
      String text = result.getString(next());
      return text == null ? "" : text;
    }

    /** Returns a text that may be absent. */
    Optional<String> optional() throws SQLException {
      return Optional.ofNullable(result.getString(next()));
    }

    /** Returns the only character of a text, or a blank. */
    char letter() throws SQLException {
      String text = text();
      return text.isEmpty() ? ' ' : text.charAt(0);
    }

    /** Returns a number of an object; 0 for none. */
    long number() throws SQLException {
      return result.getLong(next());
    }

    /** Returns a small number. */
    int small() throws SQLException {
      return result.getInt(next());
    }

    /** Returns a truth value; null as false. */
    boolean truth() throws SQLException {
      return result.getBoolean(next());
    }

    /** Returns a list of texts. */
    List<String> texts() throws SQLException {
      Array array = result.getArray(next());
      return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /** Returns a list of numbers, which the server writes with blanks between. */
    List<Long> numbers() throws SQLException {
      String text = text();
      List<Long> numbers = new ArrayList<>();
      for (int from = 0; from < text.length(); ) {
        int blank = text.indexOf(' ', from);
        int to = blank < 0 ? text.length() : blank;
        numbers.add(Long.parseLong(text, from, to, 10));
        from = to + 1;
      }
      return numbers;
    }
  }
}
