package dev.anabranch.testkit.verify;

import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.error.AnabranchException;
import java.util.Optional;

/** Makes findings of failures. */
final class Findings {

  private Findings() {}

  /** Returns the finding that something failed, with the message and the hint of the error. */
  static Finding of(String what, AnabranchException error) {
    return Finding.failure(what + ": " + words(error), hint(error));
  }

  // What is left in a scratch database, and how to go on there, is nobody's business.
  private static Optional<String> hint(AnabranchException error) {
    return error instanceof MigrationFailedException failed
        ? failed.statement().map(statement -> "Mend " + statement.location().path() + ".")
        : error.hint();
  }

  /** Returns what an error says, or of which kind it is if it says nothing. */
  static String words(Throwable error) {
    String message = error instanceof AnabranchException ours ? ours.problem() : error.getMessage();
    return message == null || message.isBlank() ? error.getClass().getName() : message;
  }
}
