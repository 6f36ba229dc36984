package dev.anabranch.testkit.confluence;

import java.util.Objects;

/**
 * One difference that the order of two revisions makes.
 *
 * @param kind where it shows
 * @param words the difference, on one line
 */
public record OrderDifference(Kind kind, String words) {

  /** Where a difference shows. */
  public enum Kind {
    /** One of the orders cannot be applied at all. */
    ERROR,
    /** The schemas differ. */
    SCHEMA,
    /** The rows differ. */
    ROWS,
    /** The columns of a table stand in another order. */
    COLUMN_ORDER
  }

  /** Checks that both parts are there. */
  public OrderDifference {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(words, "words");
  }
}
