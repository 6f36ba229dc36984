package dev.anabranch.sql;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Says that a script cannot be cut into statements with certainty, and where. */
public final class ScriptSplitException extends AnabranchException {

  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * Creates the exception.
   *
   * @param code the kind of problem
   * @param message what cannot be cut and why
   * @param hint the way out, or null
   * @param line the line, counted from 1 within the script
   */
  public ScriptSplitException(ErrorCode code, String message, @Nullable String hint, int line) {
    super(code, message, hint, null);
    this.line = line;
  }

  /** Returns the line, counted from 1 within the script that was cut. */
  public int line() {
    return line;
  }
}
