package dev.anabranch.engine;

import dev.anabranch.history.JournalEntry;
import dev.anabranch.revision.MigrationPlan;
import dev.anabranch.revision.StampPlan;
import dev.anabranch.script.RevisionScripts;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** A database of which this process holds the migration lock. For one thread. */
final class LockedDatabase implements AutoCloseable {

  private final EngineSettings settings;
  private final RevisionScripts scripts;
  private final StopSignal stop;
  private final Database database;
  private final HeldLock lock;

  private LockedDatabase(
      EngineSettings settings,
      RevisionScripts scripts,
      StopSignal stop,
      Database database,
      HeldLock lock) {
    this.settings = settings;
    this.scripts = scripts;
    this.stop = stop;
    this.database = database;
    this.lock = lock;
  }

  /**
   * Takes the lock of a database, which stays the caller's.
   *
   * @throws MigrationLockedException if another run holds it for too long
   * @throws MigrationStoppedException if the wait was ended by a request to stop
   */
  static LockedDatabase of(
      EngineSettings settings, RevisionScripts scripts, StopSignal stop, Database database) {
    return new LockedDatabase(
        settings, scripts, stop, database, HeldLock.acquire(settings, database, stop));
  }

  /** Reads what the database says of itself. */
  DatabaseState state() {
    return database.state();
  }

  /** Finds out how each step of a plan would run. */
  PreparedPlan prepare(MigrationPlan plan) {
    return PreparedPlan.of(plan, preparer());
  }

  /** Creates the state tables where they are not there. */
  void createTables() {
    lock.requireHeld();
    database.createTables(database.state());
  }

  /**
   * Runs a plan.
   *
   * @param state what the database says of itself now
   * @param resumeAt the statement to go on with if a revision was left half-way, as {@link
   *     MigrationEngine#resume}
   */
  void run(PreparedPlan plan, DatabaseState state, OptionalInt resumeAt) {
    int from = 0;
    if (state.unfinished().isPresent()) {
      JournalEntry left = state.unfinished().get();
      from = new ResumePoint(left, preparer(), database.dialect()).in(plan.plan(), resumeAt);
    }
    database.createTables(state);
    settings.listener().planned(plan.plan());
    new MigrationRun(settings, database, stop).run(plan, lock, from);
  }

  /** Sets version rows, as {@link MigrationEngine#stamp}. */
  StampPlan stamp(Function<List<String>, StampPlan> stamp) {
    lock.requireHeld();
    DatabaseState state = database.state();
    StampPlan change = stamp.apply(state.rows());
    database.createTables(state);
    if (!change.isEmpty() || state.unfinished().isPresent()) {
      new StampRun(settings, database).write(change, state.unfinished());
    }
    return change;
  }

  private StepPreparer preparer() {
    return new StepPreparer(scripts, database.dialect(), settings.scope(), settings.naming());
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    lock.close();
  }
}
