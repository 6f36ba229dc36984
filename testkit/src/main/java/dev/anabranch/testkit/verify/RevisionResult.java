package dev.anabranch.testkit.verify;

import dev.anabranch.revision.Revision;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What came of one revision on one product.
 *
 * @param revision the revision
 * @param status how it ended
 * @param checks the result of each check, in the order in which they were made
 * @param duration how long it took, without the way to the revisions it stands on
 */
public record RevisionResult(
    Revision revision, Status status, List<CheckResult> checks, Duration duration) {

  /** How a revision ended. */
  public enum Status {
    /** It went up, down and up again. */
    PASSED,
    /** It says that there is no way back, and went up. */
    UPGRADED_ONLY,
    /** A check failed. */
    FAILED,
    /** A revision that it stands on cannot be upgraded. */
    NOT_REACHED
  }

  /** Copies the list. */
  public RevisionResult {
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(status, "status");
    checks = List.copyOf(checks);
    Objects.requireNonNull(duration, "duration");
  }

  /** Returns everything that the checks found. */
  public List<Finding> findings() {
    return checks.stream().flatMap(check -> check.findings().stream()).toList();
  }

  /** Returns what is wrong. */
  public List<Finding> failures() {
    return findings().stream().filter(Finding::isFailure).toList();
  }
}
