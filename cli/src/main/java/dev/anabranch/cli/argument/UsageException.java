package dev.anabranch.cli.argument;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Thrown when the words of the command line do not make a command. */
public final class UsageException extends AnabranchException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param code what is wrong with the words
   * @param message which word, and why
   * @param hint how to write it, or where the help is
   */
  public UsageException(ErrorCode code, String message, @Nullable String hint) {
    super(code, message, hint, null);
  }
}
