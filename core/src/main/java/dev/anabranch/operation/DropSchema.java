package dev.anabranch.operation;

import dev.anabranch.sql.Identifier;
import java.util.Objects;

/**
 * Drops a schema, which has to be empty.
 *
 * @param name its name
 * @param existence what happens when it is not there
 */
public record DropSchema(Identifier name, Existence existence) implements Operation {

  /** Checks that all parts are there. */
  public DropSchema {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(existence, "existence");
  }

  @Override
  public String describe() {
    return "drop schema " + name;
  }

  @Override
  public Inverse inverse() {
    if (existence == Existence.TOLERANT) {
      return Inverse.unknownBefore();
    }
    return Inverse.of(new CreateSchema(name, existence));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.dropSchema(this);
  }
}
