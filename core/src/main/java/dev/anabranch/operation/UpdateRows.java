package dev.anabranch.operation;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlValue;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Changes rows of a table.
 *
 * @param table the table
 * @param assignments the new values by column, at least one
 * @param condition which rows
 */
public record UpdateRows(
    QualifiedName table, Map<Identifier, SqlValue> assignments, Condition condition)
    implements Operation {

  /**
   * Copies the map, in the order of the names: the same operation is the same text everywhere.
   *
   * @throws OperationException if nothing is assigned
   */
  public UpdateRows {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(condition, "condition");
    assignments = Collections.unmodifiableMap(new TreeMap<>(assignments));
    if (assignments.isEmpty()) {
      throw new OperationException(
          ErrorCode.INVALID_OPERATION,
          "Cannot record update of " + table + ": no column gets a value.",
          "Give at least one column and its value.");
    }
  }

  @Override
  public String describe() {
    return "update " + table;
  }

  @Override
  public Inverse inverse() {
    return Inverse.none("the values before are not known", "Write the downgrade by hand.");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.updateRows(this);
  }
}
