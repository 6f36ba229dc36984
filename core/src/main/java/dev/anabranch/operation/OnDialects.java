package dev.anabranch.operation;

import java.util.List;

/**
 * Runs operations on some products only.
 *
 * @param dialects names of dialects, lower case, at least one
 * @param operations the operations, in order
 */
public record OnDialects(List<String> dialects, List<Operation> operations) implements Operation {

  /** Copies the lists. */
  public OnDialects {
    dialects = List.copyOf(dialects);
    operations = List.copyOf(operations);
    if (dialects.isEmpty()) {
      throw new IllegalArgumentException("at least one dialect has to be named");
    }
  }

  @Override
  public String describe() {
    return "on " + String.join(", ", dialects) + ": " + Descriptions.list(operations);
  }

  @Override
  public Inverse inverse() {
    return Inverses.of(operations, back -> Inverse.of(new OnDialects(dialects, back)));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.onDialects(this);
  }
}
