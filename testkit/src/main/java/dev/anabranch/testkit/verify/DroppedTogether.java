package dev.anabranch.testkit.verify;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * Scratch databases that are dropped at the end, all at the same time: on PostgreSQL each drop
 * waits for a checkpoint (manual, DROP DATABASE and 30.5 "WAL Configuration"), which several can
 * share, and which in the middle would make all that follows write more.
 */
final class DroppedTogether implements AutoCloseable {

  private final Queue<Runnable> drops = new ConcurrentLinkedQueue<>();
  private final Executor threads;

  DroppedTogether(Executor threads) {
    this.threads = threads;
  }

  /** Adds databases. */
  void add(Runnable drop) {
    drops.add(drop);
  }

  /** Drops all of them, and waits until they are gone or the server has refused. */
  @Override
  public void close() {
    List<CompletableFuture<Void>> running =
        drops.stream().map(drop -> CompletableFuture.runAsync(drop, threads)).toList();
    drops.clear();
    try {
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }
}
