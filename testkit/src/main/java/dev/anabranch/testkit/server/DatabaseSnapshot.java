package dev.anabranch.testkit.server;

import java.util.function.Supplier;

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
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the snapshot is closed");
      }
    }
    return kept.restore(names.get());
  }

  /**
   * Gives up what is kept on the server or in memory; databases that were restored stay. Does
   * nothing the second time.
   *
   * @throws TestServerException if the server refuses
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    afterClose.run();
    kept.release();
  }
}
