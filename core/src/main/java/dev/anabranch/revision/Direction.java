package dev.anabranch.revision;

/** Which way a migration step goes. */
public enum Direction {
  /** From a revision's parents to the revision. */
  UPGRADE,
  /** From a revision back to its parents. */
  DOWNGRADE
}
