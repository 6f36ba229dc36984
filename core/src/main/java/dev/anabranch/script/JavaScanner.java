package dev.anabranch.script;

/**
 * Walks over the words and marks of a Java source as bytes, without decoding it: what Java's syntax
 * is made of is ASCII, and UTF-8 never holds an ASCII byte inside a longer character. Comments are
 * passed over; the last documentation comment is remembered. For one file and one thread.
 */
final class JavaScanner {

  /** What stands at a place. */
  enum Kind {
    /** An identifier, a keyword or a number. */
    WORD,
    /** A text in quotes, on one line. */
    STRING,
    /** A text in three quotes. */
    TEXT_BLOCK,
    /** A character in single quotes. */
    CHARACTER,
    /** A text or comment that is opened and never closed. */
    UNCLOSED,
    /** Any other single byte. */
    MARK,
    /** Nothing more: the end of the file, or of what is there of it. */
    END
  }

  private final byte[] bytes;
  private final int limit;
  private Kind kind = Kind.END;
  private int at;
  private int start;
  private int end;
  private int line = 1;
  private int startLine = 1;
  private int docStart;
  private int docEnd;

  /**
   * Starts before the first word.
   *
   * @param bytes the file, or its beginning
   * @param from where its text begins
   * @param limit how many of the bytes are filled
   */
  JavaScanner(byte[] bytes, int from, int limit) {
    this.bytes = bytes;
    this.at = from;
    this.limit = limit;
  }

  /** Goes on to what stands next, and returns what it is. */
  Kind next() {
    docStart = 0;
    docEnd = 0;
    if (!skipBlanksAndComments()) {
      kind = Kind.UNCLOSED;
      return kind;
    }
    start = at;
    startLine = line;
    if (at == limit) {
      kind = Kind.END;
    } else {
      byte b = bytes[at];
      if (b == '"') {
        kind = startsWith("\"\"\"") ? textBlock() : quoted('"', Kind.STRING);
      } else if (b == '\'') {
        kind = quoted('\'', Kind.CHARACTER);
      } else if (isWordPart(b)) {
        while (at < limit && isWordPart(bytes[at])) {
          at++;
        }
        kind = Kind.WORD;
      } else {
        at++;
        kind = Kind.MARK;
      }
    }
    end = at;
    return kind;
  }

  Kind kind() {
    return kind;
  }

  /** Lets nothing more be here: what stands behind cannot be trusted. */
  void endHere() {
    kind = Kind.END;
  }

  /** Returns the line on which what is here begins, counted from 1. */
  int line() {
    return startLine;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Returns where the documentation comment directly before what is here begins. */
  int docStart() {
    return docStart;
  }

  /** Returns where that comment ends; the same as its start if there is none. */
  int docEnd() {
    return docEnd;
  }

  /** Returns whether a mark is here. */
  boolean isMark(char mark) {
    return kind == Kind.MARK && bytes[start] == (byte) mark;
  }

  /** Returns whether a word is here. */
  boolean isWord(String word) {
    return kind == Kind.WORD && end - start == word.length() && matches(word, start);
  }

  /** Returns false at a comment that is not closed, which is then what is here. */
  private boolean skipBlanksAndComments() {
    while (at < limit) {
      byte b = bytes[at];
      if (b == '/' && startsWith("//")) {
        lineComment();
      } else if (b == '/' && startsWith("/*")) {
        if (!blockComment()) {
          return false;
        }
      } else if (b == ' ' || b == '\t' || b == '\f') {
        at++;
      } else if (b == '\n' || b == '\r') {
        newLine();
      } else {
        return true;
      }
    }
    return true;
  }

  /**
   * Passes over a comment to the end of its line. Lines with three slashes that follow each other
   * are documentation since Java 23 (JEP 467).
   */
  private void lineComment() {
    boolean documents = startsWith("///");
    if (documents && !(docEnd > docStart && continuesDoc())) {
      docStart = at;
    }
    while (at < limit && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    if (documents) {
      docEnd = at;
    }
  }

  /** Returns whether nothing but one end of line and blanks stands behind the last comment. */
  private boolean continuesDoc() {
    if (!matches("///", docStart)) {
      return false;
    }
    int feeds = 0;
    for (int i = docEnd; i < at; i++) {
      feeds += bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n') ? 1 : 0;
    }
    return feeds == 1;
  }

  private boolean blockComment() {
    int opened = at;
    int openedLine = line;
    at += 2;
    while (at < limit) {
      if (bytes[at] == '*' && at + 1 < limit && bytes[at + 1] == '/') {
        at += 2;
        if (bytes[opened + 2] == '*' && at - opened > "/**/".length()) {
          docStart = opened;
          docEnd = at;
        }
        return true;
      }
      if (bytes[at] == '\n' || bytes[at] == '\r') {
        newLine();
      } else {
        at++;
      }
    }
    start = opened;
    end = at;
    startLine = openedLine;
    return false;
  }

  private Kind quoted(char quote, Kind closed) {
    at++;
    while (at < limit && bytes[at] != '\n' && bytes[at] != '\r') {
      if (bytes[at] == (byte) quote) {
        at++;
        return closed;
      }
      at += lengthHere();
    }
    return Kind.UNCLOSED;
  }

  private Kind textBlock() {
    at += 3;
    while (at < limit) {
      if (startsWith("\"\"\"")) {
        at += 3;
        return Kind.TEXT_BLOCK;
      }
      if (bytes[at] == '\n' || bytes[at] == '\r') {
        newLine();
      } else {
        at += lengthHere();
      }
    }
    return Kind.UNCLOSED;
  }

  /** Returns 2 for a backslash and what it takes its meaning from, else 1. */
  private int lengthHere() {
    boolean escapes = bytes[at] == '\\' && at + 1 < limit && !isLineEnd(bytes[at + 1]);
    return escapes ? 2 : 1;
  }

  private void newLine() {
    boolean pair = bytes[at] == '\r' && at + 1 < limit && bytes[at + 1] == '\n';
    at += pair ? 2 : 1;
    line++;
  }

  private boolean startsWith(String marks) {
    return matches(marks, at);
  }

  private boolean matches(String ascii, int from) {
    if (limit - from < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[from + i] != (byte) ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  private static boolean isWordPart(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '_'
        || b == '$'
        || b < 0;
  }
}
