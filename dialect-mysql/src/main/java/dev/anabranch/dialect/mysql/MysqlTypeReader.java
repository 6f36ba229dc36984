package dev.anabranch.dialect.mysql;

import dev.anabranch.schema.DataType;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Makes types out of what {@code information_schema.COLUMNS} shows. What no portable type means is
 * the server's own text, without the widths that only tell how a client may show numbers.
 *
 * @param features what the release knows
 */
record MysqlTypeReader(MysqlFeatures features) {

  private static final Pattern WIDTH =
      Pattern.compile("^(tinyint|smallint|mediumint|int|bigint|year)\\(\\d+\\)");

  private static final Pattern COMPRESSED = Pattern.compile("\\s*/\\*M?!\\d+ COMPRESSED\\*/");

  private static final String BOOLEAN = "tinyint(1)";

  private static final String ZEROFILL = "zerofill";

  /** Checks that the features are there. */
  MysqlTypeReader {
    Objects.requireNonNull(features, "features");
  }

  /**
   * Returns the type of a column.
   *
   * @param row the column's
   * @param table the column's table, by which an enum type is named
   * @param isJson whether a check says that a text is JSON
   */
  DataType read(MysqlRow row, QualifiedName table, boolean isJson) {
    String text = COMPRESSED.matcher(row.text("COLUMN_TYPE")).replaceAll(" compressed");
    if (text.equals(BOOLEAN)) {
      return DataType.Simple.BOOLEAN;
    } else if (text.startsWith("enum(")) {
      return enumeration(text, table, row.text("COLUMN_NAME"));
    }
    String type = text.contains(ZEROFILL) ? text : WIDTH.matcher(text).replaceFirst("$1");
    return switch (type) {
      case "smallint" -> DataType.Simple.SMALLINT;
      case "int" -> DataType.Simple.INTEGER;
      case "bigint" -> DataType.Simple.BIGINT;
      case "float" -> DataType.Simple.REAL;
      case "double" -> DataType.Simple.DOUBLE;
      case "longtext" -> isJson ? DataType.Simple.JSON : DataType.Simple.TEXT;
      case "longblob" -> DataType.Simple.BLOB;
      case "date" -> DataType.Simple.DATE;
      case "json" -> DataType.Simple.JSON;
      case "uuid" -> DataType.Simple.UUID;
      default -> sized(row, type);
    };
  }

  private DataType sized(MysqlRow row, String type) {
    String word = row.text("DATA_TYPE").toLowerCase(Locale.ROOT);
    int length = row.number("CHARACTER_MAXIMUM_LENGTH");
    int fraction = row.number("DATETIME_PRECISION");
    return switch (word) {
      case "char" -> length == 0 ? new DataType.Native(type) : character(row, length);
      case "varchar" ->
          length == 0 || type.contains("compressed")
              ? new DataType.Native(type)
              : new DataType.Varchar(length);
      case "binary" -> length == 0 ? new DataType.Native(type) : new DataType.Binary(length);
      case "varbinary" ->
          length == 0 || type.contains("compressed")
              ? new DataType.Native(type)
              : new DataType.Varbinary(length);
      case "decimal" -> decimal(row, type);
      case "time" -> new DataType.Time(fraction);
      case "datetime" -> new DataType.Timestamp(fraction);
      case "timestamp" -> new DataType.TimestampWithTimeZone(fraction);
      default -> new DataType.Native(type);
    };
  }

  private DataType character(MysqlRow row, int length) {
    boolean uuid =
        length == MysqlTypes.UUID_LENGTH
            && !features.has(MysqlFeature.UUID_TYPE)
            && row.is("COLLATION_NAME", "ascii_general_ci");
    return uuid ? DataType.Simple.UUID : new DataType.Char(length);
  }

  private static DataType decimal(MysqlRow row, String type) {
    int precision = row.number("NUMERIC_PRECISION");
    int scale = row.number("NUMERIC_SCALE");
    boolean plain = !type.contains("unsigned") && !type.contains(ZEROFILL) && precision > 0;
    return plain ? new DataType.Numeric(precision, scale) : new DataType.Native(type);
  }

  // Without strict mode a server takes the same value twice.
  private static DataType enumeration(String text, QualifiedName table, String column) {
    List<String> values = values(text);
    boolean distinct = new HashSet<>(values).size() == values.size();
    return distinct
        ? new DataType.Enumeration(
            table.sibling(Identifier.of(table.name() + "_" + column)), values)
        : new DataType.Native(text);
  }

  private static List<String> values(String text) {
    List<String> values = new ArrayList<>();
    SqlCursor cursor = new SqlCursor(text);
    while (!cursor.atEnd()) {
      int from = cursor.position();
      char first = cursor.current();
      MysqlExpressionText.skip(cursor);
      if (first == '\'') {
        values.add(MysqlExpressionText.unquoted(cursor.since(from)));
      }
    }
    return values;
  }
}
