package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.StandardRanges;
import dev.anabranch.dialect.ValueRange;
import dev.anabranch.dialect.ValueRange.Bytes;
import dev.anabranch.dialect.ValueRange.Characters;
import dev.anabranch.dialect.ValueRange.Numbers;
import dev.anabranch.dialect.ValueRange.Samples;
import dev.anabranch.dialect.ValueRange.Texts;
import dev.anabranch.dialect.ValueRanges;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.sql.SqlCursor;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the types of MySQL and MariaDB hold (MySQL 8.0 Reference Manual, chapter 11).
 *
 * @param dialectNames the names the dialect answers to, the most specific first
 */
record MysqlRanges(List<String> dialectNames) implements ValueRanges {

  private static final int FRACTION = 6;
  private static final int SHORTEST_LONG = 255;

  // Earlier days are kept, but not promised (11.2.2).
  private static final LocalDate FIRST_DAY = LocalDate.of(1000, 1, 1);

  // A day from the ends, which other time zones show beyond them (11.2.1).
  private static final Instant FIRST_MOMENT = Instant.parse("1970-01-02T00:00:01Z");
  private static final Instant LAST_MOMENT = Instant.parse("2038-01-18T03:14:07Z");

  private static final Pattern WORD =
      Pattern.compile("([a-z]+)(?:\\((\\d+)(?:,(\\d+))?\\))?(.*)", Pattern.DOTALL);

  private static final int MOST_MEMBERS = 8;

  @Override
  public ValueRange of(Column column, DatabaseSchema schema) {
    ValueRange range = ofType(column.type().forDialect(dialectNames));
    Characters characters = characters(column);
    return range instanceof Texts texts ? new Texts(texts.longest(), characters) : range;
  }

  // A collation begins with its character set.
  private static Characters characters(Column column) {
    String collation = column.collation().orElse("utf8mb4").toLowerCase(Locale.ROOT);
    String set =
        collation.contains("_") ? collation.substring(0, collation.indexOf('_')) : collation;
    return switch (set) {
      case "utf8mb4", "utf16", "utf16le", "utf32" -> Characters.ALL;
      case "utf8", "utf8mb3", "ucs2" -> Characters.BASIC;
      case "latin1", "latin9", "cp850" -> Characters.LATIN;
      default -> Characters.ASCII;
    };
  }

  private ValueRange ofType(DataType type) {
    if (type instanceof DataType.Native own) {
      return ofText(own.text());
    } else if (type == DataType.Simple.DATE) {
      return new ValueRange.Days(FIRST_DAY, StandardRanges.LAST_DAY);
    } else if (type instanceof DataType.Timestamp timestamp) {
      return new ValueRange.Timestamps(
          FIRST_DAY.atStartOfDay(),
          // Not the last second: fractions beyond the column's are rounded up.
          StandardRanges.LAST_DAY.atTime(
              StandardRanges.lastTime(Math.min(FRACTION, timestamp.precision()))),
          timestamp.precision());
    } else if (type instanceof DataType.TimestampWithTimeZone moment) {
      return new ValueRange.Moments(FIRST_MOMENT, LAST_MOMENT, moment.precision());
    }
    return new StandardRanges(MysqlStateTables.STYLE, dialectNames, FRACTION).of(type);
  }

  private static ValueRange ofText(String text) {
    Matcher word = WORD.matcher(text);
    ValueRange range = null;
    if (word.matches()) {
      int size = word.group(2) == null ? -1 : Integer.parseInt(word.group(2));
      int scale = word.group(3) == null ? 0 : Integer.parseInt(word.group(3));
      range = number(word.group(1), size, scale).orElseGet(() -> other(word.group(1), size, text));
    }
    if (range instanceof Numbers numbers && text.contains("unsigned")) {
      return unsigned(numbers);
    }
    return range == null ? new ValueRange.Unknown(new DataType.Native(text)) : range;
  }

  private static ValueRange unsigned(Numbers signed) {
    return signed.scale() > 0 || signed.smallest().add(signed.largest()).signum() == 0
        ? signed.unsigned()
        : new Numbers(
            BigDecimal.ZERO,
            signed.largest().multiply(BigDecimal.valueOf(2)).add(BigDecimal.ONE),
            0);
  }

