package dev.anabranch.engine;

import dev.anabranch.revision.StampPlan;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** A database of which this process holds the migration lock. For one thread. */
final class LockedDatabase implements AutoCloseable {

  private final PlanPreparer preparer;
  private final StopSignal stop;
  private final HeldLock lock;

  private LockedDatabase(PlanPreparer preparer, StopSignal stop, HeldLock lock) {
    this.preparer = preparer;
    this.stop = stop;
    this.lock = lock;
  }

  /**
   * Takes the lock of the database that plans are prepared for, which stays the caller's.
   *
   * @throws MigrationLockedException if another run holds it for too long
   * @throws MigrationStoppedException if the wait was ended by a request to stop
   */
  static LockedDatabase of(PlanPreparer preparer, StopSignal stop) {
    return new LockedDatabase(
        preparer, stop, HeldLock.acquire(preparer.settings(), preparer.database(), stop));
  }

  /** Creates the state tables where they are not there. */
  void createTables() {
    lock.requireHeld();
    Database database = preparer.database();
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
    int done = preparer.done(state, plan.plan(), resumeAt);
    EngineSettings settings = preparer.settings();
    Database database = preparer.database();
    database.createTables(state);
    settings.listener().planned(plan.plan());
    new MigrationRun(settings, database, stop).run(plan, lock, done);
  }

  /** Sets version rows, as {@link MigrationEngine#stamp}. */
  StampPlan stamp(Function<List<String>, StampPlan> stamp) {
    lock.requireHeld();
    Database database = preparer.database();
    DatabaseState state = database.state();
    StampPlan change = stamp.apply(state.rows());
    database.createTables(state);
    if (!change.isEmpty() || state.unfinished().isPresent()) {
      new StampRun(preparer.settings(), database).write(change, state.unfinished());
    }
    return change;
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    lock.close();
  }
}
