package dev.anabranch.engine;

import dev.anabranch.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Says that a plan cannot be run on this database as it stands; nothing was changed. */
public final class PlanException extends MigrationException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param code why the plan cannot be run
   * @param message the same in words
   * @param hint the next thing to do, or null
   */
  public PlanException(ErrorCode code, String message, @Nullable String hint) {
    super(code, message, hint, null);
  }
}
