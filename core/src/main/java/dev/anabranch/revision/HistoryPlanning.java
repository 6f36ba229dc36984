package dev.anabranch.revision;

import dev.anabranch.revision.RevisionTarget.Absolute;
import dev.anabranch.revision.RevisionTarget.Relative;
import dev.anabranch.revision.RevisionTarget.Symbol;
import dev.anabranch.revision.TargetResolver.Down;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Selects the part of the history that lies between two ends, newest first. */
final class HistoryPlanning {

  private static final Absolute ALL_HEADS = new Absolute(Optional.empty(), Symbol.HEADS);

  private final RevisionGraph graph;
  private final GraphIndex index;
  private final TargetResolver resolver;

  HistoryPlanning(RevisionGraph graph, TargetResolver resolver) {
    this.graph = graph;
    this.index = graph.index();
    this.resolver = resolver;
  }

  List<Revision> select(RevisionRange range, BitSet rows) {
    Request request = new Request("show the history of", range.text());
    Optional<RevisionTarget> lowerEnd = range.lower().map(resolver::settle);
    BitSet lower = lowerEnd.map(target -> lower(request, target, rows)).orElseGet(BitSet::new);
    BitSet upper =
        upper(request, range.upper().map(resolver::settle).orElse(ALL_HEADS), lower, rows);
    lowerEnd.flatMap(RevisionTarget::branch).ifPresent(branch -> keepLabelled(upper, branch));
    BitSet required = Reach.down(index, upper);
    BitSet outside = (BitSet) lower.clone();
    outside.andNot(required);
    if (!outside.isEmpty()) {
      throw Failures.notConnected(
          request,
          lowerEnd.orElseThrow().text(),
          range.upper().map(RevisionTarget::text).orElse("heads"));
    }
    return newestFirst(required, needed(required, lower));
  }

  private BitSet needed(BitSet required, BitSet lower) {
    BitSet needed = (BitSet) required.clone();
    if (!lower.isEmpty()) {
      needed.andNot(Reach.down(index, lower));
      needed.or(lower);
      needed.and(Reach.upByParents(index, lower));
    }
    return needed;
  }

  private List<Revision> newestFirst(BitSet walk, BitSet members) {
    List<Revision> revisions = new ArrayList<>();
    for (int node : Reach.order(index, walk, members)) {
      revisions.add(index.revision(node));
    }
    Collections.reverse(revisions);
    return Collections.unmodifiableList(revisions);
  }

  private BitSet lower(Request request, RevisionTarget target, BitSet rows) {
    if (target instanceof Absolute absolute) {
      return resolver.absolute(request, absolute, rows);
    }
    Relative relative = (Relative) target;
    if (relative.anchor().isPresent() || relative.offset() >= 0) {
      throw Failures.relativeNotAllowed(request);
    }
    BitSet found = new BitSet();
    for (int node : resolver.belowHeads(request, relative.branch(), -relative.offset())) {
      if (node >= 0) {
        found.set(node);
      }
    }
    return found;
  }

  /**
   * The upper end may be counted from the lower end; a count that goes too far stops at the last
   * revision.
   */
  private BitSet upper(Request request, RevisionTarget target, BitSet lower, BitSet rows) {
    if (target instanceof Absolute absolute) {
      BitSet found = resolver.absolute(request, absolute, rows);
      return found.isEmpty() && absolute.anchor() == Symbol.CURRENT
          ? graph.effectiveHeadNodes()
          : found;
    }
    Relative relative = (Relative) target;
    Optional<BitSet> lineage = relative.branch().map(name -> resolver.lineage(request, name));
    if (relative.anchor().isEmpty()) {
      if (relative.offset() <= 0) {
        throw Failures.wrongSign(
            request, "the upper end is counted upwards", "Use a positive number.");
      }
      if (lower.cardinality() > 1) {
        throw Failures.ambiguousCurrent(request, index.ids(lower));
      }
      OptionalInt start =
          lower.isEmpty() ? OptionalInt.empty() : OptionalInt.of(lower.nextSetBit(0));
      return set(resolver.upAtMost(request, start, relative.offset(), lineage));
    }
    OptionalInt start = resolver.one(request, relative.branch(), relative.anchor().get(), rows);
    if (relative.offset() > 0) {
      return set(resolver.upAtMost(request, start, relative.offset(), lineage));
    }
    if (start.isEmpty()) {
      return new BitSet();
    }
    Down end = resolver.down(request, start.getAsInt(), -relative.offset());
    return end.node() < 0 ? new BitSet() : TargetResolver.single(end.node());
  }

  private static BitSet set(OptionalInt node) {
    return node.isEmpty() ? new BitSet() : TargetResolver.single(node.getAsInt());
  }

  /**
   * A branch at the lower end keeps only those upper ends that carry its label; an id as branch
   * keeps its line.
   */
  private void keepLabelled(BitSet upper, String branch) {
    if (index.nodeOfLabel(branch) != null) {
      upper.and(graph.where(node -> graph.labelsOf(node).contains(branch)));
    } else {
      upper.and(resolver.lineage(new Request("find", branch), branch));
    }
  }
}
