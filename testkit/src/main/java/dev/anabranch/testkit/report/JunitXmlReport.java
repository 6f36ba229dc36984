package dev.anabranch.testkit.report;

import dev.anabranch.operation.Operation;
import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.Finding;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.VerificationReport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes what was proved on one product as build servers read it: the XML of Maven's Surefire, a
 * suite for the product and a test case for each check of each revision.
 */
public final class JunitXmlReport {

  private final VerificationReport report;

  private JunitXmlReport(VerificationReport report) {
    this.report = report;
  }

  /** Returns the usual name of the file for a product, such as {@code TEST-anabranch-h2.xml}. */
  public static String fileName(VerificationReport report) {
    return "TEST-anabranch-" + report.product() + ".xml";
  }

  /**
   * Writes a report.
   *
   * @param report what was proved
   * @param out takes the XML, which says that it is UTF-8
   * @throws IOException if that fails
   */
  public static void write(VerificationReport report, Appendable out) throws IOException {
    out.append(new JunitXmlReport(report).text());
  }

  /** A case: a check of a revision, or of the project. */
  private record Case(String owner, String name, Duration time, CheckResult result) {}

  private String text() {
    List<Case> cases = cases();
    Markup xml = new Markup();
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.start(
            "testsuite",
            "name",
            "anabranch verify on " + report.product(),
            "time",
            seconds(report.duration()),
            "tests",
            String.valueOf(cases.size()),
            "errors",
            "0",
            "skipped",
            count(cases, CheckResult.Outcome.SKIPPED),
            "failures",
            count(cases, CheckResult.Outcome.FAILED))
        .line();
    xml.start("properties").line();
    property(xml, "anabranch.product", report.product());
    property(xml, "anabranch.server", report.server());
    property(xml, "anabranch.rows", String.valueOf(report.rows()));
    property(xml, "anabranch.seed", String.valueOf(report.seed()));
    xml.end().line();
    cases.forEach(each -> testCase(xml, each));
    return xml.end().line().toString();
  }

  private List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (RevisionResult result : report.revisions()) {
      String owner = report.product() + "." + result.revision().id();
      String subject = result.revision().id() + " " + result.revision().message();
      // The time is that of the revision as a whole.
      Duration time = result.duration();
      for (CheckResult check : CheckedRevision.checks(result)) {
        cases.add(new Case(owner, subject.strip() + ": " + check.title(), time, check));
        time = Duration.ZERO;
      }
    }
    for (CheckResult check : report.project()) {
      cases.add(new Case(report.product() + ".project", check.title(), Duration.ZERO, check));
    }
    return cases;
  }

  private static void testCase(Markup xml, Case each) {
    CheckResult result = each.result();
    xml.start(
        "testcase", "classname", each.owner(), "name", each.name(), "time", seconds(each.time()));
    switch (result.outcome()) {
      case FAILED -> {
        for (Finding failure : result.failures()) {
          // One element is what all readers take; further findings stand in its text.
          xml.start("failure", "message", failure.message(), "type", result.check().title());
          xml.text(details(result.failures()));
          xml.end();
          break;
        }
      }
      case SKIPPED -> xml.empty("skipped", "message", result.reason().orElse("not made"));
      case PASSED -> {
        // Nothing to tell.
      }
    }
    List<Finding> notes = result.findings().stream().filter(note -> !note.isFailure()).toList();
    if (!notes.isEmpty()) {
      xml.element("system-out", details(notes));
    }
    xml.end().line();
  }

  private static String details(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(finding.message()).append('\n');
      for (Operation operation : finding.mending()) {
        text.append("  mended by: ").append(operation.describe()).append('\n');
      }
      finding.hint().ifPresent(hint -> text.append("  hint: ").append(hint).append('\n'));
    }
    return text.toString();
  }

  private static void property(Markup xml, String name, String value) {
    xml.empty("property", "name", name, "value", value).line();
  }

  private static String count(List<Case> cases, CheckResult.Outcome outcome) {
    return String.valueOf(
        cases.stream().filter(each -> each.result().outcome() == outcome).count());
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
  }
}
