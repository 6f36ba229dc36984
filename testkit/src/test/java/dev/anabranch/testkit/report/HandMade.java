package dev.anabranch.testkit.report;

import dev.anabranch.error.SourceLocation;
import dev.anabranch.operation.DropSequence;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.Operation;
import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.Finding;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.RevisionResult.Status;
import dev.anabranch.testkit.verify.VerificationCheck;
import dev.anabranch.testkit.verify.VerificationReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports written by hand, so that every way to end is in them. */
final class HandMade {

  /** Would leave its place if it were not escaped. */
  static final String HOSTILE = "</script><b onmouseover='x'>\"&amp;'\u0007";

  private HandMade() {}

  static Revision revision(String id, List<String> parents, List<String> needs, String message) {
    return new Revision(
        id,
        parents,
        needs,
        List.of(),
        message,
        Optional.of(new SourceLocation("revisions/" + id + ".sql", 1)));
  }

  /** A base, two branches from it of which one needs the other, a merge, and one on top. */
  static RevisionGraph graph() {
    return RevisionGraph.of(
        List.of(
            revision("a1", List.of(), List.of(), "create customer"),
            revision("b1", List.of("a1"), List.of(), "add e-mail"),
            revision("b2", List.of("b1"), List.of("c1"), "index e-mail"),
            revision("c1", List.of("a1"), List.of(), "add total"),
            revision("m1", List.of("b2", "c1"), List.of(), ""),
            revision("n1", List.of("m1"), List.of(), HOSTILE)));
  }

  static VerifiedProject project() {
    RevisionGraph graph = graph();
    return new VerifiedProject(
        "shop", graph, List.of(report(graph, "postgresql"), passing(graph, "h2")));
  }

  static VerificationReport passing(RevisionGraph graph, String product) {
    List<RevisionResult> results = new ArrayList<>();
    graph.revisions().forEach(revision -> results.add(passed(revision)));
    return report(product, results, List.of());
  }

  static VerificationReport report(RevisionGraph graph, String product) {
    return report(
        product,
        List.of(
            passed(graph.get("a1")),
            new RevisionResult(
                graph.get("b1"),
                Status.UPGRADED_ONLY,
                List.of(
                    CheckResult.of(VerificationCheck.UPGRADE, List.of()),
                    CheckResult.skipped(VerificationCheck.DOWNGRADE, "it is irreversible")),
                Duration.ofMillis(21)),
            passed(graph.get("c1")),
            new RevisionResult(
                graph.get("b2"),
                Status.FAILED,
                List.of(
                    CheckResult.of(
                        VerificationCheck.UPGRADE, List.of(Finding.note("2 rows were made"))),
                    CheckResult.of(
                        VerificationCheck.DOWNGRADE,
                        List.of(
                            new Finding(
                                Finding.Severity.FAILURE,
                                "after downgrade of b2: index ix_customer_email is still there",
                                List.of(mending()),
                                Optional.of("Drop it in the downgrade of b2.")),
                            Finding.failure(
                                "after downgrade of b2: a second one", Optional.empty()))),
                    CheckResult.skipped(
                        VerificationCheck.SECOND_UPGRADE, "the downgrade left something")),
                Duration.ofMillis(42)),
            new RevisionResult(
                graph.get("m1"),
                Status.NOT_REACHED,
                List.of(CheckResult.skipped(VerificationCheck.UPGRADE, "b2 cannot be upgraded")),
                Duration.ZERO),
            new RevisionResult(graph.get("n1"), Status.NOT_REACHED, List.of(), Duration.ZERO)),
        List.of(
            CheckResult.of(VerificationCheck.HEADS, List.of()),
            CheckResult.of(
                VerificationCheck.NOTHING_LEFT,
                List.of(Finding.failure("table " + HOSTILE + " is still there", Optional.empty()))),
            CheckResult.skipped(VerificationCheck.OFFLINE, "a revision failed")));
  }

  private static Operation mending() {
    return new DropSequence(
        QualifiedName.of("customer_number"), Existence.STRICT, Optional.empty());
  }

  static RevisionResult passed(Revision revision) {
    return new RevisionResult(
        revision,
        Status.PASSED,
        List.of(
            CheckResult.of(VerificationCheck.UPGRADE, List.of()),
            CheckResult.of(VerificationCheck.DOWNGRADE, List.of()),
            CheckResult.of(VerificationCheck.SECOND_UPGRADE, List.of())),
        Duration.ofMillis(12));
  }

  static VerificationReport report(
      String product, List<RevisionResult> results, List<CheckResult> project) {
    return new VerificationReport(
        product, "18.6, embedded binaries", 20, 7, results, project, Duration.ofMillis(2345));
  }
}
