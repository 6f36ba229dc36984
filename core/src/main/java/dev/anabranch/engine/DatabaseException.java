package dev.anabranch.engine;

import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says that the database refused something other than a statement of a revision. */
public final class DatabaseException extends AnabranchException {

  private static final long serialVersionUID = 1L;

  DatabaseException(
      ErrorCode code, String message, @Nullable String hint, @Nullable SQLException cause) {
    super(code, message, hint, cause);
  }

  /**
   * Translates a failure.
   *
   * @param action what could not be done, such as {@code connect to jdbc:...}
   */
  public static DatabaseException of(String action, SQLException cause, ServerErrors errors) {
    ServerFault fault = errors.classify(cause);
    return new DatabaseException(
        code(fault),
        "Cannot " + action + ": " + sentence(errors.describe(cause)),
        hint(fault),
        cause);
  }

  /** Ends the server's words with a full stop. */
  static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }

  private static ErrorCode code(ServerFault fault) {
    return switch (fault) {
      case UNREACHABLE -> ErrorCode.DATABASE_UNREACHABLE;
      case AUTHENTICATION_FAILED -> ErrorCode.AUTHENTICATION_FAILED;
      case UNKNOWN_DATABASE -> ErrorCode.UNKNOWN_DATABASE;
      case PERMISSION_DENIED -> ErrorCode.PERMISSION_DENIED;
      case CONNECTION_LOST -> ErrorCode.CONNECTION_LOST;
      case DATABASE_IN_USE -> ErrorCode.DATABASE_IN_USE;
      default -> ErrorCode.DATABASE_ERROR;
    };
  }

  private static @Nullable String hint(ServerFault fault) {
    return switch (fault) {
      case UNREACHABLE ->
          "Check host and port in the URL, and that the server runs and lets this machine in.";
      case AUTHENTICATION_FAILED -> "Check the user and the password.";
      case UNKNOWN_DATABASE ->
          "Create the database first; Anabranch creates tables, not databases.";
      case PERMISSION_DENIED ->
          "The user needs the right to create and change tables in this schema, the version and history tables included.";
      case CONNECTION_LOST -> "Look into the server's log, then run the same command again.";
      case DATABASE_IN_USE ->
          "End the other process, or open the database with AUTO_SERVER=TRUE in both.";
      default -> null;
    };
  }
}
