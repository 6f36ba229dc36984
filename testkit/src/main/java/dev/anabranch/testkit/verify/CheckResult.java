package dev.anabranch.testkit.verify;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of one check.
 *
 * @param check which check
 * @param title its name for people; that of the user for a check of his own
 * @param outcome how it ended
 * @param reason why it was not made; empty unless it was skipped
 * @param findings what it found; a failed check has at least one failure
 */
public record CheckResult(
    VerificationCheck check,
    String title,
    Outcome outcome,
    Optional<String> reason,
    List<Finding> findings) {

  /** How a check ended. */
  public enum Outcome {
    /** All is well. */
    PASSED,
    /** Something is wrong. */
    FAILED,
    /** It could not be made, or there was nothing to check. */
    SKIPPED
  }

  /** Copies the list. */
  public CheckResult {
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(reason, "reason");
    findings = List.copyOf(findings);
  }

  /** Returns the result that follows from findings: failed if one of them is a failure. */
  public static CheckResult of(VerificationCheck check, List<Finding> findings) {
    return of(check, check.title(), findings);
  }

  /** Returns the result of a check that has a name of its own. */
  public static CheckResult of(VerificationCheck check, String title, List<Finding> findings) {
    Outcome outcome =
        findings.stream().anyMatch(Finding::isFailure) ? Outcome.FAILED : Outcome.PASSED;
    return new CheckResult(check, title, outcome, Optional.empty(), findings);
  }

  /** Returns the result of a check that could not be made. */
  public static CheckResult skipped(VerificationCheck check, String reason) {
    return new CheckResult(check, check.title(), Outcome.SKIPPED, Optional.of(reason), List.of());
  }

  /** Returns whether it failed. */
  public boolean failed() {
    return outcome == Outcome.FAILED;
  }

  /** Returns what is wrong. */
  public List<Finding> failures() {
    return findings.stream().filter(Finding::isFailure).toList();
  }
}
