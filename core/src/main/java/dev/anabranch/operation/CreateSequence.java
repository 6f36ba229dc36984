package dev.anabranch.operation;

import dev.anabranch.schema.Sequence;
import java.util.Objects;
import java.util.Optional;

/**
 * Creates a sequence.
 *
 * @param sequence the sequence
 * @param existence what happens when one of that name is there
 */
public record CreateSequence(Sequence sequence, Existence existence) implements Operation {

  /** Checks that all parts are there. */
  public CreateSequence {
    Objects.requireNonNull(sequence, "sequence");
    Objects.requireNonNull(existence, "existence");
  }

  @Override
  public String describe() {
    return "create sequence " + sequence.name();
  }

  @Override
  public Inverse inverse() {
    if (existence == Existence.TOLERANT) {
      return Inverse.unknownBefore();
    }
    return Inverse.of(new DropSequence(sequence.name(), existence, Optional.of(sequence)));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.createSequence(this);
  }
}
