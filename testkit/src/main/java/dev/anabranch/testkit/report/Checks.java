package dev.anabranch.testkit.report;

import dev.anabranch.operation.Operation;
import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.Finding;
import java.util.List;

/** Writes checks and what they found. */
final class Checks {

  private Checks() {}

  static void write(Markup html, List<CheckResult> checks) {
    html.start("ul", "class", "checks").line();
    for (CheckResult check : checks) {
      Mark mark = HtmlReport.mark(check);
      html.start("li", "class", "check " + (check.failed() ? "failed" : ""));
      html.element("span", mark.sign(), "class", "sign " + mark.style(), "aria-hidden", "true");
      html.text(" " + check.title());
      html.element("span", ": " + words(check), "class", check.failed() ? "" : "faint");
      if (!check.findings().isEmpty()) {
        html.start("ul", "class", "findings");
        check.findings().forEach(finding -> finding(html, finding));
        html.end();
      }
      html.end().line();
    }
    html.end().line();
  }

  private static String words(CheckResult check) {
    return switch (check.outcome()) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case SKIPPED -> "not made" + check.reason().map(reason -> ", " + reason).orElse("");
    };
  }

  private static void finding(Markup html, Finding finding) {
    html.start("li", "class", finding.isFailure() ? "finding failure" : "finding note");
    html.element("p", finding.message(), "class", "words");
    if (!finding.mending().isEmpty()) {
      html.element("p", "Mended by:", "class", "faint").start("ol", "class", "mending");
      for (Operation operation : finding.mending()) {
        html.start("li").element("code", operation.describe()).end();
      }
      html.end();
    }
    finding.hint().ifPresent(hint -> html.element("p", "Hint: " + hint, "class", "hint"));
    html.end();
  }
}
