package dev.anabranch.engine;

import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.engine.MigrationFailedException.FailedStatement;
import dev.anabranch.engine.MigrationFailedException.Failure;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.Direction;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts failures of a step into words: what failed, where, what is left of it, what to do.
 *
 * @param errors reads the server's errors
 * @param step the step
 * @param statements its statements as far as they are known
 * @param finished the revisions of this run that stay done
 * @param undone how many revisions of this run are rolled back with this one
 */
record FailureReport(
    ServerErrors errors,
    PreparedStep step,
    List<StepStatement> statements,
    List<String> finished,
    int undone) {

  /** Reports a step of which nothing is left. */
  MigrationFailedException rolledBack(FailurePlace place, SQLException cause) {
    if (isLost(cause)) {
      return failed(
          ErrorCode.CONNECTION_LOST,
          place,
          " The server rolls back what was not committed.",
          "When the server answers again, run the same command again.",
          cause);
    }
    return failed(
        ErrorCode.MIGRATION_FAILED,
        place,
        undone == 0
            ? " The revision was rolled back."
            : " All "
                + (undone + 1)
                + " revisions of this run were rolled back, as they share one transaction.",
        mendHint(place, cause),
        cause);
  }

  /** Reports a step that runs outside one transaction and failed in the first of its statements. */
  MigrationFailedException notBegun(FailurePlace place, SQLException cause) {
    if (isLost(cause)) {
      return failed(
          ErrorCode.CONNECTION_LOST,
          place,
          " It runs outside a transaction, and its first statement may or may not be done.",
          "When the server answers again, run \"anabranch resume\": it says where to go on.",
          cause);
    }
    return failed(
        ErrorCode.MIGRATION_FAILED,
        place,
        " No statement of it is done.",
        mendHint(place, cause),
        cause);
  }

  /** Reports a step of which the first statements stay done. */
  MigrationFailedException halfWay(FailurePlace place, int done, SQLException cause) {
    String left = left(done);
    if (isLost(cause)) {
      return failed(
          ErrorCode.MIGRATION_FAILED_HALF_WAY,
          place,
          left + " Whether the statement that was running is done is not known.",
          "When the server answers again, run \"anabranch resume\": it says where to go on.",
          cause);
    }
    return failed(
        ErrorCode.MIGRATION_FAILED_HALF_WAY, place, left, resumeHint(place, cause), cause);
  }

  /** Reports a step whose code failed when the first of its statements were done. */
  MigrationFailedException halfWay(int done, RevisionBodyException cause) {
    return new MigrationFailedException(
        ErrorCode.MIGRATION_FAILED_HALF_WAY,
        cause.getMessage() + left(done) + stays(),
        "Mend "
            + cause.location().path()
            + ", then run \"anabranch resume --at "
            + (done + 1)
            + "\": what it records before that statement is passed over.",
        new Failure(step.step(), null, finished, String.valueOf(cause.getMessage())),
        cause);
  }

  private static String left(int done) {
    String what =
        switch (done) {
          case 0 -> "what its code did through op.connection stays";
          case 1 -> "statement 1 stays";
          default -> "statements 1 to " + done + " stay";
        };
    return " This cannot be rolled back: " + what + " done, the version table is unchanged.";
  }

  /** Reports that the version table held other rows than the plan had been made for. */
  MigrationFailedException rowMismatch(Exception cause) {
    String problem =
        cannot()
            + "the version table does not hold "
            + rows(step.step().removedRows())
            + " any more, or holds "
            + rows(step.step().addedRows())
            + " already; something else has changed it.";
    return new MigrationFailedException(
        ErrorCode.VERSION_ROW_MISMATCH,
        problem + " The revision was rolled back where the server can.",
        "Look at \"anabranch current\"; something migrates this database without taking the lock.",
        new Failure(step.step(), null, finished, problem),
        cause);
  }

  private static String rows(List<String> rows) {
    return rows.isEmpty() ? "no row" : String.join(", ", rows);
  }

  private MigrationFailedException failed(
      ErrorCode code, FailurePlace place, String left, String hint, SQLException cause) {
    SQLException telling = telling(cause);
    String state = telling.getSQLState();
    String problem =
        cannot()
            + words(place, telling)
            + ": "
            + DatabaseException.sentence(withState(errors.describe(telling), state));
    return new MigrationFailedException(
        code,
        problem + left + stays(),
        hint,
        new Failure(step.step(), statement(place, state), finished, problem),
        cause);
  }

  private static String withState(String words, @Nullable String state) {
    if (state == null) {
      return words;
    }
    String open = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    return open + " (SQL state " + state + ")";
  }

  private String cannot() {
    boolean up = step.step().direction() == Direction.UPGRADE;
    return (up ? "Cannot upgrade to " : "Cannot downgrade ") + step.step().revision().id() + ": ";
  }

  private String words(FailurePlace place, SQLException cause) {
    if (place.isStatement()) {
      return "statement "
          + (place.index() + 1)
          + " of "
          + statements.size()
          + " ("
          + where(statements.get(place.index()))
          + ") failed";
    }
    if (place.equals(FailurePlace.COMMIT)) {
      return "its statements ran, but the commit failed";
    }
    return isTooLong(place, cause)
        ? "its id is too long for the column version_num of the version table"
        : "the version and history tables could not be changed";
  }

  private static String where(StepStatement statement) {
    return statement.location() + statement.operation().map(what -> ", " + what).orElse("");
  }

  private boolean isTooLong(FailurePlace place, SQLException cause) {
    return place.equals(FailurePlace.VERSION_ROWS)
        && errors.classify(telling(cause)) == ServerFault.VALUE_TOO_LONG;
  }

  private String stays() {
    return switch (finished.size()) {
      case 0 -> "";
      case 1 -> " The revision " + finished.get(0) + " of this run is done and stays.";
      default -> " The " + finished.size() + " revisions before it in this run are done and stay.";
    };
  }

  private @Nullable FailedStatement statement(FailurePlace place, @Nullable String state) {
    if (!place.isStatement()) {
      return null;
    }
    StepStatement failed = statements.get(place.index());
    return new FailedStatement(
        place.index() + 1, failed.sql(), failed.location(), state == null ? "" : state);
  }

  private String mendHint(FailurePlace place, SQLException cause) {
    if (errors.classify(telling(cause)) == ServerFault.NOT_IN_TRANSACTION) {
      return TransactionHint.outside(step.script());
    }
    return mend(place, cause) + ", then run the same command again.";
  }

  private String resumeHint(FailurePlace place, SQLException cause) {
    String goesOn =
        place.isStatement() ? "it goes on with that statement." : "only the version rows are left.";
    return mend(place, cause) + ", then run \"anabranch resume\": " + goesOn;
  }

  private String mend(FailurePlace place, SQLException cause) {
    if (isTooLong(place, cause)) {
      return "Widen the column version_num to 255 characters";
    }
    return place.isStatement()
        ? "Mend " + step.script().location().path() + " or the database"
        : "Mend the cause";
  }

  private boolean isLost(SQLException cause) {
    return errors.classify(telling(cause)) == ServerFault.CONNECTION_LOST;
  }

  /** A batch wraps the server's error; the wrapped one speaks more clearly. */
  static SQLException telling(SQLException cause) {
    return cause instanceof BatchUpdateException && cause.getNextException() != null
        ? cause.getNextException()
        : cause;
  }
}
