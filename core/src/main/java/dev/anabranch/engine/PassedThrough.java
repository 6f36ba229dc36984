package dev.anabranch.engine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Ends an author's method from within, to be caught by what called it. */
final class PassedThrough extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable SQLException error;

  private PassedThrough(String message, @Nullable SQLException error) {
    super(message, error, false, false);
    this.error = error;
  }

  /** The author's code asked for a database while a plan is made. */
  static PassedThrough asked() {
    return new PassedThrough("there is no database while a plan is made", null);
  }

  /** A statement that was recorded before a query failed. */
  static PassedThrough failed(SQLException error) {
    return new PassedThrough("a statement before the query failed", error);
  }

  @Nullable SQLException error() {
    return error;
  }
}
