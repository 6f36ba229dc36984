package dev.anabranch.testkit.verify;

/** What becomes of losses that a revision does not declare, and of declarations without a loss. */
public enum LossPolicy {
  /** They fail. */
  DECLARED,
  /** They are told. */
  REPORTED
}
