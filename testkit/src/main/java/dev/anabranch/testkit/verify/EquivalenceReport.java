package dev.anabranch.testkit.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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

  /**
   * Returns the result as a check of one of the products: what it has otherwise than the first one,
   * and why one of the two could not be compared.
   *
   * @param product one of {@link #products()}
   */
  public CheckResult check(String product) {
    Optional<String> hint =
        Optional.of(
            "Write the revision so that it is the same, or allow the difference with a reason.");
    List<Finding> findings = new ArrayList<>();
    failures.stream()
        .filter(failure -> isOf(product, failure) || isOf(products.get(0), failure))
        .forEach(failure -> findings.add(Finding.failure(failure, Optional.empty())));
    differences.stream()
        .filter(difference -> difference.other().equals(product))
        .forEach(difference -> findings.add(Finding.failure(difference.describe(), hint)));
    return CheckResult.of(VerificationCheck.EQUIVALENCE, findings);
  }

  private static boolean isOf(String product, String failure) {
    return failure.startsWith(product + " ");
  }
}
