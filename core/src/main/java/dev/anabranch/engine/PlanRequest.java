package dev.anabranch.engine;

import dev.anabranch.revision.MigrationPlan;
import java.util.List;

/**
 * Makes a plan for a state; asked once to look, and again under the lock if another run has changed
 * the state.
 */
@FunctionalInterface
public interface PlanRequest {

  /**
   * Makes the plan.
   *
   * @param rows the version rows, sorted
   */
  MigrationPlan plan(List<String> rows);
}
