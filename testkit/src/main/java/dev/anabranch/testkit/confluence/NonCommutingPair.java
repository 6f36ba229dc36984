package dev.anabranch.testkit.confluence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Two parallel revisions whose order matters.
 *
 * @param first the id of the one
 * @param second the id of the other
 * @param size of how many operations and statements both consist
 * @param below what else of their branches was applied before them; empty for what they stand on
 *     alone
 * @param differences what the order makes different
 * @param order who has to come first, as a run has shown or the relation knows; empty if no order
 *     is known to be the right one
 * @param relation what the two have in common, as far as that is known without running
 */
public record NonCommutingPair(
    String first,
    String second,
    int size,
    List<String> below,
    List<OrderDifference> differences,
    Optional<SharedObject.Order> order,
    Commutation relation) {

  /** Copies the lists. */
  public NonCommutingPair {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    below = List.copyOf(below);
    differences = List.copyOf(differences);
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(relation, "relation");
  }

  /** Returns who they are and what differs, a line for each difference. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    text.append(first).append(" and ").append(second).append(" do not commute");
    if (!below.isEmpty()) {
      text.append(" behind ").append(String.join(", ", below));
    }
    text.append(':');
    differences.forEach(difference -> text.append("\n  ").append(difference.words()));
    order.ifPresent(
        known ->
            text.append("\n  ")
                .append(known.second())
                .append(" has to depend on ")
                .append(known.first()));
    return text.toString();
  }
}
