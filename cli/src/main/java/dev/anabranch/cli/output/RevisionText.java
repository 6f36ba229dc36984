package dev.anabranch.cli.output;

import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes revisions as text: in one line, in a block, with what they are in the graph. */
public final class RevisionText {
  private final RevisionGraph graph;
  private final Style style;
  private final Optional<AppliedRevisions> applied;
  private final Set<String> heads;
  private final Set<String> effectiveHeads;
  private final Set<String> branchPoints;
  private final Set<String> mergePoints;

  /**
   * Creates a writer.
   *
   * @param graph the graph the revisions are of
   * @param style how text is painted
   * @param applied what a database has, if that is known
   */
  public RevisionText(RevisionGraph graph, Style style, Optional<AppliedRevisions> applied) {
    this.graph = graph;
    this.style = style;
    this.applied = applied;
    this.heads = new HashSet<>(graph.heads());
    this.effectiveHeads = new HashSet<>(graph.effectiveHeads());
    this.branchPoints = new HashSet<>(graph.branchPoints());
    this.mergePoints = new HashSet<>(graph.mergePoints());
  }

  /** Returns what a revision is: head, branch point, merge point, current. */
  public List<String> marks(String id) {
    List<String> marks = new ArrayList<>();
    if (heads.contains(id)) {
      // Another branch depends on this head, so that no version row stands for it once that branch
      // is applied.
      marks.add(effectiveHeads.contains(id) ? "head" : "head, needed by another branch");
    }
    if (branchPoints.contains(id)) {
      marks.add("branch point");
    }
    if (mergePoints.contains(id)) {
      marks.add("merge point");
    }
    if (applied.isPresent() && applied.get().isCurrent(id)) {
      marks.add("current");
    }
    return marks;
  }

  /** Returns {@code id [labels] (marks), message}. */
  public String line(Revision revision) {
    StringBuilder text = new StringBuilder(style.paint(Style.Ink.STRONG, revision.id()));
    text.append(labels(revision.labels())).append(marksText(revision.id()));
    if (!revision.message().isEmpty()) {
      text.append(", ").append(revision.message());
    }
    return text.toString();
  }

  /** Returns {@code id [labels] (marks) message}, for a place where the links are drawn. */
  public String beside(Revision revision) {
    StringBuilder text = new StringBuilder(style.paint(Style.Ink.STRONG, revision.id()));
    text.append(labels(revision.labels())).append(marksText(revision.id()));
    List<String> needs = graph.resolvedDependencies(revision.id());
    if (!needs.isEmpty()) {
      text.append(style.paint(Style.Ink.FAINT, " needs " + String.join(", ", needs)));
    }
    if (!revision.message().isEmpty()) {
      text.append("  ").append(revision.message());
    }
    return text.toString();
  }

  /** Returns {@code parents (needs dependencies) -> id [labels] (marks), message}. */
  public String linked(Revision revision) {
    List<String> parents = revision.downRevisions();
    String from = parents.isEmpty() ? "<base>" : String.join(", ", parents);
    List<String> needs = graph.resolvedDependencies(revision.id());
    String needed = needs.isEmpty() ? "" : " (needs " + String.join(", ", needs) + ")";
    return from + needed + " -> " + line(revision);
  }

  private String labels(List<String> labels) {
    return labels.isEmpty()
        ? ""
        : " " + style.paint(Style.Ink.CYAN, "[" + String.join(", ", labels) + "]");
  }

  private String marksText(String id) {
    List<String> marks = marks(id);
    return marks.isEmpty()
        ? ""
        : " " + style.paint(Style.Ink.YELLOW, "(" + String.join(", ", marks) + ")");
  }

  /**
   * Returns everything about a revision, in lines.
   *
   * @param revision the revision
   * @param details what its file says besides
   */
  public List<String> block(Revision revision, RevisionDetails details) {
    String id = revision.id();
    List<String> lines = new ArrayList<>();
    lines.add("Revision:   " + style.paint(Style.Ink.STRONG, id) + marksText(id));
    addList(
        lines,
        revision.downRevisions().size() > 1 ? "Merges:" : "Parent:",
        revision.downRevisions(),
        "<base>");
    addList(lines, "Needs:", graph.resolvedDependencies(id), "");
    addList(lines, "Labels:", revision.labels(), "");
    List<String> branches = graph.labels(id);
    addList(lines, "Branch:", branches.equals(revision.labels()) ? List.of() : branches, "");
    addList(lines, "Children:", graph.children(id), "");
    addList(lines, "Loses:", details.losses(), "");
    details.created().ifPresent(created -> lines.add("Created:    " + created));
    applied.ifPresent(
        database -> lines.add("Applied:    " + (database.isApplied(id) ? "yes" : "no")));
    revision.source().ifPresent(source -> lines.add("File:       " + source.path()));
    details.className().ifPresent(name -> lines.add("Class:      " + name));
    if (!revision.message().isEmpty()) {
      lines.add("");
      lines.add("    " + revision.message());
    }
    if (!details.description().isEmpty() && !details.description().equals(revision.message())) {
      lines.add("");
      details.description().lines().forEach(line -> lines.add(("    " + line).stripTrailing()));
    }
    return lines;
  }

  private static void addList(
      List<String> lines, String name, List<String> values, String whenEmpty) {
    if (!values.isEmpty()) {
      lines.add(String.format("%-12s%s", name, String.join(", ", values)));
    } else if (!whenEmpty.isEmpty()) {
      lines.add(String.format("%-12s%s", name, whenEmpty));
    }
  }
}
