package dev.anabranch.dialect.oracle.replay;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One row of an answer.
 *
 * @param values its values in select order; a {@link LongText} can be read once
 */
public record Row(List<Object> values) {

  /**
   * A value of type LONG: it comes from the server as it is read, so that it is gone when a later
   * column has been read (Database JDBC Developer's Guide, "Streaming LONG or LONG RAW Columns").
   *
   * @param text the text
   */
  public record LongText(String text) {}

  /** Returns a row of these values. */
  public static Row of(Object... values) {
    return new Row(Arrays.asList(values));
  }

  static ResultSet resultSet(List<Row> rows) {
    return Tape.proxy(ResultSet.class, new Cursor(rows));
  }

  private static final class Cursor implements InvocationHandler {

    private final List<Row> rows;
    private final Set<Integer> read = new HashSet<>();
    private int at = -1;
    private int last;
    private boolean wasNull;

    Cursor(List<Row> rows) {
      this.rows = rows;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws SQLException {
      switch (method.getName()) {
        case "next" -> {
          at++;
          last = 0;
          read.clear();
          return at < rows.size();
        }
        case "close", "setFetchSize" -> {
          return null;
        }
        case "wasNull" -> {
          return wasNull;
        }
        case "getString", "getInt", "getLong", "getBigDecimal", "getObject" -> {
          Object value = value((Integer) arguments[0]);
          wasNull = value == null;
          return converted(method.getName(), value);
        }
        default -> throw new AssertionError("not replayed: " + method);
      }
    }

    private Object value(int column) throws SQLException {
      Object value = rows.get(at).values().get(column - 1);
      if (value instanceof LongText text) {
        if (column < last || !read.add(column)) {
          throw new SQLException("ORA-17027: Stream has already been closed", "99999", 17027);
        }
        value = text.text();
      }
      last = Math.max(last, column);
      return "".equals(value) ? null : value;
    }

    private static Object converted(String getter, Object value) {
      if (getter.equals("getObject")
          || (value == null && getter.matches("get(String|BigDecimal)"))) {
        return value;
      }
      BigDecimal number =
          getter.equals("getString")
              ? BigDecimal.ZERO
              : value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
      return switch (getter) {
        case "getInt" -> number.intValueExact();
        case "getLong" -> number.longValueExact();
        case "getBigDecimal" -> number;
        default -> value.toString();
      };
    }
  }
}
