package dev.anabranch.schema;

/** When a constraint is checked. */
public enum Deferrability {
  /** After each statement, always. */
  NOT_DEFERRABLE,
  /** After each statement, unless a transaction asks for its end. */
  DEFERRABLE,
  /** At the end of the transaction, unless it asks otherwise. */
  INITIALLY_DEFERRED
}
