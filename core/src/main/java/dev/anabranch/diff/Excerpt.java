package dev.anabranch.diff;

/**
 * Two texts, each on one line, shortened to the first place where they differ.
 *
 * @param expected the one
 * @param actual the other
 */
record Excerpt(String expected, String actual) {

  private static final int SHORT = 100;
  private static final int BEFORE = 30;
  private static final int BEHIND = 60;
  private static final String CUT = "...";

  /** Returns excerpts of two texts, between quotes if asked for. */
  static Excerpt of(String expected, String actual, boolean quoted) {
    String one = line(expected);
    String other = line(actual);
    if (one.equals(other)) {
      one = visible(expected);
      other = visible(actual);
    }
    if (one.length() > SHORT || other.length() > SHORT) {
      int place = firstDifference(one, other);
      String shortened = around(one, place);
      other = around(other, place);
      one = shortened;
    }
    return quoted ? new Excerpt("\"" + one + "\"", "\"" + other + "\"") : new Excerpt(one, other);
  }

  /** Returns a text on one line; blanks, breaks and controls become one blank. */
  static String line(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (!isBlank(point)) {
                line.appendCodePoint(point);
              } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
              }
            });
    return line.toString().stripTrailing();
  }

  /** Returns the beginning of a text on one line. */
  static String beginning(String text) {
    return around(line(text), 0);
  }

  private static boolean isBlank(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT;
  }

  /** Returns a text on one line in which differences of blanks and breaks are seen. */
  private static String visible(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\n') {
                line.append("\\n");
              } else if (point == '\r') {
                line.append("\\r");
              } else if (point == '\t') {
                line.append("\\t");
              } else if (point != ' ' && isBlank(point)) {
                line.append("\\u{").append(Integer.toHexString(point)).append('}');
              } else {
                line.appendCodePoint(point);
              }
            });
    return line.toString();
  }

  private static int firstDifference(String one, String other) {
    int end = Math.min(one.length(), other.length());
    int place = 0;
    while (place < end && one.charAt(place) == other.charAt(place)) {
      place++;
    }
    return place;
  }

  private static String around(String text, int place) {
    int from = whole(text, Math.max(0, Math.min(place, text.length()) - BEFORE));
    int to = whole(text, Math.min(text.length(), place + BEHIND));
    return (from > 0 ? CUT : "") + text.substring(from, to) + (to < text.length() ? CUT : "");
  }

  // Not between the two halves of one character.
  private static int whole(String text, int place) {
    boolean halved =
        place > 0
            && place < text.length()
            && Character.isLowSurrogate(text.charAt(place))
            && Character.isHighSurrogate(text.charAt(place - 1));
    return halved ? place - 1 : place;
  }
}
