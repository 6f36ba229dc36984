package dev.anabranch.testkit.corpus;

import dev.anabranch.operation.Operation;
import java.util.List;

/**
 * One revision of a corpus.
 *
 * @param number counted from 1
 * @param operations what it does, in order
 */
public record CorpusRevision(int number, List<Operation> operations) {

  /** Copies the list. */
  public CorpusRevision {
    operations = List.copyOf(operations);
  }

  /** Returns the number and what each operation does, for a failing test. */
  @Override
  public String toString() {
    return "revision "
        + number
        + ": "
        + String.join("; ", operations.stream().map(Operation::describe).toList());
  }
}
