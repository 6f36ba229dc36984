package dev.anabranch.testkit.report;

import dev.anabranch.testkit.verify.RevisionResult;
import java.util.Locale;

/** How a revision is marked: in words, by a sign, and by a class that gives it a colour. */
enum Mark {
  NOT_VERIFIED("not verified", "·"),
  PASSED("passed", "✓"),
  UPGRADED_ONLY("upgraded only", "↑"),
  NOT_REACHED("not reached", "–"),
  FAILED("failed", "✗");

  private final String words;
  private final String sign;

  Mark(String words, String sign) {
    this.words = words;
    this.sign = sign;
  }

  static Mark of(RevisionResult.Status status) {
    return switch (status) {
      case PASSED -> PASSED;
      case UPGRADED_ONLY -> UPGRADED_ONLY;
      case FAILED -> FAILED;
      case NOT_REACHED -> NOT_REACHED;
    };
  }

  /** Returns the one of two that somebody has to see; marks are declared in that order. */
  Mark worse(Mark other) {
    return compareTo(other) >= 0 ? this : other;
  }

  String words() {
    return words;
  }

  String sign() {
    return sign;
  }

  /** Returns the name of the class in the style sheet. */
  String style() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean isBad() {
    return this == FAILED || this == NOT_REACHED;
  }
}
