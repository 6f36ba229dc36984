package dev.anabranch.operation;

import dev.anabranch.schema.View;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops a view.
 *
 * @param name its name
 * @param kind whether its rows are stored
 * @param existence what happens when it is not there
 * @param definition the view as it is, if the author gives it: then the drop can be taken back
 */
public record DropView(
    QualifiedName name, View.Kind kind, Existence existence, Optional<View> definition)
    implements Operation {

  /** Checks that all parts are there. */
  public DropView {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(existence, "existence");
    Objects.requireNonNull(definition, "definition");
  }

  @Override
  public String describe() {
    return "drop view " + name;
  }

  @Override
  public Inverse inverse() {
    if (existence == Existence.TOLERANT) {
      return Inverse.unknownBefore();
    }
    return definition
        .<Inverse>map(view -> Inverse.of(new CreateView(view, existence)))
        .orElseGet(
            () ->
                Inverse.none(
                    "the query of the dropped view is not known",
                    "Give the definition of what is dropped, or write the downgrade by hand."));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.dropView(this);
  }
}
