package dev.anabranch.engine;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.Direction;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says that the code of a revision failed, or records what cannot run, and where it stands. */
public final class RevisionBodyException extends MigrationException {

  private static final long serialVersionUID = 1L;

  private final transient SourceLocation location;

  private RevisionBodyException(
      ErrorCode code,
      String message,
      @Nullable String hint,
      SourceLocation location,
      @Nullable Throwable cause) {
    super(code, message, hint, cause);
    this.location = location;
  }

  /** Returns the place in the author's file. */
  public SourceLocation location() {
    return location;
  }

  /** Reports what an author's method threw. */
  static RevisionBodyException thrown(JavaBody body, Throwable thrown) {
    SourceLocation location = place(body, thrown);
    if (thrown instanceof AnabranchException known) {
      String words =
          known.getCause() instanceof SQLException error
              ? known.getMessage() + " " + body.dialect().errors().describe(error)
              : String.valueOf(known.getMessage());
      return of(body, known.code(), location, words, known, known.hint().orElse(null));
    }
    String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    return of(
        body,
        ErrorCode.REVISION_CODE_FAILED,
        location,
        "its code threw " + thrown.getClass().getName() + message,
        thrown,
        "Mend the revision, then run the same command again.");
  }

  /** Reports an operation that the product refuses. */
  static RevisionBodyException refused(
      JavaBody body, SourceLocation location, String operation, RuntimeException refusal) {
    if (refusal instanceof AnabranchException known) {
      String message = String.valueOf(known.getMessage());
      String what = message.contains(operation) ? "" : operation + ": ";
      return of(body, known.code(), location, what, known, known.hint().orElse(null));
    }
    return of(body, ErrorCode.INVALID_OPERATION, location, operation + ": ", refusal, null);
  }

  /** Reports a statement that would take the transaction out of the run's hands. */
  static RevisionBodyException transactionEnded(JavaBody body, StepStatement statement) {
    return of(
        body,
        ErrorCode.TRANSACTION_IMPOSSIBLE,
        statement.location(),
        statement.operation().orElse("a statement")
            + " begins or ends a transaction, and the revision runs in one already.",
        null,
        TransactionHint.control(body.script()));
  }

  /** Reports an operation outside transactions in a revision that asks the database. */
  static RevisionBodyException outsideInLive(JavaBody body, StepStatement statement) {
    return of(
        body,
        ErrorCode.TRANSACTION_IMPOSSIBLE,
        statement.location(),
        statement.operation().orElse("a statement")
            + " runs outside a transaction, and the revision, which asks the database, is in one.",
        null,
        "Put it into a revision of its own.");
  }

  /** Reports a revision that is resumed behind a statement that it does not record any more. */
  static RevisionBodyException tooFew(JavaBody body, int recorded, int passedOver) {
    return of(
        body,
        ErrorCode.NOTHING_TO_RESUME,
        body.script().location(),
        "it recorded "
            + recorded
            + " statements this time, and was to go on behind "
            + passedOver
            + ".",
        null,
        "Resume at a smaller number.");
  }

  private static RevisionBodyException of(
      JavaBody body,
      ErrorCode code,
      SourceLocation location,
      String words,
      @Nullable Throwable cause,
      @Nullable String hint) {
    String id = body.script().revision().id();
    String cannot =
        body.direction() == Direction.UPGRADE
            ? "Cannot upgrade to " + id
            : "Cannot downgrade " + id;
    return new RevisionBodyException(
        code, cannot + " (" + location + "): " + words, hint, location, cause);
  }

  private static SourceLocation place(JavaBody body, Throwable thrown) {
    String author = body.script().className();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      boolean own =
          frame.getClassName().equals(author) || frame.getClassName().startsWith(author + "$");
      if (own && frame.getLineNumber() > 0) {
        return new SourceLocation(body.script().location().path(), frame.getLineNumber());
      }
    }
    return body.script().location();
  }
}
