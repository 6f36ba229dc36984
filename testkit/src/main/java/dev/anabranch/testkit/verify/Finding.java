package dev.anabranch.testkit.verify;

import dev.anabranch.operation.Operation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a check found.
 *
 * @param severity whether the check fails for it
 * @param message one sentence without a full stop, such as {@code after downgrade of ae10: index
 *     ix_customer_email is still there}
 * @param mending the operations that would mend it, in order; empty where none is known
 * @param hint what to do about it
 */
public record Finding(
    Severity severity, String message, List<Operation> mending, Optional<String> hint) {

  /** Whether a check fails. */
  public enum Severity {
    /** It does. */
    FAILURE,
    /** It does not; somebody may want to know nevertheless. */
    NOTE
  }

  /** Copies the list. */
  public Finding {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(message, "message");
    mending = List.copyOf(mending);
    Objects.requireNonNull(hint, "hint");
  }

  /** Returns a failure without operations. */
  public static Finding failure(String message, Optional<String> hint) {
    return new Finding(Severity.FAILURE, message, List.of(), hint);
  }

  /** Returns a note. */
  public static Finding note(String message) {
    return new Finding(Severity.NOTE, message, List.of(), Optional.empty());
  }

  /** Returns whether the check fails for it. */
  public boolean isFailure() {
    return severity == Severity.FAILURE;
  }
}
