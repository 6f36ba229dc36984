package dev.anabranch.operation;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;

/**
 * Gives a table another name in the same schema.
 *
 * @param from its name
 * @param to the other name
 */
public record RenameTable(QualifiedName from, Identifier to) implements Operation {

  /** Checks that all parts are there. */
  public RenameTable {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }

  @Override
  public String describe() {
    return "rename table " + from + " to " + to;
  }

  @Override
  public Inverse inverse() {
    return Inverse.of(new RenameTable(from.sibling(to), from.name()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.renameTable(this);
  }
}
