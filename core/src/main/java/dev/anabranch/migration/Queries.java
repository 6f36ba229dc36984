package dev.anabranch.migration;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.operation.OperationException;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs an author's query. */
final class Queries {

  private static final int SHOWN = 200;

  private Queries() {}

  static List<Row> run(Connection connection, String sql, List<@Nullable Object> parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        return rows(result);
      }
    } catch (SQLException e) {
      throw new OperationException(
          ErrorCode.QUERY_FAILED,
          "Cannot run the query \""
              + (sql.length() > SHOWN ? sql.substring(0, SHOWN) + "..." : sql)
                  .replaceAll("\\s+", " ")
              + "\": the server refused it.",
          "Mend the query, then run the same command again.",
          e);
    }
  }

  private static List<Row> rows(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    List<Row> rows = new ArrayList<>();
    while (result.next()) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        String label = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
        if (values.containsKey(label)) {
          throw new OperationException(
              ErrorCode.QUERY_FAILED,
              "Cannot return the rows of a query: two of its columns are called " + label + ".",
              "Give each column a name of its own with AS.");
        }
        values.put(label, plain(result.getObject(i)));
      }
      rows.add(new Row(values));
    }
    return rows;
  }

  // What the types of java.sql say, the types of java.time say without a time zone of their own,
  // and
  // what was read can be written again.
  private static @Nullable Object plain(@Nullable Object value) throws SQLException {
    if (value instanceof Timestamp timestamp) {
      return timestamp.toLocalDateTime();
    } else if (value instanceof Date date) {
      return date.toLocalDate();
    } else if (value instanceof Time time) {
      return time.toLocalTime();
    } else if (value instanceof Clob text) {
      return text.getSubString(1, Math.toIntExact(text.length()));
    } else if (value instanceof Blob bytes) {
      return bytes.getBytes(1, Math.toIntExact(bytes.length()));
    }
    return value;
  }
}
