package dev.anabranch.cli.verification;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Thrown when a verification cannot be begun, or does not come to its end. */
public final class VerificationException extends AnabranchException {
  private static final long serialVersionUID = 1L;

  VerificationException(ErrorCode code, String message, @Nullable String hint) {
    super(code, message, hint, null);
  }

  VerificationException(
      ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
    super(code, message, hint, cause);
  }
}
