package dev.anabranch.schema;

/** What becomes of a row when the row it refers to is deleted or changed. */
public enum ReferentialAction {
  /** The change is refused, when the constraint is checked. */
  NO_ACTION,
  /** The change is refused at once. */
  RESTRICT,
  /** The row is deleted or changed as well. */
  CASCADE,
  /** The referring columns become null. */
  SET_NULL,
  /** The referring columns get their defaults. */
  SET_DEFAULT
}
