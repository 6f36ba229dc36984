package dev.anabranch.operation;

import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Adds a constraint to a table.
 *
 * @param table the table
 * @param constraint the constraint
 */
public record AddConstraint(QualifiedName table, TableConstraint constraint) implements Operation {

  /** Checks that all parts are there. */
  public AddConstraint {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(constraint, "constraint");
  }

  @Override
  public String describe() {
    return "add "
        + constraint.kind().words()
        + constraint.name().map(name -> " " + name).orElse("")
        + " to "
        + table;
  }

  @Override
  public Inverse inverse() {
    return constraint
        .name()
        .<Inverse>map(
            name ->
                Inverse.of(
                    new DropConstraint(
                        table, constraint.kind(), name, Existence.STRICT, Optional.of(constraint))))
        .orElseGet(() -> Inverse.none("the constraint has no name", "Name the constraint."));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.addConstraint(this);
  }
}
