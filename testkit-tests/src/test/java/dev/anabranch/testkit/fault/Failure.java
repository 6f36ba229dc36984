package dev.anabranch.testkit.fault;

import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.Finding;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.VerificationCheck;
import dev.anabranch.testkit.verify.VerificationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A failure that was found.
 *
 * @param revision the revision; empty for the project as a whole
 * @param check the check
 * @param message what was said
 */
record Failure(Optional<String> revision, VerificationCheck check, String message) {

  /** Returns all failures of a report, in its order. */
  static List<Failure> of(VerificationReport report) {
    List<Failure> failures = new ArrayList<>();
    for (RevisionResult result : report.revisions()) {
      add(Optional.of(result.revision().id()), result.checks(), failures);
    }
    add(Optional.empty(), report.project(), failures);
    return List.copyOf(failures);
  }

  private static void add(
      Optional<String> revision, List<CheckResult> checks, List<Failure> failures) {
    for (CheckResult check : checks) {
      for (Finding finding : check.failures()) {
        failures.add(new Failure(revision, check.check(), finding.message()));
      }
    }
  }

  static String text(Optional<String> revision, VerificationCheck check, String message) {
    return revision.orElse("project") + ", " + check.title() + ": " + message;
  }

  @Override
  public String toString() {
    return text(revision, check, message);
  }
}
