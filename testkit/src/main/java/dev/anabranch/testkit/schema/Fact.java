package dev.anabranch.testkit.schema;

import java.util.Comparator;
import java.util.Objects;

/**
 * One thing that holds of a schema.
 *
 * @param subject of what it is said, such as {@code table customer column name}
 * @param aspect what of it, such as {@code type}
 * @param value the answer, such as {@code varchar(100)}
 */
public record Fact(String subject, String aspect, String value) implements Comparable<Fact> {

  private static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::subject).thenComparing(Fact::aspect).thenComparing(Fact::value);

  /** Checks that all parts are there. */
  public Fact {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(aspect, "aspect");
    Objects.requireNonNull(value, "value");
  }

  /** Returns the same with another answer. */
  public Fact withValue(String value) {
    return new Fact(subject, aspect, value);
  }

  /** Compares by subject, then aspect, then value. */
  @Override
  public int compareTo(Fact other) {
    return ORDER.compare(this, other);
  }

  /** Returns subject, aspect and value as a line. */
  @Override
  public String toString() {
    return subject + ": " + aspect + " = " + value;
  }
}
