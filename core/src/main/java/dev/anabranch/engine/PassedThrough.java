package dev.anabranch.engine;

/** Ends an author's method from within; why, is known to what called it. */
final class PassedThrough extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private PassedThrough(String message) {
    super(message, null, false, false);
  }

  /** The author's code asked for a database while a plan is made. */
  static PassedThrough asked() {
    return new PassedThrough("there is no database while a plan is made");
  }

  /** What was recorded before a query could not be run. */
  static PassedThrough ended() {
    return new PassedThrough("what was recorded before the query could not be run");
  }
}
