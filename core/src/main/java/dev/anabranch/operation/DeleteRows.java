package dev.anabranch.operation;

import dev.anabranch.sql.QualifiedName;
import java.util.Objects;

/**
 * Deletes rows of a table.
 *
 * @param table the table
 * @param condition which rows
 */
public record DeleteRows(QualifiedName table, Condition condition) implements Operation {

  /** Checks that all parts are there. */
  public DeleteRows {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(condition, "condition");
  }

  @Override
  public String describe() {
    return "delete from " + table;
  }

  @Override
  public Inverse inverse() {
    return Inverse.none("the rows that were deleted are not known", "Write the downgrade by hand.");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.deleteRows(this);
  }
}
