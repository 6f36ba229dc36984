package dev.anabranch.engine;

import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.engine.PreparedStep.Mode;
import dev.anabranch.engine.StateWriter.RowMismatchException;
import dev.anabranch.engine.StateWriter.Subject;
import dev.anabranch.history.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One step of a run, in one transaction or statement by statement. Used once. */
final class StepRun {

  private static final Logger LOG = LoggerFactory.getLogger(StepRun.class);

  private final RunContext run;
  private final PreparedStep step;
  private final List<StepStatement> statements;
  private final List<String> stays;
  private final Connection connection;
  private final ServerErrors errors;
  private final FailureReport report;
  private final Subject subject;
  private FailurePlace place = FailurePlace.HISTORY;
  private int done;
  private boolean handedOut;

  /**
   * Creates the run of a step.
   *
   * @param run what all steps share
   * @param step the step
   * @param finished the revisions of this run that are finished
   */
  StepRun(RunContext run, PreparedStep step, List<String> finished) {
    this.run = run;
    this.step = step;
    this.statements = new ArrayList<>(step.statements());
    this.subject = Subject.beginning(step, statements);
    this.stays = run.stays(finished);
    this.connection = run.database().connection();
    this.errors = run.database().dialect().errors();
    this.report = new FailureReport(errors, step, statements, stays, run.undoneWith(finished));
  }

  /** Runs all of it in one transaction, which is committed unless the whole plan is one. */
  void inTransaction(int index) {
    try {
      connection.setAutoCommit(false);
      runBody(
          () -> {
            for (; done < statements.size(); done++) {
              execute(done);
            }
          });
      place = FailurePlace.VERSION_ROWS;
      run.writer().finish(subject, resets());
      if (!run.isOneTransaction() || index == run.total() - 1) {
        run.lock().requireHeld();
        place = FailurePlace.COMMIT;
        commit(index);
      }
    } catch (SQLException e) {
      run.database().rollback();
      MigrationException failure =
          run.stop().isRequested()
              ? stopped("in " + step.step().revision().id() + ", which was rolled back", e)
              : report.rolledBack(place, e);
      record(Outcome.FAILED, detail(failure, e));
      throw failure;
    } catch (RowMismatchException e) {
      run.database().rollback();
      MigrationException failure = report.rowMismatch(e);
      record(Outcome.FAILED, Optional.of(failure.code().id()));
      throw failure;
    } catch (RevisionBodyException e) {
      run.database().rollback();
      record(Outcome.FAILED, Optional.of(e.code().id()));
      throw e;
    } catch (RuntimeException e) {
      run.database().rollback();
      throw e;
    }
  }

  private List<String> resets() {
    return PreparedStep.resets(statements, run.database().dialect());
  }

