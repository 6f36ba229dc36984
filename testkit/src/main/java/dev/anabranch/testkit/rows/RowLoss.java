package dev.anabranch.testkit.rows;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * What is no longer as it was in a table or sequence.
 *
 * @param table the table or sequence
 * @param column the column, where one is meant
 * @param kind what happened
 * @param count how many rows or values; 1 for a position
 */
public record RowLoss(QualifiedName table, Optional<Identifier> column, Kind kind, long count) {

  /** What can happen. */
  public enum Kind {
    /** Rows are gone. */
    ROWS_LOST,
    /** Values are gone, or others than before. */
    VALUES_LOST,
    /** There are rows that were not there. */
    ROWS_ADDED,
    /** A sequence or an identity would give numbers again that it has given. */
    SEQUENCE_POSITION_LOST
  }

  /** Checks that all parts are there. */
  public RowLoss {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(kind, "kind");
  }

  /** Returns the table or sequence, with the column behind a dot if there is one. */
  public String place() {
    return column.map(name -> table + "." + name).orElse(table.toString());
  }

  /** Returns the loss in words, such as {@code customer.last_order: 20 values lost}. */
  public String describe() {
    return place()
        + ": "
        + switch (kind) {
          case ROWS_LOST -> count(" row lost", " rows lost");
          case VALUES_LOST -> count(" value lost", " values lost");
          case ROWS_ADDED -> count(" row added", " rows added");
          case SEQUENCE_POSITION_LOST -> "position lost";
        };
  }

  private String count(String one, String more) {
    return count + (count == 1 ? one : more);
  }
}
