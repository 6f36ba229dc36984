package dev.anabranch.engine;

import dev.anabranch.revision.MigrationPlan;
import dev.anabranch.script.RevisionScripts;
import java.util.OptionalInt;

/**
 * Finds out how plans would run on a database, and changes nothing.
 *
 * @param settings what every run needs to know
 * @param scripts the revisions
 * @param database where they would run
 */
record PlanPreparer(EngineSettings settings, RevisionScripts scripts, Database database) {

  /** Finds out how each step of a plan would run. */
  PreparedPlan prepare(MigrationPlan plan) {
    return PreparedPlan.of(plan, steps());
  }

  /**
   * Returns how many statements of the first step an earlier run has done.
   *
   * @param state what the database says of itself
   * @param resumeAt the statement to go on with if a revision was left half-way, as {@link
   *     MigrationEngine#resume}
   */
  int done(DatabaseState state, MigrationPlan plan, OptionalInt resumeAt) {
    return state
        .unfinished()
        .map(left -> new ResumePoint(left, steps(), database.dialect()).in(plan, resumeAt))
        .orElse(0);
  }

  private StepPreparer steps() {
    return new StepPreparer(scripts, database.dialect(), settings.scope(), settings.naming());
  }
}
