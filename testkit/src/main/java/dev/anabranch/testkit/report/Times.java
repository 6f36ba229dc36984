package dev.anabranch.testkit.report;

import java.time.Duration;
import java.util.Locale;

/** Spans of time as people read them. */
final class Times {

  private Times() {}

  static String text(Duration time) {
    long millis = time.toMillis();
    return millis < 1000
        ? millis + " ms"
        : millis < 60_000
            ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
            : millis / 60_000 + " min " + millis / 1000 % 60 + " s";
  }
}
