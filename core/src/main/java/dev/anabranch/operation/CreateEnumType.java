package dev.anabranch.operation;

import dev.anabranch.schema.EnumType;
import java.util.Objects;
import java.util.Optional;

/**
 * Creates an enum type. Products that write the values into each column do nothing.
 *
 * @param type the type
 * @param existence what happens when one of that name is there
 */
public record CreateEnumType(EnumType type, Existence existence) implements Operation {

  /** Checks that all parts are there. */
  public CreateEnumType {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(existence, "existence");
  }

  @Override
  public String describe() {
    return "create enum type " + type.name();
  }

  @Override
  public Inverse inverse() {
    if (existence == Existence.TOLERANT) {
      return Inverse.unknownBefore();
    }
    return Inverse.of(new DropEnumType(type.name(), existence, Optional.of(type)));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.createEnumType(this);
  }
}
