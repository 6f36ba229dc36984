package dev.anabranch.engine;

import dev.anabranch.engine.PreparedStep.Mode;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One run of a prepared plan, under the lock. For one thread; used once. */
final class MigrationRun {

  private final EngineSettings settings;
  private final Database database;
  private final StopSignal stop;
  private final List<String> finished = new ArrayList<>();

  MigrationRun(EngineSettings settings, Database database, StopSignal stop) {
    this.settings = settings;
    this.database = database;
    this.stop = stop;
  }

  /**
   * Runs the steps.
   *
   * @param plan the steps
   * @param lock the lock this run holds
   * @param firstStatement how many statements of the first step an earlier run has done
   */
  void run(PreparedPlan plan, HeldLock lock, int firstStatement) {
    int total = plan.plan().steps().size();
    MigrationListener listener = settings.listener();
    try (Statement statement = database.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      for (String setting : database.dialect().runSettings()) {
        statement.execute(setting);
      }
      StateWriter writer =
          new StateWriter(
              statement,
              database.statements(),
              settings.author().newRun(),
              database.dialect().errors());
      RunContext context =
          new RunContext(settings, database, lock, stop, statement, writer, plan.plan());
      for (int i = 0; i < total; i++) {
        lock.requireHeld();
        requireNoStop(context);
        PreparedStep step = plan.take(i);
        long started = System.nanoTime();
        listener.stepStarted(step.step(), i + 1, total);
        StepRun run = new StepRun(context, step, finished);
        if (step.mode() == Mode.TRANSACTION) {
          run.inTransaction(i);
        } else {
          run.inUnits(i == 0 ? firstStatement : 0);
        }
        finished.add(step.step().revision().id());
        listener.stepFinished(step.step(), Duration.ofNanos(System.nanoTime() - started));
      }
    } catch (SQLException e) {
      throw DatabaseException.of("run the plan", e, database.dialect().errors());
    }
  }

  private void requireNoStop(RunContext context) {
    if (stop.isRequested()) {
      database.rollback();
      throw MigrationStoppedException.at(
          "between two revisions", context.stays(finished), context.total(), null);
    }
  }
}
