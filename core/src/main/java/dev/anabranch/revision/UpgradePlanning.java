package dev.anabranch.revision;

import dev.anabranch.revision.RevisionTarget.Absolute;
import dev.anabranch.revision.RevisionTarget.Relative;
import dev.anabranch.revision.TargetResolver.Down;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides what an upgrade runs. */
final class UpgradePlanning {

  private final GraphIndex index;
  private final TargetResolver resolver;

  UpgradePlanning(RevisionGraph graph, TargetResolver resolver) {
    this.index = graph.index();
    this.resolver = resolver;
  }

  /** Returns the steps from these rows to the targets. */
  MigrationPlan plan(Request request, List<RevisionTarget> targets, VersionRows rows) {
    BitSet wanted = new BitSet();
    for (RevisionTarget target : targets) {
      Request single = new Request(request.action(), target.text());
      RevisionTarget settled = resolver.settle(target);
      if (settled instanceof Relative && targets.size() > 1) {
        throw Failures.relativeNotAlone(single);
      }
      wanted.or(resolve(single, settled, rows));
    }
    rejectOverlap(request, wanted);
    rows.rejectUnknown(request);
    rejectRedundant(request, rows.known());
    BitSet applied = Reach.down(index, rows.known());
    BitSet pending = Reach.down(index, wanted);
    pending.andNot(applied);
    RowTracker tracker = new RowTracker(index, rows.known(), applied);
    List<MigrationStep> steps = new ArrayList<>(pending.cardinality());
    for (int node : Reach.order(index, pending, pending)) {
      steps.add(tracker.up(node));
    }
    return new MigrationPlan(Direction.UPGRADE, rows.all(), steps);
  }

  private void rejectOverlap(Request request, BitSet wanted) {
    BitSet covered = (BitSet) wanted.clone();
    covered.andNot(Reach.antichain(index, wanted));
    int lower = covered.nextSetBit(0);
    if (lower >= 0) {
      BitSet above = Reach.up(index, TargetResolver.single(lower));
      above.and(wanted);
      above.clear(lower);
      throw Failures.overlapping(request, index.id(lower), index.id(above.nextSetBit(0)));
    }
  }

  private void rejectRedundant(Request request, BitSet rows) {
    BitSet kept = Reach.antichain(index, rows);
    if (kept.cardinality() < rows.cardinality()) {
      BitSet redundant = (BitSet) rows.clone();
      redundant.andNot(kept);
      throw Failures.redundantRows(request, index.ids(redundant), index.ids(kept));
    }
  }

  private BitSet resolve(Request request, RevisionTarget target, VersionRows rows) {
    if (target instanceof Absolute absolute) {
      return resolver.place(request, absolute, Optional.empty());
    }
    Relative relative = (Relative) target;
    return relative.offset() > 0
        ? TargetResolver.single(upwards(request, relative, rows))
        : downwards(request, relative);
  }

  private int upwards(Request request, Relative target, VersionRows rows) {
    OptionalInt start = OptionalInt.empty();
    if (target.anchor().isPresent()) {
      start =
          resolver.one(
              request, new Absolute(Optional.empty(), target.anchor().get()), Optional.empty());
    } else {
      rows.rejectUnknown(request);
    }
    Optional<BitSet> lineage = target.branch().map(name -> resolver.lineage(request, name));
    if (target.anchor().isEmpty()) {
      start = start(request, lineage, rows.known());
    }
    OptionalInt end = resolver.up(request, start, target.offset(), lineage);
    if (end.isEmpty()) {
      throw Failures.tooFewAbove(request, target.offset());
    }
    return end.getAsInt();
  }

  /**
   * Returns where a bare {@code +N} counts from: the row, or with a branch the applied tips of that
   * branch.
   *
   * <p>A branch may be applied although no row lies on it, because a row of another branch stands
   * on it.
   */
  OptionalInt start(Request request, Optional<BitSet> lineage, BitSet rows) {
    BitSet starts = (BitSet) rows.clone();
    if (lineage.isPresent()) {
      starts.and(lineage.get());
      if (starts.isEmpty()) {
        BitSet active = Reach.down(index, rows);
        active.and(lineage.get());
        starts = Reach.tips(index, active);
      }
    }
    if (starts.cardinality() > 1) {
      throw Failures.ambiguousCurrent(request, index.ids(starts));
    }
    return starts.isEmpty() ? OptionalInt.empty() : OptionalInt.of(starts.nextSetBit(0));
  }

  private BitSet downwards(Request request, Relative target) {
    if (target.anchor().isEmpty()) {
      throw Failures.wrongSign(
          request,
          "an upgrade goes up, and " + target.word() + " does not",
          "Use a positive number, or downgrade.");
    }
    OptionalInt start =
        resolver.one(
            request, new Absolute(target.branch(), target.anchor().get()), Optional.empty());
    int end = target.offset() == 0 ? Down.BASE : Down.OUTSIDE;
    if (start.isPresent()) {
      end = resolver.down(request, start.getAsInt(), -target.offset()).node();
    }
    if (end == Down.OUTSIDE) {
      throw Failures.outOfRange(
          request, "there are fewer than " + -target.offset() + " revisions below");
    }
    return end == Down.BASE ? new BitSet() : TargetResolver.single(end);
  }
}
