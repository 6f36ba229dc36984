package dev.anabranch.dialect.postgres;

import dev.anabranch.sql.SqlCursor;
import dev.anabranch.sql.SqlPieces;

/**
 * The pieces of PostgreSQL's statements: nested comments, dollar quotes, and backslashes that
 * protect in {@code E'...'} only (PostgreSQL 18 Documentation, 4.1 "Lexical Structure").
 */
enum PostgresPieces implements SqlPieces {
  INSTANCE;

  @Override
  public void skip(SqlCursor cursor) {
    char c = cursor.current();
    if (c == '\'' || c == '"') {
      cursor.skipQuoted();
    } else if (cursor.at("--")) {
      cursor.skipToLineEnd();
    } else if (cursor.at("/*")) {
      cursor.skipNestedBlockComment();
    } else if (c == '$') {
      dollar(cursor);
    } else if (PostgresCharacters.isWordStart(c)) {
      word(cursor);
    } else {
      cursor.advance(1);
    }
  }

  private static void dollar(SqlCursor cursor) {
    int from = cursor.position();
    if (cursor.skipDollarDelimiter(
        PostgresCharacters::isWordStart, PostgresCharacters::isTagPart)) {
      cursor.skipPast(cursor.since(from));
    } else {
      cursor.advance(1);
    }
  }

  private static void word(SqlCursor cursor) {
    int from = cursor.position();
    cursor.skipWhile(PostgresCharacters::isWordPart);
    if (cursor.current() == '\'' && cursor.spells(from, "E")) {
      cursor.skipQuotedWithBackslashes();
    }
  }
}
