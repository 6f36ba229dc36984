package dev.anabranch.testkit.rows;

import dev.anabranch.sql.Identifier;
import java.util.List;
import java.util.Map;

/** What is chosen at once when a row is made: a value, or the row that a reference is to. */
interface RowUnit {

  /** Returns the columns that get values. */
  List<Identifier> columns();

  /**
   * Puts values into a row.
   *
   * @param row the row so far
   * @param choice which of the values, as counted for this row; 0 at first
   * @param request what row it is
   * @return false if no value fits the row
   */
  boolean choose(Map<Identifier, Sample> row, int choice, RowRequest request);
}
