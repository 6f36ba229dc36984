package dev.anabranch.operation;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;

/**
 * Gives a column another name.
 *
 * @param table the table
 * @param from the column
 * @param to the other name
 */
public record RenameColumn(QualifiedName table, Identifier from, Identifier to)
    implements Operation {

  /** Checks that all parts are there. */
  public RenameColumn {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }

  @Override
  public String describe() {
    return "rename column " + table + "." + from + " to " + to;
  }

  @Override
  public Inverse inverse() {
    return Inverse.of(new RenameColumn(table, to, from));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.renameColumn(this);
  }
}
