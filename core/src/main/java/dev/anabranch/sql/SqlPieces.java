package dev.anabranch.sql;

/**
 * Steps over the pieces from which a statement is made, by the lexical rules of one product, so
 * that what stands in quotes and comments is told from what does not.
 */
@FunctionalInterface
public interface SqlPieces {

  /**
   * Steps over one piece: a text or a name in quotes, a comment, a word, or else a single
   * character. What is opened and never closed reaches to the end.
   *
   * @param cursor stands before the end, on the first character of a piece
   */
  void skip(SqlCursor cursor);

  /**
   * Returns the pieces of the SQL standard: texts and names in quotes that are doubled within,
   * comments from {@code --} to the end of the line, and those between <code>/*</code> and <code>
   * *&#47;</code>.
   */
  static SqlPieces standard() {
    return cursor -> {
      if (cursor.current() == '\'' || cursor.current() == '"') {
        cursor.skipQuoted();
      } else if (cursor.at("--")) {
        cursor.skipToLineEnd();
      } else if (cursor.at("/*")) {
        cursor.skipBlockComment();
      } else {
        cursor.advance(1);
      }
    };
  }
}
