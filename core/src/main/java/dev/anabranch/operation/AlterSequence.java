package dev.anabranch.operation;

import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes how a sequence counts. What the options leave empty stays as it is; a sequence that
 * begins again behind its last number stops doing so only where the options before say that it did.
 *
 * @param name the sequence
 * @param to how it counts then
 * @param from how it counted before, if the author says so
 */
public record AlterSequence(QualifiedName name, SequenceOptions to, Optional<SequenceOptions> from)
    implements Operation {

  /** Checks that all parts are there. */
  public AlterSequence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(from, "from");
  }

  @Override
  public String describe() {
    return "alter sequence " + name;
  }

  @Override
  public Inverse inverse() {
    return from.filter(this::saysWhatChanges)
        .<Inverse>map(before -> Inverse.of(new AlterSequence(name, before, Optional.of(to))))
        .orElseGet(
            () ->
                Inverse.none(
                    "how the sequence counted before is not known",
                    "Say of everything that changes how it was before, or write the downgrade by hand."));
  }

  // What the options before leave empty would stay as the alteration made it.
  private boolean saysWhatChanges(SequenceOptions before) {
    return (to.start().isEmpty() || before.start().isPresent())
        && (to.increment().isEmpty() || before.increment().isPresent())
        && (to.minimum().isEmpty() || before.minimum().isPresent())
        && (to.maximum().isEmpty() || before.maximum().isPresent())
        && (to.cache().isEmpty() || before.cache().isPresent());
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.alterSequence(this);
  }
}
