package dev.anabranch.dialect;

/**
 * What one database server can do and another cannot.
 *
 * <p>A dialect declares its capabilities and the contract suite checks both ways: what is declared
 * works, and what is not declared does not, so that nobody works around a limit that is gone.
 */
public enum Capability {
  /** DDL takes part in a transaction: after a rollback nothing of it is left. */
  TRANSACTIONAL_DDL,
  /** The server can say which session holds the migration lock. */
  LOCK_HOLDER,
  /**
   * Some statements refuse to run inside a transaction, so that a section may need
   * {@code @transaction off}.
   */
  STATEMENTS_OUTSIDE_TRANSACTION
}
