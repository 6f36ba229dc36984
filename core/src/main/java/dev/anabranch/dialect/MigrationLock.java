package dev.anabranch.dialect;

import java.sql.SQLException;
import java.util.Optional;

/**
 * One run at a time: a lock on the server that ends with the session that holds it, so that a
 * killed process leaves none behind. For use by one thread.
 */
public interface MigrationLock extends AutoCloseable {

  /**
   * Tries once to take the lock, without waiting.
   *
   * @return whether the lock is held now
   */
  boolean tryAcquire() throws SQLException;

  /**
   * Asks the server whether the lock is still held, as a broken session loses it.
   *
   * @return false if it was lost
   */
  boolean isHeld() throws SQLException;

  /**
   * Describes the session that holds the lock, where the server can tell ({@link
   * Capability#LOCK_HOLDER}).
   */
  Optional<String> holder() throws SQLException;

  /** Releases the lock if it is held. */
  @Override
  void close() throws SQLException;
}
