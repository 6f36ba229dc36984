package dev.anabranch.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One revision to run in one direction, and what that does to the rows of the version table.
 *
 * <p>The change of rows is kept as a difference, so that a plan of n steps takes memory in
 * proportion to n; {@link MigrationPlan#rowsAfter(int)} gives the full rows around a step.
 *
 * @param revision the revision to run
 * @param direction which way
 * @param removedRows the version rows this step replaces or deletes, in a fixed order
 * @param addedRows the version rows this step brings, in a fixed order
 */
public record MigrationStep(
    Revision revision, Direction direction, List<String> removedRows, List<String> addedRows) {

  /** Copies the lists. */
  public MigrationStep {
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(direction, "direction");
    removedRows = List.copyOf(removedRows);
    addedRows = List.copyOf(addedRows);
  }

  /**
   * Returns the statements on the version table, in order: the last row that goes becomes the last
   * one that comes, the others are deleted before or inserted before.
   */
  public List<RowChange> rowChanges() {
    return rowChanges(removedRows, addedRows);
  }

  static List<RowChange> rowChanges(List<String> removed, List<String> added) {
    List<RowChange> changes = new ArrayList<>();
    boolean update = !removed.isEmpty() && !added.isEmpty();
    int deletes = update ? removed.size() - 1 : removed.size();
    int inserts = update ? added.size() - 1 : added.size();
    removed.subList(0, deletes).forEach(id -> changes.add(new RowChange.Delete(id)));
    added.subList(0, inserts).forEach(id -> changes.add(new RowChange.Insert(id)));
    if (update) {
      changes.add(new RowChange.Update(removed.get(deletes), added.get(inserts)));
    }
    return List.copyOf(changes);
  }
}
