package dev.anabranch.dialect;

import dev.anabranch.schema.Column;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

/**
 * What the portable types hold where a product keeps to the SQL standard. A dialect delegates to it
 * and answers by itself where it differs. Immutable and safe for use by several threads.
 *
 * @param style how the product writes names and values
 * @param dialectNames the names the dialect answers to, the most specific first
 * @param longestFraction how many digits of a second's fraction the product keeps
 */
public record StandardRanges(SqlStyle style, List<String> dialectNames, int longestFraction)
    implements ValueRanges {

  /** How long the longest text is where a type sets no bound worth trying. */
  public static final int LONG = 4_000;

  /** The first day that products agree on. */
  public static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  /** The last day that products agree on. */
  public static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  /** Copies the list. */
  public StandardRanges {
    Objects.requireNonNull(style, "style");
    dialectNames = List.copyOf(dialectNames);
  }

  @Override
  public ValueRange of(Column column, DatabaseSchema schema) {
    return of(column.type());
  }

  /** Returns what a type can hold; unknown for those that only the product knows. */
  public ValueRange of(DataType declared) {
    DataType type = declared.forDialect(dialectNames);
    if (type instanceof DataType.Simple simple) {
      return simple(simple);
    } else if (type instanceof DataType.Numeric numeric) {
      return ValueRange.Numbers.ofDigits(numeric.precision(), numeric.scale());
    } else if (type instanceof DataType.Char text) {
      return ValueRange.Texts.upTo(text.length());
    } else if (type instanceof DataType.Varchar text) {
      return ValueRange.Texts.upTo(text.length());
    } else if (type instanceof DataType.Binary bytes) {
      return new ValueRange.Bytes(bytes.length(), bytes.length());
    } else if (type instanceof DataType.Varbinary bytes) {
      return new ValueRange.Bytes(0, bytes.length());
    } else if (type instanceof DataType.Enumeration enumeration) {
      return ValueRange.Samples.of(enumeration.values());
    } else if (type instanceof DataType.Array array) {
      ValueRange element = of(array.element());
      return element instanceof ValueRange.Unknown ? element : new ValueRange.Lists(element);
    }
    return temporal(type);
  }

  private static ValueRange simple(DataType.Simple type) {
    return switch (type) {
      case BOOLEAN -> new ValueRange.Samples(List.of(SqlValue.of(true), SqlValue.of(false)));
      case SMALLINT -> ValueRange.Numbers.ofBits(Short.SIZE);
      case INTEGER -> ValueRange.Numbers.ofBits(Integer.SIZE);
      case BIGINT -> ValueRange.Numbers.ofBits(Long.SIZE);
      case REAL -> ValueRange.FloatingPoint.single();
      case DOUBLE -> ValueRange.FloatingPoint.twofold();
      case TEXT -> ValueRange.Texts.upTo(LONG);
      case BLOB -> new ValueRange.Bytes(0, LONG);
      case DATE -> new ValueRange.Days(FIRST_DAY, LAST_DAY);
      case UUID -> new ValueRange.Uuids();
      case JSON -> new ValueRange.Documents();
    };
  }

  private ValueRange temporal(DataType type) {
    if (type instanceof DataType.Time time) {
      int fraction = fraction(time.precision());
      return new ValueRange.TimesOfDay(lastTime(fraction), fraction);
    } else if (type instanceof DataType.Timestamp timestamp) {
      int fraction = fraction(timestamp.precision());
      return new ValueRange.Timestamps(
          FIRST_DAY.atStartOfDay(), LAST_DAY.atTime(lastTime(fraction)), fraction);
    } else if (type instanceof DataType.TimestampWithTimeZone moment) {
      // A day from the ends: shown in another time zone they would have another year.
      return new ValueRange.Moments(
          Instant.parse("0001-01-02T00:00:00Z"),
          Instant.parse("9999-12-30T23:59:59Z"),
          fraction(moment.precision()));
    } else if (type == DataType.Interval.YEAR_TO_MONTH) {
      return spans("INTERVAL '%s' YEAR(9) TO MONTH", "1-2", "0-0", "999999999-11", "-10-5");
    } else if (type == DataType.Interval.DAY_TO_SECOND) {
      return spans(
          "INTERVAL '%s' DAY(9) TO SECOND(6)",
          "1 02:03:04", "0 00:00:00", "99999 23:59:59.999999", "-1 00:00:00");
    }
    return new ValueRange.Unknown(type);
  }

  private static ValueRange spans(String form, String... texts) {
    return new ValueRange.Samples(
        List.of(texts).stream()
            .map(text -> SqlValue.of(SqlExpression.of(form.replace("%s", text))))
            .toList());
  }

  private int fraction(int precision) {
    return Math.min(precision, longestFraction);
  }

  /** Returns the last time of day with some digits of a second's fraction. */
  public static LocalTime lastTime(int fraction) {
    int unit = 1;
    for (int digit = fraction; digit < 9; digit++) {
      unit *= 10;
    }
    return LocalTime.of(23, 59, 59, 1_000_000_000 - unit);
  }

  /** Returns {@code ARRAY[...]} as the standard writes it. */
  @Override
  public SqlValue list(List<SqlValue> elements) {
    StringBuilder text = new StringBuilder("ARRAY[");
    for (int i = 0; i < elements.size(); i++) {
      SqlLiteral literal = ((SqlValue.Constant) elements.get(i)).literal();
      text.append(i == 0 ? "" : ", ").append(style.literals().render(literal));
    }
    return SqlValue.of(SqlExpression.of(text.append(']').toString()));
  }
}
