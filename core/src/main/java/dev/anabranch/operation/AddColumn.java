package dev.anabranch.operation;

import dev.anabranch.schema.Column;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Adds a column to a table, behind the others.
 *
 * @param table the table
 * @param column the column
 * @param existence what happens when a column of that name is there
 */
public record AddColumn(QualifiedName table, Column column, Existence existence)
    implements Operation {

  /** Checks that all parts are there. */
  public AddColumn {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(existence, "existence");
  }

  @Override
  public String describe() {
    return "add column " + table + "." + column.name();
  }

  @Override
  public Inverse inverse() {
    if (existence == Existence.TOLERANT) {
      return Inverse.unknownBefore();
    }
    return Inverse.of(new DropColumn(table, column.name(), existence, Optional.of(column)));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.addColumn(this);
  }
}
