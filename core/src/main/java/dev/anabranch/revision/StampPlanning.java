package dev.anabranch.revision;

import dev.anabranch.revision.RevisionTarget.Absolute;
import dev.anabranch.revision.RevisionTarget.Symbol;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Decides which rows stamping writes: the targets, and the old rows that lie on no target's line;
 * each reduced to what no other one implies.
 *
 * <p>A line here is everything at or above and at or below over parents and dependencies.
 */
final class StampPlanning {

  private final RevisionGraph graph;
  private final GraphIndex index;
  private final TargetResolver resolver;

  StampPlanning(RevisionGraph graph, TargetResolver resolver) {
    this.graph = graph;
    this.index = graph.index();
    this.resolver = resolver;
  }

  /**
   * Returns the plan that keeps what lies on no target's line.
   *
   * <p>Everything is resolved before anything is computed, so that a typing error changes nothing.
   */
  StampPlan plan(Request request, List<RevisionTarget> targets, VersionRows rows) {
    rows.rejectUnknown(request);
    BitSet wanted = new BitSet(index.size());
    BitSet touched = new BitSet(index.size());
    BitSet above = new BitSet(index.size());
    for (RevisionTarget target : targets) {
      BitSet found = resolve(target, rows.all().isEmpty());
      wanted.or(found);
      touched.or(line(found));
      above.or(above(target, found));
      target.branch().ifPresent(branch -> touched.or(line(branch(target, branch))));
      if (targets.size() == 1 && target.equals(new Absolute(Optional.empty(), Symbol.BASE))) {
        touched.set(0, index.size());
      }
    }
    BitSet after = (BitSet) rows.known().clone();
    after.andNot(touched);
    after.or(wanted);
    return plan(rows, after, wanted, above);
  }

  /** Returns the plan that keeps nothing. */
  StampPlan planPurging(List<RevisionTarget> targets, VersionRows rows) {
    BitSet wanted = new BitSet(index.size());
    BitSet above = new BitSet(index.size());
    for (RevisionTarget target : targets) {
      BitSet found = resolve(target, true);
      wanted.or(found);
      above.or(above(target, found));
    }
    return plan(rows, wanted, wanted, above);
  }

  /**
   * A count goes down from the heads, not from the rows. Next to rows that would be misread, so it
   * is accepted only where there is nothing to keep.
   */
  private BitSet resolve(RevisionTarget target, boolean countsAllowed) {
    Request request = new Request("stamp", target.text());
    RevisionTarget settled = resolver.settle(target);
    if (settled instanceof Absolute absolute) {
      return resolver.place(request, absolute, Optional.empty());
    }
    if (!countsAllowed) {
      throw Failures.relativeNotAllowed(request);
    }
    return new GeneralTargets(graph, resolver).counted(request, (RevisionTarget.Relative) settled);
  }

  private BitSet branch(RevisionTarget target, String name) {
    Request request = new Request("stamp", target.text());
    return name.equals(Symbol.BASE.text()) || name.equals(Symbol.HEAD.text())
        ? resolver.lineage(request, name)
        : TargetResolver.single(graph.names().branch(request, name));
  }

  private BitSet line(BitSet nodes) {
    BitSet line = Reach.up(index, nodes);
    line.or(Reach.down(index, nodes));
    return line;
  }

  private StampPlan plan(VersionRows rows, BitSet after, BitSet wanted, BitSet above) {
    List<String> rowsAfter = index.ids(Reach.antichain(index, after));
    TreeSet<String> removed = new TreeSet<>(rows.all());
    rowsAfter.forEach(removed::remove);
    TreeSet<String> added = new TreeSet<>(rowsAfter);
    rows.all().forEach(added::remove);
    return new StampPlan(
        rows.all(),
        rowsAfter,
        List.copyOf(removed),
        List.copyOf(added),
        index.ids(wanted),
        index.ids(forgotten(rows, after, above)));
  }

  private BitSet forgotten(VersionRows rows, BitSet after, BitSet above) {
    BitSet forgotten = Reach.down(index, rows.known());
    forgotten.andNot(Reach.down(index, after));
    forgotten.andNot(above);
    return forgotten;
  }

  /**
   * Returns what lies at or above a target, and so is meant to go; for the base of a branch, all
   * above that base.
   */
  private BitSet above(RevisionTarget target, BitSet found) {
    if (!found.isEmpty()) {
      return Reach.up(index, found);
    }
    BitSet bases = graph.where(node -> index.parents(node).length == 0);
    Request request = new Request("stamp", target.text());
    target.branch().ifPresent(branch -> bases.and(resolver.lineage(request, branch)));
    return Reach.up(index, bases);
  }
}
