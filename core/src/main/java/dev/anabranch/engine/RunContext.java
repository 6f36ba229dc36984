package dev.anabranch.engine;

import dev.anabranch.revision.MigrationPlan;
import java.sql.Statement;
import java.util.List;

/**
 * What all steps of a run share.
 *
 * @param settings the settings
 * @param database the connection
 * @param lock the lock this run holds
 * @param stop asks the run to stop
 * @param statement sends everything
 * @param writer writes version rows and history
 * @param plan the whole plan
 */
record RunContext(
    EngineSettings settings,
    Database database,
    HeldLock lock,
    StopSignal stop,
    Statement statement,
    StateWriter writer,
    MigrationPlan plan) {

  int total() {
    return plan.steps().size();
  }

  boolean isOneTransaction() {
    return settings.scope() == TransactionScope.ALL;
  }

  /** Returns which of the finished revisions stay when the running one is rolled back. */
  List<String> stays(List<String> finished) {
    return isOneTransaction() ? List.of() : List.copyOf(finished);
  }

  /** Returns how many of the finished revisions are rolled back with the running one. */
  int undoneWith(List<String> finished) {
    return isOneTransaction() ? finished.size() : 0;
  }
}
