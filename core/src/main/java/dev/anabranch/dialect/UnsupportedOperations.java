package dev.anabranch.dialect;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.operation.OperationException;
import java.util.Objects;

/**
 * Words for what a release cannot do.
 *
 * @param title the product's name as people know it
 * @param version the release
 */
public record UnsupportedOperations(String title, ServerVersion version) {

  /** Checks that both parts are there. */
  public UnsupportedOperations {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(version, "version");
  }

  /**
   * Returns the refusal of an operation or a part of one.
   *
   * @param what what was asked for, such as {@code add exclusion constraint ex_room to booking}
   * @param reason why it cannot be, as a sentence without subject's end, such as {@code it has no
   *     exclusion constraints}
   * @param wayRound what the author can do instead
   */
  public OperationException refuse(String what, String reason, String wayRound) {
    return new OperationException(
        ErrorCode.UNSUPPORTED_OPERATION,
        "Cannot %s on %s %s: %s.".formatted(what, title, version, reason),
        wayRound);
  }
}
