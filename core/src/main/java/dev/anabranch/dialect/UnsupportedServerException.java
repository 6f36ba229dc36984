package dev.anabranch.dialect;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;

/** Says that a server's release, or a database product as a whole, is not supported. */
public final class UnsupportedServerException extends AnabranchException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param code whether the release or the product is not supported
   * @param message what is not supported
   * @param hint what is
   */
  public UnsupportedServerException(ErrorCode code, String message, String hint) {
    super(code, message, hint, null);
  }
}
