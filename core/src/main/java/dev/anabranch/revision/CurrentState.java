package dev.anabranch.revision;

import java.util.BitSet;
import java.util.List;

/**
 * Where a database stands.
 *
 * @param rows the version rows as they are, sorted
 * @param revisions the ids to show: the applied revisions that have no applied child by parent
 *     link, sorted. A revision that is applied only because another branch depends on it is among
 *     them.
 * @param unknownRows the rows that no revision has, sorted
 * @param redundantRows the rows that other rows imply, sorted
 * @param pending the ids of revisions that are not applied, in the order of running
 * @param atHeads whether everything is applied and nothing is unknown
 * @since 0.1
 */
public record CurrentState(
    List<String> rows,
    List<String> revisions,
    List<String> unknownRows,
    List<String> redundantRows,
    List<String> pending,
    boolean atHeads) {

  /** Copies the lists. */
  public CurrentState {
    rows = List.copyOf(rows);
    revisions = List.copyOf(revisions);
    unknownRows = List.copyOf(unknownRows);
    redundantRows = List.copyOf(redundantRows);
    pending = List.copyOf(pending);
  }

  /** Returns the members of a set that is closed below which no other member names as parent. */
  static BitSet tipsByParents(GraphIndex graph, BitSet closed) {
    BitSet tips = (BitSet) closed.clone();
    for (int node = closed.nextSetBit(0); node >= 0; node = closed.nextSetBit(node + 1)) {
      for (int parent : graph.parents(node)) {
        tips.clear(parent);
      }
    }
    return tips;
  }
}
