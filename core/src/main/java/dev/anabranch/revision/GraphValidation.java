package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.NearestNames;
import dev.anabranch.error.SourceLocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with a set of revisions: names first, then links, then cycles. */
final class GraphValidation {

  /**
   * Looking for similar names compares with every id; after so many missing names it is not done
   * any more.
   */
  private static final int MAX_SUGGESTIONS = 100;

  private final NamePolicy policy;
  private final List<Revision> sorted;
  private final GraphIndex graph;
  private final List<GraphProblem> problems = new ArrayList<>();
  private final Map<String, List<Revision>> byLabel = new TreeMap<>();
  private int suggestions;

  private GraphValidation(NamePolicy policy, List<Revision> sorted, GraphIndex graph) {
    this.policy = policy;
    this.sorted = sorted;
    this.graph = graph;
    for (Revision revision : sorted) {
      for (String label : revision.labels()) {
        List<Revision> carriers = byLabel.computeIfAbsent(label, unused -> new ArrayList<>());
        if (carriers.isEmpty() || !carriers.get(carriers.size() - 1).equals(revision)) {
          carriers.add(revision);
        }
      }
    }
  }

  /**
   * Returns every problem; none means that the revisions form a graph.
   *
   * @param sorted the revisions sorted by id, duplicates included
   * @param graph the index over the first revision of each id
   */
  static List<GraphProblem> problems(NamePolicy policy, List<Revision> sorted, GraphIndex graph) {
    GraphValidation validation = new GraphValidation(policy, sorted, graph);
    validation.checkIds();
    validation.checkLabels();
    sorted.forEach(validation::checkLinks);
    validation.problems.addAll(Cycles.problems(graph));
    return List.copyOf(validation.problems);
  }

  private void checkIds() {
    int from = 0;
    while (from < sorted.size()) {
      String id = sorted.get(from).id();
      int to = from + 1;
      while (to < sorted.size() && sorted.get(to).id().equals(id)) {
        to++;
      }
      checkId(id, sorted.subList(from, to));
      from = to;
    }
  }

  private void checkId(String id, List<Revision> revisions) {
    Optional<String> reason = RevisionNames.problemWithId(id, policy);
    if (reason.isPresent()) {
      add(
          ErrorCode.ILLEGAL_ID,
          "Cannot use \"" + id + "\" as a revision id: " + reason.get() + ".",
          "Give the revision another id, and change it where it is named as parent or dependency.",
          revisions);
    }
    if (revisions.size() > 1) {
      add(
          ErrorCode.DUPLICATE_ID,
          "Cannot tell revisions apart: the id \""
              + id
              + "\" is used "
              + times(revisions.size())
              + places(revisions)
              + ".",
          "Give all but one of them a new id, or delete the copy.",
          revisions);
    }
  }

  private void checkLabels() {
    byLabel.forEach(
        (label, revisions) -> {
          RevisionNames.problemWithLabel(label, policy)
              .ifPresent(
                  reason ->
                      add(
                          ErrorCode.ILLEGAL_LABEL,
                          "Cannot use \"" + label + "\" as a label: " + reason + ".",
                          "A label is a name without @ : + , and white space that does not begin with -.",
                          revisions));
          if (revisions.size() > 1) {
            add(
                ErrorCode.DUPLICATE_LABEL,
                "Cannot tell branches apart: the label \""
                    + label
                    + "\" is used "
                    + times(revisions.size())
                    + names(revisions)
                    + ".",
                "Keep the label on the first revision of the branch only; everything above it carries it anyway.",
                revisions);
          }
          Integer owner = graph.nodeOfId(label);
          if (owner != null) {
            List<Revision> involved = new ArrayList<>(revisions);
            if (!involved.contains(graph.revision(owner))) {
              involved.add(graph.revision(owner));
            }
            add(
                ErrorCode.LABEL_EQUALS_ID,
                "Cannot use \"" + label + "\" as a label: it is the id of a revision.",
                "Rename the label.",
                involved);
          }
        });
  }

  private void checkLinks(Revision revision) {
    checkRepeatedLabels(revision);
    distinct(revision.downRevisions()).forEach(parent -> checkParent(revision, parent));
    for (String dependency : distinct(revision.dependsOn())) {
      // An empty dependency is what some projects write for none.
      if (!dependency.isEmpty()) {
        checkDependency(revision, dependency);
      }
    }
  }

