package dev.anabranch.dialect.oracle;

import dev.anabranch.sql.SqlCursor;
import dev.anabranch.sql.SqlPieces;

/**
 * Steps over the pieces of a statement (SQL Language Reference 19c, "Literals", "Comments"): the
 * standard's, words, and text in q-quotes.
 */
enum OraclePieces implements SqlPieces {
  INSTANCE;

  @Override
  public void skip(SqlCursor cursor) {
    if (!OracleCharacters.isWordStart(cursor.current())) {
      SqlPieces.standard().skip(cursor);
      return;
    }
    int from = cursor.position();
    cursor.skipWhile(OracleCharacters::isWordPart);
    if (cursor.current() == '\'' && (cursor.spells(from, "Q") || cursor.spells(from, "NQ"))) {
      skipAlternativeText(cursor);
    }
  }

  /** Steps over the rest of {@code q'[...]'}; the cursor stands on the quote. */
  private static void skipAlternativeText(SqlCursor cursor) {
    cursor.advance(1);
    int delimiterAt = cursor.position();
    cursor.advance(Character.isHighSurrogate(cursor.current()) ? 2 : 1);
    cursor.skipPast(closing(cursor.since(delimiterAt)));
  }

  /** Returns what ends text in q-quotes that begins with a character. */
  static String closing(String delimiter) {
    return switch (delimiter) {
      case "[" -> "]'";
      case "{" -> "}'";
      case "<" -> ">'";
      case "(" -> ")'";
      default -> delimiter + "'";
    };
  }
}
