package dev.anabranch.operation;

/** What happens when an object is there already, or is not there. */
public enum Existence {
  /** The operation fails. */
  STRICT,
  /**
   * The operation does nothing: {@code IF NOT EXISTS} of a creation, {@code IF EXISTS} of a drop.
   */
  TOLERANT
}
