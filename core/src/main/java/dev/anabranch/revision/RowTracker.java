package dev.anabranch.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Follows the version rows through a plan by the one rule: rows are the applied revisions that no
 * other applied revision reaches.
 *
 * <p>For every revision it keeps the number of applied direct dependents. A step touches only what
 * the revision stands on directly, because a row further down would have an applied revision in
 * between and could not be a row. A whole plan costs as many operations as its revisions have
 * links.
 */
final class RowTracker {

  private final GraphIndex graph;
  private final BitSet rows;
  private final int[] appliedDependents;
  private List<String> redundant;

  RowTracker(GraphIndex graph, BitSet rows, BitSet applied) {
    this.graph = graph;
    this.appliedDependents = new int[graph.size()];
    this.rows = Reach.tips(graph, applied);
    BitSet superfluous = (BitSet) rows.clone();
    superfluous.andNot(this.rows);
    this.redundant = graph.ids(superfluous);
    for (int node = applied.nextSetBit(0); node >= 0; node = applied.nextSetBit(node + 1)) {
      for (int below : graph.prerequisites(node)) {
        appliedDependents[below]++;
      }
    }
  }

  /** Applies a revision: the rows it stands on give way to its own. */
  MigrationStep up(int node) {
    List<String> removed = takeRedundant();
    for (int below : graph.prerequisites(node)) {
      appliedDependents[below]++;
      if (rows.get(below)) {
        rows.clear(below);
        removed.add(graph.id(below));
      }
    }
    rows.set(node);
    return new MigrationStep(
        graph.revision(node), Direction.UPGRADE, removed, List.of(graph.id(node)));
  }

  /**
   * Takes a revision away: what it stood on, and nothing else applied stands on, becomes a row
   * again.
   */
  MigrationStep down(int node) {
    List<String> removed = takeRedundant();
    removed.add(graph.id(node));
    rows.clear(node);
    List<String> added = new ArrayList<>(graph.prerequisites(node).length);
    for (int below : graph.prerequisites(node)) {
      if (--appliedDependents[below] == 0) {
        rows.set(below);
        added.add(graph.id(below));
      }
    }
    return new MigrationStep(graph.revision(node), Direction.DOWNGRADE, removed, added);
  }

  /**
   * Rows that others imply are dropped with the first step, so that a plan always ends in the right
   * rows.
   */
  private List<String> takeRedundant() {
    List<String> removed = new ArrayList<>(redundant);
    redundant = List.of();
    return removed;
  }
}
