package dev.anabranch.dialect.oracle;

import dev.anabranch.schema.DataType;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of a column as the dictionary tells it (Database Reference 19c, ALL_TAB_COLS).
 *
 * <p>Some logical types share one of Oracle's and are read back as one of them: {@code NUMBER(5)},
 * {@code NUMBER(10)} and {@code NUMBER(19)} as smallint, integer and bigint, {@code RAW(16)} as
 * uuid, other {@code RAW} as varbinary. What no logical type is written as is read as a native
 * type.
 *
 * @param name DATA_TYPE, which holds the digits of timestamps and spans but no other length
 * @param owner DATA_TYPE_OWNER; empty for a type of the server's own
 * @param precision DATA_PRECISION; negative for none
 * @param scale DATA_SCALE; {@link #NO_SCALE} for none
 * @param length CHAR_LENGTH of text, DATA_LENGTH of anything else
 * @param countsCharacters whether CHAR_USED is C
 */
record OracleColumnType(
    String name,
    Optional<String> owner,
    int precision,
    int scale,
    int length,
    boolean countsCharacters) {

  /** The length of the {@code RAW} that holds a uuid. */
  static final int UUID_BYTES = 16;

  /** The scale of a type that has none. */
  static final int NO_SCALE = Integer.MIN_VALUE;

  private static final Pattern TIMESTAMP =
      Pattern.compile("TIMESTAMP\\((\\d)\\)( WITH TIME ZONE)?");

  private static final String YEARS =
      "INTERVAL YEAR(%d) TO MONTH".formatted(OracleTypes.INTERVAL_DIGITS);

  private static final String DAYS =
      "INTERVAL DAY(%d) TO SECOND(%d)"
          .formatted(OracleTypes.INTERVAL_DIGITS, OracleTypes.INTERVAL_FRACTION);

  private static final int MOST_DIGITS = 38;

  /**
   * Returns the logical type, conditions on the column aside.
   *
   * @param style how names are written
   */
  DataType logical(SqlStyle style) {
    if (owner.isPresent()) {
      return ofUser(style, owner.get());
    }
    Matcher timestamp = TIMESTAMP.matcher(name);
    if (timestamp.matches()) {
      int digits = Integer.parseInt(timestamp.group(1));
      return timestamp.group(2) == null
          ? new DataType.Timestamp(digits)
          : new DataType.TimestampWithTimeZone(digits);
    }
    return switch (name) {
      case "NUMBER" -> number();
      case "VARCHAR2" -> text();
      case "CHAR" -> text();
      case "RAW" -> raw();
      case "BINARY_FLOAT" -> DataType.Simple.REAL;
      case "BINARY_DOUBLE" -> DataType.Simple.DOUBLE;
      case "CLOB" -> DataType.Simple.TEXT;
      case "BLOB" -> DataType.Simple.BLOB;
      case "DATE" -> DataType.Simple.DATE;
      case "BOOLEAN" -> DataType.Simple.BOOLEAN;
      case "JSON" -> DataType.Simple.JSON;
      case "NVARCHAR2", "NCHAR", "UROWID" -> sized(name, Integer.toString(length));
      case "FLOAT" -> sized(name, Integer.toString(precision));
      default -> other();
    };
  }

  // A type of the server's own is known everywhere, though it belongs to somebody.
  private DataType ofUser(SqlStyle style, String user) {
    return user.equals("SYS") || user.equals("PUBLIC")
        ? new DataType.Native(name)
        : new DataType.Native(
            style.quoting().quote(user) + "." + style.quoting().quote(Identifier.exact(name)));
  }

  // INTEGER is NUMBER without precision and with scale 0.
  private DataType number() {
    if (precision < 0) {
      return scale == 0 ? new DataType.Numeric(MOST_DIGITS, 0) : new DataType.Native(name);
    } else if (scale == 0 && precision == 5) {
      return DataType.Simple.SMALLINT;
    } else if (scale == 0 && precision == 10) {
      return DataType.Simple.INTEGER;
    } else if (scale == 0 && precision == 19) {
      return DataType.Simple.BIGINT;
    } else if (scale < 0 || scale > precision) {
      return sized(name, precision + ", " + scale);
    }
    return new DataType.Numeric(precision, scale);
  }

  private DataType text() {
    boolean isVarchar = name.equals("VARCHAR2");
    int longest = isVarchar ? OracleTypes.LONGEST_VARCHAR : OracleTypes.LONGEST_FIXED;
    if (!countsCharacters || length > longest) {
      return sized(name, length + (countsCharacters ? " CHAR" : " BYTE"));
    }
    return isVarchar ? new DataType.Varchar(length) : new DataType.Char(length);
  }

  private DataType raw() {
    if (length == UUID_BYTES) {
      return DataType.Simple.UUID;
    }
    return length > OracleTypes.LONGEST_FIXED
        ? sized(name, Integer.toString(length))
        : new DataType.Varbinary(length);
  }

  private DataType other() {
    if (name.equals(YEARS)) {
      return DataType.Interval.YEAR_TO_MONTH;
    }
    return name.equals(DAYS) ? DataType.Interval.DAY_TO_SECOND : new DataType.Native(name);
  }

  private static DataType sized(String name, String size) {
    return new DataType.Native(name + "(" + size + ")");
  }
}
