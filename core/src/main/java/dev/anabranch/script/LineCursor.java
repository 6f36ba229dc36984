package dev.anabranch.script;

import java.nio.charset.StandardCharsets;

/**
 * Walks over the lines of a revision file as bytes and tells what kind of line each is. The marks
 * of the format are ASCII, so no decoding is needed to find them, and UTF-8 never holds an ASCII
 * byte inside a longer character.
 *
 * <p>A line ends with a line feed, a carriage return, or both. For one thread.
 */
final class LineCursor {

  /** What a line is for the format. */
  enum Kind {
    /** Nothing but blanks. */
    BLANK,
    /** {@code -- @word}, the word beginning with a letter, at the very start of the line. */
    DIRECTIVE,
    /** {@code -- @@}: stands for the same line with a single {@code @}. */
    ESCAPED,
    /** A comment that looks like a known directive but is not written as one. */
    NEAR_DIRECTIVE,
    /** A line comment, possibly indented. */
    COMMENT,
    /** Anything else. */
    TEXT
  }

  private final byte[] bytes;
  private final int limit;
  private final boolean complete;
  private int start;
  private int end;
  private int next;
  private int line;

  /**
   * Starts before the first line.
   *
   * @param bytes the file, or its beginning
   * @param from where the first line begins
   * @param limit how many of the bytes are filled
   * @param complete whether the file ends there; if not, a line that is not ended yet is not given
   *     out
   */
  LineCursor(byte[] bytes, int from, int limit, boolean complete) {
    this.bytes = bytes;
    this.limit = limit;
    this.complete = complete;
    this.next = from;
  }

  /** Continues with the line after another place. */
  LineCursor from(int offset, int lineBefore) {
    next = offset;
    line = lineBefore;
    return this;
  }

  /** Goes to the next line; false if there is none, or none that is known to be whole. */
  boolean advance() {
    if (next >= limit) {
      return false;
    }
    int at = next;
    while (at < limit && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    boolean undecided = at == limit || (bytes[at] == '\r' && at + 1 == limit);
    if (undecided && !complete) {
      return false;
    }
    start = next;
    end = at;
    if (at + 1 < limit && bytes[at] == '\r' && bytes[at + 1] == '\n') {
      at++;
    }
    next = Math.min(at + 1, limit);
    line++;
    return true;
  }

  /** Returns the number of the line, counted from 1. */
  int line() {
    return line;
  }

  /** Returns where the line begins. */
  int start() {
    return start;
  }

  /** Returns where the line ends, its ending not included. */
  int end() {
    return end;
  }

  /** Returns where the next line begins. */
  int next() {
    return next;
  }

  Kind kind() {
    int at = skipBlanks(start);
    if (at == end) {
      return Kind.BLANK;
    }
    if (end - at < 2 || bytes[at] != '-' || bytes[at + 1] != '-') {
      return Kind.TEXT;
    }
    int mark = skipBlanks(at + 2);
    if (mark == end || bytes[mark] != '@' || mark + 1 == end) {
      return Kind.COMMENT;
    }
    boolean exact = at == start && mark == start + 3 && bytes[start + 2] == ' ';
    if (exact && bytes[mark + 1] == '@') {
      return Kind.ESCAPED;
    }
    if (exact && isLetter(bytes[mark + 1])) {
      return Kind.DIRECTIVE;
    }
    return DirectiveWord.of(word(mark + 1)) == null ? Kind.COMMENT : Kind.NEAR_DIRECTIVE;
  }

  /** Returns the word of a directive line, up to the next blank. */
  String directiveWord() {
    return word(start + 4);
  }

  /** Returns where the value of a directive line begins; the end of the line if there is none. */
  int directiveValue() {
    int at = start + 4;
    while (at < end && !isBlank(bytes[at])) {
      at++;
    }
    return skipBlanks(at);
  }

  /** Returns where the text of a comment line begins: behind the dashes and one blank. */
  int commentText() {
    int at = skipBlanks(start) + 2;
    return at < end && isBlank(bytes[at]) ? at + 1 : at;
  }

  /** Returns the word of a line that is only nearly a directive. */
  String nearDirectiveWord() {
    return word(skipBlanks(skipBlanks(start) + 2) + 1);
  }

  private String word(int from) {
    int at = from;
    while (at < end && !isBlank(bytes[at])) {
      at++;
    }
    return new String(bytes, from, at - from, StandardCharsets.UTF_8);
  }

  /**
   * Skips what looks blank in an editor, so that a directive behind it is not taken for a comment
   * or for SQL.
   */
  private int skipBlanks(int from) {
    int at = from;
    while (at < end) {
      int width = isBlank(bytes[at]) ? 1 : invisibleWidth(at);
      if (width == 0) {
        break;
      }
      at += width;
    }
    return at;
  }

  /**
   * Returns how many bytes a no-break space, zero-width space or stray byte order mark takes here,
   * 0 if none stands here.
   */
  private int invisibleWidth(int at) {
    if (bytes[at] == (byte) 0xC2) {
      return at + 1 < end && bytes[at + 1] == (byte) 0xA0 ? 2 : 0;
    }
    if (at + 2 >= end) {
      return 0;
    }
    boolean zeroWidth =
        bytes[at] == (byte) 0xE2 && bytes[at + 1] == (byte) 0x80 && bytes[at + 2] == (byte) 0x8B;
    boolean mark =
        bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF;
    return zeroWidth || mark ? 3 : 0;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\f' || b == 0x0B;
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b < 0;
  }
}
