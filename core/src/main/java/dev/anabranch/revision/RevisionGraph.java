package dev.anabranch.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * All revisions of a project and how they stand on each other: a directed graph without cycles,
 * checked and immutable.
 *
 * <p>A revision stands on its parents ({@code downRevisions}) and on its dependencies ({@code
 * dependsOn}). The words head, base and branch point without more refer to parent links; the same
 * words with <em>effective</em> count dependencies as links too. Lists of ids are sorted by id
 * unless something else is said, and are the same for the same revisions in whatever order they
 * were given.
 *
 * <p>Building is linear in the number of links. Safe for use by several threads.
 *
 * @since 0.1
 */
public final class RevisionGraph {

  private final GraphIndex index;
  private final NamePolicy policy;
  private final int[] order;
  private final List<String>[] labels;
  private final BitSet heads;
  private final BitSet effectiveHeads;
  private final Names names;
  private final List<GraphProblem> warnings;

  private RevisionGraph(GraphIndex index, NamePolicy policy) {
    this.index = index;
    this.policy = policy;
    BitSet all = all(index);
    this.order = Reach.order(index, all, all);
    this.labels = Labels.spread(index, order);
    this.heads = where(node -> index.children(node).length == 0);
    this.effectiveHeads = where(node -> index.dependents(node).length == 0);
    this.names = new Names(index);
    this.warnings = GraphWarnings.find(index);
  }

  /**
   * Builds the graph of these revisions.
   *
   * @throws InvalidGraphException with every problem, if there is any
   */
  public static RevisionGraph of(Collection<Revision> revisions) {
    return of(revisions, NamePolicy.STRICT);
  }

  /**
   * Builds the graph of these revisions with a choice of which names are accepted.
   *
   * @throws InvalidGraphException with every problem, if there is any
   */
  public static RevisionGraph of(Collection<Revision> revisions, NamePolicy policy) {
    Objects.requireNonNull(policy, "policy");
    Checked checked = check(revisions, policy);
    if (!checked.problems.isEmpty()) {
      throw new InvalidGraphException("Cannot build the revision graph", checked.problems);
    }
    return new RevisionGraph(checked.index, policy);
  }

  /** Returns everything that keeps these revisions from being a graph; empty if they are one. */
  public static List<GraphProblem> problems(Collection<Revision> revisions) {
    return check(revisions, NamePolicy.STRICT).problems;
  }

  private record Checked(GraphIndex index, List<GraphProblem> problems) {}

