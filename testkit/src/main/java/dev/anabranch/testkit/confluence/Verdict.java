package dev.anabranch.testkit.confluence;

/** What two parallel revisions are to each other, from the least to the most trouble. */
public enum Verdict {
  /** The order makes no difference, but perhaps for the order of new columns. */
  COMMUTES,
  /** They have something in common, and a run has to tell whether the order matters. */
  UNDECIDED,
  /** One needs the other before it. */
  NEEDS_ORDER,
  /** One cannot be applied behind the other, in either order. */
  CONTRADICTS;

  /** Returns the one of two that is more trouble. */
  public Verdict worse(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
