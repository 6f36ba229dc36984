package dev.anabranch.dialect.mysql;

/** The kinds of characters the lexer of MySQL tells apart. */
final class MysqlCharacters {

  private MysqlCharacters() {}

  /** Says whether a character separates. */
  static boolean isBlank(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /**
   * Says whether a character may stand in a name or a word of the language; a name may also begin
   * with a digit (MySQL 8.0 Reference Manual, 9.2).
   */
  static boolean isWordPart(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '$'
        || c >= 0x80;
  }

  /** Says whether a character behind two hyphens makes them a comment: a blank or a control. */
  static boolean opensLineComment(int c) {
    return c <= ' ' || c == 0x7f;
  }
}
