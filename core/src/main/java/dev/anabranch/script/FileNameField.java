package dev.anabranch.script;

/** A word in braces of a file name template. */
enum FileNameField {
  ID("id", 0),
  SLUG("slug", 0),
  YEAR("year", 4),
  MONTH("month", 2),
  DAY("day", 2),
  HOUR("hour", 2),
  MINUTE("minute", 2),
  SECOND("second", 2),
  EPOCH("epoch", 10);

  private final String word;
  private final int width;

  FileNameField(String word, int width) {
    this.word = word;
    this.width = width;
  }

  String word() {
    return word;
  }

  boolean isNumber() {
    return width > 0;
  }

  /** Returns how many digits a number is written with. */
  int width() {
    return width;
  }
}
