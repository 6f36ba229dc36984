package dev.anabranch.engine;

/**
 * What a step was about when it failed.
 *
 * @param index the statement, counted from 0; negative for what is no statement of the revision
 */
record FailurePlace(int index) {

  /** An entry of the history table. */
  static final FailurePlace HISTORY = new FailurePlace(-1);

  /** The version rows, and the entry that goes with them. */
  static final FailurePlace VERSION_ROWS = new FailurePlace(-2);

  /** The end of the transaction, where the server checks what it was told to check late. */
  static final FailurePlace COMMIT = new FailurePlace(-3);

  static FailurePlace statement(int index) {
    return new FailurePlace(index);
  }

  boolean isStatement() {
    return index >= 0;
  }
}
