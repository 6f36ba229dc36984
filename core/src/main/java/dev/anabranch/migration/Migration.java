package dev.anabranch.migration;

/**
 * The body of a revision written in Java.
 *
 * <p>An implementation has a constructor without parameters and {@link RevisionInfo}. Its methods
 * may be called several times, for planning and for running, and record the same each time unless
 * they ask the database.
 *
 * @since 0.1
 */
public interface Migration {

  /**
   * Records what the revision changes.
   *
   * @param op what it is recorded with
   */
  void upgrade(Operations op);

  /**
   * Records what takes the revision back; never called for a revision that is declared {@linkplain
   * RevisionInfo#irreversible() irreversible}.
   *
   * @param op what it is recorded with
   */
  void downgrade(Operations op);
}
