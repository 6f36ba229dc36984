package dev.anabranch.testkit.server;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a database held when it was taken, and as many new databases of it as are asked for.
 *
 * <p>A restored database has the schema and the rows of the source, in milliseconds on PostgreSQL
 * and H2; what became of the source meanwhile does not matter. Made by {@link
 * TestServer#snapshot(TestDatabase)}. Safe for use by several threads; closing is for the one who
 * made it.
 */
public final class DatabaseSnapshot implements AutoCloseable {

  private final KeptDatabase kept;
  private final Supplier<String> names;
  private final Runnable afterClose;
  private boolean closed;
  private @Nullable FutureTask<TestDatabase> next;

  DatabaseSnapshot(KeptDatabase kept, Supplier<String> names, Runnable afterClose) {
    this.kept = kept;
    this.names = names;
    this.afterClose = afterClose;
  }

  /**
   * Creates a database like the source was.
   *
   * @return a new database; closing it drops it, which leaves the snapshot as it is
   * @throws TestServerException if the server refuses
   * @throws IllegalStateException if the snapshot is closed
   */
  public TestDatabase restore() {
    return taken().map(DatabaseSnapshot::finished).orElseGet(this::restoreNow);
  }

  private TestDatabase restoreNow() {
    return kept.restore(names.get());
  }

  private synchronized Optional<FutureTask<TestDatabase>> taken() {
    if (closed) {
      throw new IllegalStateException("the snapshot is closed");
    }
    Optional<FutureTask<TestDatabase>> task = Optional.ofNullable(next);
    next = null;
    return task;
  }

  /** Begins to restore a database for whoever wants one next, in another thread. */
  synchronized void prepareNext() {
    if (closed || next != null) {
      return;
    }
    next = new FutureTask<>(this::restoreNow);
    Thread thread = new Thread(next, "anabranch-next-database");
    thread.setDaemon(true);
    thread.start();
  }

  private static TestDatabase finished(FutureTask<TestDatabase> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TestServerException.refused("Cannot wait for a database: interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TestServerException refused
          ? refused
          : TestServerException.refused("Cannot restore a database: " + e.getCause(), e);
    }
  }

  /**
   * Gives up what is kept on the server or in memory; databases that were restored stay. Does
   * nothing the second time.
   *
   * @throws TestServerException if the server refuses
   */
  @Override
  public void close() {
    FutureTask<TestDatabase> unused;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      unused = next;
      next = null;
    }
    afterClose.run();
    try {
      if (unused != null) {
        finished(unused).close();
      }
    } finally {
      kept.release();
    }
  }
}
