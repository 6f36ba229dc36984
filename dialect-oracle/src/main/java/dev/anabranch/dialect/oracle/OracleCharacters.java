package dev.anabranch.dialect.oracle;

/**
 * The kinds of characters that Oracle tells apart (SQL Language Reference, "Database Object
 * Names").
 */
final class OracleCharacters {

  private OracleCharacters() {}

  /** Says whether a character separates. */
  static boolean isBlank(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** Says whether a character separates and ends no line. */
  static boolean isBlankInLine(int c) {
    return isBlank(c) && !isLineEnd(c);
  }

  /** Says whether a character ends a line. */
  static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r';
  }

  /**
   * Says whether a name or a word of the language may begin with a character: a letter of the
   * database's character set.
   */
  static boolean isWordStart(int c) {
    return Character.isLetter(c) || Character.isSurrogate((char) c);
  }

  /** Says whether a character may follow in a name. */
  static boolean isWordPart(int c) {
    return isWordStart(c) || Character.isDigit(c) || c == '_' || c == '$' || c == '#';
  }
}
