package dev.anabranch.operation;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;

/**
 * Gives a sequence another name in the same schema.
 *
 * @param from its name
 * @param to the other name
 */
public record RenameSequence(QualifiedName from, Identifier to) implements Operation {

  /** Checks that all parts are there. */
  public RenameSequence {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }

  @Override
  public String describe() {
    return "rename sequence " + from + " to " + to;
  }

  @Override
  public Inverse inverse() {
    return Inverse.of(new RenameSequence(from.sibling(to), from.name()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.renameSequence(this);
  }
}
