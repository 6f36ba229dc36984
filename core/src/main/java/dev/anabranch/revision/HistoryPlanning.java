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
  private static final Absolute BASE = new Absolute(Optional.empty(), Symbol.BASE);
  private static final Absolute CURRENT = new Absolute(Optional.empty(), Symbol.CURRENT);

  private final RevisionGraph graph;
  private final GraphIndex index;
  private final TargetResolver resolver;
  private final Request request;
  private final VersionRows rows;
  private final RevisionTarget lowerEnd;
  private final RevisionTarget upperEnd;

  HistoryPlanning(
      RevisionGraph graph, TargetResolver resolver, RevisionRange range, VersionRows rows) {
    this.graph = graph;
    this.index = graph.index();
    this.resolver = resolver;
    this.request = new Request("take the revisions of", range.text());
    this.rows = rows;
    this.lowerEnd = resolver.settle(range.lower().orElse(BASE));
    this.upperEnd = resolver.settle(range.upper().orElse(ALL_HEADS));
  }

  List<Revision> select() {
    if (lowerEnd.equals(CURRENT) && upperEnd.equals(CURRENT)) {
      throw Failures.sameEnds(request);
    }
    BitSet upper = upper();
    BitSet lower = lower(upper);
    lowerEnd.branch().ifPresent(branch -> keepLabelled(upper, branch));
    BitSet required = Reach.down(index, upper);
    BitSet outside = (BitSet) lower.clone();
    outside.andNot(required);
    if (!outside.isEmpty()) {
      throw notConnected();
    }
    return newestFirst(required, needed(required, lower));
  }

  private RevisionException notConnected() {
    return Failures.notConnected(request, lowerEnd.text(), upperEnd.text());
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

  private BitSet place(Absolute end) {
    if (end.anchor() == Symbol.CURRENT) {
      rows.rejectUnknown(request);
    }
    return resolver.place(request, end, Optional.of(rows.known()));
  }

  private BitSet lower(BitSet upper) {
    if (lowerEnd instanceof Absolute absolute) {
      return place(absolute);
    }
    Relative relative = (Relative) lowerEnd;
    if (relative.anchor().isPresent() || relative.offset() >= 0) {
      throw Failures.relativeNotAllowed(request);
    }
    int steps = -relative.offset();
    List<Integer> ends = resolver.belowHeads(request, relative.branch(), steps);
    if (ends.contains(Down.BASE)) {
      throw notConnected();
    }
    if (ends.contains(Down.OUTSIDE)) {
      return belowUpperEnd(upper, steps);
    }
    BitSet found = new BitSet();
    ends.forEach(found::set);
    return found;
  }

  /**
   * A count that is longer than the way from some head is taken from the upper end, and may end at
   * the base.
   */
  private BitSet belowUpperEnd(BitSet upper, int steps) {
    if (upper.cardinality() > 1) {
      throw Failures.multipleHeads(request, "the graph", index.ids(upper));
    }
    int end =
        upper.isEmpty() ? Down.BASE : resolver.down(request, upper.nextSetBit(0), steps).node();
    return end < 0 ? new BitSet() : TargetResolver.single(end);
  }

  /**
   * The upper end may be counted from the lower end; a count that goes too far stops at the last
   * revision.
   */
  private BitSet upper() {
    if (upperEnd instanceof Absolute absolute) {
      BitSet found = place(absolute);
      return found.isEmpty() && absolute.equals(CURRENT) ? graph.effectiveHeadNodes() : found;
    }
    Relative relative = (Relative) upperEnd;
    if (relative.anchor().isPresent()) {
      return aroundAnchor(relative, relative.anchor().get());
    }
    if (relative.offset() <= 0) {
      throw Failures.wrongSign(
          request, "the upper end is counted upwards", "Use a positive number.");
    }
    BitSet lower = lowerAsStart();
    Optional<BitSet> lineage = lineage(relative);
    if (lower.cardinality() > 1 && lineage.isEmpty() && !lowerEnd.equals(CURRENT)) {
      throw Failures.multipleHeads(request, "the lower end", index.ids(lower));
    }
    OptionalInt start = new UpgradePlanning(graph, resolver).start(request, lineage, lower);
    return TargetResolver.single(resolver.upAtMost(request, start, relative.offset(), lineage));
  }

  /** Two counts would hang in the air: one of the ends has to be a place. */
  private BitSet lowerAsStart() {
    if (lowerEnd instanceof Absolute absolute) {
      return place(absolute);
    }
    throw Failures.relativeNotAllowed(request);
  }

  private BitSet aroundAnchor(Relative end, RevisionTarget.Anchor anchor) {
    if (end.offset() > 0) {
      OptionalInt start = one(new Absolute(Optional.empty(), anchor));
      return TargetResolver.single(resolver.upAtMost(request, start, end.offset(), lineage(end)));
    }
    OptionalInt start = one(new Absolute(end.branch(), anchor));
    if (start.isEmpty()) {
      throw Failures.outOfRange(request, "nothing lies below the base");
    }
    int node = resolver.down(request, start.getAsInt(), -end.offset()).node();
    return node < 0 ? new BitSet() : TargetResolver.single(node);
  }

  private OptionalInt one(Absolute place) {
    if (place.anchor() == Symbol.CURRENT) {
      rows.rejectUnknown(request);
    }
    return resolver.one(request, place, Optional.of(rows.known()));
  }

  private Optional<BitSet> lineage(Relative end) {
    return end.branch().map(name -> resolver.lineage(request, name));
  }

  /**
   * A branch at the lower end keeps only those upper ends that carry its label. An id stands for
   * the only label of its revision, or for its line if there is not exactly one.
   */
  private void keepLabelled(BitSet upper, String branch) {
    Integer node = index.nodeOfId(branch);
    String label = branch;
    if (node != null && graph.labelsOf(node).size() == 1) {
      label = graph.labelsOf(node).get(0);
    }
    if (index.nodeOfLabel(label) == null) {
      upper.and(resolver.lineage(request, branch));
      return;
    }
    String carried = label;
    upper.and(graph.where(candidate -> graph.labelsOf(candidate).contains(carried)));
  }
}
