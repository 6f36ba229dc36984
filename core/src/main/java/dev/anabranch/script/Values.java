package dev.anabranch.script;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the values of directives. */
final class Values {

  private static final String INSTANT_SHAPE = "0000-00-00T00:00:00Z";

  private Values() {}

  /** Returns words separated by commas, white space, or both. */
  static List<String> list(String value) {
    if (value.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>(2);
    int start = -1;
    for (int at = 0; at <= value.length(); at++) {
      boolean between = at == value.length() || isSeparator(value.charAt(at));
      if (between && start >= 0) {
        words.add(value.substring(start, at));
        start = -1;
      } else if (!between && start < 0) {
        start = at;
      }
    }
    return words;
  }

  /** Returns the reason given, or null, with a problem reported, if none is. */
  static @Nullable String reason(String value, int line, Problems problems) {
    if (value.isEmpty()) {
      problems.invalidValue(
          "Directive \"@irreversible\" gives no reason.",
          line,
          "Say in a few words why there is no way back.");
      return null;
    }
    return value;
  }

  /** Returns a point in time given in ISO 8601 with an offset; absent if the text is none. */
  static Optional<Instant> instant(String value) {
    try {
      if (hasInstantShape(value)) {
        // Read by hand: the first use of a formatter costs more than reading a thousand headers.
        return Optional.of(
            LocalDateTime.of(
                    number(value, 0, 4),
                    number(value, 5, 7),
                    number(value, 8, 10),
                    number(value, 11, 13),
                    number(value, 14, 16),
                    number(value, 17, 19))
                .toInstant(ZoneOffset.UTC));
      }
      return Optional.of(OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isSeparator(char c) {
    return c == ',' || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean hasInstantShape(String value) {
    if (value.length() != INSTANT_SHAPE.length()) {
      return false;
    }
    for (int at = 0; at < value.length(); at++) {
      char expected = INSTANT_SHAPE.charAt(at);
      char c = value.charAt(at);
      if (expected == '0' ? c < '0' || c > '9' : c != expected) {
        return false;
      }
    }
    return true;
  }

  private static int number(String value, int from, int to) {
    return Integer.parseInt(value, from, to, 10);
  }
}
