package dev.anabranch.operation;

import dev.anabranch.error.ErrorCode;
import java.util.List;

/**
 * Runs operations outside a transaction, as some statements of some products ask for.
 *
 * @param operations the operations, in order
 */
public record OutsideTransaction(List<Operation> operations) implements Operation {

  /**
   * Copies the list.
   *
   * @throws OperationException if one of them is such a block itself
   */
  public OutsideTransaction {
    operations = List.copyOf(operations);
    if (operations.stream().anyMatch(OutsideTransaction.class::isInstance)) {
      throw new OperationException(
          ErrorCode.INVALID_OPERATION,
          "Cannot record a block outside transactions: it stands in another one.",
          "Take the inner block away.");
    }
  }

  @Override
  public String describe() {
    return "run outside a transaction: " + Descriptions.list(operations);
  }

  @Override
  public Inverse inverse() {
    return Inverses.of(operations, back -> Inverse.of(new OutsideTransaction(back)));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.outsideTransaction(this);
  }
}
