package dev.anabranch.revision;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The rows of a version table against a graph.
 *
 * @param all the rows as they are, sorted
 * @param known the revisions among them
 * @param unknown the rows that are the id of no revision, sorted
 */
record VersionRows(List<String> all, BitSet known, List<String> unknown) {

  static VersionRows of(RevisionGraph graph, Collection<String> rows) {
    List<String> sorted = List.copyOf(new TreeSet<>(rows));
    List<String> unknown =
        sorted.stream().filter(row -> graph.index().nodeOfId(row) == null).toList();
    return new VersionRows(sorted, graph.known(sorted), unknown);
  }

  /**
   * Refuses to go on if a row is the id of no revision, because what it stands for cannot be told.
   */
  void rejectUnknown(Request request) {
    if (!unknown.isEmpty()) {
      throw Failures.unknownRows(request, unknown);
    }
  }
}
