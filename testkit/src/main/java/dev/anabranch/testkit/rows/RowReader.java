package dev.anabranch.testkit.rows;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlWriter;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of tables as texts. */
final class RowReader {

  private static final int ROWS_AT_A_TIME = 1_000;

  private final Connection connection;
  private final Dialect dialect;

  RowReader(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** How a value becomes a text. */
  private enum Form {
    NUMBER,
    BYTES,
    LIST,
    TEXT
  }

  TableRows read(Table table) throws SQLException {
    TableRows empty = TableRows.of(table);
    List<Identifier> columns = empty.columns();
    List<List<@Nullable String>> rows = new ArrayList<>();
    if (columns.isEmpty()) {
      return empty;
    }
    SqlWriter query =
        dialect
            .style()
            .writer()
            .keyword("SELECT")
            .names(columns)
            .keyword("FROM")
            .name(table.name());
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet result = statement.executeQuery(query.toSql())) {
        Form[] forms = forms(result.getMetaData());
        while (result.next()) {
          rows.add(row(result, forms));
        }
      }
    }
    return empty.with(rows);
  }

  private static Form[] forms(ResultSetMetaData columns) throws SQLException {
    Form[] forms = new Form[columns.getColumnCount()];
    for (int i = 0; i < forms.length; i++) {
      forms[i] = form(columns, i + 1);
    }
    return forms;
  }

  private static Form form(ResultSetMetaData columns, int column) throws SQLException {
    return switch (columns.getColumnType(column)) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.DECIMAL,
          Types.NUMERIC,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE ->
          Form.NUMBER;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Form.BYTES;
      case Types.ARRAY -> Form.LIST;
      default -> columns.getColumnClassName(column).equals("[B") ? Form.BYTES : Form.TEXT;
    };
  }

  private static List<@Nullable String> row(ResultSet result, Form[] forms) throws SQLException {
    @Nullable String[] row = new String[forms.length];
    for (int i = 0; i < forms.length; i++) {
      row[i] = value(result, i + 1, forms[i]);
    }
    return Arrays.asList(row);
  }

  private static @Nullable String value(ResultSet result, int column, Form form)
      throws SQLException {
    switch (form) {
      case BYTES -> {
        byte[] bytes = result.getBytes(column);
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
      }
      case LIST -> {
        Array array = result.getArray(column);
        return array == null ? null : text(array.getArray());
      }
      case NUMBER -> {
        String number = result.getString(column);
        return number == null ? null : plain(number);
      }
      case TEXT -> {
        return result.getString(column);
      }
    }
    throw new IllegalStateException(form.name());
  }

  // One number has many forms: 1.50 and 1.5, 100 and 1E+2. What is none is kept as it is.
  private static String plain(String number) {
    try {
      BigDecimal value = new BigDecimal(number).stripTrailingZeros();
      return Math.abs(value.scale()) < 50 ? value.toPlainString() : value.toString();
    } catch (NumberFormatException e) {
      return number;
    }
  }

  private static String text(@Nullable Object value) {
    if (value instanceof Object[] elements) {
      List<String> texts = new ArrayList<>();
      for (Object element : elements) {
        String text = text(element);
        texts.add(element == null ? "-" : text.length() + ":" + text);
      }
      return texts.toString();
    } else if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    return String.valueOf(value);
  }
}
