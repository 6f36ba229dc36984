package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.RevisionTarget.Absolute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers what a target means for a database and what has to run to get there. Nothing here touches
 * a database: version rows come in as a list of ids, a plan goes out as data.
 *
 * <p>Version rows must be full ids. Where a row is the id of no revision, {@link #current} says so
 * and everything that depends on the rows is refused with {@link RevisionException.VersionRows}.
 * Safe for use by several threads.
 *
 * @since 0.1
 */
public final class MigrationPlanner {

  private static final String UPGRADE = "upgrade to";
  private static final String DOWNGRADE = "downgrade to";
  private static final String STAMP = "stamp";

  private final RevisionGraph graph;
  private final GraphIndex index;
  private final TargetResolver resolver;
  private final GeneralTargets general;

  /** Creates a planner for this graph. */
  public MigrationPlanner(RevisionGraph graph) {
    this.graph = graph;
    this.index = graph.index();
    this.resolver = new TargetResolver(graph);
    this.general = new GeneralTargets(graph, resolver);
  }

  /** Returns the graph this planner works on. */
  public RevisionGraph graph() {
    return graph;
  }

  /**
   * Plans an upgrade: everything the targets stand on and that is not applied yet, in the order of
   * running.
   *
   * @param rows the version rows of the database, in any order
   * @param targets where to go; several together are one plan
   * @return the plan; empty if everything is applied
   * @throws RevisionException if a target cannot be resolved, or the rows are unknown or redundant
   */
  public MigrationPlan upgrade(Collection<String> rows, RevisionTarget... targets) {
    return upgrade(rows, Arrays.asList(targets));
  }

  /**
   * Plans an upgrade; see {@link #upgrade(Collection, RevisionTarget...)}.
   *
   * @throws RevisionException if a target cannot be resolved, or the rows are unknown or redundant
   */
  public MigrationPlan upgrade(Collection<String> rows, List<RevisionTarget> targets) {
    return new UpgradePlanning(graph, resolver)
        .plan(new Request(UPGRADE, text(targets)), targets, VersionRows.of(graph, rows));
  }

  /**
   * Plans a downgrade: everything applied above the target, dependants on other branches included,
   * the last applied first.
   *
   * @param rows the version rows of the database, in any order
   * @param target the revision that stays, or {@code base}
   * @return the plan; empty if the database stands at the target already
   * @throws RevisionException if the target cannot be resolved, is not applied, or the rows are
   *     unknown
   */
  public MigrationPlan downgrade(Collection<String> rows, RevisionTarget target) {
    return new DowngradePlanning(graph, resolver)
        .plan(new Request(DOWNGRADE, target.text()), target, VersionRows.of(graph, rows));
  }

  /**
   * Plans to take some revisions one way, in an order of the caller's choice.
   *
   * @param rows the version rows of the database, in any order
   * @param direction which way
   * @param ids full ids, in the order of running
   * @throws RevisionException if an id or a row is unknown
   * @throws IllegalArgumentException if a revision would be upgraded before what it stands on,
   *     downgraded before what stands on it, or is there already
   */
  public MigrationPlan inOrder(
      Collection<String> rows, Direction direction, Collection<String> ids) {
    List<String> before = List.copyOf(new TreeSet<>(rows));
    Set<String> applied = new HashSet<>(graph.applied(before));
    List<MigrationStep> steps = new ArrayList<>();
    List<String> rowsNow = before;
    for (String id : ids) {
      Revision revision = graph.get(id);
      requirePossible(direction, revision, applied);
      boolean changed = direction == Direction.UPGRADE ? applied.add(id) : applied.remove(id);
      if (!changed) {
        throw new IllegalArgumentException(id + " stands twice or is there already");
      }
      List<String> rowsThen = graph.rowsOf(applied);
      List<String> removed = new ArrayList<>(rowsNow);
      removed.removeAll(rowsThen);
      List<String> added = new ArrayList<>(rowsThen);
      added.removeAll(rowsNow);
      steps.add(new MigrationStep(revision, direction, removed, added));
      rowsNow = rowsThen;
    }
    return new MigrationPlan(direction, before, steps);
  }

  private void requirePossible(Direction direction, Revision revision, Set<String> applied) {
    if (direction == Direction.UPGRADE) {
      List<String> under = new ArrayList<>(graph.parents(revision.id()));
      under.addAll(graph.resolvedDependencies(revision.id()));
      if (!applied.containsAll(under)) {
        throw new IllegalArgumentException(revision.id() + " stands on what is not there yet");
      }
    } else {
      List<String> above = new ArrayList<>(graph.children(revision.id()));
      above.addAll(graph.dependents(revision.id()));
      if (above.stream().anyMatch(applied::contains)) {
        throw new IllegalArgumentException(revision.id() + " is what others stand on");
      }
    }
  }

  /**
   * Plans an upgrade for a script: from the revisions before the colon, or from nothing, to the
   * target.
   *
   * @throws RevisionException if an end cannot be resolved
   */
  public MigrationPlan upgrade(OfflineRange range) {
    return upgrade(starts(UPGRADE, range), range.target());
  }

  /**
   * Plans a downgrade for a script: from the revisions before the colon to the target.
   *
   * @throws RevisionException if an end cannot be resolved, or no start is given
   */
  public MigrationPlan downgrade(OfflineRange range) {
    if (range.from().isEmpty()) {
      throw new RevisionException.Syntax(
          ErrorCode.RANGE_REQUIRED,
          "Cannot downgrade to \""
              + range.text()
              + "\" in a script: where the database stands is not said.",
          "Write from:target, as in head:base.",
          range.text());
    }
    return downgrade(starts(DOWNGRADE, range), range.target());
  }

  private List<String> starts(String action, OfflineRange range) {
    Request request = new Request(action, range.text());
    BitSet starts = new BitSet();
    for (RevisionTarget start : range.from()) {
      general.one(request, start, Optional.empty()).ifPresent(starts::set);
    }
    return index.ids(starts);
  }

  /**
   * Plans stamping: the rows become the targets, next to the old rows that lie on no target's line.
   *
   * @param rows the version rows of the database; each must be the id of a revision
   * @param targets what to stamp; {@code base} alone empties the table
   * @throws RevisionException if a target cannot be resolved or a row is unknown
   */
  public StampPlan stamp(Collection<String> rows, List<RevisionTarget> targets) {
    return new StampPlanning(graph, resolver)
        .plan(new Request(STAMP, text(targets)), targets, VersionRows.of(graph, rows));
  }

  /**
   * Plans stamping that forgets all rows there were, unknown ones too.
   *
   * @param rows the version rows of the database, whatever they are
   * @param targets what to stamp
   * @throws RevisionException if a target cannot be resolved
   */
  public StampPlan stampPurging(Collection<String> rows, List<RevisionTarget> targets) {
    return new StampPlanning(graph, resolver).planPurging(targets, VersionRows.of(graph, rows));
  }

  /**
   * Returns the ids a target stands for, without a direction and without a database: {@code -N}
   * counts down from every effective head, {@code current} stands for nothing.
   *
   * @return the ids, sorted; none for {@code base}
   * @throws RevisionException if the target cannot be resolved, or needs a direction
   */
  public List<String> resolve(RevisionTarget target) {
    return index.ids(general.all(find(target), target, Optional.empty()));
  }

  /**
   * Returns the one id a target stands for, without a direction and without a database.
   *
   * @return the id, or nothing for {@code base}
   * @throws RevisionException if the target cannot be resolved, or stands for several
   */
  public Optional<String> resolveOne(RevisionTarget target) {
    OptionalInt node = general.one(find(target), target, Optional.empty());
    return node.isEmpty() ? Optional.empty() : Optional.of(index.id(node.getAsInt()));
  }

  /**
   * Returns the ids a target stands for where {@code current} stands for these rows.
   *
   * @param rows the version rows; unknown ones are refused if the target is {@code current}
   * @return the ids, sorted; none for {@code base}
   * @throws RevisionException if the target cannot be resolved, or needs a direction
   */
  public List<String> resolve(RevisionTarget target, Collection<String> rows) {
    return show(find(target), target, rows).stream().map(Revision::id).toList();
  }

  private static Request find(RevisionTarget target) {
    return new Request("find", target.text());
  }

  /**
   * Returns the revisions a target stands for, {@code current} included, sorted by id.
   *
   * @param rows the version rows that {@code current} stands for
   * @throws RevisionException if the target cannot be resolved, or needs a direction
   */
  public List<Revision> show(RevisionTarget target, Collection<String> rows) {
    return show(new Request("show", target.text()), target, rows);
  }

  private List<Revision> show(Request request, RevisionTarget target, Collection<String> rows) {
    VersionRows versionRows = VersionRows.of(graph, rows);
    if (target instanceof Absolute absolute && absolute.anchor() == RevisionTarget.Symbol.CURRENT) {
      versionRows.rejectUnknown(request);
    }
    return general.all(request, target, Optional.of(versionRows.known())).stream()
        .mapToObj(index::revision)
        .toList();
  }

  /**
   * Returns a part of the history, newest first, both ends included.
   *
   * <p>With a lower end, only what lies at or above it by parent links is part of the range.
   *
   * @param rows the version rows that {@code current} stands for
   * @throws RevisionException if an end cannot be resolved, or the lower end is not below the upper
   *     one
   */
  public List<Revision> history(RevisionRange range, Collection<String> rows) {
    return new HistoryPlanning(graph, resolver, range, VersionRows.of(graph, rows)).select();
  }

  /**
   * Returns where a database with these rows stands; works with any rows and names what is wrong
   * with them.
   */
  public CurrentState current(Collection<String> rows) {
    VersionRows versionRows = VersionRows.of(graph, rows);
    BitSet applied = Reach.down(index, versionRows.known());
    BitSet redundant = (BitSet) versionRows.known().clone();
    redundant.andNot(Reach.tips(index, applied));
    BitSet pending = graph.where(node -> !applied.get(node));
    return new CurrentState(
        versionRows.all(),
        index.ids(CurrentState.tipsByParents(index, applied)),
        versionRows.unknown(),
        index.ids(redundant),
        index.ids(Reach.order(index, pending, pending)),
        pending.isEmpty() && versionRows.unknown().isEmpty());
  }

  /** Returns the revisions with several children, newest first. */
  public List<Revision> branches() {
    List<Revision> branchPoints = new ArrayList<>(graph.revisions());
    branchPoints.removeIf(revision -> graph.children(revision.id()).size() < 2);
    Collections.reverse(branchPoints);
    return List.copyOf(branchPoints);
  }

  GeneralTargets general() {
    return general;
  }

  private static String text(List<RevisionTarget> targets) {
    return String.join(" ", targets.stream().map(RevisionTarget::text).toList());
  }
}
