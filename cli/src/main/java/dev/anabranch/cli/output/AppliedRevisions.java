package dev.anabranch.cli.output;

import dev.anabranch.revision.RevisionGraph;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What a database has of a graph. */
public final class AppliedRevisions {
  private final Set<String> rows;
  private final Set<String> applied;

  /**
   * Creates the answer for a database.
   *
   * @param graph the graph
   * @param rows the rows of the version table
   */
  public AppliedRevisions(RevisionGraph graph, Collection<String> rows) {
    this.rows = new HashSet<>(rows);
    this.applied = new HashSet<>(graph.applied(rows));
  }

  /** Returns whether a version row stands for the revision itself. */
  public boolean isCurrent(String id) {
    return rows.contains(id);
  }

  /** Returns whether the revision is applied. */
  public boolean isApplied(String id) {
    return applied.contains(id);
  }

  /** Returns how the revision is drawn. */
  public NodeMark mark(String id) {
    return isCurrent(id) ? NodeMark.CURRENT : isApplied(id) ? NodeMark.APPLIED : NodeMark.PENDING;
  }
}
