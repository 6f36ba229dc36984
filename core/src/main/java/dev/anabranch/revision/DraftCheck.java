package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a draft against the graph it will join, and collects everything that stands in its way.
 */
final class DraftCheck {

  private final RevisionDraft draft;
  private final RevisionGraph graph;
  private final GeneralTargets targets;
  private final List<GraphProblem> problems = new ArrayList<>();
  private final List<RevisionException> failures = new ArrayList<>();

  DraftCheck(RevisionDraft draft, RevisionGraph graph) {
    this.draft = draft;
    this.graph = graph;
    this.targets = new MigrationPlanner(graph).general();
  }

  Revision revision() {
    checkId();
    new LinkedHashSet<>(draft.labels()).forEach(this::checkLabel);
    Set<String> parents = new LinkedHashSet<>();
    draft.parents().forEach(parent -> addParents(parent, parents));
    Set<String> dependencies = new LinkedHashSet<>();
    draft.dependsOn().forEach(dependency -> addDependency(dependency, dependencies));
    rejectProblems();
    return new Revision(
        draft.id(),
        List.copyOf(parents),
        List.copyOf(dependencies),
        List.copyOf(new LinkedHashSet<>(draft.labels())),
        draft.message(),
        Optional.empty());
  }

  private void rejectProblems() {
    if (problems.isEmpty() && failures.size() == 1) {
      throw failures.get(0);
    }
    for (RevisionException failure : failures) {
      problems.add(
          new GraphProblem(
              failure.code(), String.valueOf(failure.getMessage()), failure.hint(), List.of()));
    }
    if (!problems.isEmpty()) {
      throw new InvalidGraphException("Cannot create revision \"" + draft.id() + "\"", problems);
    }
  }

  private void checkId() {
    String id = draft.id();
    String subject = "the id \"" + id + "\" ";
    RevisionNames.problemWithId(id, graph.namePolicy())
        .ifPresent(
            reason -> add(ErrorCode.ILLEGAL_ID, subject + "is not possible: " + reason, null));
    graph.find(id).ifPresent(taken -> add(ErrorCode.DUPLICATE_ID, subject + "is taken", taken));
    graph
        .findByLabel(id)
        .ifPresent(
            taken ->
                add(
                    ErrorCode.LABEL_EQUALS_ID,
                    subject + "is a label of revision " + taken.id(),
                    taken));
  }

  private void checkLabel(String label) {
    String subject = "the label \"" + label + "\" ";
    RevisionNames.problemWithLabel(label, graph.namePolicy())
        .ifPresent(
            reason -> add(ErrorCode.ILLEGAL_LABEL, subject + "is not possible: " + reason, null));
    if (label.equals(draft.id())) {
      add(ErrorCode.LABEL_EQUALS_ID, subject + "is the id of the revision itself", null);
    }
    graph
        .find(label)
        .ifPresent(
            taken -> add(ErrorCode.LABEL_EQUALS_ID, subject + "is the id of a revision", taken));
    graph
        .findByLabel(label)
        .ifPresent(
            taken ->
                add(
                    ErrorCode.DUPLICATE_LABEL,
                    subject + "belongs to revision " + taken.id(),
                    taken));
  }

  private void add(ErrorCode code, String reason, @Nullable Revision other) {
    List<SourceLocation> locations =
        other == null ? List.of() : GraphValidation.locations(List.of(other));
    problems.add(
        new GraphProblem(code, reason + ".", Optional.of("Choose another name."), locations));
  }

  private void addParents(RevisionTarget parent, Set<String> ids) {
    Request request = new Request("create a revision after", parent.text());
    List<Integer> found;
    try {
      found = targets.parents(request, parent);
    } catch (RevisionException failure) {
      failures.add(failure);
      return;
    }
    for (int node : found) {
      String id = graph.index().id(node);
      if (!ids.add(id)) {
        failures.add(
            new RevisionException.Draft(
                ErrorCode.DUPLICATE_PARENT,
                request.cannot("revision " + id + " is named twice"),
                "Name each parent once."));
      } else if (!draft.splice() && !graph.isHead(id)) {
        failures.add(
            new RevisionException.Draft(
                ErrorCode.NOT_A_HEAD,
                request.cannot("revision " + id + " is not a head"),
                "Name a head, or make a branch with --splice."));
      }
    }
  }

  /** A label is written as it is, because it says more than the id it stands for. */
  private void addDependency(RevisionTarget dependency, Set<String> dependencies) {
    Request request = new Request("make a revision depend on", dependency.text());
    try {
      OptionalInt node = targets.one(request, dependency, Optional.empty());
      if (node.isEmpty()) {
        throw Failures.notFound(request, dependency.text(), graph.names());
      }
      boolean label = graph.labelsOf(node.getAsInt()).contains(dependency.text());
      dependencies.add(label ? dependency.text() : graph.index().id(node.getAsInt()));
    } catch (RevisionException failure) {
      failures.add(failure);
    }
  }
}
