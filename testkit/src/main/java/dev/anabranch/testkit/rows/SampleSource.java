package dev.anabranch.testkit.rows;

import dev.anabranch.dialect.ValueRange;
import dev.anabranch.dialect.ValueRanges;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes values of one range: those at its edges, and any number of ordinary ones. */
final class SampleSource {

  private static final LocalDate USUAL_DAY = LocalDate.of(2001, 1, 2);
  private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);
  private static final LocalTime LATE = LocalTime.of(23, 59, 59);

  private final ValueRange range;
  private final ValueRanges ranges;
  private final List<Sample> edges;

  SampleSource(ValueRange range, ValueRanges ranges) {
    this.range = range instanceof ValueRange.Restricted restricted ? restricted.range() : range;
    this.ranges = ranges;
    this.edges = edgesOf(this.range);
  }

  /** Returns the range, without conditions. */
  ValueRange range() {
    return range;
  }

  /** Returns whether there are any values. */
  boolean isKnown() {
    return !(range instanceof ValueRange.Unknown);
  }

  /** Returns the values at the edges, none twice. */
  List<Sample> edges() {
    return edges;
  }

  private List<Sample> edgesOf(ValueRange range) {
    if (range instanceof ValueRange.Texts texts) {
      return samples(TextSamples.edges(texts));
    } else if (range instanceof ValueRange.Numbers numbers) {
      return samples(numbers(numbers));
    } else if (range instanceof ValueRange.FloatingPoint numbers) {
      return samples(
          "0",
          "0.1",
          Double.toString(-numbers.largest()),
          Double.toString(numbers.largest()),
          Double.toString(numbers.smallest()));
    } else if (range instanceof ValueRange.Bytes bytes) {
      return samples(
          bytes(bytes), filled(bytes.longest(), 0), filled(bytes.longest(), 0xff), new byte[0]);
    } else if (range instanceof ValueRange.Samples listed) {
      return listed.values().stream().map(Sample::of).toList();
    } else if (range instanceof ValueRange.Uuids) {
      return samples(new UUID(0, 0), new UUID(-1, -1));
    } else if (range instanceof ValueRange.Documents) {
      return Stream.of("{}", "[]", "{\"a\": [1, 2.5, null, true, \"\u00e9\"]}", "null", "\"it's\"")
          .map(text -> Sample.of(SqlLiteral.json(text)))
          .toList();
    } else if (range instanceof ValueRange.Lists lists) {
      return lists(lists.element());
    }
    return temporal(range);
  }

  private static List<Sample> samples(Object... values) {
    return samples(Arrays.asList(values));
  }

  private static List<Sample> samples(List<?> values) {
    return values.stream().map(Sample::of).distinct().toList();
  }

  private static List<BigDecimal> numbers(ValueRange.Numbers range) {
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-range.scale());
    return Stream.of(
            BigDecimal.ZERO, range.smallest(), range.largest(), unit.negate(), BigDecimal.ONE, unit)
        .filter(number -> isIn(number, range))
        .distinct()
        .toList();
  }

  private static boolean isIn(BigDecimal number, ValueRange.Numbers range) {
    return number.compareTo(range.smallest()) >= 0 && number.compareTo(range.largest()) <= 0;
  }

  private static byte[] bytes(ValueRange.Bytes range) {
    int length = Math.max(range.shortest(), Math.min(4, range.longest()));
    return Arrays.copyOf(new byte[] {0x5c, 0x00, 0x27, (byte) 0xe9}, length);
  }

  private static byte[] filled(int longest, int value) {
    byte[] bytes = new byte[Math.min(longest, TextSamples.LONGEST)];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static List<Sample> temporal(ValueRange range) {
    if (range instanceof ValueRange.Days days) {
      return samples(days.first(), days.last(), LEAP_DAY, LocalDate.EPOCH.plusDays(1));
    } else if (range instanceof ValueRange.TimesOfDay times) {
      return samples(LocalTime.MIDNIGHT, times.last(), LocalTime.NOON);
    } else if (range instanceof ValueRange.Timestamps times) {
      return samples(times.first(), times.last(), LEAP_DAY.atStartOfDay(), LEAP_DAY.atTime(LATE));
    } else if (range instanceof ValueRange.Moments moments) {
      return samples(
          moments.first(),
          moments.last(),
          Instant.parse("2024-02-29T00:00:00Z"),
          Instant.parse("2024-03-31T01:30:00Z"));
    }
    return List.of();
  }

  private List<Sample> lists(ValueRange element) {
    SampleSource source = new SampleSource(element, ranges);
    List<SqlValue> elements =
        source.edges().stream()
            .map(Sample::sql)
            .filter(SqlValue.Constant.class::isInstance)
            .toList();
    List<Sample> lists = new ArrayList<>();
    lists.add(new Sample(ranges.list(elements.subList(0, Math.min(1, elements.size()))), null));
    lists.add(new Sample(ranges.list(elements), null));
    lists.add(new Sample(ranges.list(List.of()), null));
    lists.add(new Sample(ranges.list(List.of(SqlValue.of(null))), null));
    return lists;
  }

  /**
   * Returns the ordinary value of a number.
   *
   * @param n 0 or more; each gives another value
   * @return empty if there are not so many
   */
  Optional<Sample> ordinary(int n) {
    if (range instanceof ValueRange.Texts texts) {
      return TextSamples.ordinary(texts, n).map(Sample::of);
    } else if (range instanceof ValueRange.Numbers numbers) {
      return number(numbers, n).map(Sample::of);
    } else if (range instanceof ValueRange.FloatingPoint) {
      return Optional.of(Sample.of((n + 1) + ".5"));
    } else if (range instanceof ValueRange.Bytes bytes) {
      return bytes(bytes, n);
    } else if (range instanceof ValueRange.Uuids) {
      return Optional.of(
          Sample.of(new UUID(0x0123456789ab4000L + (n & 0xfff), 0x8000000000000000L + n)));
    } else if (range instanceof ValueRange.Documents) {
      return Optional.of(Sample.of(SqlLiteral.json("{\"n\": " + (n + 1) + "}")));
    } else if (range instanceof ValueRange.Samples || range instanceof ValueRange.Lists) {
      return n < edges.size() ? Optional.of(edges.get(n)) : Optional.empty();
    }
    return time(n);
  }

  private Optional<Sample> time(int n) {
    if (range instanceof ValueRange.Days) {
      return Optional.of(Sample.of(USUAL_DAY.plusDays(n)));
    } else if (range instanceof ValueRange.TimesOfDay) {
      return n < 24 * 60 - 7
          ? Optional.of(Sample.of(LocalTime.of(0, 7).plusMinutes(n)))
          : Optional.empty();
    } else if (range instanceof ValueRange.Timestamps) {
      return Optional.of(Sample.of(USUAL_DAY.atTime(3, 4, 5).plusHours(n)));
    } else if (range instanceof ValueRange.Moments) {
      return Optional.of(
          Sample.of(Instant.parse("2001-01-02T03:04:05Z").plus(n, ChronoUnit.HOURS)));
    }
    return Optional.empty();
  }

  private static Optional<BigDecimal> number(ValueRange.Numbers range, int n) {
    BigDecimal unit =
        range.largest().compareTo(BigDecimal.valueOf(9_999)) >= 0
            ? BigDecimal.ONE
            : BigDecimal.ONE.scaleByPowerOfTen(-range.scale());
    BigDecimal up = unit.multiply(BigDecimal.valueOf(n + 1L));
    if (up.compareTo(range.largest()) <= 0) {
      return Optional.of(up);
    }
    int above = range.largest().divide(unit, RoundingMode.FLOOR).intValue();
    BigDecimal down = unit.multiply(BigDecimal.valueOf((long) above - n));
    return isIn(down, range) ? Optional.of(down) : Optional.empty();
  }

  private static Optional<Sample> bytes(ValueRange.Bytes range, int n) {
    int length = Math.max(range.shortest(), Math.min(4, range.longest()));
    if (length < 4 && n >= 1 << (8 * length)) {
      return Optional.empty();
    }
    byte[] number = ByteBuffer.allocate(4).putInt(n).array();
    byte[] bytes = new byte[length];
    for (int i = 0; i < Math.min(4, length); i++) {
      bytes[length - 1 - i] = number[3 - i];
    }
    return Optional.of(Sample.of(bytes));
  }

  /** Returns the value that a constant in a condition stands for, if the column can hold it. */
  Optional<Sample> constant(String text) {
    try {
      if (range instanceof ValueRange.Texts texts) {
        return texts.fits(text) ? Optional.of(Sample.of(text)) : Optional.empty();
      } else if (range instanceof ValueRange.Numbers numbers) {
        BigDecimal number = new BigDecimal(text.strip());
        return isIn(number, numbers) && number.stripTrailingZeros().scale() <= numbers.scale()
            ? Optional.of(Sample.of(number))
            : Optional.empty();
      } else if (range instanceof ValueRange.FloatingPoint) {
        return Optional.of(Sample.of(new BigDecimal(text.strip()).toString()));
      } else if (range instanceof ValueRange.Days) {
        return Optional.of(Sample.of(LocalDate.parse(text.substring(0, 10))));
      } else if (range instanceof ValueRange.Timestamps) {
        return Optional.of(Sample.of(timestamp(text)));
      } else if (range instanceof ValueRange.Moments) {
        return Optional.of(Sample.of(timestamp(text).toInstant(ZoneOffset.UTC)));
      }
    } catch (NumberFormatException | DateTimeException | StringIndexOutOfBoundsException e) {
      // Another column's constant.
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static LocalDateTime timestamp(String text) {
    LocalDate day = LocalDate.parse(text.substring(0, 10));
    return text.length() < 19
        ? day.atStartOfDay()
        : day.atTime(LocalTime.parse(text.substring(11, 19)));
  }
}
