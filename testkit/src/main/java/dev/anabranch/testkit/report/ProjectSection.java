package dev.anabranch.testkit.report;

import dev.anabranch.testkit.verify.RevisionResult.Status;
import dev.anabranch.testkit.verify.VerificationReport;
import java.util.List;

/** The part of the page that tells about the project as a whole. */
final class ProjectSection {

  private static final List<String> HEADS =
      List.of(
          "product",
          "server",
          "revisions",
          "passed",
          "failed",
          "upgraded only",
          "not reached",
          "rows a table",
          "seed",
          "time");

  private final VerifiedProject project;

  ProjectSection(VerifiedProject project) {
    this.project = project;
  }

  void write(Markup html) {
    html.start("section", "class", "summary", "aria-label", "Summary").line();
    html.start("div", "class", "scroll").start("table").line();
    html.start("thead").start("tr");
    HEADS.forEach(head -> html.element("th", head, "scope", "col"));
    html.end().end().line().start("tbody").line();
    project.reports().forEach(report -> row(html, report));
    html.end().end().end().line();
    for (VerificationReport report : project.reports()) {
      if (!report.project().isEmpty()) {
        html.start(
            "details", report.project().stream().anyMatch(c -> c.failed()) ? "open" : "class", "");
        html.element("summary", "The project as a whole on " + report.product()).line();
        Checks.write(html, report.project());
        html.end().line();
      }
    }
    html.end().line();
  }

  private static void row(Markup html, VerificationReport report) {
    html.start("tr", "class", report.passed() ? "passed" : "failed");
    Mark mark = report.passed() ? Mark.PASSED : Mark.FAILED;
    html.start("th", "scope", "row")
        .element("span", mark.sign(), "class", "sign " + mark.style(), "aria-hidden", "true")
        .text(" " + report.product())
        .element("span", ": " + mark.words(), "class", "spoken")
        .end();
    html.element("td", report.server());
    number(html, report.revisions().size(), "");
    number(html, report.count(Status.PASSED), "");
    number(html, report.count(Status.FAILED), "failed");
    number(html, report.count(Status.UPGRADED_ONLY), "");
    number(html, report.count(Status.NOT_REACHED), "failed");
    number(html, report.rows(), "");
    html.element("td", String.valueOf(report.seed()), "class", "number");
    html.element("td", Times.text(report.duration()), "class", "number");
    html.end().line();
  }

  private static void number(Markup html, int number, String alarm) {
    html.element("td", String.valueOf(number), "class", "number" + (number > 0 ? " " + alarm : ""));
  }
}
