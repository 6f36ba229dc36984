package dev.anabranch.engine;

import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.engine.MigrationFailedException.FailedStatement;
import dev.anabranch.engine.MigrationFailedException.Failure;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.Direction;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts failures of a step into words: what failed, where, what is left of it, what to do. */
record FailureReport(ServerErrors errors) {

  /** Stands for the place of a statement where none was running. */
  static final int NO_STATEMENT = -1;

  MigrationFailedException rolledBack(
      PreparedStep step, int index, SQLException cause, List<String> finished) {
    String left =
        errors.classify(cause) == ServerFault.CONNECTION_LOST
            ? " The server rolls back what was not committed."
            : " The revision was rolled back.";
    return failed(ErrorCode.MIGRATION_FAILED, step, index, left, cause, finished);
  }

  MigrationFailedException halfWay(
      PreparedStep step, int index, int done, SQLException cause, List<String> finished) {
    String left =
        " This cannot be rolled back: "
            + (done == 1 ? "statement 1 stays" : "statements 1 to " + done + " stay")
            + " done, the version table is unchanged.";
    return failed(ErrorCode.MIGRATION_FAILED_HALF_WAY, step, index, left, cause, finished);
  }

  MigrationFailedException rowMismatch(PreparedStep step, List<String> finished, Exception cause) {
    return new MigrationFailedException(
        ErrorCode.VERSION_ROW_MISMATCH,
        cannot(step)
            + "the version table does not hold the rows "
            + step.step().removedRows()
            + " any more; something else has changed it. The revision was rolled back where the server can.",
        "Look at \"anabranch current\"; something migrates this database without taking the lock.",
        new Failure(step.step(), null, finished),
        cause);
  }

  private MigrationFailedException failed(
      ErrorCode code,
      PreparedStep step,
      int index,
      String left,
      SQLException cause,
      List<String> finished) {
    SQLException telling = telling(cause);
    String place =
        index == NO_STATEMENT
            ? "the version table could not be changed, or the commit failed"
            : place(step, index);
    String state = telling.getSQLState();
    return new MigrationFailedException(
        code,
        cannot(step)
            + place
            + ": "
            + DatabaseException.sentence(errors.describe(telling))
            + (state == null ? "" : " (SQL state " + state + ")")
            + left
            + stays(finished),
        hint(code, telling, step),
        new Failure(step.step(), statement(step, index, state), finished),
        cause);
  }

  private static String cannot(PreparedStep step) {
    boolean up = step.step().direction() == Direction.UPGRADE;
    return (up ? "Cannot upgrade to " : "Cannot downgrade ") + step.step().revision().id() + ": ";
  }

  private static String place(PreparedStep step, int index) {
    return "statement "
        + (index + 1)
        + " of "
        + step.statements().size()
        + " ("
        + step.location(index)
        + ") failed";
  }

  private static String stays(List<String> finished) {
    return switch (finished.size()) {
      case 0 -> "";
      case 1 -> " The revision " + finished.get(0) + " of this run is done and stays.";
      default -> " The " + finished.size() + " revisions before it in this run are done and stay.";
    };
  }

  private static @Nullable FailedStatement statement(
      PreparedStep step, int index, @Nullable String state) {
    if (index == NO_STATEMENT) {
      return null;
    }
    SourceLocation location = step.location(index);
    return new FailedStatement(
        index + 1, step.statements().get(index).text(), location, state == null ? "" : state);
  }

  private String hint(ErrorCode code, SQLException cause, PreparedStep step) {
    if (errors.classify(cause) == ServerFault.NOT_IN_TRANSACTION) {
      return "Write \"-- @transaction off\" at the top of the section; it then runs outside a transaction.";
    }
    if (code == ErrorCode.MIGRATION_FAILED_HALF_WAY) {
      return "Mend the failed statement in "
          + step.script().location().path()
          + ", then run \"anabranch resume\": it goes on with that statement.";
    }
    return "Mend "
        + step.script().location().path()
        + " or the database, then run the same command again.";
  }

  // A batch wraps the server's error; the wrapped one speaks more clearly.
  private static SQLException telling(SQLException cause) {
    return cause instanceof BatchUpdateException && cause.getNextException() != null
        ? cause.getNextException()
        : cause;
  }
}
