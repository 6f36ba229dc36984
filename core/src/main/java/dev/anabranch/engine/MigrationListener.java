package dev.anabranch.engine;

import dev.anabranch.revision.MigrationPlan;
import dev.anabranch.revision.MigrationStep;
import java.time.Duration;
import java.util.Optional;

/**
 * Hears what a run does, on the thread that runs it. Every method does nothing unless overridden;
 * an exception thrown from one ends the run like a failed statement.
 */
public interface MigrationListener {

  /** A listener that hears nothing. */
  MigrationListener NONE = new MigrationListener() {};

  /**
   * The lock is held by another run and this one waits.
   *
   * @param holder who holds it, where the server can tell
   */
  default void waitingForLock(Optional<String> holder) {}

  /**
   * A step of a plan asks the database what to do, so that its statements are known only when it
   * runs. Told by a dry run.
   */
  default void asksDatabase(MigrationStep step) {}

  /** The plan is made and the lock is held; the first step follows. */
  default void planned(MigrationPlan plan) {}

  /**
   * A step begins.
   *
   * @param step the step
   * @param number its place in the plan, counted from 1
   * @param total how many steps the plan has
   */
  default void stepStarted(MigrationStep step, int number, int total) {}

  /**
   * A statement of the running step is about to be sent.
   *
   * @param step the step
   * @param number its place in the step, counted from 1
   * @param total how many statements the step has
   * @param sql its text, which may hold data of the user
   */
  default void statementStarted(MigrationStep step, int number, int total, String sql) {}

  /**
   * The server sent a warning or notice for a statement of the running step.
   *
   * @param step the step
   * @param message the server's words
   */
  default void serverWarning(MigrationStep step, String message) {}

  /**
   * A step is done; unless the whole run is one transaction, it is committed.
   *
   * @param step the step
   * @param duration how long it took
   */
  default void stepFinished(MigrationStep step, Duration duration) {}

  /** The run is done. */
  default void finished(MigrationResult result) {}
}
