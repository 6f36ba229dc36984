package dev.anabranch.revision;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What will run, in order, decided before anything runs.
 *
 * @param direction which way every step goes
 * @param rowsBefore the version rows the plan starts from, sorted
 * @param steps the steps in the order of running; empty when there is nothing to do
 */
public record MigrationPlan(
    Direction direction, List<String> rowsBefore, List<MigrationStep> steps) {

  /** Copies the lists. */
  public MigrationPlan {
    Objects.requireNonNull(direction, "direction");
    rowsBefore = List.copyOf(rowsBefore);
    steps = List.copyOf(steps);
  }

  /** Returns whether there is nothing to do. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** Returns the version rows after the last step, sorted. */
  public List<String> rowsAfter() {
    return rowsAfter(steps.size());
  }

  /**
   * Returns the version rows after the first steps, sorted.
   *
   * @param count how many steps have run, from 0 to the number of steps
   * @throws IndexOutOfBoundsException if there are not so many steps
   */
  public List<String> rowsAfter(int count) {
    Objects.checkIndex(count, steps.size() + 1);
    TreeSet<String> rows = new TreeSet<>(rowsBefore);
    for (MigrationStep step : steps.subList(0, count)) {
      step.removedRows().forEach(rows::remove);
      rows.addAll(step.addedRows());
    }
    return List.copyOf(rows);
  }
}
