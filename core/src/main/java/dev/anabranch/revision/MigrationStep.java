package dev.anabranch.revision;

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
}
