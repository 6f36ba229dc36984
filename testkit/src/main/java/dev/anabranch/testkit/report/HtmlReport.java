package dev.anabranch.testkit.report;

import dev.anabranch.revision.Revision;
import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.VerificationReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what was proved of a project as one page: a table of the products, the graph with the
 * result of each revision, and for each revision what the checks found.
 *
 * <p>The page is a single file of HTML with style and script in it; it asks nobody for anything.
 * The address of a revision in it is {@code #revision-<id>}.
 */
public final class HtmlReport {

  /** The usual name of the file. */
  public static final String FILE_NAME = "verification.html";

  private final VerifiedProject project;
  private final List<Revision> revisions;
  private final Map<String, Map<String, RevisionResult>> results = new LinkedHashMap<>();
  private final Map<String, Mark> marks = new LinkedHashMap<>();

  private HtmlReport(VerifiedProject project) {
    this.project = project;
    this.revisions = project.newestFirst();
    for (VerificationReport report : project.reports()) {
      for (RevisionResult result : report.revisions()) {
        String id = result.revision().id();
        results.computeIfAbsent(id, each -> new LinkedHashMap<>()).put(report.product(), result);
        marks.merge(id, Mark.of(result.status()), Mark::worse);
      }
    }
  }

  /**
   * Writes a page.
   *
   * @param project what was proved
   * @param out takes the page, which says that it is UTF-8
   * @throws IOException if that fails
   */
  public static void write(VerifiedProject project, Appendable out) throws IOException {
    out.append(new HtmlReport(project).text());
  }

  private String text() {
    GraphSvg graph = new GraphSvg(project.graph(), revisions);
    String style = style(graph);
    String script = resource("report.js");
    Markup html = new Markup();
    html.raw("<!DOCTYPE html>\n").start("html", "lang", "en").line().start("head").line();
    html.single("meta", "charset", "utf-8").line();
    html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .line();
    html.single(
            "meta",
            "http-equiv",
            "Content-Security-Policy",
            "content",
            "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script))
        .line();
    html.element("title", verdict() + " - " + project.name()).line();
    html.start("style").raw(style).end().line().end().line();
    html.start("body").line();
    head(html);
    new ProjectSection(project).write(html);
    html.start("main").line();
    list(html, graph);
    panel(html);
    html.end().line();
    html.start("script").raw(script).end().line();
    return html.end().line().end().line().toString();
  }

  private void head(Markup html) {
    html.start("header").line();
    html.element("h1", project.name()).line();
    html.start("p", "class", "verdict " + (project.passed() ? "passed" : "failed"))
        .element(
            "span",
            project.passed() ? Mark.PASSED.sign() : Mark.FAILED.sign(),
            "class",
            "sign",
            "aria-hidden",
            "true")
        .text(" " + verdict())
        .end()
        .line();
    html.end().line();
  }

  private String verdict() {
    long bad = marks.values().stream().filter(Mark::isBad).count();
    if (project.passed()) {
      return "Verification passed";
    }
    return bad == 0
        ? "Verification failed for the project as a whole"
        : "Verification failed for " + bad + " of " + count(marks.size());
  }

  private static String count(int revisions) {
    return revisions + (revisions == 1 ? " revision" : " revisions");
  }

  private void list(Markup html, GraphSvg graph) {
    long bad = marks.values().stream().filter(Mark::isBad).count();
    html.start("section", "class", "list", "aria-labelledby", "revisions").line();
    html.element("h2", "Revisions", "id", "revisions").line();
    html.start("p", "class", "tools");
    html.start("label")
        .single("input", "type", "checkbox", "id", "only-failed")
        .text(" Only failed (" + bad + ")")
        .end();
    html.element(
        "span", "Newest first. Arrow keys move, Enter shows, Escape closes.", "class", "help");
    html.end().line();
    html.start("div", "class", "scroll").line();
    html.start("div", "class", "row heads", "aria-hidden", "true");
    html.element("span", "");
    html.element("span", "revision").element("span", "message");
    project.reports().forEach(report -> html.element("span", report.product(), "class", "product"));
    html.end().line();
    html.start("div", "class", "picture").line();
    graph.write(html, marks);
    html.start("ol", "class", "revisions").line();
    revisions.forEach(revision -> row(html, revision));
    html.end().line();
    html.element("p", "Nothing failed.", "class", "nothing").line();
    html.end().end().end().line();
  }

  private void row(Markup html, Revision revision) {
    String id = revision.id();
    Mark mark = marks.getOrDefault(id, Mark.NOT_VERIFIED);
    html.start("li", "class", "revision " + mark.style() + (mark.isBad() ? " bad" : ""));
    html.start("a", "class", "row", "href", address(id));
    html.empty("span");
    html.element("span", id, "class", "id");
    html.start("span", "class", "message").text(revision.message());
    for (String label : revision.labels()) {
      html.text(" ").element("span", label, "class", "tag label");
    }
    for (String tag : tags(id)) {
      html.text(" ").element("span", tag, "class", "tag");
    }
    html.end();
    for (VerificationReport report : project.reports()) {
      Mark one = mark(id, report.product());
      html.start("span", "class", "product " + one.style(), "title", report.product())
          .element("span", one.sign(), "class", "sign", "aria-hidden", "true")
          .element("span", ", " + report.product() + ": " + one.words(), "class", "spoken")
          .end();
    }
    html.end().end().line();
  }

  private List<String> tags(String id) {
    List<String> tags = new ArrayList<>();
    if (project.graph().isHead(id)) {
      tags.add("head");
    }
    if (project.graph().parents(id).size() > 1) {
      tags.add("merge");
    }
    if (project.graph().children(id).size() > 1) {
      tags.add("branch point");
    }
    if (project.graph().parents(id).isEmpty()) {
      tags.add("base");
    }
    return tags;
  }

  private Mark mark(String id, String product) {
    RevisionResult result = results.getOrDefault(id, Map.of()).get(product);
    return result == null ? Mark.NOT_VERIFIED : Mark.of(result.status());
  }

  private void panel(Markup html) {
    html.start(
            "section",
            "class",
            "panel",
            "id",
            "panel",
            "aria-label",
            "Details",
            "aria-live",
            "polite")
        .line();
    html.element("p", "Choose a revision to see what its checks found.", "class", "choose").line();
    for (Revision revision : revisions) {
      new RevisionSection(project, revision, results.getOrDefault(revision.id(), Map.of()))
          .write(html, marks.getOrDefault(revision.id(), Mark.NOT_VERIFIED));
    }
    html.end().line();
  }

  /** Returns the name of a revision's part of the page. */
  static String anchor(String id) {
    return "revision-" + id;
  }

  /** Returns what a link to a revision's part of the page names. */
  static String address(String id) {
    return "#" + URLEncoder.encode(anchor(id), StandardCharsets.UTF_8);
  }

  /** Returns the mark of a check. */
  static Mark mark(CheckResult check) {
    return switch (check.outcome()) {
      case PASSED -> Mark.PASSED;
      case FAILED -> Mark.FAILED;
      case SKIPPED -> Mark.NOT_REACHED;
    };
  }

  private String style(GraphSvg graph) {
    return ":root{--lanes:"
        + graph.width()
        + "px;--row:"
        + GraphSvg.ROW
        + "px;--products:"
        + Math.max(1, project.reports().size())
        + "}\n"
        + resource("report.css");
  }

  private static String resource(String name) {
    try (InputStream stream = HtmlReport.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not beside " + HtmlReport.class.getName());
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what allows a browser to take one text as style or script, and no other. */
  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      // Every Java has it (java.security.MessageDigest).
      throw new IllegalStateException(e);
    }
  }
}
