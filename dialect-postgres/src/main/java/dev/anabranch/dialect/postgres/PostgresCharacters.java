package dev.anabranch.dialect.postgres;

/**
 * The kinds of characters the lexer of PostgreSQL tells apart. It works on bytes and takes every
 * byte of a character beyond ASCII for a letter, blanks of other scripts included.
 */
final class PostgresCharacters {

  private PostgresCharacters() {}

  /** Says whether a character separates; the vertical tab does so from PostgreSQL 16 on. */
  static boolean isBlank(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** Says whether a name, a word of the language or a dollar tag may begin with a character. */
  static boolean isWordStart(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  /** Says whether a character may follow in a dollar tag. */
  static boolean isTagPart(int c) {
    return isWordStart(c) || isDigit(c);
  }

  /** Says whether a character may begin a number. */
  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Says whether a character may follow in a name: also a dollar sign, which therefore begins no
   * quote there.
   */
  static boolean isWordPart(int c) {
    return isTagPart(c) || c == '$';
  }
}