  private static Optional<ValueRange> number(String word, int size, int scale) {
    return Optional.ofNullable(
        switch (word) {
          case "tinyint" -> Numbers.ofBits(8);
          case "smallint" -> Numbers.ofBits(16);
          case "mediumint" -> Numbers.ofBits(24);
          case "int" -> Numbers.ofBits(32);
          case "bigint" -> Numbers.ofBits(64);
          case "decimal" -> Numbers.ofDigits(size < 0 ? 10 : size, scale);
          case "float", "double" ->
              size > 0
                  ? Numbers.ofDigits(Math.min(size, word.equals("float") ? 6 : 15), scale)
                  : word.equals("float") ? floatingPoint(6) : floatingPoint(12);
          case "year" -> new Numbers(BigDecimal.valueOf(1901), BigDecimal.valueOf(2155), 0);
          default -> null;
        });
  }

  // With a bound that is far inside: the same word may stand before UNSIGNED.
  private static ValueRange floatingPoint(int digits) {
    return Numbers.ofDigits(digits, 2);
  }

  private static ValueRange other(String word, int size, String text) {
    return switch (word) {
      case "char", "varchar" -> Texts.upTo(Math.max(0, size));
      case "tinytext" -> Texts.upTo(SHORTEST_LONG / 4);
      case "text", "mediumtext", "longtext" -> Texts.upTo(StandardRanges.LONG);
      case "binary" -> new Bytes(Math.max(1, size), Math.max(1, size));
      case "varbinary" -> new Bytes(0, Math.max(0, size));
      case "tinyblob" -> new Bytes(0, SHORTEST_LONG);
      case "blob", "mediumblob", "longblob" -> new Bytes(0, StandardRanges.LONG);
      case "bit" -> bits(Math.max(1, size));
      case "set" -> members(text);
      case "enum" -> Samples.of(values(text));
      case "inet4" -> Samples.of(List.of("10.0.0.1", "0.0.0.0", "255.255.255.255"));
      case "inet6" -> Samples.of(List.of("2001:db8::1", "::", "::ffff:10.0.0.1"));
      default -> spatial(word).orElseGet(() -> new ValueRange.Unknown(new DataType.Native(text)));
    };
  }

  private static ValueRange bits(int size) {
    List<SqlValue> values = new ArrayList<>();
    int count = 1 << Math.min(size, FRACTION);
    for (int i = count - 1; i >= 0; i--) {
      values.add(expression("b'" + Integer.toBinaryString(i) + "'"));
    }
    values.add(expression("b'" + "1".repeat(size) + "'"));
    return new Samples(values.stream().distinct().toList());
  }

  private static ValueRange members(String text) {
    List<String> members = values(text);
    List<String> sets = new ArrayList<>(members.subList(0, 1));
    sets.add("");
    sets.add(String.join(",", members.subList(0, Math.min(MOST_MEMBERS, members.size()))));
    sets.addAll(members.subList(1, members.size()));
    return Samples.of(sets.stream().distinct().toList());
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
    return values.stream().distinct().toList();
  }

  private static Optional<ValueRange> spatial(String word) {
    List<String> texts =
        switch (word) {
          case "geometry" -> List.of("POINT(1 2)", "LINESTRING(0 0,1 1)");
          case "point" -> List.of("POINT(1 2)", "POINT(0 0)");
          case "linestring" -> List.of("LINESTRING(0 0,1 1)");
          case "polygon" -> List.of("POLYGON((0 0,1 0,1 1,0 0))");
          case "multipoint" -> List.of("MULTIPOINT(1 2,3 4)");
          case "multilinestring" -> List.of("MULTILINESTRING((0 0,1 1))");
          case "multipolygon" -> List.of("MULTIPOLYGON(((0 0,1 0,1 1,0 0)))");
          case "geometrycollection", "geomcollection" -> List.of("GEOMETRYCOLLECTION(POINT(1 2))");
          default -> List.of();
        };
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Samples(
                texts.stream()
                    .map(each -> expression("ST_GeomFromText('" + each + "')"))
                    .toList()));
  }

  private static SqlValue expression(String text) {
    return SqlValue.of(SqlExpression.of(text));
  }

  @Override
  public SqlValue list(List<SqlValue> elements) {
    throw new UnsupportedOperationException("There are no arrays.");
  }
}
