package dev.anabranch.operation;

import dev.anabranch.schema.EnumType;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops an enum type. Products that write the values into each column do nothing.
 *
 * @param name its name
 * @param existence what happens when it is not there
 * @param definition the type as it is, if the author gives it: then the drop can be taken back
 */
public record DropEnumType(QualifiedName name, Existence existence, Optional<EnumType> definition)
    implements Operation {

  /** Checks that all parts are there. */
  public DropEnumType {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(existence, "existence");
    Objects.requireNonNull(definition, "definition");
  }

  @Override
  public String describe() {
    return "drop enum type " + name;
  }

  @Override
  public Inverse inverse() {
    if (existence == Existence.TOLERANT) {
      return Inverse.unknownBefore();
    }
    return definition
        .<Inverse>map(type -> Inverse.of(new CreateEnumType(type, existence)))
        .orElseGet(
            () ->
                Inverse.none(
                    "the values of the dropped type are not known",
                    "Give the definition of what is dropped, or write the downgrade by hand."));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.dropEnumType(this);
  }
}
