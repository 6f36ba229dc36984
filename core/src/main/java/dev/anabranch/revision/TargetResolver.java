package dev.anabranch.revision;

import dev.anabranch.revision.RevisionTarget.Absolute;
import dev.anabranch.revision.RevisionTarget.Anchor;
import dev.anabranch.revision.RevisionTarget.Relative;
import dev.anabranch.revision.RevisionTarget.Symbol;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds what a target stands for, without a direction; upgrade and downgrade add their own relative
 * forms.
 */
final class TargetResolver {

  private final RevisionGraph graph;
  private final GraphIndex index;
  private final Names names;

  TargetResolver(RevisionGraph graph) {
    this.graph = graph;
    this.index = graph.index();
    this.names = graph.names();
  }

  /**
   * Returns the target with a label that looks like an offset taken as the label, if there is one.
   */
  RevisionTarget settle(RevisionTarget target) {
    if (target instanceof Relative relative
        && relative.anchor().isPresent()
        && names.exact(relative.word()) >= 0) {
      return new Absolute(relative.branch(), new RevisionTarget.Named(relative.word()));
    }
    return target;
  }

  /**
   * Returns the revisions an absolute target stands for; none for the base.
   *
   * @param rows where the database stands
   */
  BitSet absolute(Request request, Absolute target, BitSet rows) {
    return place(request, target.branch(), target.anchor(), rows);
  }

  /** Returns the revisions a place stands for; none for the base. */
  BitSet place(Request request, Optional<String> branch, Anchor anchor, BitSet rows) {
    if (anchor instanceof Symbol symbol) {
      return symbol(request, branch, symbol, rows);
    }
    BitSet found = new BitSet();
    if (branch.isEmpty()) {
      found.set(names.find(request, anchor.text()));
      return found;
    }
    BitSet lineage = lineage(request, branch.get());
    int node = names.find(request, anchor.text(), lineage);
    if (!lineage.get(node)) {
      throw Failures.notOnBranch(request, index.id(node), branch.get());
    }
    found.set(node);
    return found;
  }

  private BitSet symbol(Request request, Optional<String> branch, Symbol symbol, BitSet rows) {
    BitSet found;
    switch (symbol) {
      case HEAD -> found = head(request, branch);
      case HEADS -> found = branch.isPresent() ? graph.headNodes() : graph.effectiveHeadNodes();
      case CURRENT -> found = (BitSet) rows.clone();
      case BASE -> found = new BitSet();
      default -> throw new AssertionError(symbol);
    }
    branch.ifPresent(name -> found.and(lineage(request, name)));
    return found;
  }

  private BitSet head(Request request, Optional<String> branch) {
    BitSet heads = graph.headNodes();
    branch.ifPresent(name -> heads.and(lineage(request, name)));
    if (heads.cardinality() > 1) {
      String subject = branch.map(name -> "branch \"" + name + "\"").orElse("the graph");
      throw Failures.multipleHeads(request, subject, index.ids(heads));
    }
    return heads;
  }

  /**
   * Returns what lies on a branch: the named revision, everything above and everything below it by
   * parent links.
   */
  BitSet lineage(Request request, String branch) {
    return lineage(names.branch(request, branch));
  }

  /** Returns a revision with everything above and below it by parent links. */
  BitSet lineage(int node) {
    BitSet start = single(node);
    BitSet line = Reach.upByParents(index, start);
    line.or(Reach.downByParents(index, start));
    return line;
  }

  /** Returns the only revision a place stands for, or nothing for the base. */
  OptionalInt one(Request request, Optional<String> branch, Anchor anchor, BitSet rows) {
    BitSet found = place(request, branch, anchor, rows);
    if (found.cardinality() > 1) {
      String subject = branch.map(name -> "branch \"" + name + "\"").orElse("the graph");
      if (anchor == Symbol.CURRENT) {
        throw Failures.ambiguousCurrent(request, index.ids(found));
      }
      throw Failures.multipleHeads(request, subject, index.ids(found));
    }
    return found.isEmpty() ? OptionalInt.empty() : OptionalInt.of(found.nextSetBit(0));
  }

  /**
   * Walks upwards by parent links.
   *
   * @param start where to begin; absent for below the bases
   * @param branch keeps the walk on a branch if present
   * @return where the walk ends, or nothing if it would leave the graph
   */
  OptionalInt up(Request request, OptionalInt start, int steps, Optional<BitSet> branch) {
    Up end = climb(request, start, steps, branch);
    return end.walked() < steps ? OptionalInt.empty() : end.node();
  }

  /** Walks upwards like {@link #up}, and stops where nothing is left to go to. */
  OptionalInt upAtMost(Request request, OptionalInt start, int steps, Optional<BitSet> branch) {
    return climb(request, start, steps, branch).node();
  }

  private record Up(OptionalInt node, int walked) {}

  private Up climb(Request request, OptionalInt start, int steps, Optional<BitSet> branch) {
    OptionalInt at = start;
    for (int step = 0; step < steps; step++) {
      BitSet next = new BitSet();
      if (at.isPresent()) {
        for (int child : index.children(at.getAsInt())) {
          next.set(child);
        }
      } else {
        next = graph.where(node -> index.parents(node).length == 0);
      }
      branch.ifPresent(next::and);
      if (next.cardinality() > 1) {
        String from = at.isPresent() ? index.id(at.getAsInt()) : "the base";
        throw Failures.fork(request, from, index.ids(next));
      }
      if (next.isEmpty()) {
        return new Up(at, step);
      }
      at = OptionalInt.of(next.nextSetBit(0));
    }
    return new Up(at, steps);
  }

  /** Where a walk downwards ends: a revision, below all of them, or outside the graph. */
  record Down(int node, int walked) {
    static final int BASE = -1;
    static final int OUTSIDE = -2;
  }

  /** Walks downwards by parent links. */
  Down down(Request request, int start, int steps) {
    int at = start;
    for (int step = 0; step < steps; step++) {
      if (at == Down.BASE) {
        return new Down(Down.OUTSIDE, step);
      }
      int[] parents = index.parents(at);
      if (parents.length > 1) {
        throw Failures.merge(request, index.id(at), index.ids(parents));
      }
      at = parents.length == 0 ? Down.BASE : parents[0];
    }
    return new Down(at, steps);
  }

  /**
   * Returns the revisions that lie a number of steps below the effective heads.
   *
   * <p>This is what {@code -N} and {@code label@-N} mean where there is no direction, as for show
   * and merge. With a branch only the heads that carry its label count.
   */
  List<Integer> belowHeads(Request request, Optional<String> branch, int steps) {
    List<Integer> found = new ArrayList<>();
    BitSet heads = graph.effectiveHeadNodes();
    for (int head = heads.nextSetBit(0); head >= 0; head = heads.nextSetBit(head + 1)) {
      if (branch.isEmpty() || graph.labelsOf(head).contains(branch.get())) {
        found.add(down(request, head, steps).node());
      }
    }
    return found;
  }

  static BitSet single(int node) {
    BitSet set = new BitSet();
    set.set(node);
    return set;
  }
}
