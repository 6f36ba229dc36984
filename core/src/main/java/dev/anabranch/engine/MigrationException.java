package dev.anabranch.engine;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Says that a run could not begin, go on or end as planned. */
public abstract class MigrationException extends AnabranchException {

  private static final long serialVersionUID = 1L;

  MigrationException(
      ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
    super(code, message, hint, cause);
  }
}
