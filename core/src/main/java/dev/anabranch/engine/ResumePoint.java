package dev.anabranch.engine;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.engine.PreparedStep.Mode;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.history.EntryAction;
import dev.anabranch.history.JournalEntry;
import dev.anabranch.history.Outcome;
import dev.anabranch.revision.MigrationPlan;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where to go on with a revision that was left half-way.
 *
 * <p>After a failure or a stop the journal knows exactly which statements are done. After a crash
 * it knows the last one that surely is; the next may have run without its entry, unless it shares a
 * transaction with that entry.
 */
record ResumePoint(JournalEntry entry, StepPreparer preparer, Dialect dialect) {

  /**
   * Returns how many statements of the plan's first step to pass over.
   *
   * @throws UnfinishedMigrationException if the plan does not begin with the revision that was left
   *     half-way, or a person has to decide
   */
  int in(MigrationPlan plan, OptionalInt given) {
    if (plan.isEmpty() || !isFirstIn(plan)) {
      throw unfinished(
          ErrorCode.UNFINISHED_MIGRATION,
          "it has to be finished first.",
          "Run \"anabranch resume\". If the database was mended by hand, say where it stands with \"anabranch stamp\".");
    }
    PreparedStep step = preparer.prepare(plan.steps().get(0));
    if (given.isPresent()) {
      return requireWithin(given.getAsInt(), step);
    }
    int done = entry.progress().done();
    if (step.live().isPresent()) {
      throw unfinished(
          ErrorCode.UNFINISHED_MIGRATION,
          "it asks the database what to do, and may decide otherwise now that "
              + (done == 1 ? "1 statement is" : done + " statements are")
              + " done, and perhaps more through op.connection.",
          "Look at its code and the database, then run \"anabranch resume --at N\" with the number"
              + " of the first statement that is not done, counted from 1; what it records before is"
              + " passed over.");
    }
    if (done > step.statements().size() || !isUnchanged(step, done)) {
      throw unfinished(
          ErrorCode.REVISION_CHANGED,
          "the statements that are done were changed in "
              + step.script().location().path()
              + " since.",
          "Put them back as they were. Or, if you know where to go on, "
              + "run \"anabranch resume --at N\" with the number of the first statement to run.");
    }
    if (entry.outcome() != Outcome.STOPPED && !nextIsCertain(step)) {
      throw unfinished(
          ErrorCode.UNFINISHED_MIGRATION,
          "the run died, and statement "
              + (done + 1)
              + " ("
              + step.statements().get(done).location()
              + ") may or may not have run.",
          "Look whether its work is there. If not, run \"anabranch resume --at "
              + (done + 1)
              + "\"; if it is, \"anabranch resume --at "
              + (done + 2)
              + "\".");
    }
    return done;
  }

  private boolean isUnchanged(PreparedStep step, int done) {
    return entry
        .doneChecksum()
        .filter(new DoneChecksum(step.statements()).of(done)::equals)
        .isPresent();
  }

  private boolean isFirstIn(MigrationPlan plan) {
    return plan.steps().get(0).revision().id().equals(entry.revision())
        && EntryAction.of(plan.steps().get(0).direction()) == entry.action();
  }

  // With all statements done, only version rows and the last entry are missing, and they share one
  // transaction.
  private boolean nextIsCertain(PreparedStep step) {
    int next = entry.progress().done();
    return next >= step.statements().size()
        || (step.mode() != Mode.OUTSIDE
            && !step.statements().get(next).isOutside()
            && !dialect.commitsImplicitly(step.statements().get(next).sql()));
  }

  private int requireWithin(int statement, PreparedStep step) {
    boolean beyond = step.live().isEmpty() && statement > step.statements().size() + 1;
    if (statement < 1 || beyond) {
      throw new PlanException(
          ErrorCode.NOTHING_TO_RESUME,
          "Cannot resume "
              + entry.revision()
              + " at statement "
              + statement
              + ": it has "
              + step.statements().size()
              + ".",
          null);
    }
    return statement - 1;
  }

  private UnfinishedMigrationException unfinished(
      ErrorCode code, String reason, @Nullable String hint) {
    return new UnfinishedMigrationException(code, entry, reason, hint);
  }
}
