package dev.anabranch.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/**
 * A constant value that is to stand in a statement.
 *
 * <p>It knows its value and nothing of SQL; a {@link LiteralStyle} writes it for a product.
 */
public sealed interface SqlLiteral {

  /** Text of any length, the empty text included. */
  record Text(String value) implements SqlLiteral {
    /** Checks that the text can reach a server. */
    public Text {
      Objects.requireNonNull(value, "value");
      SqlText.requireSendable("text", value);
    }
  }

  /** An exact number. */
  record Number(BigDecimal value) implements SqlLiteral {
    /** Checks that the value is there. */
    public Number {
      Objects.requireNonNull(value, "value");
    }
  }

  /** A truth value. */
  record Truth(boolean value) implements SqlLiteral {}

  /** A calendar day. */
  record Date(LocalDate value) implements SqlLiteral {
    /** Checks that the year has four digits. */
    public Date {
      requireFourDigitYear(value.getYear());
    }
  }

  /** A date and time of day without time zone, up to nanoseconds. */
  record Timestamp(LocalDateTime value) implements SqlLiteral {
    /** Checks that the year has four digits. */
    public Timestamp {
      requireFourDigitYear(value.getYear());
    }
  }

  /** A moment, the same everywhere, up to nanoseconds. */
  record Moment(Instant value) implements SqlLiteral {

    private static final Instant FIRST_MOMENT = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END_OF_MOMENTS = Instant.parse("+10000-01-01T00:00:00Z");

    /** Checks that the year has four digits. */
    public Moment {
      if (value.isBefore(FIRST_MOMENT) || !value.isBefore(END_OF_MOMENTS)) {
        throw new IllegalArgumentException("A moment must lie in the years 1 to 9999: " + value);
      }
    }
  }

  /** A time of day without time zone, up to nanoseconds. */
  record Time(LocalTime value) implements SqlLiteral {
    /** Checks that the value is there. */
    public Time {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * Bytes.
   *
   * @param hex two lower-case hexadecimal digits for each byte; empty for none
   */
  record Binary(String hex) implements SqlLiteral {
    /** Checks that the digits are complete. */
    public Binary {
      if (!hex.matches("([0-9a-f]{2})*")) {
        throw new IllegalArgumentException("Bytes are written as pairs of hexadecimal digits.");
      }
    }
  }

  /** A universally unique identifier. */
  record Uuid(UUID value) implements SqlLiteral {
    /** Checks that the value is there. */
    public Uuid {
      Objects.requireNonNull(value, "value");
    }
  }

  /** A JSON text; that it is valid JSON is left to the server. */
  record Json(String value) implements SqlLiteral {
    /** Checks that the text can reach a server. */
    public Json {
      Objects.requireNonNull(value, "value");
      SqlText.requireSendable("JSON", value);
    }
  }

  /** The absence of a value. */
  record Null() implements SqlLiteral {}

  /**
   * Returns a text.
   *
   * @param value the text; the empty one is allowed
   * @throws IllegalArgumentException if it holds NUL or half of a surrogate pair
   */
  static SqlLiteral text(String value) {
    return new Text(value);
  }

  /**
   * Returns a whole number.
   *
   * @param value the number
   */
  static SqlLiteral number(long value) {
    return new Number(BigDecimal.valueOf(value));
  }

  /**
   * Returns an exact number.
   *
   * @param value the number, written with as many decimal places as it has
   */
  static SqlLiteral number(BigDecimal value) {
    return new Number(value);
  }

  /**
   * Returns a truth value.
   *
   * @param value the value
   */
  static SqlLiteral truth(boolean value) {
    return new Truth(value);
  }

  /**
   * Returns a calendar day.
   *
   * @param value the day, in the years 1 to 9999
   */
  static SqlLiteral date(LocalDate value) {
    return new Date(value);
  }

  /**
   * Returns a date and time of day without time zone.
   *
   * @param value date and time, in the years 1 to 9999
   */
  static SqlLiteral timestamp(LocalDateTime value) {
    return new Timestamp(value);
  }

  /**
   * Returns a moment.
   *
   * @param value the moment, in the years 1 to 9999 of UTC
   */
  static SqlLiteral moment(Instant value) {
    return new Moment(value);
  }

  /** Returns a time of day without time zone. */
  static SqlLiteral time(LocalTime value) {
    return new Time(value);
  }

  /**
   * Returns bytes.
   *
   * @param value the bytes; none are allowed
   */
  static SqlLiteral bytes(byte[] value) {
    return new Binary(HexFormat.of().formatHex(value));
  }

  /** Returns a universally unique identifier. */
  static SqlLiteral uuid(UUID value) {
    return new Uuid(value);
  }

  /**
   * Returns a JSON text.
   *
   * @param value the text
   * @throws IllegalArgumentException if it holds NUL or half of a surrogate pair
   */
  static SqlLiteral json(String value) {
    return new Json(value);
  }

  /** Returns the absence of a value. */
  static SqlLiteral nothing() {
    return new Null();
  }

  private static void requireFourDigitYear(int year) {
    if (year < 1 || year > 9999) {
      throw new IllegalArgumentException("A date must lie in the years 1 to 9999: " + year);
    }
  }
}
