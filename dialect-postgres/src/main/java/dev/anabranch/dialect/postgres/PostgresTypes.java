package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.TypeWriter;
import dev.anabranch.dialect.UnsupportedOperations;
import dev.anabranch.schema.DataType;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types of PostgreSQL in both directions (PostgreSQL 18 documentation, chapter 8).
 *
 * <p>What has no counterpart among the portable types is read as {@link DataType.Native} with the
 * text of {@code format_type}, which the server takes back as it is: {@code numeric} without
 * digits, {@code character varying} without a length, {@code json}, {@code bit(8)}, domains.
 */
final class PostgresTypes implements TypeWriter {

  /** Times are kept to the microsecond; this precision is what a type without one has. */
  private static final int FINEST_FRACTION = 6;

  private static final int LONGEST_TEXT = 10_485_760;
  private static final int MOST_DIGITS = 1_000;

  private static final Map<DataType.Simple, String> WORDS =
      Map.ofEntries(
          Map.entry(DataType.Simple.BOOLEAN, "BOOLEAN"),
          Map.entry(DataType.Simple.SMALLINT, "SMALLINT"),
          Map.entry(DataType.Simple.INTEGER, "INTEGER"),
          Map.entry(DataType.Simple.BIGINT, "BIGINT"),
          Map.entry(DataType.Simple.REAL, "REAL"),
          Map.entry(DataType.Simple.DOUBLE, "DOUBLE PRECISION"),
          Map.entry(DataType.Simple.TEXT, "TEXT"),
          Map.entry(DataType.Simple.BLOB, "BYTEA"),
          Map.entry(DataType.Simple.DATE, "DATE"),
          Map.entry(DataType.Simple.UUID, "UUID"),
          Map.entry(DataType.Simple.JSON, "JSONB"));

  private static final Map<String, DataType> PLAIN =
      Map.ofEntries(
          Map.entry("boolean", DataType.Simple.BOOLEAN),
          Map.entry("smallint", DataType.Simple.SMALLINT),
          Map.entry("integer", DataType.Simple.INTEGER),
          Map.entry("bigint", DataType.Simple.BIGINT),
          Map.entry("real", DataType.Simple.REAL),
          Map.entry("double precision", DataType.Simple.DOUBLE),
          Map.entry("text", DataType.Simple.TEXT),
          Map.entry("bytea", DataType.Simple.BLOB),
          Map.entry("date", DataType.Simple.DATE),
          Map.entry("uuid", DataType.Simple.UUID),
          Map.entry("jsonb", DataType.Simple.JSON),
          Map.entry("interval year to month", DataType.Interval.YEAR_TO_MONTH),
          Map.entry("interval day to second", DataType.Interval.DAY_TO_SECOND));

  private static final Pattern NUMERIC = Pattern.compile("numeric\\((\\d+),(\\d+)\\)");
  private static final Pattern TEXT = Pattern.compile("character( varying)?\\((\\d+)\\)");
  private static final Pattern TIME =
      Pattern.compile("(time|timestamp)(?:\\((\\d)\\))? with(out)? time zone");

  private final UnsupportedOperations unsupported;

  PostgresTypes(UnsupportedOperations unsupported) {
    this.unsupported = unsupported;
  }

  @Override
  public void write(SqlWriter writer, DataType type) {
    if (type instanceof DataType.Simple simple) {
      writer.keyword(WORDS.getOrDefault(simple, simple.name()));
    } else if (type instanceof DataType.Numeric numeric) {
      requireAtMost("numeric", "digits", numeric.precision(), MOST_DIGITS);
      writer.call("NUMERIC", w -> w.list(digits(numeric), SqlWriter::number));
    } else if (type instanceof DataType.Char fixed) {
      text(writer, "CHAR", fixed.length());
    } else if (type instanceof DataType.Varchar varying) {
      text(writer, "VARCHAR", varying.length());
    } else if (type instanceof DataType.Enumeration enumeration) {
      writer.name(enumeration.name());
    } else if (type instanceof DataType.Array array) {
      write(writer, array.element());
      writer.keyword("ARRAY");
    } else if (type instanceof DataType.Native own) {
      writer.raw(RawSql.of(own.text()));
    } else if (type instanceof DataType.Binary || type instanceof DataType.Varbinary) {
      writer.keyword("BYTEA");
    } else {
      temporal(writer, type);
    }
  }

  private void temporal(SqlWriter writer, DataType type) {
    if (type instanceof DataType.Time time) {
      fraction(writer, "TIME", time.precision());
    } else if (type instanceof DataType.Timestamp timestamp) {
      fraction(writer, "TIMESTAMP", timestamp.precision());
    } else if (type instanceof DataType.TimestampWithTimeZone moment) {
      fraction(writer, "TIMESTAMP", moment.precision()).keyword("WITH TIME ZONE");
    } else if (type instanceof DataType.Interval interval) {
      writer.keyword("INTERVAL").keyword(interval.name().replace('_', ' '));
    } else {
      throw new IllegalArgumentException("a variant has to be resolved first: " + type);
    }
  }

  private static List<Integer> digits(DataType.Numeric numeric) {
    return List.of(numeric.precision(), numeric.scale());
  }

  private void text(SqlWriter writer, String word, int length) {
    requireAtMost(word.toLowerCase(Locale.ROOT), "characters", length, LONGEST_TEXT);
    writer.call(word, w -> w.number(length));
  }

  private SqlWriter fraction(SqlWriter writer, String word, int precision) {
    requireAtMost(
        word.toLowerCase(Locale.ROOT), "digits of a second's fraction", precision, FINEST_FRACTION);
    return precision == FINEST_FRACTION
        ? writer.keyword(word)
        : writer.call(word, w -> w.number(precision));
  }

  private void requireAtMost(String type, String unit, int wanted, int most) {
    if (wanted > most) {
      throw unsupported.refuse(
          "write the type %s(%d)".formatted(type, wanted),
          "it keeps at most %d %s".formatted(most, unit),
          "Use at most %d, or another type for this product with type.on(\"%s\", ...)."
              .formatted(most, PostgresDialectProvider.PRODUCT));
    }
  }

  /**
   * Returns the type that {@code format_type} describes; arrays are described by their element.
   *
   * @param text the type with its modifiers, such as {@code numeric(10,2)}
   */
  static DataType read(String text) {
    DataType plain = PLAIN.get(text);
    return plain != null
        ? plain
        : numeric(text)
            .or(() -> characters(text))
            .or(() -> time(text))
            .orElseGet(() -> new DataType.Native(text));
  }

  // PostgreSQL 15 and later allow scales below 0 and above the precision.
  private static Optional<DataType> numeric(String text) {
    Matcher found = NUMERIC.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    int precision = Integer.parseInt(found.group(1));
    int scale = Integer.parseInt(found.group(2));
    return scale > precision
        ? Optional.empty()
        : Optional.of(new DataType.Numeric(precision, scale));
  }

  private static Optional<DataType> characters(String text) {
    Matcher found = TEXT.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    int length = Integer.parseInt(found.group(2));
    return Optional.of(
        found.group(1) == null ? new DataType.Char(length) : new DataType.Varchar(length));
  }

  private static Optional<DataType> time(String text) {
    Matcher found = TIME.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    boolean zone = found.group(3) == null;
    int precision = found.group(2) == null ? FINEST_FRACTION : Integer.parseInt(found.group(2));
    if (found.group(1).equals("time")) {
      return zone ? Optional.empty() : Optional.of(new DataType.Time(precision));
    }
    return Optional.of(
        zone ? new DataType.TimestampWithTimeZone(precision) : new DataType.Timestamp(precision));
  }
}
