package dev.anabranch.testkit.report;

import dev.anabranch.revision.Revision;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.VerificationReport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the page that tells about one revision. */
final class RevisionSection {

  private final VerifiedProject project;
  private final Revision revision;
  private final Map<String, RevisionResult> results;

  RevisionSection(VerifiedProject project, Revision revision, Map<String, RevisionResult> results) {
    this.project = project;
    this.revision = revision;
    this.results = results;
  }

  void write(Markup html, Mark mark) {
    html.start(
            "article",
            "class",
            "detail" + (mark.isBad() ? " bad" : ""),
            "id",
            HtmlReport.anchor(revision.id()))
        .line();
    html.element("button", "×", "type", "button", "class", "close", "aria-label", "Close");
    html.start("h3")
        .element("span", mark.sign(), "class", "sign " + mark.style(), "aria-hidden", "true")
        .text(" ")
        .element("span", revision.id(), "class", "id")
        .text(" " + revision.message())
        .end()
        .line();
    html.start("dl");
    revision.source().ifPresent(source -> fact(html, "File", source.path()));
    links(html, "Parents", project.graph().parents(revision.id()));
    links(html, "Needs", project.graph().resolvedDependencies(revision.id()));
    links(html, "Children", project.graph().children(revision.id()));
    List<String> children = project.graph().children(revision.id());
    links(
        html,
        "Needed by",
        project.graph().dependents(revision.id()).stream()
            .filter(id -> !children.contains(id))
            .toList());
    if (!revision.labels().isEmpty()) {
      fact(html, "Labels", String.join(", ", revision.labels()));
    }
    html.end().line();
    for (VerificationReport report : project.reports()) {
      product(html, report.product());
    }
    html.end().line();
  }

  private void product(Markup html, String product) {
    RevisionResult result = results.get(product);
    Mark mark = result == null ? Mark.NOT_VERIFIED : Mark.of(result.status());
    html.start("h4")
        .element("span", mark.sign(), "class", "sign " + mark.style(), "aria-hidden", "true")
        .text(" " + product + ": " + mark.words())
        .element("span", time(result), "class", "time")
        .end()
        .line();
    if (result != null) {
      Checks.write(html, CheckedRevision.checks(result));
    }
  }

  private static String time(@Nullable RevisionResult result) {
    return result == null || result.duration().isZero() ? "" : Times.text(result.duration());
  }

  private static void fact(Markup html, String name, String value) {
    html.element("dt", name).element("dd", value, "class", "path");
  }

  private static void links(Markup html, String name, List<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    html.element("dt", name).start("dd");
    String comma = "";
    for (String id : ids) {
      html.text(comma).element("a", id, "href", HtmlReport.address(id), "class", "id");
      comma = ", ";
    }
    html.end();
  }
}
