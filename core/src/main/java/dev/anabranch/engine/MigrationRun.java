package dev.anabranch.engine;

import dev.anabranch.dialect.ServerFault;
import dev.anabranch.engine.PreparedStep.Mode;
import dev.anabranch.engine.StateWriter.RowMismatchException;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.history.Outcome;
import dev.anabranch.sql.ScriptStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a prepared plan, under the lock. For one thread; used once. */
final class MigrationRun {

  private static final Logger LOG = LoggerFactory.getLogger(MigrationRun.class);

  private final EngineSettings settings;
  private final Database database;
  private final Connection connection;
  private final StopSignal stop;
  private final MigrationListener listener;
  private final List<String> finished = new ArrayList<>();
  private final FailureReport report;
  private int executing = FailureReport.NO_STATEMENT;

  MigrationRun(EngineSettings settings, Database database, StopSignal stop) {
    this.settings = settings;
    this.database = database;
    this.connection = database.connection();
    this.stop = stop;
    this.listener = settings.listener();
    this.report = new FailureReport(database.dialect().errors());
  }

  /**
   * Runs the steps.
   *
   * @param plan the steps
   * @param lock the lock this run holds
   * @param firstStatement how many statements of the first step an earlier run has done
   */
  void run(PreparedPlan plan, HeldLock lock, int firstStatement) {
    boolean together = settings.scope() == TransactionScope.ALL;
    int total = plan.plan().steps().size();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      StateWriter writer =
          new StateWriter(statement, database.statements(), settings.author().newRun());
      for (int i = 0; i < total; i++) {
        lock.requireHeld();
        requireNoStop(total, together);
        PreparedStep step = plan.take(i);
        Running running =
            new Running(step, statement, writer, Instant.now(), System.nanoTime(), total);
        listener.stepStarted(step.step(), i + 1, total);
        if (step.mode() == Mode.TRANSACTION) {
          runTransaction(running, plan, i, together);
        } else {
          runUnits(running, i == 0 ? firstStatement : 0);
        }
        finished.add(step.step().revision().id());
        listener.stepFinished(
            step.step(), Duration.ofNanos(System.nanoTime() - running.startedNanos()));
      }
    } catch (SQLException e) {
      throw DatabaseException.of("run the plan", e, database.dialect().errors());
    }
  }

  /** What belongs to the step that runs. */
  private record Running(
      PreparedStep step,
      Statement statement,
      StateWriter writer,
      Instant started,
      long startedNanos,
      int total) {}

  private void requireNoStop(int total, boolean together) {
    if (!stop.isRequested()) {
      return;
    }
    rollback();
    List<String> stay = together ? List.of() : finished;
    throw MigrationStoppedException.at("between two revisions", stay, total, null);
  }

  private void runTransaction(Running running, PreparedPlan plan, int index, boolean together) {
    PreparedStep step = running.step();
    try {
      connection.setAutoCommit(false);
      for (int i = 0; i < step.statements().size(); i++) {
        execute(running, i);
      }
      running.writer().finish(step, running.started());
      if (!together || index == plan.plan().steps().size() - 1) {
        commit(plan, index);
      }
    } catch (SQLException e) {
      rollback();
      List<String> stay = together ? List.of() : finished;
      if (stop.isRequested()) {
        throw MigrationStoppedException.at(
            "in " + step.step().revision().id() + ", which was rolled back",
            stay,
            running.total(),
            e);
      }
      MigrationFailedException failure = report.rolledBack(step, executing, e, stay);
      record(running, Outcome.FAILED, 0, detail(failure, e));
      throw failure;
    } catch (RowMismatchException e) {
      rollback();
      throw report.rowMismatch(step, together ? List.of() : finished, e);
    } catch (RuntimeException e) {
      rollback();
      throw e;
    }
  }

  private void commit(PreparedPlan plan, int index) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException e) {
      if (database.dialect().errors().classify(e) != ServerFault.CONNECTION_LOST) {
        throw e;
      }
      throw new CommitCheck(settings, plan.plan(), finished).afterLostCommit(index, e);
    }
  }

  private void runUnits(Running running, int from) {
    PreparedStep step = running.step();
    int done = from;
    try {
      connection.setAutoCommit(true);
      running.writer().append(step, Outcome.STARTED, from, running.started(), Optional.empty());
      while (done < step.statements().size()) {
        done = runUnit(running, done);
      }
      connection.setAutoCommit(false);
      running.writer().finish(step, running.started());
      connection.commit();
    } catch (SQLException e) {
      throw leftInUnits(running, from, done, e);
    } catch (RowMismatchException e) {
      rollback();
      throw report.rowMismatch(step, finished, e);
    } catch (RuntimeException e) {
      rollback();
      record(running, Outcome.STOPPED, done, Optional.empty());
      throw e;
    }
  }

  private MigrationException leftInUnits(Running running, int from, int done, SQLException e) {
    PreparedStep step = running.step();
    rollback();
    MigrationException failure;
    if (stop.isRequested()) {
      String where =
          "in %s after %d of %d statements"
              .formatted(step.step().revision().id(), done, step.statements().size());
      failure = MigrationStoppedException.at(where, finished, running.total(), e);
    } else if (done == 0) {
      failure = report.rolledBack(step, executing, e, finished);
    } else {
      failure = report.halfWay(step, executing, done, e, finished);
    }
    boolean nothingLeft = done == 0 && from == 0;
    record(running, nothingLeft ? Outcome.FAILED : Outcome.STOPPED, done, detail(failure, e));
    return failure;
  }

  /**
   * Runs what the server can put into one transaction, or one statement outside of any; returns how
   * many are done.
   */
  private int runUnit(Running running, int from) throws SQLException {
    PreparedStep step = running.step();
    boolean inside = step.mode() == Mode.UNITS && !commits(step, from);
    int end = from + 1;
    while (inside && end < step.statements().size() && !commits(step, end)) {
      end++;
    }
    connection.setAutoCommit(!inside);
    for (int i = from; i < end; i++) {
      execute(running, i);
    }
    running.writer().append(step, Outcome.STATEMENT, end, running.started(), Optional.empty());
    if (inside) {
      connection.commit();
    }
    connection.setAutoCommit(true);
    return end;
  }

  private boolean commits(PreparedStep step, int index) {
    return database.dialect().commitsImplicitly(step.statements().get(index).text());
  }

  private void execute(Running running, int index) throws SQLException {
    PreparedStep step = running.step();
    ScriptStatement next = step.statements().get(index);
    executing = index;
    listener.statementStarted(step.step(), index + 1, step.statements().size(), next.text());
    stop.running(running.statement());
    try {
      if (stop.isRequested()) {
        throw new SQLException("stopped on request");
      }
      running.statement().execute(next.text());
    } finally {
      stop.running(null);
    }
    tellWarnings(running);
    executing = FailureReport.NO_STATEMENT;
  }

  private void tellWarnings(Running running) throws SQLException {
    SQLWarning warning = running.statement().getWarnings();
    while (warning != null) {
      listener.serverWarning(running.step().step(), database.dialect().errors().describe(warning));
      warning = warning.getNextWarning();
    }
    running.statement().clearWarnings();
  }

  private void rollback() {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException e) {
      LOG.debug("the rollback failed; the server rolls back with the connection", e);
    }
  }

  // The entry is for the reader of the history; that it cannot be written must not hide the failure
  // itself.
  private void record(Running running, Outcome outcome, int done, Optional<String> detail) {
    try {
      connection.setAutoCommit(true);
      running.writer().append(running.step(), outcome, done, running.started(), detail);
    } catch (SQLException e) {
      LOG.warn("the outcome could not be written to the history table", e);
    }
  }

  private static Optional<String> detail(AnabranchException failure, SQLException cause) {
    String state = cause.getSQLState();
    return Optional.of(failure.code().id() + (state == null ? "" : " " + state));
  }
}
