package dev.anabranch.operation;

import dev.anabranch.schema.Sequence;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops a sequence.
 *
 * @param name its name
 * @param existence what happens when it is not there
 * @param definition the sequence as it is, if the author gives it: then the drop can be taken back
 */
public record DropSequence(QualifiedName name, Existence existence, Optional<Sequence> definition)
    implements Operation {

  /** Checks that all parts are there. */
  public DropSequence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(existence, "existence");
    Objects.requireNonNull(definition, "definition");
  }

  @Override
  public String describe() {
    return "drop sequence " + name;
  }

  @Override
  public Inverse inverse() {
    if (existence == Existence.TOLERANT) {
      return Inverse.unknownBefore();
    }
    return definition
        .<Inverse>map(sequence -> Inverse.of(new CreateSequence(sequence, existence)))
        .orElseGet(
            () ->
                Inverse.none(
                    "how the dropped sequence counted is not known",
                    "Give the definition of what is dropped, or write the downgrade by hand."));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.dropSequence(this);
  }
}
