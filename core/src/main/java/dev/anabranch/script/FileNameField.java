package dev.anabranch.script;

import java.time.ZonedDateTime;

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

  /** Returns the number for a point in time, with leading zeros. */
  String number(ZonedDateTime time) {
    long value =
        switch (this) {
          case YEAR -> time.getYear();
          case MONTH -> time.getMonthValue();
          case DAY -> time.getDayOfMonth();
          case HOUR -> time.getHour();
          case MINUTE -> time.getMinute();
          case SECOND -> time.getSecond();
          case EPOCH -> time.toEpochSecond();
          case ID, SLUG -> throw new IllegalStateException(word + " is no number");
        };
    String digits = Long.toString(value);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  /** Returns how many digits a number is written with. */
  int width() {
    return width;
  }
}
