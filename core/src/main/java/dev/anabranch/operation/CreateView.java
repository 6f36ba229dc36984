package dev.anabranch.operation;

import dev.anabranch.schema.View;
import java.util.Objects;
import java.util.Optional;

/**
 * Creates a view.
 *
 * @param view the view
 * @param existence what happens when one of that name is there
 */
public record CreateView(View view, Existence existence) implements Operation {

  /** Checks that all parts are there. */
  public CreateView {
    Objects.requireNonNull(view, "view");
    Objects.requireNonNull(existence, "existence");
  }

  @Override
  public String describe() {
    return "create view " + view.name();
  }

  @Override
  public Inverse inverse() {
    if (existence == Existence.TOLERANT) {
      return Inverse.unknownBefore();
    }
    return Inverse.of(new DropView(view.name(), view.kind(), existence, Optional.of(view)));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.createView(this);
  }
}
