package dev.anabranch.engine;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a run to stop, from another thread: the running statement is cancelled and no further one
 * begins.
 */
final class StopSignal {

  private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final AtomicBoolean requested = new AtomicBoolean();
  private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();

  void request() {
    if (requested.getAndSet(true)) {
      return;
    }
    Statement statement = running.get();
    if (statement != null) {
      cancel(statement);
      Thread again = new Thread(() -> cancelUntilItEnds(statement), "anabranch-stop");
      again.setDaemon(true);
      again.start();
    }
  }

  // A request that reaches the server before the statement does is forgotten there.
  private void cancelUntilItEnds(Statement statement) {
    LockSupport.parkNanos(PAUSE.toNanos());
    while (running.get() == statement) {
      cancel(statement);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      // The run looks at the flag after the statement anyway.
      LOG.debug("the running statement could not be cancelled", e);
    }
  }

  boolean isRequested() {
    return requested.get();
  }

  /**
   * Names the statement to cancel; a request that came before is seen by whoever asks after this
   * call.
   */
  void running(@Nullable Statement statement) {
    running.set(statement);
  }
}
