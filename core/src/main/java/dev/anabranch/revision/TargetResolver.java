package dev.anabranch.revision;

import dev.anabranch.revision.RevisionTarget.Absolute;
import dev.anabranch.revision.RevisionTarget.Anchor;
import dev.anabranch.revision.RevisionTarget.Named;
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
      return new Absolute(relative.branch(), new Named(relative.word()));
    }
    return target;
  }

  /**
   * Returns the revisions a place stands for; none for the base.
   *
   * @param current what {@code current} stands for; absent where that word has no meaning
   */
  BitSet place(Request request, Absolute place, Optional<BitSet> current) {
    Anchor anchor = place.anchor();
    if (anchor == Symbol.CURRENT && current.isEmpty()) {
      return named(request, place.branch(), anchor.text());
    }
    return anchor instanceof Symbol symbol
        ? symbol(request, place.branch(), symbol, current.orElseGet(BitSet::new))
        : named(request, place.branch(), anchor.text());
  }

  private BitSet named(Request request, Optional<String> branch, String name) {
    if (branch.isEmpty()) {
      return single(names.find(request, name));
    }
    BitSet lineage = lineage(request, branch.get());
    int node = names.find(request, name, lineage);
    if (!lineage.get(node)) {
      throw Failures.notOnBranch(request, index.id(node), branch.get());
    }
    return single(node);
  }

  private BitSet symbol(Request request, Optional<String> branch, Symbol symbol, BitSet current) {
    if (symbol == Symbol.BASE) {
      return new BitSet();
    }
    if (symbol == Symbol.HEAD) {
      return head(request, branch);
    }
    BitSet found = (BitSet) current.clone();
    if (symbol == Symbol.HEADS) {
      found = branch.isPresent() ? graph.headNodes() : graph.effectiveHeadNodes();
    }
    if (branch.isPresent()) {
      found.and(lineage(request, branch.get()));
    }
    return found;
  }

  private BitSet head(Request request, Optional<String> branch) {
    BitSet heads = graph.headNodes();
    branch.ifPresent(name -> heads.and(lineage(request, name)));
    if (heads.cardinality() > 1) {
      throw Failures.multipleHeads(request, subject(branch), index.ids(heads));
    }
    return heads;
  }

  private static String subject(Optional<String> branch) {
    return branch.map(name -> "branch \"" + name + "\"").orElse("the graph");
  }

  /**
   * Returns what lies on a branch: the named revision, everything above and everything below it by
   * parent links.
   */
  BitSet lineage(Request request, String branch) {
    if (branch.equals(Symbol.BASE.text())) {
      return graph.where(node -> true);
    }
    if (branch.equals(Symbol.HEAD.text())) {
      return lineage(head(request, Optional.empty()));
    }
    return lineage(single(names.branch(request, branch)));
  }

  /** Returns some revisions with everything above and below them by parent links. */
  private BitSet lineage(BitSet nodes) {
    BitSet line = Reach.upByParents(index, nodes);
    line.or(Reach.downByParents(index, nodes));
    return line;
  }

  /** Returns the only revision a place stands for, or nothing for the base. */
  OptionalInt one(Request request, Absolute place, Optional<BitSet> current) {
    if (place.anchor() == Symbol.BASE && place.branch().isPresent()) {
      names.branch(request, place.branch().get());
    }
    BitSet found = place(request, place, current);
    if (found.cardinality() > 1) {
      List<String> ids = index.ids(found);
      throw place.anchor() == Symbol.CURRENT
          ? Failures.ambiguousCurrent(request, ids)
          : Failures.multipleHeads(request, subject(place.branch()), ids);
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
      BitSet next = above(at);
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

  private BitSet above(OptionalInt node) {
    if (node.isEmpty()) {
      return graph.where(candidate -> index.parents(candidate).length == 0);
    }
    BitSet children = new BitSet();
    for (int child : index.children(node.getAsInt())) {
      children.set(child);
    }
    return children;
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
   * Returns where the walks a number of steps down from the effective heads end.
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

  static BitSet single(OptionalInt node) {
    return node.isEmpty() ? new BitSet() : single(node.getAsInt());
  }
}
