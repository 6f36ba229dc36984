package dev.anabranch.operation;

import dev.anabranch.schema.Table;
import java.util.Objects;
import java.util.Optional;

/**
 * Creates a table with its constraints and indexes.
 *
 * @param table the table
 * @param existence what happens when a table of that name is there
 */
public record CreateTable(Table table, Existence existence) implements Operation {

  /** Checks that all parts are there. */
  public CreateTable {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(existence, "existence");
  }

  @Override
  public String describe() {
    return "create table " + table.name();
  }

  @Override
  public Inverse inverse() {
    if (existence == Existence.TOLERANT) {
      return Inverse.unknownBefore();
    }
    return Inverse.of(new DropTable(table.name(), existence, Optional.of(table)));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.createTable(this);
  }
}
