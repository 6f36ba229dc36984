package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.RevisionTarget.Absolute;
import dev.anabranch.revision.RevisionTarget.Relative;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Answers what a target means for a database and what has to run to get there. Nothing here touches
 * a database: version rows come in as a list of ids, a plan goes out as data.
 *
 * <p>Version rows must be full ids. Where a row is the id of no revision, {@link #current} says so
 * and everything that plans is refused with {@link RevisionException.VersionRows}. Safe for use by
 * several threads.
 *
 * @since 0.1
 */
public final class MigrationPlanner {

  private static final String UPGRADE = "upgrade to";
  private static final String DOWNGRADE = "downgrade to";

  private final RevisionGraph graph;
  private final GraphIndex index;
  private final TargetResolver resolver;

  /** Creates a planner for this graph. */
  public MigrationPlanner(RevisionGraph graph) {
    this.graph = graph;
    this.index = graph.index();
    this.resolver = new TargetResolver(graph);
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

  /** Plans an upgrade; see {@link #upgrade(Collection, RevisionTarget...)}. */
  public MigrationPlan upgrade(Collection<String> rows, List<RevisionTarget> targets) {
    BitSet known = rows(new Request(UPGRADE, text(targets)), rows);
    return new UpgradePlanning(graph, resolver).plan(UPGRADE, targets, known, sorted(rows));
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
    BitSet known = rows(new Request(DOWNGRADE, target.text()), rows);
    return new DowngradePlanning(graph, resolver).plan(DOWNGRADE, target, known, sorted(rows));
  }

  /**
   * Plans an upgrade for a script: from the revisions before the colon, or from nothing, to the
   * target.
   */
  public MigrationPlan upgrade(OfflineRange range) {
    return upgrade(starts(UPGRADE, range), range.target());
  }

  /** Plans a downgrade for a script: from the revisions before the colon to the target. */
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
    BitSet starts = new BitSet();
    for (RevisionTarget start : range.from()) {
      Request request = new Request(action, range.text());
      RevisionTarget settled = resolver.settle(start);
      if (!(settled instanceof Absolute absolute)) {
        throw Failures.relativeNotAllowed(request);
      }
      resolver
          .one(request, absolute.branch(), absolute.anchor(), new BitSet())
          .ifPresent(starts::set);
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
    BitSet known = rows(new Request("stamp", text(targets)), rows);
    return new StampPlanning(graph, resolver).plan(rows, targets, known);
  }

  /**
   * Plans stamping that forgets all rows there were, unknown ones too.
   *
   * @param rows the version rows of the database, whatever they are
   * @param targets what to stamp
   * @throws RevisionException if a target cannot be resolved
   */
  public StampPlan stampPurging(Collection<String> rows, List<RevisionTarget> targets) {
    return new StampPlanning(graph, resolver).plan(rows, targets, new BitSet());
  }

  /**
   * Returns the ids a target stands for, without a direction: {@code -N} counts down from every
   * effective head.
   *
   * @param target what is asked for; {@code base} stands for no revision
   * @param rows the version rows that {@code current} stands for; unknown ones are left out
   * @return the ids, sorted
   * @throws RevisionException if the target stands for nothing, or needs a direction
   */
  public List<String> resolve(RevisionTarget target, Collection<String> rows) {
    return index.ids(resolve(new Request("find", target.text()), target, graph.known(rows)));
  }

  /**
   * Returns the one id a target stands for.
   *
   * @param rows the version rows that {@code current} stands for; unknown ones are left out
   * @return the id, or nothing for {@code base}
   * @throws RevisionException if the target stands for nothing or for several
   */
  public Optional<String> resolveOne(RevisionTarget target, Collection<String> rows) {
    OptionalInt node = resolveOne(new Request("find", target.text()), target, graph.known(rows));
    return node.isEmpty() ? Optional.empty() : Optional.of(index.id(node.getAsInt()));
  }

  OptionalInt resolveOne(Request request, RevisionTarget target, BitSet rows) {
    if (resolver.settle(target) instanceof Absolute absolute) {
      return resolver.one(request, absolute.branch(), absolute.anchor(), rows);
    }
    throw Failures.relativeNotAllowed(request);
  }

  /** Returns the revisions a target stands for; see {@link #resolve}. */
  public List<Revision> show(RevisionTarget target, Collection<String> rows) {
    return resolve(new Request("show", target.text()), target, graph.known(rows)).stream()
        .mapToObj(index::revision)
        .toList();
  }

  BitSet resolve(Request request, RevisionTarget target, BitSet rows) {
    RevisionTarget settled = resolver.settle(target);
    if (settled instanceof Absolute absolute) {
      return resolver.absolute(request, absolute, rows);
    }
    Relative relative = (Relative) settled;
    if (relative.anchor().isPresent() || relative.offset() >= 0) {
      throw Failures.relativeNotAllowed(request);
    }
    BitSet found = new BitSet();
    boolean left = false;
    for (int node : resolver.belowHeads(request, relative.branch(), -relative.offset())) {
      if (node >= 0) {
        found.set(node);
      } else {
        left = true;
      }
    }
    if (found.isEmpty() && left) {
      throw Failures.outOfRange(
          request, "there are fewer than " + -relative.offset() + " revisions below the heads");
    }
    return found;
  }

  /**
   * Returns a part of the history, newest first, both ends included.
   *
   * <p>With a lower end, only what lies at or above it by parent links is part of the range.
   *
   * @param rows the version rows that {@code current} stands for; unknown ones are left out
   * @throws RevisionException if an end cannot be resolved, or the lower end is not below the upper
   *     one
   */
  public List<Revision> history(RevisionRange range, Collection<String> rows) {
    return new HistoryPlanning(graph, resolver).select(range, graph.known(rows));
  }

  /**
   * Returns where a database with these rows stands; works with any rows and names what is wrong
   * with them.
   */
  public CurrentState current(Collection<String> rows) {
    BitSet known = graph.known(rows);
    BitSet applied = Reach.down(index, known);
    BitSet redundant = (BitSet) known.clone();
    redundant.andNot(Reach.tips(index, applied));
    BitSet pending = graph.where(node -> !applied.get(node));
    List<String> unknown = unknown(rows);
    return new CurrentState(
        sorted(rows),
        index.ids(CurrentState.tipsByParents(index, applied)),
        unknown,
        index.ids(redundant),
        index.ids(Reach.order(index, pending, pending)),
        pending.isEmpty() && unknown.isEmpty());
  }

  /** Returns the revisions with several children, newest first. */
  public List<Revision> branches() {
    List<Revision> branchPoints = new ArrayList<>(graph.revisions());
    branchPoints.removeIf(revision -> graph.children(revision.id()).size() < 2);
    Collections.reverse(branchPoints);
    return List.copyOf(branchPoints);
  }

  private BitSet rows(Request request, Collection<String> rows) {
    List<String> unknown = unknown(rows);
    if (!unknown.isEmpty()) {
      throw Failures.unknownRows(request, unknown);
    }
    return graph.known(rows);
  }

  private List<String> unknown(Collection<String> rows) {
    return rows.stream().filter(row -> index.nodeOfId(row) == null).distinct().sorted().toList();
  }

  private static List<String> sorted(Collection<String> rows) {
    return List.copyOf(new TreeSet<>(rows));
  }

  private static String text(List<RevisionTarget> targets) {
    return String.join(" ", targets.stream().map(RevisionTarget::text).toList());
  }
}
