package dev.anabranch.engine;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.history.EntryAction;
import dev.anabranch.history.JournalEntry;
import dev.anabranch.revision.Direction;
import dev.anabranch.revision.MigrationPlan;
import dev.anabranch.revision.MigrationPlanner;
import dev.anabranch.revision.RevisionGraph;
import dev.anabranch.revision.StampPlan;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.sql.Identifier;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Runs plans on one database.
 *
 * <p>Immutable but for the request to {@link #stop()}; one run at a time is meant, several from
 * different threads wait for each other at the migration lock.
 */
public final class MigrationEngine {

  private final EngineSettings settings;
  private final RevisionScripts scripts;
  private final StopSignal stop = new StopSignal();

  /**
   * Creates an engine; nothing is opened until a method is called.
   *
   * @param settings what every run needs to know
   * @param scripts the revisions
   */
  public MigrationEngine(EngineSettings settings, RevisionScripts scripts) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.scripts = Objects.requireNonNull(scripts, "scripts");
  }

  /** Asks a run in another thread to stop; see {@link MigrationStoppedException}. */
  public void stop() {
    stop.request();
  }

  /**
   * Makes a plan and checks that every step could run, without changing anything.
   *
   * @throws PlanException if a step could not run on this product
   */
  public MigrationPlan dryRun(PlanRequest request) {
    try (Database database = Database.connect(settings)) {
      DatabaseState state = database.state();
      MigrationPlan plan = request.plan(state.rows());
      PlanPreparer preparer = preparer(database);
      // Says so where what was left half-way is in the way.
      preparer.done(state, plan, OptionalInt.empty());
      preparer.prepare(plan).live().forEach(settings.listener()::asksDatabase);
      return plan;
    }
  }

  /**
   * Plans and runs.
   *
   * @throws MigrationException if the run cannot begin, fails, or is stopped
   * @throws DatabaseException if the database refuses something else
   */
  public MigrationResult run(PlanRequest request) {
    return run((state, graph) -> request.plan(state.rows()), OptionalInt.empty());
  }

  /**
   * Finishes the revision that an earlier run left half-way.
   *
   * @param atStatement the statement to go on with, counted from 1; empty to go on behind the last
   *     one that is surely done
   * @throws PlanException with {@link ErrorCode#NOTHING_TO_RESUME} if nothing was left half-way
   * @throws UnfinishedMigrationException if it is not sure which statement that is, or the file was
   *     changed, and no statement is given
   */
  public MigrationResult resume(OptionalInt atStatement) {
    return run(MigrationEngine::resumePlan, atStatement);
  }

  /**
   * Connects and takes the migration lock for many runs one after the other.
   *
   * @return the session, which holds both until it is closed
   * @throws MigrationException if another run holds the lock for too long, or a request to stop
   *     ended the wait
   * @throws DatabaseException if there is no way to the database
   */
  public MigrationSession open() {
    return MigrationSession.open(settings, scripts, stop);
  }

  private MigrationResult run(StatePlanner planner, OptionalInt resumeAt) {
    long begun = System.nanoTime();
    try (Database database = Database.connect(settings)) {
      DatabaseState seen = database.state();
      MigrationPlan plan = planner.plan(seen, scripts.graph());
      if (plan.isEmpty() && seen.unfinished().isEmpty()) {
        return finished(settings, plan, begun);
      }
      PlanPreparer preparer = preparer(database);
      PreparedPlan prepared = preparer.prepare(plan);
      try (LockedDatabase locked = LockedDatabase.of(preparer, stop)) {
        DatabaseState state = database.state();
        if (!state.equals(seen)) {
          prepared = preparer.prepare(planner.plan(state, scripts.graph()));
        }
        locked.run(prepared, state, resumeAt);
        return finished(settings, prepared.plan(), begun);
      }
    }
  }

  /** Makes a plan from a state. */
  private interface StatePlanner {
    MigrationPlan plan(DatabaseState state, RevisionGraph graph);
  }

  /**
   * Tells the listener that a run ended well.
   *
   * @param begun when it began, as {@link System#nanoTime()} gives it
   */
  static MigrationResult finished(EngineSettings settings, MigrationPlan plan, long begun) {
    MigrationResult result = new MigrationResult(plan, Duration.ofNanos(System.nanoTime() - begun));
    settings.listener().finished(result);
    return result;
  }

  private PlanPreparer preparer(Database database) {
    return new PlanPreparer(settings, scripts, database);
  }

  private static MigrationPlan resumePlan(DatabaseState state, RevisionGraph graph) {
    JournalEntry entry =
        state
            .unfinished()
            .orElseThrow(
                () ->
                    new PlanException(
                        ErrorCode.NOTHING_TO_RESUME,
                        "Cannot resume: no revision was left half-way on " + state.url() + ".",
                        null));
    if (graph.find(entry.revision()).isEmpty()) {
      throw new PlanException(
          ErrorCode.NOTHING_TO_RESUME,
          "Cannot resume: no file has the revision "
              + entry.revision()
              + ", which was left half-way.",
          "Bring the file back, or mend the database by hand and say where it stands with \"anabranch stamp\".");
    }
    Direction direction =
        entry.action() == EntryAction.UPGRADE ? Direction.UPGRADE : Direction.DOWNGRADE;
    return new MigrationPlanner(graph).inOrder(state.rows(), direction, List.of(entry.revision()));
  }

  /** Reads what the database says of itself: after connecting, two round trips. */
  public DatabaseState state() {
    try (Database database = Database.connect(settings)) {
      return database.state();
    }
  }

  /**
   * Reads the newest entries of the history table.
   *
   * @param limit how many at most
   */
  public List<JournalEntry> journal(int limit) {
    try (Database database = Database.connect(settings)) {
      return database.journal(limit);
    }
  }

  /**
   * Reads what the database consists of, without the tables of its state.
   *
   * @param schemas the schemas to read; empty for the connection's current one
   */
  public DatabaseSchema inspect(List<Identifier> schemas) {
    try (Database database = Database.connect(settings)) {
      return database.inspect(schemas);
    }
  }

  /** Creates the state tables where they are not there. */
  public void ensureTables() {
    try (Database database = Database.connect(settings);
        LockedDatabase locked = LockedDatabase.of(preparer(database), stop)) {
      locked.createTables();
    }
  }

  /**
   * Sets version rows without running anything.
   *
   * @param stamp tells from the rows that are there which rows are to be there
   * @return the rows before and after
   */
  public StampPlan stamp(Function<List<String>, StampPlan> stamp) {
    try (Database database = Database.connect(settings);
        LockedDatabase locked = LockedDatabase.of(preparer(database), stop)) {
      return locked.stamp(stamp);
    }
  }
}
