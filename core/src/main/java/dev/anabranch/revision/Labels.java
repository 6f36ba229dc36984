package dev.anabranch.revision;

import java.util.List;
import java.util.TreeSet;

/**
 * Which labels each revision carries, spread along the branch as Alembic does it.
 *
 * <p>A label goes from the revision that declares it to everything above it by parent link. It also
 * goes down, but only on a line without forks: from a tip downwards, every revision until the first
 * branch point (dependents count) or merge shares all labels of that tip.
 */
final class Labels {

  private Labels() {}

  /** Returns the sorted labels of every revision, given an order in which parents come first. */
  static List<String>[] spread(GraphIndex graph, int[] parentsFirst) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    List<String>[] labels = new List[graph.size()];
    for (int node : parentsFirst) {
      labels[node] = inherited(graph, labels, node);
    }
    for (int tip = 0; tip < labels.length; tip++) {
      if (graph.children(tip).length == 0 && !labels[tip].isEmpty()) {
        spreadDown(graph, labels, tip);
      }
    }
    return labels;
  }

  /**
   * Shares the list of a single parent where nothing is added, so that long lines cost one list.
   */
  private static List<String> inherited(GraphIndex graph, List<String>[] labels, int node) {
    int[] parents = graph.parents(node);
    List<String> own = graph.revision(node).labels();
    if (parents.length == 0 && own.isEmpty()) {
      return List.of();
    }
    List<String> first = parents.length == 0 ? List.of() : labels[parents[0]];
    boolean same = first.containsAll(own);
    for (int at = 1; same && at < parents.length; at++) {
      same = labels[parents[at]].equals(first);
    }
    if (same) {
      return first;
    }
    TreeSet<String> all = new TreeSet<>(own);
    for (int parent : parents) {
      all.addAll(labels[parent]);
    }
    return List.copyOf(all);
  }

  private static void spreadDown(GraphIndex graph, List<String>[] labels, int tip) {
    int node = tip;
    while (!graph.isEffectiveBranchPoint(node) && !graph.isMergePoint(node)) {
      labels[node] = labels[tip];
      int[] parents = graph.parents(node);
      if (parents.length == 0) {
        return;
      }
      node = parents[0];
    }
  }
}
