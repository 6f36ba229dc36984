package dev.anabranch.cli.process;

import java.util.concurrent.CountDownLatch;

/**
 * Lets Ctrl-C, and a request of the system to end, stop a run in good order: the run is asked to
 * stop, what it leaves is reported, and only then does the process end, with the exit code of the
 * report. A second Ctrl-C ends it at once.
 *
 * <p>The Java machine runs shutdown hooks and ends; whoever calls {@code System.exit} meanwhile
 * waits for ever. Therefore the hook itself waits for the run and ends the process.
 */
public final class Interruption {
  private final CountDownLatch reported = new CountDownLatch(1);
  private volatile int exitCode;

  /** Watches for a request to stop. */
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /** Asks a run to stop on Ctrl-C, until the watch is closed. */
  public Watch during(Runnable stop) {
    Thread hook =
        new Thread(
            () -> {
              SecondInterrupt.endsTheProcess();
              stop.run();
              awaitReport();
              Runtime.getRuntime().halt(exitCode);
            },
            "anabranch-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> remove(hook);
  }

  /** Tells that everything is written, and what the process ends with. */
  public void finished(int code) {
    exitCode = code;
    reported.countDown();
  }

  private void awaitReport() {
    try {
      reported.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already and the hook does its work.
      return;
    }
  }
}
