package dev.anabranch.engine;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.MigrationLock;
import dev.anabranch.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The migration lock, taken on a connection of its own for the time of a run. */
final class HeldLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HeldLock.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  // A broken lock connection is noticed within this time; the expected version rows guard what
  // happens before.
  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

  private final Connection connection;
  private final MigrationLock lock;
  private final Dialect dialect;
  private long checkedAt = System.nanoTime();

  private HeldLock(Connection connection, MigrationLock lock, Dialect dialect) {
    this.connection = connection;
    this.lock = lock;
    this.dialect = dialect;
  }

  /**
   * Takes the lock, waiting for it as long as the settings allow.
   *
   * @throws MigrationLockedException if another run holds it for longer
   * @throws MigrationStoppedException if the wait was ended by a request to stop
   */
  static HeldLock acquire(EngineSettings settings, Database database, StopSignal stop) {
    Dialect dialect = database.dialect();
    Connection connection = null;
    try {
      connection = settings.connections().open(database.provider().connectionProperties());
      connection.setAutoCommit(true);
      MigrationLock lock = dialect.lock(connection, database.statements().names().version());
      await(lock, settings, stop);
      return new HeldLock(connection, lock, dialect);
    } catch (SQLException e) {
      closeQuietly(connection);
      throw DatabaseException.of("take the migration lock", e, dialect.errors());
    } catch (RuntimeException e) {
      closeQuietly(connection);
      throw e;
    }
  }

  private static void await(MigrationLock lock, EngineSettings settings, StopSignal stop)
      throws SQLException {
    long deadline = System.nanoTime() + settings.lockTimeout().toNanos();
    Duration pause = FIRST_PAUSE;
    boolean told = false;
    while (!lock.tryAcquire()) {
      Optional<String> holder = lock.holder();
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new MigrationLockedException(settings.lockTimeout(), holder);
      }
      if (!told) {
        settings.listener().waitingForLock(holder);
        told = true;
      }
      // An interrupted thread cannot wait: parking returns at once.
      if (stop.isRequested() || Thread.currentThread().isInterrupted()) {
        throw MigrationStoppedException.beforeFirstStep();
      }
      LockSupport.parkNanos(Math.min(pause.toNanos(), left));
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  /**
   * Asks the server now and then whether the lock is still held.
   *
   * @throws DatabaseException if it was lost
   */
  void requireHeld() {
    long now = System.nanoTime();
    if (now - checkedAt < CHECK_INTERVAL.toNanos()) {
      return;
    }
    checkedAt = now;
    SQLException cause = null;
    try {
      if (lock.isHeld()) {
        return;
      }
    } catch (SQLException e) {
      cause = e;
    }
    throw new DatabaseException(
        ErrorCode.LOCK_LOST,
        "Cannot go on: the migration lock was lost, because the connection that held it broke"
            + (cause == null
                ? "."
                : ": " + DatabaseException.sentence(dialect.errors().describe(cause))),
        "What was committed stays. Run the same command again.",
        cause);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (SQLException e) {
      LOG.debug("the lock ends with its connection", e);
    }
    closeQuietly(connection);
  }

  private static void closeQuietly(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.debug("closing the lock's connection failed", e);
      }
    }
  }
}
