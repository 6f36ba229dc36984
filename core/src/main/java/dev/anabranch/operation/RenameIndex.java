package dev.anabranch.operation;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;

/**
 * Gives an index another name.
 *
 * @param table the table
 * @param from the index
 * @param to the other name
 */
public record RenameIndex(QualifiedName table, Identifier from, Identifier to)
    implements Operation {

  /** Checks that all parts are there. */
  public RenameIndex {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }

  @Override
  public String describe() {
    return "rename index " + from + " of " + table + " to " + to;
  }

  @Override
  public Inverse inverse() {
    return Inverse.of(new RenameIndex(table, to, from));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.renameIndex(this);
  }
}
