package dev.anabranch.operation;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Says that an operation cannot be recorded, reversed, or run on a product. */
public final class OperationException extends AnabranchException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param code what kind of failure it is
   * @param message what cannot be done, and why
   * @param hint the way round, or null
   */
  public OperationException(ErrorCode code, String message, @Nullable String hint) {
    this(code, message, hint, null);
  }

  /**
   * Creates the exception.
   *
   * @param code what kind of failure it is
   * @param message what cannot be done, and why
   * @param hint the way round, or null
   * @param cause what led here, or null
   */
  public OperationException(
      ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
    super(code, message, hint, cause);
  }
}
