package dev.anabranch.dialect;

import dev.anabranch.schema.DataType;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

/** Which values a column can hold on a product, whatever its constraints say besides. */
public sealed interface ValueRange {

  /** Which characters a text can hold. */
  enum Characters {
    /** ASCII. */
    ASCII,
    /** Letters of western Europe, one byte each. */
    LATIN,
    /** Characters up to U+FFFF. */
    BASIC,
    /** All of Unicode. */
    ALL
  }

  /**
   * Exact numbers.
   *
   * @param smallest the smallest
   * @param largest the largest
   * @param scale digits behind the point
   */
  record Numbers(BigDecimal smallest, BigDecimal largest, int scale) implements ValueRange {
    /** Checks that there is a number between them. */
    public Numbers {
      if (smallest.compareTo(largest) > 0) {
        throw new IllegalArgumentException(smallest + " is above " + largest);
      }
    }

    /** Returns the whole numbers of a number of bits, half of them negative. */
    public static Numbers ofBits(int bits) {
      BigDecimal end = new BigDecimal(BigInteger.ONE.shiftLeft(bits - 1));
      return new Numbers(end.negate(), end.subtract(BigDecimal.ONE), 0);
    }

    /** Returns the whole numbers from 0 that a number of bits can hold. */
    public static Numbers ofUnsignedBits(int bits) {
      BigDecimal end = new BigDecimal(BigInteger.ONE.shiftLeft(bits));
      return new Numbers(BigDecimal.ZERO, end.subtract(BigDecimal.ONE), 0);
    }

    /** Returns the numbers of some digits, of which some stand behind the point. */
    public static Numbers ofDigits(int precision, int scale) {
      BigDecimal largest = BigDecimal.TEN.pow(precision).subtract(BigDecimal.ONE);
      largest = largest.scaleByPowerOfTen(-scale);
      return new Numbers(largest.negate(), largest, Math.max(0, scale));
    }

    /** Returns the same numbers without those below 0. */
    public Numbers unsigned() {
      return new Numbers(BigDecimal.ZERO, largest, scale);
    }
  }

  /**
   * Binary floating-point numbers.
   *
   * @param largest the largest, which is also how far they reach below 0
   * @param smallest the smallest above 0
   */
  record FloatingPoint(double largest, double smallest) implements ValueRange {

    // A little inside of what is possible: servers round a text before they look at the bounds.
    private static final FloatingPoint SINGLE = new FloatingPoint(3.402823E38, 1.17550E-38);
    private static final FloatingPoint DOUBLE =
        new FloatingPoint(1.79769313486231E308, 2.22507385850721E-308);

    /** Returns numbers of 32 bits. */
    public static FloatingPoint single() {
      return SINGLE;
    }

    /** Returns numbers of 64 bits. */
    public static FloatingPoint twofold() {
      return DOUBLE;
    }
  }

  /** What the length of a text counts. */
  enum Measure {
    /** Code points. */
    CHARACTERS,
    /** Units of UTF-16, of which a character beyond U+FFFF has two. */
    UTF16_UNITS
  }

  /**
   * Texts.
   *
   * @param longest the length of the longest
   * @param characters what they are made of
   * @param measure what the length counts
   */
  record Texts(int longest, Characters characters, Measure measure) implements ValueRange {
    /** Checks that the parts are there. */
    public Texts {
      Objects.requireNonNull(characters, "characters");
      Objects.requireNonNull(measure, "measure");
    }

    /** Creates texts whose length counts code points. */
    public Texts(int longest, Characters characters) {
      this(longest, characters, Measure.CHARACTERS);
    }

    /** Returns whether a text is not too long. */
    public boolean fits(String text) {
      int length =
          measure == Measure.CHARACTERS ? text.codePointCount(0, text.length()) : text.length();
      return length <= longest;
    }

    /** Returns texts of every character. */
    public static Texts upTo(int longest) {
      return new Texts(longest, Characters.ALL);
    }
  }

  /**
   * Bytes.
   *
   * @param shortest the smallest number of them
   * @param longest the largest number of them
   */
  record Bytes(int shortest, int longest) implements ValueRange {}

  /**
   * Calendar days.
   *
   * @param first the first
   * @param last the last
   */
  record Days(LocalDate first, LocalDate last) implements ValueRange {}

  /**
   * Times of day.
   *
   * @param last the last
   * @param fraction digits of a second's fraction
   */
  record TimesOfDay(LocalTime last, int fraction) implements ValueRange {}

  /**
   * Dates with time, without time zone.
   *
   * @param first the first
   * @param last the last
   * @param fraction digits of a second's fraction
   */
  record Timestamps(LocalDateTime first, LocalDateTime last, int fraction) implements ValueRange {}

  /**
   * Moments.
   *
   * @param first the first
   * @param last the last
   * @param fraction digits of a second's fraction
   */
  record Moments(Instant first, Instant last, int fraction) implements ValueRange {}

  /** Universally unique identifiers. */
  record Uuids() implements ValueRange {}

  /** JSON documents. */
  record Documents() implements ValueRange {}

  /**
   * Lists.
   *
   * @param element what they are made of
   */
  record Lists(ValueRange element) implements ValueRange {
    /** Checks that the element is there. */
    public Lists {
      Objects.requireNonNull(element, "element");
    }
  }

  /**
   * Only some values, all there are or the ones that are known.
   *
   * @param values the values, at least one, the plainest first
   */
  record Samples(List<SqlValue> values) implements ValueRange {
    /** Copies the list. */
    public Samples {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("There is no sample.");
      }
    }

    /** Returns texts, which the server makes values of the type of. */
    public static Samples of(List<String> texts) {
      return new Samples(texts.stream().map(SqlValue::of).toList());
    }
  }

  /**
   * Those of a range that fulfil conditions, as of a domain.
   *
   * @param range the range, unrestricted itself
   * @param conditions the conditions, which call the value {@code VALUE}
   */
  record Restricted(ValueRange range, List<SqlExpression> conditions) implements ValueRange {
    /** Copies the list. */
    public Restricted {
      Objects.requireNonNull(range, "range");
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * Nothing is known of a type.
   *
   * @param type the type
   */
  record Unknown(DataType type) implements ValueRange {
    /** Checks that the type is there. */
    public Unknown {
      Objects.requireNonNull(type, "type");
    }
  }
}
