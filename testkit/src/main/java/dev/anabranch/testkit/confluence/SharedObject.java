package dev.anabranch.testkit.confluence;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that two revisions have in common.
 *
 * @param verdict what follows from it for the two
 * @param object the thing, in words, such as {@code column customer.email}
 * @param reason what they do to it, a sentence without a full stop, such as {@code ae1 and bf2 both
 *     create column customer.email}
 * @param order who has to come first; present where the verdict is that an order is needed
 */
public record SharedObject(Verdict verdict, String object, String reason, Optional<Order> order) {

  /** Checks that all parts are there. */
  public SharedObject {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(order, "order");
  }

  /**
   * An order of two revisions.
   *
   * @param first the id of the one that comes first
   * @param second the id of the one that has to depend on it
   */
  public record Order(String first, String second) {
    /** Checks that both are there. */
    public Order {
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(second, "second");
    }
  }

  static SharedObject of(Verdict verdict, String object, String reason) {
    return new SharedObject(verdict, object, reason, Optional.empty());
  }
}
