package dev.anabranch.testkit.confluence;

import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.Finding;
import dev.anabranch.testkit.verify.VerificationCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found about the order of branches, in the form of the other checks of a project. */
public final class ConfluenceChecks {

  private ConfluenceChecks() {}

  /** Returns a check for each place where branches come together. */
  public static List<CheckResult> of(ConfluenceReport report) {
    return report.meetings().stream().map(ConfluenceChecks::of).toList();
  }

  /** Returns the check of one such place. */
  public static CheckResult of(MeetingResult meeting) {
    List<Finding> findings = new ArrayList<>();
    for (NonCommutingPair pair : meeting.conflicts()) {
      findings.add(Finding.failure(pair.describe(), hint(pair)));
    }
    if (meeting.status() == MeetingResult.Status.NOT_PROVED) {
      findings.add(
          Finding.failure(
              "it could not be proved that the order makes no difference: "
                  + meeting.reason().orElse("nobody said why"),
              Optional.empty()));
    }
    meeting.notes().forEach(note -> findings.add(Finding.note(note)));
    return CheckResult.of(
        VerificationCheck.ORDER,
        VerificationCheck.ORDER.title() + " at " + meeting.meeting(),
        findings);
  }

  private static Optional<String> hint(NonCommutingPair pair) {
    long failures =
        pair.differences().stream()
            .filter(difference -> difference.kind() == OrderDifference.Kind.ERROR)
            .count();
    if (failures > 1) {
      return Optional.of(
          "No order works: change what both touch in %s or %s."
              .formatted(pair.first(), pair.second()));
    }
    return Optional.of(
        pair.order()
            .map(
                order ->
                    "Let %s depend on %s:  -- @depends-on %s"
                        .formatted(order.second(), order.first(), order.first()))
            .orElseGet(
                () ->
                    "Let one of %s and %s depend on the other (-- @depends-on), or change what both touch."
                        .formatted(pair.first(), pair.second())));
  }
}
