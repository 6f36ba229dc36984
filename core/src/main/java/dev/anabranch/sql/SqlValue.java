package dev.anabranch.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a column is set to: a constant, an expression, the present moment, or a sequence's next. */
public sealed interface SqlValue {

  /** A constant. */
  record Constant(SqlLiteral literal) implements SqlValue {
    /** Checks that the constant is there. */
    public Constant {
      Objects.requireNonNull(literal, "literal");
    }
  }

  /** Whatever SQL an author wrote. */
  record Computed(SqlExpression expression) implements SqlValue {
    /** Checks that the expression is there. */
    public Computed {
      Objects.requireNonNull(expression, "expression");
    }
  }

  /** The present moment; every product knows these three. */
  enum Current implements SqlValue {
    /** Today. */
    DATE,
    /** The time of day. */
    TIME,
    /** Date and time. */
    TIMESTAMP
  }

  /** The next number of a sequence. */
  record NextValue(QualifiedName sequence) implements SqlValue {
    /** Checks that the sequence is named. */
    public NextValue {
      Objects.requireNonNull(sequence, "sequence");
    }
  }

  /**
   * Returns the value that stands for a Java object.
   *
   * @param value null, a text, a number without fraction or a {@link BigDecimal}, a truth value, a
   *     date or time of {@code java.time}, bytes, a {@link UUID}, or one of the types of this
   *     package
   * @throws IllegalArgumentException if it is anything else
   */
  static SqlValue of(@Nullable Object value) {
    if (value instanceof SqlValue ready) {
      return ready;
    } else if (value instanceof SqlExpression expression) {
      return new Computed(expression);
    } else if (value instanceof RawSql raw) {
      return new Computed(SqlExpression.of(raw.text()));
    }
    return new Constant(literal(value));
  }

  /**
   * Returns the constant that stands for a Java object.
   *
   * @param value as for {@link #of}, without expressions
   * @throws IllegalArgumentException if it is anything else
   */
  static SqlLiteral literal(@Nullable Object value) {
    if (value == null) {
      return SqlLiteral.nothing();
    } else if (value instanceof SqlLiteral literal) {
      return literal;
    } else if (value instanceof CharSequence text) {
      return SqlLiteral.text(text.toString());
    } else if (value instanceof Boolean truth) {
      return SqlLiteral.truth(truth);
    } else if (value instanceof Number number) {
      return SqlLiteral.number(exact(number));
    } else if (value instanceof byte[] bytes) {
      return SqlLiteral.bytes(bytes);
    } else if (value instanceof UUID uuid) {
      return SqlLiteral.uuid(uuid);
    }
    return temporal(value);
  }

  private static SqlLiteral temporal(Object value) {
    if (value instanceof LocalDate date) {
      return SqlLiteral.date(date);
    } else if (value instanceof LocalTime time) {
      return SqlLiteral.time(time);
    } else if (value instanceof LocalDateTime timestamp) {
      return SqlLiteral.timestamp(timestamp);
    } else if (value instanceof Instant moment) {
      return SqlLiteral.moment(moment);
    } else if (value instanceof OffsetDateTime moment) {
      return SqlLiteral.moment(moment.toInstant());
    }
    throw new IllegalArgumentException(
        "No constant of SQL stands for a "
            + value.getClass().getName()
            + "; give a text, a number, a truth value, bytes, a UUID, or a date or time of java.time.");
  }

  // Finite doubles only: their shortest decimal text is what an author wrote.
  private static BigDecimal exact(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    } else if (number instanceof BigInteger whole) {
      return new BigDecimal(whole);
    } else if (number instanceof Double || number instanceof Float) {
      if (Double.isNaN(number.doubleValue()) || Double.isInfinite(number.doubleValue())) {
        throw new IllegalArgumentException(number + " is no number that every server can keep.");
      }
      return new BigDecimal(number.toString());
    }
    boolean whole =
        number instanceof Long
            || number instanceof Integer
            || number instanceof Short
            || number instanceof Byte;
    if (!whole) {
      throw new IllegalArgumentException(
          "No constant of SQL stands for a " + number.getClass().getName() + ".");
    }
    return BigDecimal.valueOf(number.longValue());
  }
}
