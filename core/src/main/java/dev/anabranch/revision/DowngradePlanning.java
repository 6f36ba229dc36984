package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.RevisionTarget.Absolute;
import dev.anabranch.revision.RevisionTarget.Relative;
import dev.anabranch.revision.TargetResolver.Down;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides what a downgrade takes away. */
final class DowngradePlanning {

  private final RevisionGraph graph;
  private final GraphIndex index;
  private final TargetResolver resolver;

  DowngradePlanning(RevisionGraph graph, TargetResolver resolver) {
    this.graph = graph;
    this.index = graph.index();
    this.resolver = resolver;
  }

  /**
   * Where a downgrade goes.
   *
   * @param branch what lies at or below the named branch; limits what is undone where the way forks
   * @param node the revision that stays, or {@link Down#BASE}
   */
  private record Destination(Optional<BitSet> branch, int node) {}

  /** Returns the steps from these rows down to the target; the rows must be ids of revisions. */
  MigrationPlan plan(String action, RevisionTarget target, BitSet rows, List<String> rowsBefore) {
    Request request = new Request(action, target.text());
    BitSet applied = Reach.down(index, rows);
    BitSet undone = undone(request, resolver.settle(target), rows, applied);
    RowTracker tracker = new RowTracker(index, rows, applied);
    int[] order = Reach.order(index, undone, undone);
    List<MigrationStep> steps = new ArrayList<>(order.length);
    for (int at = order.length - 1; at >= 0; at--) {
      steps.add(tracker.down(order[at]));
    }
    return new MigrationPlan(Direction.DOWNGRADE, rowsBefore, steps);
  }

  private BitSet undone(Request request, RevisionTarget target, BitSet rows, BitSet applied) {
    if (target instanceof Absolute absolute) {
      return above(request, absolute(request, absolute, rows), rows, applied);
    }
    Relative relative = (Relative) target;
    if (relative.offset() >= 0) {
      return above(request, upwards(request, relative, rows), rows, applied);
    }
    if (relative.anchor().isPresent()) {
      return above(request, downwards(request, relative, rows), rows, applied);
    }
    return fromRows(request, relative, rows, applied);
  }

  private Destination absolute(Request request, Absolute target, BitSet rows) {
    OptionalInt node = resolver.one(request, target.branch(), target.anchor(), rows);
    return new Destination(branch(request, target.branch()), node.orElse(Down.BASE));
  }

  private Optional<BitSet> branch(Request request, Optional<String> name) {
    return name.map(
        branch ->
            Reach.downByParents(
                index, TargetResolver.single(graph.names().branch(request, branch))));
  }

  private Destination upwards(Request request, Relative target, BitSet rows) {
    if (target.anchor().isEmpty()) {
      throw Failures.wrongSign(
          request,
          "a downgrade goes down, and " + target.word() + " does not",
          "Use a negative number, or upgrade.");
    }
    Optional<BitSet> lineage = target.branch().map(name -> resolver.lineage(request, name));
    OptionalInt start = resolver.one(request, Optional.empty(), target.anchor().get(), rows);
    OptionalInt end = resolver.up(request, start, target.offset(), lineage);
    if (end.isEmpty() && target.offset() > 0) {
      throw Failures.outOfRange(
          request, "there are fewer than " + target.offset() + " revisions above");
    }
    return new Destination(branch(request, target.branch()), end.orElse(Down.BASE));
  }

  private Destination downwards(Request request, Relative target, BitSet rows) {
    OptionalInt start = resolver.one(request, target.branch(), target.anchor().orElseThrow(), rows);
    if (start.isEmpty()) {
      throw Failures.outOfRange(request, "nothing lies below the base");
    }
    return new Destination(
        branch(request, target.branch()), walk(request, start.getAsInt(), target));
  }

  private int walk(Request request, int start, Relative target) {
    Down end = resolver.down(request, start, -target.offset());
    if (end.node() == Down.OUTSIDE) {
      throw Failures.outOfRange(
          request,
          "only "
              + end.walked()
              + " revisions lie at or below "
              + index.id(start)
              + " on its line");
    }
    return end.node();
  }

  /**
   * Counts down from the database. With several rows to count from, the answer is taken only if it
   * is the same from each of them: which row a database lists first must not decide.
   */
  private BitSet fromRows(Request request, Relative target, BitSet rows, BitSet applied) {
    BitSet starts = starts(request, target, rows, applied);
    BitSet common = null;
    for (int start = starts.nextSetBit(0); start >= 0; start = starts.nextSetBit(start + 1)) {
      Optional<BitSet> branch =
          target.branch().isPresent()
              ? branch(request, target.branch())
              : Optional.of(Reach.downByParents(index, TargetResolver.single(start)));
      Destination destination = new Destination(branch, walk(request, start, target));
      BitSet undone = above(request, destination, rows, applied);
      if (common != null && !common.equals(undone)) {
        throw Failures.ambiguousCurrent(request, index.ids(starts));
      }
      common = undone;
    }
    if (common == null) {
      throw Failures.outOfRange(request, "nothing is applied");
    }
    return common;
  }

  private BitSet starts(Request request, Relative target, BitSet rows, BitSet applied) {
    BitSet starts = (BitSet) rows.clone();
    if (target.branch().isPresent()) {
      BitSet lineage = resolver.lineage(request, target.branch().get());
      starts.and(lineage);
      if (starts.isEmpty()) {
        starts = CurrentState.tipsByParents(index, applied);
        starts.and(lineage);
      }
      if (starts.isEmpty()) {
        throw Failures.outOfRange(request, "nothing of that branch is applied");
      }
    }
    return starts;
  }

  private BitSet above(Request request, Destination destination, BitSet rows, BitSet applied) {
    BitSet undone = Reach.up(index, roots(request, destination));
    undone.and(applied);
    int node = destination.node();
    if (undone.isEmpty() && node >= 0 && !rows.get(node)) {
      throw new RevisionException.NothingToDowngrade(
          ErrorCode.NOTHING_TO_DOWNGRADE,
          request.cannot(
              applied.get(node)
                  ? "nothing applied lies above " + index.id(node)
                  : "revision " + index.id(node) + " is not applied"),
          "See where the database stands with: anabranch current");
    }
    return undone;
  }

  private BitSet roots(Request request, Destination destination) {
    BitSet roots = new BitSet(index.size());
    if (destination.node() == Down.BASE) {
      roots = graph.where(node -> index.parents(node).length == 0);
    } else {
      for (int child : index.children(destination.node())) {
        roots.set(child);
      }
    }
    if (destination.branch().isPresent() && roots.cardinality() > 1) {
      roots.and(destination.branch().get());
      if (roots.isEmpty()) {
        throw new RevisionException.NothingToDowngrade(
            ErrorCode.INVALID_DOWNGRADE_TARGET,
            request.cannot("the branch has nothing above it"),
            "Leave the branch name out, or name a lower revision.");
      }
    }
    return roots;
  }
}