  private void commit(int index) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException e) {
      if (errors.classify(e) != ServerFault.CONNECTION_LOST) {
        throw e;
      }
      throw new CommitCheck(run.settings(), run.plan()).afterLostCommit(index, e);
    }
  }

  /** Runs the statements that are known and not done. */
  private interface Pending {
    void run() throws SQLException;
  }

  // A live body adds statements before each of its queries, and behind the last.
  private void runBody(Pending pending) throws SQLException {
    if (step.live().isEmpty()) {
      pending.run();
      return;
    }
    JavaBody body = step.live().get();
    LiveRun live = new LiveRun(body, connection);
    try {
      live.run(
          more -> {
            more.forEach(statement -> requireInside(body, statement));
            statements.addAll(more);
            pending.run();
          });
    } finally {
      handedOut = live.hasHandedOut();
    }
    if (done > statements.size()) {
      throw RevisionBodyException.tooFew(body, statements.size(), done);
    }
  }

  private void requireInside(JavaBody body, StepStatement statement) {
    if (step.mode() == Mode.TRANSACTION && statement.isOutside()) {
      throw RevisionBodyException.outsideInLive(body, statement);
    }
    boolean control = run.database().dialect().controlsTransaction(statement.sql());
    if (step.mode() != Mode.OUTSIDE && !statement.isOutside() && control) {
      throw RevisionBodyException.transactionEnded(body, statement);
    }
  }

  /**
   * Runs it unit by unit, each with an entry that says how far it came.
   *
   * @param from how many statements an earlier run has done
   */
  void inUnits(int from) {
    done = from;
    try {
      connection.setAutoCommit(true);
      append(Outcome.STARTED, Optional.empty());
      runBody(
          () -> {
            while (done < statements.size()) {
              runUnit();
            }
          });
      connection.setAutoCommit(false);
      place = FailurePlace.VERSION_ROWS;
      run.writer().finish(subject, resets());
      run.lock().requireHeld();
      place = FailurePlace.COMMIT;
      connection.commit();
    } catch (SQLException e) {
      run.database().rollback();
      MigrationException failure = run.stop().isRequested() ? stoppedInside(e) : inside(e);
      record(left(), detail(failure, e));
      throw failure;
    } catch (RowMismatchException e) {
      run.database().rollback();
      MigrationException failure = report.rowMismatch(e);
      record(left(), Optional.of(failure.code().id()));
      throw failure;
    } catch (RevisionBodyException e) {
      run.database().rollback();
      record(left(), Optional.of(e.code().id()));
      throw isUntouched() ? e : report.halfWay(done, e);
    } catch (RuntimeException e) {
      run.database().rollback();
      record(left(), Optional.empty());
      throw e;
    }
  }

  // What an author's code does with the connection itself, nobody counts.
  private boolean isUntouched() {
    return done == 0 && !handedOut;
  }

  private Outcome left() {
    return isUntouched() ? Outcome.FAILED : Outcome.STOPPED;
  }

  private MigrationException inside(SQLException e) {
    return isUntouched() ? report.notBegun(place, e) : report.halfWay(place, done, e);
  }

  private MigrationException stoppedInside(SQLException e) {
    String where =
        "in %s after %d of %d statements, which stay done while the version table is unchanged"
            .formatted(step.step().revision().id(), done, statements.size());
    return stopped(where, e);
  }

  private MigrationException stopped(String where, SQLException e) {
    return MigrationStoppedException.at(where, stays, run.total(), e);
  }

  /**
   * Runs what the server can put into one transaction, or one statement outside of any.
   *
   * <p>A statement that is committed by itself counts as done as soon as it has run, also when its
   * entry then cannot be written.
   */
  private void runUnit() throws SQLException {
    int from = done;
    boolean together = step.mode() == Mode.UNITS && !standsAlone(from);
    int end = from + 1;
    while (together && end < statements.size() && !standsAlone(end)) {
      end++;
    }
    connection.setAutoCommit(!together);
    for (int i = from; i < end; i++) {
      execute(i);
      done = together ? done : i + 1;
    }
    place = FailurePlace.HISTORY;
    run.writer().append(subject, Outcome.STATEMENT, end, Optional.empty());
    if (together) {
      place = FailurePlace.COMMIT;
      connection.commit();
    }
    done = end;
    connection.setAutoCommit(true);
  }

  private boolean standsAlone(int index) {
    StepStatement statement = statements.get(index);
    return statement.isOutside() || run.database().dialect().commitsImplicitly(statement.sql());
  }

  private void execute(int index) throws SQLException {
    StepStatement next = statements.get(index);
    place = FailurePlace.statement(index);
    run.settings()
        .listener()
        .statementStarted(step.step(), index + 1, statements.size(), next.sql());
    run.stop().running(run.statement());
    try {
      if (run.stop().isRequested()) {
        throw new SQLException("stopped on request");
      }
      for (String preparation : next.preparation()) {
        run.statement().execute(preparation);
      }
      run.statement().execute(next.sql());
    } finally {
      run.stop().running(null);
    }
    tellWarnings(next.sql());
  }

  // Cleared first: a warning that turns out to be a failure must not be told again by what the
  // statement runs next.
  private void tellWarnings(String sql) throws SQLException {
    SQLWarning warning = run.statement().getWarnings();
    run.statement().clearWarnings();
    while (warning != null) {
      Optional<SQLException> failure =
          run.database().dialect().failureBehind(warning, sql, connection);
      if (failure.isPresent()) {
        throw failure.get();
      }
      run.settings().listener().serverWarning(step.step(), errors.describe(warning));
      warning = warning.getNextWarning();
    }
  }

  private void append(Outcome outcome, Optional<String> detail) throws SQLException {
    run.writer().append(subject, outcome, done, detail);
  }

  // The entry is for the reader of the history; that it cannot be written must not hide the failure
  // itself.
  private void record(Outcome outcome, Optional<String> detail) {
    if (outcome == Outcome.FAILED) {
      done = 0;
    }
    try {
      connection.setAutoCommit(true);
      try {
        append(outcome, detail);
      } catch (SQLException e) {
        if (errors.classify(e) != ServerFault.CANCELLED) {
          throw e;
        }
        // A request to stop that came late hit this statement instead of the one it was meant for.
        append(outcome, detail);
      }
    } catch (SQLException e) {
      if (errors.classify(e) == ServerFault.CONNECTION_LOST) {
        LOG.debug("the outcome could not be written to the history table", e);
        return;
      }
      LOG.warn(
          "The outcome of {} could not be written to the history table: {}",
          step.step().revision().id(),
          errors.describe(e));
    }
  }

  private static Optional<String> detail(MigrationException failure, SQLException cause) {
    String state = FailureReport.telling(cause).getSQLState();
    return Optional.of(failure.code().id() + (state == null ? "" : " " + state));
  }
}
