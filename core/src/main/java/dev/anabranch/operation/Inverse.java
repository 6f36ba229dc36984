package dev.anabranch.operation;

import java.util.List;

/** What takes an operation back. */
public sealed interface Inverse {

  /**
   * The operations that take it back, in the order in which they run.
   *
   * @param operations none where there is nothing to take back
   */
  record Of(List<Operation> operations) implements Inverse {
    /** Copies the list. */
    public Of {
      operations = List.copyOf(operations);
    }
  }

  /**
   * There is none.
   *
   * @param reason why, as the end of a sentence that begins with the operation
   * @param remedy what the author can do about it
   */
  record None(String reason, String remedy) implements Inverse {}

  /** Returns the inverse that is these operations. */
  static Inverse of(Operation... operations) {
    return new Of(List.of(operations));
  }

  /** Says that there is none, because the operation may have found its work done. */
  static Inverse unknownBefore() {
    return none(
        "whether it was there before is not known",
        "Leave ifExists and ifNotExists away, or write the downgrade by hand.");
  }

  /** Says that there is none. */
  static Inverse none(String reason, String remedy) {
    return new None(reason, remedy);
  }
}
