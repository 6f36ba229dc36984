package dev.anabranch.testkit.report;

import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.VerificationCheck;
import java.util.List;

/** The checks of a revision, as reports show them. */
final class CheckedRevision {

  private CheckedRevision() {}

  /**
   * Returns the checks; of a revision that was never tried a skipped one, so that it is not
   * missing.
   */
  static List<CheckResult> checks(RevisionResult result) {
    return result.checks().isEmpty()
        ? List.of(
            CheckResult.skipped(
                VerificationCheck.UPGRADE, "a revision that it stands on cannot be upgraded"))
        : result.checks();
  }
}
