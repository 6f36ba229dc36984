package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
  private final List<GraphProblem> problems = new ArrayList<>();
  private final Map<String, List<Revision>> byId;
  private final Map<String, List<Revision>> byLabel;
  private int suggestions;

  private GraphValidation(NamePolicy policy, List<Revision> sorted) {
    this.policy = policy;
    this.byId =
        sorted.stream()
            .collect(Collectors.groupingBy(Revision::id, LinkedHashMap::new, Collectors.toList()));
    this.byLabel = new TreeMap<>();
    for (Revision revision : sorted) {
      for (String label : new LinkedHashSet<>(revision.labels())) {
        byLabel.computeIfAbsent(label, unused -> new ArrayList<>()).add(revision);
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
    GraphValidation validation = new GraphValidation(policy, sorted);
    validation.checkIds();
    validation.checkLabels();
    sorted.forEach(validation::checkLinks);
    validation.problems.addAll(Cycles.problems(graph));
    return List.copyOf(validation.problems);
  }

  private void checkIds() {
    byId.forEach(
        (id, revisions) -> {
          RevisionNames.problemWithId(id, policy)
              .ifPresent(
                  reason ->
                      add(
                          ErrorCode.ILLEGAL_ID,
                          "Cannot use \"" + id + "\" as a revision id: " + reason + ".",
                          "Give the revision another id, and change it where it is named as parent or dependency.",
                          revisions));
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
        });
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
          List<Revision> owners = byId.get(label);
          if (owners != null) {
            List<Revision> involved = new ArrayList<>(revisions);
            owners.stream().filter(owner -> !involved.contains(owner)).forEach(involved::add);
            add(
                ErrorCode.LABEL_EQUALS_ID,
                "Cannot use \"" + label + "\" as a label: it is the id of a revision.",
                "Rename the label.",
                involved);
          }
        });
  }

  private void checkLinks(Revision revision) {
    String id = revision.id();
    List<String> labels = revision.labels();
    Set<String> distinct = new LinkedHashSet<>(labels);
    if (distinct.size() < labels.size()) {
      add(
          ErrorCode.DUPLICATE_LABEL,
          "Cannot read the labels of revision \""
              + id
              + "\": one of "
              + distinct
              + " is written twice.",
          "Write it once.",
          List.of(revision));
    }
    for (String parent : new LinkedHashSet<>(revision.downRevisions())) {
      if (parent.equals(id)) {
        add(
            ErrorCode.SELF_LOOP,
            "Cannot place revision \"" + id + "\": it names itself as parent.",
            "Name the revision that comes before it, or none for a base.",
            List.of(revision));
      } else if (!byId.containsKey(parent)) {
        add(
            ErrorCode.MISSING_PARENT,
            "Cannot place revision \"" + id + "\": its parent \"" + parent + "\" does not exist.",
            missingHint(parent, byLabel.get(parent)),
            List.of(revision));
      }
    }
    for (String dependency : new LinkedHashSet<>(revision.dependsOn())) {
      List<Revision> labelled = byLabel.get(dependency);
      if (dependency.isEmpty()) {
        continue;
      }
      if (dependency.equals(id)) {
        add(
            ErrorCode.SELF_LOOP,
            "Cannot place revision \"" + id + "\": it depends on itself.",
            "Remove the dependency.",
            List.of(revision));
      } else if (!byId.containsKey(dependency) && labelled == null) {
        add(
            ErrorCode.MISSING_DEPENDENCY,
            "Cannot place revision \""
                + id
                + "\": it depends on \""
                + dependency
                + "\", which is neither a revision nor a label.",
            missingHint(dependency, null),
            List.of(revision));
      } else if (!byId.containsKey(dependency)
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
      Set<String> known = new LinkedHashSet<>(byId.keySet());
      List<String> nearest = NearestNames.find(name, known);
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
   * The order in which revisions of one id are reported: by place, so that it does not change from
   * run to run.
   */
  static Comparator<Revision> reportingOrder() {
    return Comparator.comparing(Revision::id)
        .thenComparing(revision -> revision.source().map(SourceLocation::path).orElse(""))
        .thenComparing(revision -> revision.source().map(SourceLocation::line).orElse(0))
        .thenComparing(revision -> String.join(",", revision.downRevisions()));
  }
}
