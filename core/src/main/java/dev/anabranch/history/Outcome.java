package dev.anabranch.history;

import java.util.Arrays;
import java.util.Optional;

/** How far an entry of the history table says its step has come. */
public enum Outcome {
  /** All of it ran and the version rows were changed with it. */
  DONE("done", false),
  /** It failed and was rolled back: nothing of it is left. */
  FAILED("failed", false),
  /**
   * It began outside one transaction; if this is the newest entry, the run died in its first
   * statements.
   */
  STARTED("started", true),
  /**
   * Outside one transaction, one more statement is done; if this is the newest entry, the run died
   * in the next.
   */
  STATEMENT("statement", true),
  /** It failed or was stopped outside one transaction, and the statements counted stay done. */
  STOPPED("stopped", true);

  private final String text;
  private final boolean unfinished;

  Outcome(String text, boolean unfinished) {
    this.text = text;
    this.unfinished = unfinished;
  }

  /** Returns the word as the table holds it. */
  public String text() {
    return text;
  }

  /** Returns whether a step whose newest entry has this outcome was left half-way. */
  public boolean leavesUnfinished() {
    return unfinished;
  }

  static Optional<Outcome> parse(String text) {
    return Arrays.stream(values()).filter(outcome -> outcome.text.equals(text)).findFirst();
  }
}
