package dev.anabranch.cli.output;

import dev.anabranch.operation.Operation;
import dev.anabranch.revision.Revision;
import dev.anabranch.testkit.report.VerifiedProject;
import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.Finding;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.RevisionResult.Status;
import dev.anabranch.testkit.verify.VerificationCheck;
import dev.anabranch.testkit.verify.VerificationReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a verification found, for people: the findings of each revision, then a table. */
public final class VerificationText {
  private final Console console;
  private final Style style;

  /** Creates a text. */
  public VerificationText(Console console) {
    this.console = console;
    this.style = console.style();
  }

  /** Writes what was found, then the table of the products. */
  public void write(VerifiedProject project) {
    for (Revision revision : project.graph().revisions()) {
      revision(project, revision);
    }
    for (VerificationReport report : project.reports()) {
      Map<String, List<CheckResult>> checks = new LinkedHashMap<>();
      checks.put(report.product(), report.project());
      findings("the project as a whole", checks);
    }
    table(project).forEach(console::line);
  }

  private void revision(VerifiedProject project, Revision revision) {
    Map<String, List<CheckResult>> checks = new LinkedHashMap<>();
    for (VerificationReport report : project.reports()) {
      report.revisions().stream()
          .filter(result -> result.revision().id().equals(revision.id()))
          .forEach(result -> checks.put(report.product(), told(result)));
    }
    String where = revision.source().map(source -> "  " + source.path()).orElse("");
    findings(
        style.paint(Style.Ink.STRONG, revision.id())
            + (revision.message().isEmpty() ? "" : " " + revision.message())
            + style.paint(Style.Ink.FAINT, where),
        checks);
  }

  /** Of a revision that was not reached nothing was found, and that is to be told. */
  private static List<CheckResult> told(RevisionResult result) {
    if (result.status() != Status.NOT_REACHED) {
      return result.checks();
    }
    String reason =
        result.checks().stream()
            .flatMap(check -> check.reason().stream())
            .findFirst()
            .orElse("a revision that it stands on cannot be upgraded");
    return List.of(
        CheckResult.of(
            VerificationCheck.UPGRADE,
            "not reached",
            List.of(Finding.failure(reason, Optional.empty()))));
  }

  private void findings(String heading, Map<String, List<CheckResult>> checks) {
    List<String> lines = new ArrayList<>();
    checks.forEach(
        (product, results) ->
            results.forEach(
                check -> check.findings().forEach(finding -> add(lines, product, check, finding))));
    if (!lines.isEmpty()) {
      console.line(heading);
      lines.forEach(console::line);
      console.line("");
    }
  }

  private void add(List<String> lines, String product, CheckResult check, Finding finding) {
    Style.Ink ink = finding.isFailure() ? Style.Ink.RED : Style.Ink.YELLOW;
    lines.add(
        "  "
            + style.paint(ink, finding.isFailure() ? "failed" : "note")
            + "  "
            + product
            + ", "
            + check.title()
            + ": "
            + finding.message().strip().replaceAll("\\R", "\n      "));
    for (Operation operation : finding.mending()) {
      lines.add("      mended by: " + operation.describe());
    }
    finding.hint().ifPresent(hint -> lines.add("      hint: " + hint));
  }

  private static List<String> table(VerifiedProject project) {
    TextTable table =
        new TextTable(
            "product",
            "result",
            "revisions",
            "passed",
            "failed",
            "upgraded only",
            "not reached",
            "rows",
            "seed",
            "time");
    for (VerificationReport report : project.reports()) {
      table.row(
          report.product(),
          report.passed() ? "passed" : "failed",
          String.valueOf(report.revisions().size()),
          String.valueOf(report.count(Status.PASSED)),
          String.valueOf(report.count(Status.FAILED)),
          String.valueOf(report.count(Status.UPGRADED_ONLY)),
          String.valueOf(report.count(Status.NOT_REACHED)),
          String.valueOf(report.rows()),
          String.valueOf(report.seed()),
          Elapsed.text(report.duration()));
    }
    return table.lines();
  }
}
