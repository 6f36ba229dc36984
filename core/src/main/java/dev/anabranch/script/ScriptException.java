package dev.anabranch.script;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a revision file, a location or the name of a new file.
 *
 * @since 0.1
 */
public class ScriptException extends AnabranchException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception without a cause.
   *
   * @param code the kind of problem
   * @param message what could not be done, to what, and why
   * @param hint the next thing to do, or null
   */
  public ScriptException(ErrorCode code, String message, @Nullable String hint) {
    this(code, message, hint, null);
  }

  /**
   * Creates the exception.
   *
   * @param code the kind of problem
   * @param message what could not be done, to what, and why
   * @param hint the next thing to do, or null
   * @param cause what led here, or null
   */
  public ScriptException(
      ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
    super(code, message, hint, cause);
  }
}
