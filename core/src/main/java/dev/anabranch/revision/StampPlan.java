package dev.anabranch.revision;

import java.util.List;

/**
 * What stamping writes to the version table; no revision runs.
 *
 * @param rowsBefore the rows before, sorted; rows that no revision has included
 * @param rowsAfter the rows after, sorted
 * @param removedRows the rows that go, sorted
 * @param addedRows the rows that come, sorted
 * @param resolved the ids the targets stand for, sorted; {@code base} stands for none
 * @param forgotten the ids that counted as applied before and do not any more, although they do not
 *     lie above a target, sorted: worth a warning, because a downgrade would have kept them
 * @since 0.1
 */
public record StampPlan(
    List<String> rowsBefore,
    List<String> rowsAfter,
    List<String> removedRows,
    List<String> addedRows,
    List<String> resolved,
    List<String> forgotten) {

  /** Copies the lists. */
  public StampPlan {
    rowsBefore = List.copyOf(rowsBefore);
    rowsAfter = List.copyOf(rowsAfter);
    removedRows = List.copyOf(removedRows);
    addedRows = List.copyOf(addedRows);
    resolved = List.copyOf(resolved);
    forgotten = List.copyOf(forgotten);
  }

  /** Returns whether the rows stay as they are. */
  public boolean isEmpty() {
    return removedRows.isEmpty() && addedRows.isEmpty();
  }

  /**
   * Returns the statements on the version table, in order; see {@link MigrationStep#rowChanges()}.
   */
  public List<RowChange> rowChanges() {
    return MigrationStep.rowChanges(removedRows, addedRows);
  }
}
