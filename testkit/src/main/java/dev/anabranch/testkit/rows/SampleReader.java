package dev.anabranch.testkit.rows;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.ValueRange;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads values out of tables that other rows are to hold as well. */
final class SampleReader {

  /** More rows than these nobody has to refer to. */
  private static final int MOST = 500;

  private final Connection connection;
  private final Dialect dialect;
  private final DatabaseSchema schema;

  SampleReader(Connection connection, Dialect dialect, DatabaseSchema schema) {
    this.connection = connection;
    this.dialect = dialect;
    this.schema = schema;
  }

  /** Returns the values of some columns of a table's rows, in an order that is always the same. */
  List<Map<Identifier, Sample>> read(Table table, List<Identifier> columns) throws SQLException {
    SqlStyle style = dialect.style();
    SqlWriter query =
        style.writer().keyword("SELECT").names(columns).keyword("FROM").name(table.name());
    List<ValueRange> ranges = new ArrayList<>();
    for (Identifier name : columns) {
      Column column = table.column(name).orElseThrow();
      ValueRange range = dialect.valueRanges().of(column, schema);
      ranges.add(range instanceof ValueRange.Restricted restricted ? restricted.range() : range);
    }
    List<Map<Identifier, Sample>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(MOST);
      try (ResultSet result = statement.executeQuery(query.toSql())) {
        while (result.next()) {
          Map<Identifier, Sample> row = new LinkedHashMap<>();
          for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), sample(result, i + 1, ranges.get(i)));
          }
          rows.add(row);
        }
      }
    }
    rows.sort(Comparator.comparing(SampleReader::order));
    return rows;
  }

  private static String order(Map<Identifier, Sample> row) {
    StringBuilder order = new StringBuilder();
    for (Sample sample : row.values()) {
      String key = sample.isNull() ? "" : sample.key(0);
      order.append(key.length() < 10 ? "0".repeat(10 - key.length()) : "").append(key).append('|');
    }
    return order.toString();
  }

  private static Sample sample(ResultSet row, int column, ValueRange range) throws SQLException {
    Object value = value(row, column, range);
    return value == null || row.wasNull() ? Sample.NULL : Sample.of(value);
  }

  private static @Nullable Object value(ResultSet row, int column, ValueRange range)
      throws SQLException {
    if (range instanceof ValueRange.Numbers) {
      return row.getBigDecimal(column);
    } else if (range instanceof ValueRange.Bytes) {
      return row.getBytes(column);
    } else if (range instanceof ValueRange.Days) {
      return row.getObject(column, LocalDate.class);
    } else if (range instanceof ValueRange.TimesOfDay) {
      return row.getObject(column, LocalTime.class);
    } else if (range instanceof ValueRange.Timestamps) {
      return row.getObject(column, LocalDateTime.class);
    } else if (range instanceof ValueRange.Moments) {
      OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
      return moment == null ? null : moment.toInstant();
    } else if (range instanceof ValueRange.Samples samples && isTruth(samples)) {
      return row.getBoolean(column);
    }
    String text = row.getString(column);
    if (text == null) {
      return null;
    } else if (range instanceof ValueRange.Uuids) {
      return UUID.fromString(text);
    }
    return range instanceof ValueRange.Documents ? SqlLiteral.json(text) : text;
  }

  private static boolean isTruth(ValueRange.Samples samples) {
    return Sample.of(samples.values().get(0)).plain() instanceof Boolean;
  }
}
