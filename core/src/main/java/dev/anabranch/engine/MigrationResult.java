package dev.anabranch.engine;

import dev.anabranch.revision.MigrationPlan;
import java.time.Duration;
import java.util.Objects;

/**
 * What a run did: all of its plan.
 *
 * @param plan the plan, empty where there was nothing to do
 * @param duration how long the run took, waiting for the lock included
 */
public record MigrationResult(MigrationPlan plan, Duration duration) {

  /** Checks that nothing is null. */
  public MigrationResult {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(duration, "duration");
  }
}
