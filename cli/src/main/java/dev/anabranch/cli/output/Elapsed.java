package dev.anabranch.cli.output;

import java.time.Duration;
import java.util.Locale;

/** Spans of time as people read them. */
final class Elapsed {
  private Elapsed() {}

  /**
   * Returns milliseconds below a second, seconds with a digit below a minute, minutes and seconds
   * above.
   */
  static String text(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    return millis / 60_000 + " min " + millis / 1000 % 60 + " s";
  }
}
