package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Finds cycles: one short, clean cycle for every knot of revisions that stand on each other.
 *
 * <p>A knot is a strongly connected component (Tarjan's algorithm, with a stack of its own). What
 * merely hangs on a cycle is not part of the knot and is never named.
 */
final class Cycles {

  private final GraphIndex graph;
  private final IntFunction<int[]> links;
  private final BitSet excluded;

  private Cycles(GraphIndex graph, IntFunction<int[]> links, BitSet excluded) {
    this.graph = graph;
    this.links = links;
    this.excluded = excluded;
  }

  /** Returns a problem for every knot: by parent links first, then those that need a dependency. */
  static List<GraphProblem> problems(GraphIndex graph) {
    List<GraphProblem> problems = new ArrayList<>();
    BitSet knotted = new BitSet(graph.size());
    Cycles byParent = new Cycles(graph, graph::parents, new BitSet());
    for (BitSet knot : byParent.knots()) {
      knotted.or(knot);
      problems.add(byParent.problem(ErrorCode.CYCLE, knot));
    }
    Cycles withDependencies = new Cycles(graph, graph::prerequisites, knotted);
    for (BitSet knot : withDependencies.knots()) {
      problems.add(withDependencies.problem(ErrorCode.DEPENDENCY_CYCLE, knot));
    }
    return problems;
  }

  private GraphProblem problem(ErrorCode code, BitSet knot) {
    int[] cycle = shortest(knot);
    StringBuilder path = new StringBuilder();
    List<SourceLocation> locations = new ArrayList<>();
    for (int at = 0; at < cycle.length; at++) {
      int node = cycle[at];
      int next = cycle[(at + 1) % cycle.length];
      boolean parent = Arrays.stream(graph.parents(node)).anyMatch(below -> below == next);
      path.append(graph.id(node)).append(parent ? " revises " : " depends on ");
      graph.revision(node).source().ifPresent(locations::add);
    }
    path.append(graph.id(cycle[0]));
    String kind = code == ErrorCode.CYCLE ? "a cycle" : "a cycle through a dependency";
    return new GraphProblem(
        code,
        "Cannot order the revisions: " + kind + " of " + cycle.length + ": " + path + ".",
        Optional.of("Change the parent or dependency of one of them."),
        locations);
  }

  /**
   * Returns the shortest cycle through the first revision of the knot, walked from a revision to
   * what it stands on.
   */
  private int[] shortest(BitSet knot) {
    int start = knot.nextSetBit(0);
    int[] cameFrom = new int[graph.size()];
    Arrays.fill(cameFrom, -1);
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    queue.add(start);
    while (!queue.isEmpty()) {
      int node = queue.remove();
      for (int below : links.apply(node)) {
        if (below == start) {
          return path(cameFrom, start, node);
        }
        if (knot.get(below) && cameFrom[below] < 0) {
          cameFrom[below] = node;
          queue.add(below);
        }
      }
    }
    throw new IllegalStateException("no cycle through " + graph.id(start));
  }

  private static int[] path(int[] cameFrom, int start, int end) {
    List<Integer> backwards = new ArrayList<>();
    for (int node = end; node != start; node = cameFrom[node]) {
      backwards.add(node);
    }
    backwards.add(start);
    int[] path = new int[backwards.size()];
    for (int at = 0; at < path.length; at++) {
      path[at] = backwards.get(path.length - 1 - at);
    }
    return path;
  }

  private List<BitSet> knots() {
    List<BitSet> knots = new ArrayList<>();
    int size = graph.size();
    int[] number = new int[size];
    int[] low = new int[size];
    int[] cursor = new int[size];
    int[] path = new int[size];
    int[] pending = new int[size];
    BitSet isPending = new BitSet(size);
    int counter = 0;
    int pendingCount = 0;
    for (int root = 0; root < size; root++) {
      if (number[root] != 0 || excluded.get(root)) {
        continue;
      }
      int depth = 0;
      path[0] = root;
      number[root] = low[root] = ++counter;
      pending[pendingCount++] = root;
      isPending.set(root);
      while (depth >= 0) {
        int node = path[depth];
        int[] below = links.apply(node);
        if (cursor[node] < below.length) {
          int next = below[cursor[node]++];
          if (excluded.get(next)) {
            continue;
          }
          if (number[next] == 0) {
            number[next] = low[next] = ++counter;
            pending[pendingCount++] = next;
            isPending.set(next);
            path[++depth] = next;
          } else if (isPending.get(next)) {
            low[node] = Math.min(low[node], number[next]);
          }
          continue;
        }
        if (low[node] == number[node] && pending[pendingCount - 1] == node) {
          isPending.clear(pending[--pendingCount]);
        } else if (low[node] == number[node]) {
          BitSet knot = new BitSet(size);
          int member;
          do {
            member = pending[--pendingCount];
            isPending.clear(member);
            knot.set(member);
          } while (member != node);
          knots.add(knot);
        }
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[node]);
        }
      }
    }
    return knots;
  }
}
