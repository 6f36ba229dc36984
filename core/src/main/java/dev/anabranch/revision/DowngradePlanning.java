package dev.anabranch.revision;

import dev.anabranch.revision.RevisionTarget.Absolute;
import dev.anabranch.revision.RevisionTarget.Relative;
import dev.anabranch.revision.TargetResolver.Down;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

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
   * @param branch limits what is undone where the way up from the target forks
   * @param node the revision that stays, or {@link Down#BASE}
   */
  private record Destination(Optional<String> branch, int node) {}

  /** Returns the steps from these rows down to the target. */
  MigrationPlan plan(Request request, RevisionTarget target, VersionRows rows) {
    BitSet applied = Reach.down(index, rows.known());
    BitSet undone = undone(request, resolver.settle(target), rows, applied);
    RowTracker tracker = new RowTracker(index, rows.known(), applied);
    int[] order = Reach.order(index, undone, undone);
    List<MigrationStep> steps = new ArrayList<>(order.length);
    for (int at = order.length - 1; at >= 0; at--) {
      steps.add(tracker.down(order[at]));
    }
    return new MigrationPlan(Direction.DOWNGRADE, rows.all(), steps);
  }

  private BitSet undone(Request request, RevisionTarget target, VersionRows rows, BitSet applied) {
    if (target instanceof Relative relative
        && relative.anchor().isEmpty()
        && relative.offset() < 0) {
      rows.rejectUnknown(request);
      return fromRows(request, relative, rows.known(), applied);
    }
    Destination destination =
        target instanceof Absolute absolute
            ? absolute(request, absolute)
            : counted(request, (Relative) target);
    rows.rejectUnknown(request);
    BitSet undone = above(request, destination, rows.known(), applied);
    rejectOtherBranch(request, destination);
    return undone;
  }

  /**
   * The name behind the {@code @} is looked up by itself; the branch says which side of a fork is
   * undone.
   */
  private Destination absolute(Request request, Absolute target) {
    OptionalInt node =
        resolver.one(request, new Absolute(Optional.empty(), target.anchor()), Optional.empty());
    return new Destination(target.branch(), node.orElse(Down.BASE));
  }

  private Destination counted(Request request, Relative target) {
    if (target.anchor().isEmpty()) {
      throw Failures.wrongSign(
          request,
          "a downgrade goes down, and " + target.word() + " does not",
          "Use a negative number, or upgrade.");
    }
    return target.offset() < 0 ? downwards(request, target) : upwards(request, target);
  }

  private Destination upwards(Request request, Relative target) {
    Absolute from = new Absolute(Optional.empty(), target.anchor().orElseThrow());
    OptionalInt start = resolver.one(request, from, Optional.empty());
    Optional<BitSet> lineage = target.branch().map(name -> resolver.lineage(request, name));
    OptionalInt end = resolver.up(request, start, target.offset(), lineage);
    if (end.isEmpty()) {
      throw Failures.tooFewAbove(request, target.offset());
    }
    return new Destination(target.branch(), end.getAsInt());
  }

  private Destination downwards(Request request, Relative target) {
    Absolute from = new Absolute(target.branch(), target.anchor().orElseThrow());
    OptionalInt start = resolver.one(request, from, Optional.empty());
    if (start.isEmpty()) {
      throw Failures.outOfRange(request, "nothing lies below the base");
    }
    return new Destination(target.branch(), walk(request, start.getAsInt(), target));
  }

  private int walk(Request request, int start, Relative target) {
    Down end = resolver.down(request, start, -target.offset());
    if (end.node() == Down.OUTSIDE) {
      throw Failures.tooFewBelow(request, index.id(start), end.walked());
    }
    return end.node();
  }

  /**
   * Counts down from the database. With several rows to count from, the answer is taken only if it
   * is the same from each of them: which row a database lists first must not decide.
   */
  private BitSet fromRows(Request request, Relative target, BitSet rows, BitSet applied) {
    BitSet starts = starts(request, target, rows, applied);
    Answer first = null;
    for (int start = starts.nextSetBit(0); start >= 0; start = starts.nextSetBit(start + 1)) {
      Answer answer = answer(request, target, start, rows, applied);
      if (first != null && !first.isSame(answer)) {
        throw Failures.ambiguousCurrent(request, index.ids(starts));
      }
      first = answer;
    }
    if (first == null) {
      throw Failures.outOfRange(request, "nothing is applied");
    }
    return first.orThrow();
  }

  /** What counting from one row gives: what is undone, or why it fails. */
  private record Answer(BitSet undone, @Nullable RevisionException failure) {
    boolean isSame(Answer other) {
      return failure == null
          ? other.failure == null && undone.equals(other.undone)
          : other.failure != null && failure.code() == other.failure.code();
    }

    BitSet orThrow() {
      if (failure != null) {
        throw failure;
      }
      return undone;
    }
  }

  private Answer answer(Request request, Relative target, int start, BitSet rows, BitSet applied) {
    try {
      String branch = target.branch().orElse(index.id(start));
      Destination destination = new Destination(Optional.of(branch), walk(request, start, target));
      return new Answer(above(request, destination, rows, applied), null);
    } catch (RevisionException failure) {
      return new Answer(new BitSet(), failure);
    }
  }

  /**
   * A branch without a row of its own is counted from its applied tip, which a row of another
   * branch stands on.
   */
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
      throw Failures.nothingToDowngrade(request, index.id(node), applied.get(node));
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
      String branch = destination.branch().get();
      int node = graph.names().branch(request, branch);
      roots.and(Reach.downByParents(index, TargetResolver.single(node)));
      if (roots.isEmpty()) {
        throw Failures.nothingAboveOnBranch(request, branch);
      }
    }
    return roots;
  }

  /**
   * The branch is looked up even where the way does not fork: a mistyped name must not undo
   * anything.
   */
  private void rejectOtherBranch(Request request, Destination destination) {
    if (destination.branch().isPresent()) {
      BitSet lineage = resolver.lineage(request, destination.branch().get());
      if (destination.node() >= 0 && !lineage.get(destination.node())) {
        throw Failures.notOnBranch(
            request, index.id(destination.node()), destination.branch().get());
      }
    }
  }
}
