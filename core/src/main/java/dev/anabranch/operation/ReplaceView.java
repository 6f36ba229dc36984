package dev.anabranch.operation;

import dev.anabranch.schema.View;
import java.util.Objects;
import java.util.Optional;

/**
 * Puts a view in the place of another of the same name; creates it where there is none.
 *
 * @param to the view
 * @param from the view before, if the author gives it
 */
public record ReplaceView(View to, Optional<View> from) implements Operation {

  /** Checks that all parts are there. */
  public ReplaceView {
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(from, "from");
  }

  @Override
  public String describe() {
    return "replace view " + to.name();
  }

  @Override
  public Inverse inverse() {
    return from.<Inverse>map(before -> Inverse.of(new ReplaceView(before, Optional.of(to))))
        .orElseGet(
            () ->
                Inverse.none(
                    "the view before is not known",
                    "Give the view before, or write the downgrade by hand."));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.replaceView(this);
  }
}
