package dev.anabranch.sql;

/** Finds the lines of places that are asked for from front to back, reading the text once. */
final class LineCounter {

  private final String text;
  private int counted;
  private int line = 1;

  LineCounter(String text) {
    this.text = text;
  }

  /**
   * Returns the line of a place not before the last one, counted from 1; LF, CR and CR LF end one
   * line each.
   */
  int lineAt(int place) {
    for (; counted < place; counted++) {
      char c = text.charAt(counted);
      if (c == '\n' || (c == '\r' && !text.startsWith("\n", counted + 1))) {
        line++;
      }
    }
    return line;
  }
}
