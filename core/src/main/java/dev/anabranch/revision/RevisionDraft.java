package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.RevisionTarget.Absolute;
import dev.anabranch.revision.RevisionTarget.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A revision that is to be created, checked completely before anything is written.
 *
 * <p>A draft is a value; the {@code with} methods return a changed copy. {@link #on(RevisionGraph)}
 * gives the revision.
 *
 * @param id the id of the new revision
 * @param message what it does, in one line; may be empty
 * @param parents what it comes after; {@code base} makes a new base, several make a merge
 * @param splice whether a parent may be no head, which makes a branch
 * @param labels its branch labels
 * @param dependsOn what must be applied first although it is no parent
 * @since 0.1
 */
public record RevisionDraft(
    String id,
    String message,
    List<RevisionTarget> parents,
    boolean splice,
    List<String> labels,
    List<RevisionTarget> dependsOn) {

  /** Copies the lists. */
  public RevisionDraft {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(message, "message");
    parents = List.copyOf(parents);
    labels = List.copyOf(labels);
    dependsOn = List.copyOf(dependsOn);
  }

  /** Returns a draft that follows the one head. */
  public static RevisionDraft of(String id, String message) {
    RevisionTarget head = new Absolute(Optional.empty(), Symbol.HEAD);
    return new RevisionDraft(id, message, List.of(head), false, List.of(), List.of());
  }

  /** Returns a draft with these parents. */
  public RevisionDraft withParents(RevisionTarget... targets) {
    return new RevisionDraft(id, message, Arrays.asList(targets), splice, labels, dependsOn);
  }

  /** Returns a draft whose parents need not be heads. */
  public RevisionDraft withSplice() {
    return new RevisionDraft(id, message, parents, true, labels, dependsOn);
  }

  /** Returns a draft with these labels. */
  public RevisionDraft withLabels(String... names) {
    return new RevisionDraft(id, message, parents, splice, Arrays.asList(names), dependsOn);
  }

  /** Returns a draft with these dependencies. */
  public RevisionDraft withDependencies(RevisionTarget... targets) {
    return new RevisionDraft(id, message, parents, splice, labels, Arrays.asList(targets));
  }

  /**
   * Returns the revision as it has to be written, with full ids.
   *
   * @throws InvalidGraphException if the id or a label is illegal or taken, with every such problem
   * @throws RevisionException if a parent or dependency cannot be resolved, is named twice, or is
   *     no head
   */
  public Revision on(RevisionGraph graph) {
    checkNames(graph);
    MigrationPlanner planner = new MigrationPlanner(graph);
    return new Revision(
        id,
        parentIds(graph, planner),
        dependencyNames(graph, planner),
        labels,
        message,
        Optional.empty());
  }

  private void checkNames(RevisionGraph graph) {
    List<GraphProblem> problems = new ArrayList<>();
    RevisionNames.problemWithId(id)
        .ifPresent(
            reason ->
                problems.add(
                    problem(
                        ErrorCode.ILLEGAL_ID,
                        "the id \"" + id + "\" is not possible: " + reason,
                        Optional.empty())));
    graph
        .find(id)
        .ifPresent(
            taken ->
                problems.add(
                    problem(
                        ErrorCode.DUPLICATE_ID,
                        "the id \"" + id + "\" is taken",
                        Optional.of(taken))));
    graph
        .findByLabel(id)
        .ifPresent(
            taken ->
                problems.add(
                    problem(
                        ErrorCode.LABEL_EQUALS_ID,
                        "the id \"" + id + "\" is a label of revision " + taken.id(),
                        Optional.of(taken))));
    for (String label : new LinkedHashSet<>(labels)) {
      checkLabel(graph, label, problems);
    }
    if (!problems.isEmpty()) {
      throw new InvalidGraphException("Cannot create revision \"" + id + "\"", problems);
    }
  }

  private void checkLabel(RevisionGraph graph, String label, List<GraphProblem> problems) {
    RevisionNames.problemWithLabel(label)
        .ifPresent(
            reason ->
                problems.add(
                    problem(
                        ErrorCode.ILLEGAL_LABEL,
                        "the label \"" + label + "\" is not possible: " + reason,
                        Optional.empty())));
    if (label.equals(id)) {
      problems.add(
          problem(
              ErrorCode.LABEL_EQUALS_ID,
              "the label \"" + label + "\" is its own id",
              Optional.empty()));
    }
    graph
        .find(label)
        .ifPresent(
            taken ->
                problems.add(
                    problem(
                        ErrorCode.LABEL_EQUALS_ID,
                        "the label \"" + label + "\" is the id of a revision",
                        Optional.of(taken))));
    graph
        .findByLabel(label)
        .ifPresent(
            taken ->
                problems.add(
                    problem(
                        ErrorCode.DUPLICATE_LABEL,
                        "the label \"" + label + "\" belongs to revision " + taken.id(),
                        Optional.of(taken))));
  }

  private static GraphProblem problem(ErrorCode code, String reason, Optional<Revision> other) {
    return new GraphProblem(
        code,
        reason + ".",
        Optional.of("Choose another name."),
        other.flatMap(Revision::source).stream().toList());
  }

  private List<String> parentIds(RevisionGraph graph, MigrationPlanner planner) {
    Set<String> ids = new LinkedHashSet<>();
    for (RevisionTarget parent : parents) {
      Request request = new Request("create a revision after", parent.text());
      BitSet found = planner.resolve(request, parent, new BitSet());
      for (int node = found.nextSetBit(0); node >= 0; node = found.nextSetBit(node + 1)) {
        String parentId = graph.index().id(node);
        if (!ids.add(parentId)) {
          throw new RevisionException.Draft(
              ErrorCode.DUPLICATE_PARENT,
              request.cannot("revision " + parentId + " is named twice"),
              "Name each parent once.");
        }
        if (!splice && !graph.isHead(parentId)) {
          throw new RevisionException.Draft(
              ErrorCode.NOT_A_HEAD,
              request.cannot("revision " + parentId + " is not a head"),
              "Name a head, or make a branch with --splice.");
        }
      }
    }
    return List.copyOf(ids);
  }

  /** A label is written as it is, because it says more than the id it stands for. */
  private List<String> dependencyNames(RevisionGraph graph, MigrationPlanner planner) {
    Set<String> dependencies = new LinkedHashSet<>();
    for (RevisionTarget dependency : dependsOn) {
      Request request = new Request("make a revision depend on", dependency.text());
      OptionalInt node = planner.resolveOne(request, dependency, new BitSet());
      if (node.isEmpty()) {
        throw Failures.notFound(request, dependency.text(), graph.names());
      }
      boolean label = graph.labelsOf(node.getAsInt()).contains(dependency.text());
      dependencies.add(label ? dependency.text() : graph.index().id(node.getAsInt()));
    }
    return List.copyOf(dependencies);
  }
}
