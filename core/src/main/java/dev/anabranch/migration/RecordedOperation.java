package dev.anabranch.migration;

import dev.anabranch.operation.Operation;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * An operation with the place in the source that recorded it.
 *
 * @param operation the operation
 * @param line the line of the author's file, counted from 1; empty if it is not known
 */
public record RecordedOperation(Operation operation, OptionalInt line) {

  /** Checks that both parts are there. */
  public RecordedOperation {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(line, "line");
  }
}
