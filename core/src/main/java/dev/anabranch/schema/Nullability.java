package dev.anabranch.schema;

/** Whether a column may be without a value. */
public enum Nullability {
  /** It may be null. */
  NULLABLE,
  /** It has a value in every row. */
  NOT_NULL
}
