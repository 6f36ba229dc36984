package dev.anabranch.testkit.rows;

import java.util.List;

/**
 * What a filling has done.
 *
 * @param filled the tables that have rows now
 * @param unfilled the tables that have none
 */
public record FillReport(List<FilledTable> filled, List<UnfilledTable> unfilled) {

  /** Copies the lists. */
  public FillReport {
    filled = List.copyOf(filled);
    unfilled = List.copyOf(unfilled);
  }

  /** Returns how many rows were added to all tables. */
  public int added() {
    return filled.stream().mapToInt(FilledTable::added).sum();
  }
}
