package dev.anabranch.operation;

import dev.anabranch.sql.Identifier;
import java.util.Objects;

/**
 * Creates a schema.
 *
 * @param name its name
 * @param existence what happens when it is there
 */
public record CreateSchema(Identifier name, Existence existence) implements Operation {

  /** Checks that all parts are there. */
  public CreateSchema {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(existence, "existence");
  }

  @Override
  public String describe() {
    return "create schema " + name;
  }

  @Override
  public Inverse inverse() {
    if (existence == Existence.TOLERANT) {
      return Inverse.unknownBefore();
    }
    return Inverse.of(new DropSchema(name, existence));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.createSchema(this);
  }
}
