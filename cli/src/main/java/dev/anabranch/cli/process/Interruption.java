package dev.anabranch.cli.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets Ctrl-C, and a request of the system to end, stop a run in good order: the run is asked to
 * stop, says what it leaves, and the process ends the usual way. A second signal ends it at once.
 *
 * <p>A shutdown hook would not do: hooks run side by side, and an embedded database has one that
 * closes it, while the run still has to roll back.
 */
public final class Interruption {
  /** What the system gives a process that Ctrl-C ended. */
  private static final int INTERRUPTED = 130;

  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  /** Watches for a request to stop. */
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /** Asks a run to stop on a signal, until the watch is closed. */
  public Watch during(Runnable stop) {
    AtomicBoolean asked = new AtomicBoolean();
    Runnable onSignal =
        () -> {
          if (asked.getAndSet(true)) {
            Runtime.getRuntime().halt(INTERRUPTED);
          }
          stop.run();
        };
    List<Runnable> restore = new ArrayList<>();
    for (String signal : SIGNALS) {
      SignalHandling.handle(signal, onSignal).ifPresent(restore::add);
    }
    return () -> restore.forEach(Runnable::run);
  }
}
