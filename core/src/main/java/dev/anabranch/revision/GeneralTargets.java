package dev.anabranch.revision;

import dev.anabranch.revision.RevisionTarget.Absolute;
import dev.anabranch.revision.RevisionTarget.Relative;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a target means where there is no direction: show, merge, stamp and whoever asks. */
final class GeneralTargets {

  private final RevisionGraph graph;
  private final TargetResolver resolver;

  GeneralTargets(RevisionGraph graph, TargetResolver resolver) {
    this.graph = graph;
    this.resolver = resolver;
  }

  /** Returns the revisions a target stands for; none for the base. */
  BitSet all(Request request, RevisionTarget target, Optional<BitSet> current) {
    RevisionTarget settled = resolver.settle(target);
    return settled instanceof Absolute absolute
        ? resolver.place(request, absolute, current)
        : counted(request, (Relative) settled);
  }

  /**
   * Returns the revision a target stands for; nothing for the base. A count stands for one below
   * each head.
   */
  OptionalInt one(Request request, RevisionTarget target, Optional<BitSet> current) {
    RevisionTarget settled = resolver.settle(target);
    if (settled instanceof Absolute absolute) {
      return resolver.one(request, absolute, current);
    }
    settled.branch().ifPresent(branch -> graph.names().branch(request, branch));
    throw Failures.relativeNotAllowed(request);
  }

  /**
   * Returns the revisions a new one is to come after; one that several counts lead to is there
   * several times. The branch is looked up even for the base.
   */
  List<Integer> parents(Request request, RevisionTarget target) {
    RevisionTarget settled = resolver.settle(target);
    BitSet found = all(request, settled, Optional.empty());
    settled.branch().ifPresent(branch -> resolver.lineage(request, branch));
    if (settled instanceof Relative relative) {
      List<Integer> ends =
          new ArrayList<>(resolver.belowHeads(request, relative.branch(), -relative.offset()));
      ends.removeIf(node -> node < 0);
      return ends;
    }
    return found.stream().boxed().toList();
  }

  /**
   * Returns what lies a number of steps below the heads; heads with fewer revisions below them are
   * left out.
   */
  BitSet counted(Request request, Relative target) {
    if (target.anchor().isPresent() || target.offset() >= 0) {
      target.branch().ifPresent(branch -> graph.names().branch(request, branch));
      throw Failures.relativeNotAllowed(request);
    }
    BitSet found = new BitSet();
    boolean left = false;
    for (int node : resolver.belowHeads(request, target.branch(), -target.offset())) {
      if (node >= 0) {
        found.set(node);
      } else {
        left = true;
      }
    }
    if (found.isEmpty() && left) {
      throw Failures.outOfRange(
          request, "there are fewer than " + -target.offset() + " revisions below the heads");
    }
    return found;
  }
}
