package dev.anabranch.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Takes lists of operations back. */
public final class Inverses {

  private Inverses() {}

  /**
   * Returns what takes some operations back: their inverses in the opposite order, or the reason of
   * the first that has none.
   *
   * @param operations in the order in which they run
   */
  public static Inverse of(List<Operation> operations) {
    return of(operations, Inverse.Of::new);
  }

  /** Returns the same inside a block. */
  static Inverse of(List<Operation> operations, Function<List<Operation>, Inverse> block) {
    List<Operation> back = new ArrayList<>();
    for (int i = operations.size() - 1; i >= 0; i--) {
      Inverse inverse = operations.get(i).inverse();
      if (!(inverse instanceof Inverse.Of known)) {
        return inverse;
      }
      back.addAll(known.operations());
    }
    return block.apply(back);
  }
}
