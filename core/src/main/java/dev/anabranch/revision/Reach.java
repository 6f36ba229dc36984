package dev.anabranch.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;

/** Walks over a {@link GraphIndex}, each linear in the links it follows and without recursion. */
final class Reach {

  private Reach() {}

  /** Returns the start nodes and everything at or below them, over parents and dependencies. */
  static BitSet down(GraphIndex graph, BitSet starts) {
    return follow(starts, graph::prerequisites);
  }

  /** Returns the start nodes and everything at or below them, over parents only. */
  static BitSet downByParents(GraphIndex graph, BitSet starts) {
    return follow(starts, graph::parents);
  }

  /** Returns the start nodes and everything at or above them, over parents and dependencies. */
  static BitSet up(GraphIndex graph, BitSet starts) {
    return follow(starts, graph::dependents);
  }

  /** Returns the start nodes and everything at or above them, over parents only. */
  static BitSet upByParents(GraphIndex graph, BitSet starts) {
    return follow(starts, graph::children);
  }

  private static BitSet follow(BitSet starts, IntFunction<int[]> links) {
    BitSet seen = (BitSet) starts.clone();
    int[] stack = new int[Math.max(16, starts.cardinality())];
    int depth = 0;
    for (int node = starts.nextSetBit(0); node >= 0; node = starts.nextSetBit(node + 1)) {
      stack[depth++] = node;
    }
    while (depth > 0) {
      for (int next : links.apply(stack[--depth])) {
        if (!seen.get(next)) {
          seen.set(next);
          if (depth == stack.length) {
            stack = Arrays.copyOf(stack, depth * 2);
          }
          stack[depth++] = next;
        }
      }
    }
    return seen;
  }

  /**
   * Returns the members that no other member stands on directly. In a set that is closed below
   * these are the tips; every member lies at or below one of them.
   */
  static BitSet tips(GraphIndex graph, BitSet closed) {
    BitSet tips = (BitSet) closed.clone();
    for (int node = closed.nextSetBit(0); node >= 0; node = closed.nextSetBit(node + 1)) {
      for (int below : graph.prerequisites(node)) {
        tips.clear(below);
      }
    }
    return tips;
  }

  /**
   * Returns the members of any set that no other member reaches, over parents and dependencies.
   *
   * <p>Everything strictly below the members is found in one walk that starts from what the members
   * stand on.
   */
  static BitSet antichain(GraphIndex graph, BitSet members) {
    BitSet below = new BitSet(graph.size());
    for (int node = members.nextSetBit(0); node >= 0; node = members.nextSetBit(node + 1)) {
      for (int next : graph.prerequisites(node)) {
        below.set(next);
      }
    }
    BitSet top = (BitSet) members.clone();
    top.andNot(down(graph, below));
    return top;
  }

  /**
   * Puts a set into the order of running: what a revision stands on comes first, one branch is
   * finished before the next begins, ties go by id.
   *
   * <p>This is a depth-first walk from the tops of the set in the order of their ids, that goes to
   * the prerequisite with the smallest id first and emits a revision when everything below it is
   * done.
   *
   * @param walk the revisions the walk may cross; it must hold the members
   * @param members the revisions to emit
   */
  static int[] order(GraphIndex graph, BitSet walk, BitSet members) {
    int[] ordered = new int[members.cardinality()];
    int count = 0;
    BitSet open = (BitSet) walk.clone();
    BitSet seeds = tips(graph, walk);
    int[] stack = new int[64];
    int[] cursor = new int[64];
    for (int seed = seeds.nextSetBit(0); seed >= 0; seed = seeds.nextSetBit(seed + 1)) {
      int depth = 0;
      stack[0] = seed;
      cursor[0] = 0;
      open.clear(seed);
      while (depth >= 0) {
        int node = stack[depth];
        int[] below = graph.prerequisitesById(node);
        int at = cursor[depth];
        while (at < below.length && !open.get(below[at])) {
          at++;
        }
        if (at == below.length) {
          if (members.get(node)) {
            ordered[count++] = node;
          }
          depth--;
          continue;
        }
        cursor[depth] = at + 1;
        open.clear(below[at]);
        if (++depth == stack.length) {
          stack = Arrays.copyOf(stack, depth * 2);
          cursor = Arrays.copyOf(cursor, depth * 2);
        }
        stack[depth] = below[at];
        cursor[depth] = 0;
      }
    }
    return ordered;
  }
}