  private static Checked check(Collection<Revision> revisions, NamePolicy policy) {
    List<Revision> sorted = GraphValidation.sorted(revisions);
    List<Revision> distinct = new ArrayList<>(sorted.size());
    for (Revision revision : sorted) {
      if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).id().equals(revision.id())) {
        distinct.add(revision);
      }
    }
    GraphIndex index = new GraphIndex(distinct);
    return new Checked(index, GraphValidation.problems(policy, sorted, index));
  }

  private static BitSet all(GraphIndex index) {
    BitSet all = new BitSet(index.size());
    all.set(0, index.size());
    return all;
  }

  /** Returns the number of revisions. */
  public int size() {
    return index.size();
  }

  /** Returns which names this graph accepts. */
  public NamePolicy namePolicy() {
    return policy;
  }

  /**
   * Returns what is suspicious but does not keep the graph from working, such as a parent that is
   * named twice.
   */
  public List<GraphProblem> warnings() {
    return warnings;
  }

  /**
   * Returns all revisions in the order of running: one branch is finished before the next begins,
   * ties by id.
   */
  public List<Revision> revisions() {
    return IntStream.of(order).mapToObj(index::revision).toList();
  }

  /** Returns the revision with exactly this id. */
  public Optional<Revision> find(String id) {
    return Optional.ofNullable(index.nodeOfId(id)).map(index::revision);
  }

  /**
   * Returns the revision with exactly this id.
   *
   * @throws RevisionException.NotFound if there is none
   */
  public Revision get(String id) {
    return index.revision(node(id));
  }

  /** Returns the revision that declares this label itself. */
  public Optional<Revision> findByLabel(String label) {
    return Optional.ofNullable(index.nodeOfLabel(label)).map(index::revision);
  }

  /** Returns the ids no other revision names as parent. */
  public List<String> heads() {
    return index.ids(heads);
  }

  /**
   * Returns the ids no other revision names as parent or dependency: the version rows of a database
   * with everything.
   */
  public List<String> effectiveHeads() {
    return index.ids(effectiveHeads);
  }

  /** Returns the ids of revisions without parents. */
  public List<String> bases() {
    return index.ids(where(node -> index.parents(node).length == 0));
  }

  /** Returns the ids of revisions without parents and without dependencies. */
  public List<String> effectiveBases() {
    return index.ids(where(node -> index.prerequisites(node).length == 0));
  }

  /** Returns the ids that several revisions name as parent. */
  public List<String> branchPoints() {
    return index.ids(where(index::isBranchPoint));
  }

  /** Returns the ids that several revisions name as parent or dependency. */
  public List<String> effectiveBranchPoints() {
    return index.ids(where(index::isEffectiveBranchPoint));
  }

  /** Returns the ids of revisions for which several parents are written. */
  public List<String> mergePoints() {
    return index.ids(where(index::isMergePoint));
  }

  /** Returns every label that some revision declares, sorted. */
  public List<String> labels() {
    return index.labels().stream().sorted().toList();
  }

  /**
   * Returns the labels a revision carries, sorted: its own, those of everything below it by parent
   * link, and on a line without forks those above it as well.
   *
   * @throws RevisionException.NotFound if there is no such revision
   */
  public List<String> labels(String id) {
    return labels[node(id)];
  }

  /** Returns the ids of the parents in the order written, each once. */
  public List<String> parents(String id) {
    return index.ids(index.parents(node(id)));
  }

  /**
   * Returns the ids the dependencies stand for, in the order written, each once; a label stands for
   * its revision.
   */
  public List<String> resolvedDependencies(String id) {
    return index.ids(index.dependencies(node(id)));
  }

  /**
   * Returns parents, then those dependencies that no ancestor by parent links already declares, in
   * the order written.
   */
  public List<String> reducedParents(String id) {
    int node = node(id);
    BitSet above = new BitSet();
    for (int parent : index.parents(node)) {
      above.set(parent);
    }
    BitSet declared = new BitSet();
    if (index.dependencies(node).length > 0) {
      Reach.downByParents(index, above).stream()
          .forEach(ancestor -> IntStream.of(index.dependencies(ancestor)).forEach(declared::set));
    }
    Set<String> kept = new LinkedHashSet<>(index.ids(index.parents(node)));
    IntStream.of(index.dependencies(node))
        .filter(at -> !declared.get(at))
        .forEach(at -> kept.add(index.id(at)));
    return List.copyOf(kept);
  }

  /** Returns the ids of the revisions that name this one as parent. */
  public List<String> children(String id) {
    return index.ids(index.children(node(id)));
  }

  /** Returns the ids of the revisions that name this one as parent or dependency. */
  public List<String> dependents(String id) {
    return index.ids(index.dependents(node(id)));
  }

  /** Returns whether no other revision names this one as parent. */
  public boolean isHead(String id) {
    return heads.get(node(id));
  }

  /** Returns the given ids and everything at or below them over parents and dependencies. */
  public Set<String> ancestors(Collection<String> ids) {
    return names(Reach.down(index, nodes(ids)));
  }

  /** Returns the given ids and everything at or below them over parents only. */
  public Set<String> ancestorsByParents(Collection<String> ids) {
    return names(Reach.downByParents(index, nodes(ids)));
  }

  /** Returns the given ids and everything at or above them over parents and dependencies. */
  public Set<String> descendants(Collection<String> ids) {
    return names(Reach.up(index, nodes(ids)));
  }

  /** Returns the given ids and everything at or above them over parents only. */
  public Set<String> descendantsByParents(Collection<String> ids) {
    return names(Reach.upByParents(index, nodes(ids)));
  }

  /**
   * Returns what is applied in a database with these version rows; rows that no revision has stand
   * for nothing.
   *
   * @param rows the version rows, full ids
   */
  public Set<String> applied(Collection<String> rows) {
    return names(Reach.down(index, known(rows)));
  }

  /**
   * Returns the version rows of a database in which exactly these revisions and what they stand on
   * are applied.
   */
  public List<String> rowsOf(Collection<String> ids) {
    return index.ids(Reach.antichain(index, nodes(ids)));
  }

  GraphIndex index() {
    return index;
  }

  Names names() {
    return names;
  }

  BitSet headNodes() {
    return (BitSet) heads.clone();
  }

  BitSet effectiveHeadNodes() {
    return (BitSet) effectiveHeads.clone();
  }

  List<String> labelsOf(int node) {
    return labels[node];
  }

  /** Returns the nodes of those rows that are ids of revisions. */
  BitSet known(Collection<String> rows) {
    BitSet known = new BitSet(index.size());
    for (String row : rows) {
      Integer node = index.nodeOfId(row);
      if (node != null) {
        known.set(node);
      }
    }
    return known;
  }

  BitSet where(IntPredicate condition) {
    BitSet result = new BitSet(index.size());
    IntStream.range(0, index.size()).filter(condition).forEach(result::set);
    return result;
  }

  private BitSet nodes(Collection<String> ids) {
    BitSet nodes = new BitSet(index.size());
    ids.forEach(id -> nodes.set(node(id)));
    return nodes;
  }

  private int node(String id) {
    Integer node = index.nodeOfId(id);
    if (node == null) {
      throw Failures.notFound(new Request("find", id), id, names);
    }
    return node;
  }

  private Set<String> names(BitSet nodes) {
    Set<String> ids = new LinkedHashSet<>();
    nodes.stream().forEach(node -> ids.add(index.id(node)));
    return Collections.unmodifiableSet(ids);
  }
}
