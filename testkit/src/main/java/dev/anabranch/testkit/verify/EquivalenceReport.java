package dev.anabranch.testkit.verify;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What the comparison of several products brought.
 *
 * @param products the products, in the order in which they were given
 * @param revisions how many revisions were compared
 * @param differences what is different, in the order of the revisions
 * @param failures why a product could not be compared any further; a sentence for each
 * @param duration how long it took
 */
public record EquivalenceReport(
    List<String> products,
    int revisions,
    List<ProductDifference> differences,
    List<String> failures,
    Duration duration) {

  /** Copies the lists. */
  public EquivalenceReport {
    products = List.copyOf(products);
    differences = List.copyOf(differences);
    failures = List.copyOf(failures);
    Objects.requireNonNull(duration, "duration");
  }

  /** Returns whether every revision leads to the same on every product. */
  public boolean passed() {
    return differences.isEmpty() && failures.isEmpty();
  }
}
