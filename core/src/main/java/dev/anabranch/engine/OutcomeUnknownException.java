package dev.anabranch.engine;

import dev.anabranch.error.ErrorCode;
import java.sql.SQLException;

/**
 * Says that the connection broke while a transaction was being committed, and what is known of its
 * outcome.
 */
public final class OutcomeUnknownException extends MigrationException {

  private static final long serialVersionUID = 1L;

  OutcomeUnknownException(ErrorCode code, String message, String hint, SQLException cause) {
    super(code, message, hint, cause);
  }
}
