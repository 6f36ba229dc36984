package dev.anabranch.testkit.server;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** A test cannot have the server or the database it needs. */
public final class TestServerException extends AnabranchException {

  private static final long serialVersionUID = 1L;

  private TestServerException(
      ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
    super(code, message, hint, cause);
  }

  /**
   * Returns the exception for a server that is needed and not there.
   *
   * @param message what could not be had and why
   * @param hint the next thing to do
   */
  public static TestServerException unavailable(String message, String hint) {
    return new TestServerException(ErrorCode.TEST_SERVER_UNAVAILABLE, message, hint, null);
  }

  /**
   * Returns the exception for a server that refused something the testkit asked of it.
   *
   * @param message what could not be done and why
   * @param cause what the driver threw
   */
  public static TestServerException refused(String message, Throwable cause) {
    return new TestServerException(ErrorCode.TEST_DATABASE_FAILED, message, null, cause);
  }
}
