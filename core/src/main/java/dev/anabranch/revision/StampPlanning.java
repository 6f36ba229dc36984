package dev.anabranch.revision;

import dev.anabranch.revision.RevisionTarget.Absolute;
import dev.anabranch.revision.RevisionTarget.Symbol;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
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

  /** Everything is resolved before anything is computed, so that a typing error changes nothing. */
  StampPlan plan(Collection<String> rowsBefore, List<RevisionTarget> targets, BitSet kept) {
    BitSet wanted = new BitSet(index.size());
    BitSet touched = new BitSet(index.size());
    for (RevisionTarget target : targets) {
      RevisionTarget settled = resolver.settle(target);
      Request request = new Request("stamp", target.text());
      if (!(settled instanceof Absolute absolute)) {
        throw Failures.relativeNotAllowed(request);
      }
      BitSet found = resolver.absolute(request, absolute, kept);
      wanted.or(found);
      touched.or(line(found));
      absolute
          .branch()
          .ifPresent(
              name -> touched.or(line(TargetResolver.single(graph.names().branch(request, name)))));
      if (absolute.anchor() == Symbol.BASE && absolute.branch().isEmpty() && targets.size() == 1) {
        touched.set(0, index.size());
      }
    }
    BitSet after = (BitSet) kept.clone();
    after.andNot(touched);
    after.or(wanted);
    return plan(rowsBefore, index.ids(Reach.antichain(index, after)), index.ids(wanted));
  }

  private BitSet line(BitSet nodes) {
    BitSet line = Reach.up(index, nodes);
    line.or(Reach.down(index, nodes));
    return line;
  }

  private static StampPlan plan(
      Collection<String> rowsBefore, List<String> after, List<String> resolved) {
    TreeSet<String> before = new TreeSet<>(rowsBefore);
    TreeSet<String> removed = new TreeSet<>(before);
    after.forEach(removed::remove);
    TreeSet<String> added = new TreeSet<>(after);
    added.removeAll(before);
    return new StampPlan(
        List.copyOf(before), after, List.copyOf(removed), List.copyOf(added), resolved);
  }
}
