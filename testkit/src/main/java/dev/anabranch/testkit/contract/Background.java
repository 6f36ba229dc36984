package dev.anabranch.testkit.contract;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Something that runs in a thread of its own.
 *
 * @param task what runs
 * @param <T> what it returns
 */
public record Background<T>(FutureTask<T> task) {

  private static final long PATIENCE_SECONDS = 120;

  /** Starts a thread. */
  public static <T> Background<T> start(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "contract");
    thread.setDaemon(true);
    thread.start();
    return new Background<>(task);
  }

  /** Returns whether it is still running. */
  public boolean isRunning() {
    return !task.isDone();
  }

  /**
   * Waits for the end.
   *
   * @return what the work returned; what it threw is thrown again as it is
   */
  public T join() throws Exception {
    try {
      return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    } catch (TimeoutException e) {
      throw new AssertionError("still running after " + PATIENCE_SECONDS + " s", e);
    }
  }
}
