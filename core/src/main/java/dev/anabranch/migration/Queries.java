package dev.anabranch.migration;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.operation.OperationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs an author's query. */
final class Queries {

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
          "Cannot run a query of the revision: the server refused it.",
          "Mend the query; the server's own words are those of the cause.",
          e);
    }
  }

  private static List<Row> rows(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    List<Row> rows = new ArrayList<>();
    while (result.next()) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        values.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), result.getObject(i));
      }
      rows.add(new Row(values));
    }
    return rows;
  }
}
