package dev.anabranch.testkit.verify;

import dev.anabranch.error.AnabranchException;

/** Makes findings of failures. */
final class Findings {

  private Findings() {}

  /** Returns the finding that something failed, with the message and the hint of the error. */
  static Finding of(String what, AnabranchException error) {
    return Finding.failure(what + ": " + words(error), error.hint());
  }

  /** Returns what an error says, or of which kind it is if it says nothing. */
  static String words(Throwable error) {
    String message = error.getMessage();
    return message == null || message.isBlank() ? error.getClass().getName() : message;
  }
}
