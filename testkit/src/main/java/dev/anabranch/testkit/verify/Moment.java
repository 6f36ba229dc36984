package dev.anabranch.testkit.verify;

/** When, in the course of a revision's round trip. */
public enum Moment {
  /** What the revision stands on is there, and the revision is not. */
  BEFORE_UPGRADE("before"),
  /** The revision is there. */
  AFTER_UPGRADE("after"),
  /** The revision has been taken back. */
  AFTER_DOWNGRADE("after downgrade");

  private final String title;

  Moment(String title) {
    this.title = title;
  }

  /** Returns the word for people. */
  public String title() {
    return title;
  }
}
