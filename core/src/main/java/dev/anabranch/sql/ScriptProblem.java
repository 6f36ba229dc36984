package dev.anabranch.sql;

import dev.anabranch.error.ErrorCode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a script cannot be cut into statements with certainty.
 *
 * @param code the kind of problem
 * @param message what cannot be cut and why; the line is not in it, because a script may be a part
 *     of a file
 * @param hint the way out, or null
 * @param line the line, counted from 1 within the script
 */
public record ScriptProblem(ErrorCode code, String message, @Nullable String hint, int line) {

  /** Checks that code and message are there. */
  public ScriptProblem {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
  }
}
