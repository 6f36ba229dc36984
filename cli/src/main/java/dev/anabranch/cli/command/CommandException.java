package dev.anabranch.cli.command;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a command cannot do what it is for, for a reason outside the graph and the database.
 */
public final class CommandException extends AnabranchException {
  private static final long serialVersionUID = 1L;

  CommandException(ErrorCode code, String message, @Nullable String hint) {
    super(code, message, hint, null);
  }

  CommandException(
      ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
    super(code, message, hint, cause);
  }
}
