package dev.anabranch.engine;

import dev.anabranch.revision.MigrationPlan;
import dev.anabranch.revision.StampPlan;
import dev.anabranch.script.RevisionScripts;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many runs on one database, one after the other: on one connection, and under the migration lock
 * from {@link MigrationEngine#open()} to {@link #close()}. As nobody else may run meanwhile, the
 * state is read only once and known from then on. For one thread.
 *
 * <p>All runs share what a revision tells its connection, as revisions of one plan do.
 */
public final class MigrationSession implements AutoCloseable {

  private final PlanPreparer preparer;
  private final LockedDatabase locked;
  private @Nullable DatabaseState state;

  private MigrationSession(PlanPreparer preparer, LockedDatabase locked) {
    this.preparer = preparer;
    this.locked = locked;
  }

  /** Connects and takes the lock. */
  static MigrationSession open(EngineSettings settings, RevisionScripts scripts, StopSignal stop) {
    Database database = Database.connect(settings);
    try {
      PlanPreparer preparer = new PlanPreparer(settings, scripts, database);
      return new MigrationSession(preparer, LockedDatabase.of(preparer, stop));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Plans and runs, as {@link MigrationEngine#run(PlanRequest)}.
   *
   * @throws MigrationException if the run cannot begin, fails, or is stopped; the session can be
   *     used again unless the connection broke
   * @throws DatabaseException if the database refuses something else
   */
  public MigrationResult run(PlanRequest request) {
    long begun = System.nanoTime();
    DatabaseState known = state == null ? preparer.database().state() : state;
    // What a run that fails leaves behind is read when it matters.
    state = null;
    MigrationPlan plan = request.plan(known.rows());
    if (plan.isEmpty() && known.unfinished().isEmpty()) {
      state = known;
    } else {
      locked.run(preparer.prepare(plan), known, OptionalInt.empty());
      state = known.with(plan.rowsAfter());
    }
    return MigrationEngine.finished(preparer.settings(), plan, begun);
  }

  /** Sets version rows without running anything, as {@link MigrationEngine#stamp}. */
  public StampPlan stamp(Function<List<String>, StampPlan> stamp) {
    state = null;
    return locked.stamp(stamp);
  }

  /** Gives the lock and the connection back. */
  @Override
  public void close() {
    locked.close();
    preparer.database().close();
  }
}
