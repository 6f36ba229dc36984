package dev.anabranch.operation;

import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Adds a value to an enum type.
 *
 * @param type the type
 * @param value the new text
 * @param before the text in front of which it stands; empty for the end
 * @param existence what happens when it is there
 */
public record AddEnumValue(
    QualifiedName type, String value, Optional<String> before, Existence existence)
    implements Operation {

  /** Checks that all parts are there. */
  public AddEnumValue {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(existence, "existence");
  }

  @Override
  public String describe() {
    return "add value to enum type " + type;
  }

  @Override
  public Inverse inverse() {
    return Inverse.none(
        "no server can take a value out of an enum type",
        "Write the downgrade by hand: create the type anew and change the columns to it.");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.addEnumValue(this);
  }
}
