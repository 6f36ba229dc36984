package dev.anabranch.engine;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a run to stop, from another thread: the running statement is cancelled and no further one
 * begins.
 */
final class StopSignal {

  private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);

  private final AtomicBoolean requested = new AtomicBoolean();
  private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();

  void request() {
    requested.set(true);
    Statement statement = running.get();
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        // The run looks at the flag after the statement anyway.
        LOG.debug("the running statement could not be cancelled", e);
      }
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
