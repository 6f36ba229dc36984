package dev.anabranch.testkit.schema;

/** Says that an operation speaks of something that is not in the model. */
public final class AbsentObjectException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what is not there
   */
  public AbsentObjectException(String message) {
    super(message);
  }
}