  private static Collection<String> distinct(List<String> names) {
    return names.size() < 2 ? names : new LinkedHashSet<>(names);
  }

  private void checkRepeatedLabels(Revision revision) {
    List<String> labels = revision.labels();
    Set<String> distinct = labels.size() < 2 ? Set.of() : new LinkedHashSet<>(labels);
    if (labels.size() > 1 && distinct.size() < labels.size()) {
      add(
          ErrorCode.DUPLICATE_LABEL,
          "Cannot read the labels of revision \""
              + revision.id()
              + "\": one of "
              + String.join(", ", distinct)
              + " is written twice.",
          "Write it once.",
          List.of(revision));
    }
  }

  private void checkParent(Revision revision, String parent) {
    String id = revision.id();
    if (parent.equals(id)) {
      add(
          ErrorCode.SELF_LOOP,
          "Cannot place revision \"" + id + "\": it names itself as parent.",
          "Name the revision that comes before it, or none for a base.",
          List.of(revision));
    } else if (graph.nodeOfId(parent) == null) {
      add(
          ErrorCode.MISSING_PARENT,
          "Cannot place revision \"" + id + "\": its parent \"" + parent + "\" does not exist.",
          missingHint(parent, byLabel.get(parent)),
          List.of(revision));
    }
  }

  private void checkDependency(Revision revision, String dependency) {
    String id = revision.id();
    List<Revision> labelled = byLabel.get(dependency);
    if (dependency.equals(id)) {
      add(
          ErrorCode.SELF_LOOP,
          "Cannot place revision \"" + id + "\": it depends on itself.",
          "Remove the dependency.",
          List.of(revision));
    } else if (graph.nodeOfId(dependency) == null && labelled == null) {
      add(
          ErrorCode.MISSING_DEPENDENCY,
          "Cannot place revision \""
              + id
              + "\": it depends on \""
              + dependency
              + "\", which is neither a revision nor a label.",
          missingHint(dependency, null),
          List.of(revision));
    } else if (graph.nodeOfId(dependency) == null
        && labelled != null
        && labelled.get(0).equals(revision)) {
      add(
          ErrorCode.DEPENDENCY_CYCLE,
          "Cannot place revision \""
              + id
              + "\": it depends on its own label \""
              + dependency
              + "\".",
          "Remove the dependency.",
          List.of(revision));
    }
  }

  private String missingHint(String name, @Nullable List<Revision> labelled) {
    if (labelled != null) {
      return "\""
          + name
          + "\" is a label; name the revision instead: "
          + labelled.get(0).id()
          + ".";
    }
    if (name.isEmpty()) {
      return "Leave the list of parents out for a base.";
    }
    if (suggestions++ < MAX_SUGGESTIONS) {
      List<String> nearest = NearestNames.find(name, graph.ids());
      if (!nearest.isEmpty()) {
        return "Did you mean "
            + String.join(" or ", nearest)
            + "? Otherwise restore its file from version control.";
      }
    }
    return "Restore its file from version control, or name another revision.";
  }

  private void add(ErrorCode code, String message, String hint, List<Revision> revisions) {
    List<SourceLocation> locations = locations(revisions);
    problems.add(new GraphProblem(code, message, Optional.of(hint), locations));
  }

  static List<SourceLocation> locations(List<Revision> revisions) {
    return revisions.stream().flatMap(revision -> revision.source().stream()).toList();
  }

  private static String times(int count) {
    return count == 2 ? "twice" : count + " times";
  }

  private static String names(List<Revision> revisions) {
    return " (by "
        + revisions.stream().map(Revision::id).distinct().collect(Collectors.joining(", "))
        + ")";
  }

  private static String places(List<Revision> revisions) {
    List<SourceLocation> locations = locations(revisions);
    return locations.isEmpty()
        ? ""
        : " ("
            + locations.stream().map(SourceLocation::toString).collect(Collectors.joining(", "))
            + ")";
  }

  /**
   * Returns the revisions sorted by id; those of one id by place, so that what is reported does not
   * change from run to run.
   */
  static List<Revision> sorted(Collection<Revision> revisions) {
    List<Revision> sorted = new ArrayList<>(revisions);
    sorted.sort(
        (first, second) -> {
          int order = first.id().compareTo(second.id());
          return order != 0 ? order : place(first).compareTo(place(second));
        });
    return sorted;
  }

  private static String place(Revision revision) {
    return revision.source().map(SourceLocation::toString).orElse("") + revision.downRevisions();
  }
}
