package dev.anabranch.operation;

import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;

/**
 * Gives a constraint another name.
 *
 * @param table the table
 * @param kind which kind it is
 * @param from its name
 * @param to the other name
 */
public record RenameConstraint(
    QualifiedName table, TableConstraint.Kind kind, Identifier from, Identifier to)
    implements Operation {

  /** Checks that all parts are there. */
  public RenameConstraint {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }

  @Override
  public String describe() {
    return "rename " + kind.words() + " " + from + " of " + table + " to " + to;
  }

  @Override
  public Inverse inverse() {
    return Inverse.of(new RenameConstraint(table, kind, to, from));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.renameConstraint(this);
  }
}
