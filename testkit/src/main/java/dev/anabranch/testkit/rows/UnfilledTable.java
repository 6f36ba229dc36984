package dev.anabranch.testkit.rows;

import dev.anabranch.sql.QualifiedName;
import java.util.Objects;

/**
 * A table without rows, into which none could be put.
 *
 * @param table its name
 * @param reason why, with the names of the constraint or column and the server's words
 * @param hint what its owner can do
 */
public record UnfilledTable(QualifiedName table, String reason, String hint) {

  /** Checks that all parts are there. */
  public UnfilledTable {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(hint, "hint");
  }

  /** Returns a table whose rows have to be written by hand. */
  static UnfilledTable byHand(QualifiedName table, String reason) {
    return new UnfilledTable(table, reason, "Add rows to " + table + " by hand.");
  }

  /** Returns the sentence for a report. */
  public String describe() {
    return "Cannot fill " + table + ": " + reason + ".";
  }
}
