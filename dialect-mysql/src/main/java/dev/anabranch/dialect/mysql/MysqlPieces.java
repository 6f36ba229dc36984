package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.mysql.MysqlSqlMode.Backslashes;
import dev.anabranch.dialect.mysql.MysqlSqlMode.DoubleQuotes;
import dev.anabranch.sql.SqlCursor;
import dev.anabranch.sql.SqlPieces;
import java.util.Objects;

/**
 * The pieces of a statement as the server reads them (MySQL 8.0 Reference Manual, 9.1.1 "String
 * Literals" and 9.7 "Comments").
 *
 * @param mode how the session reads text
 */
record MysqlPieces(MysqlSqlMode mode) implements SqlPieces {

  /** Checks that the mode is there. */
  MysqlPieces {
    Objects.requireNonNull(mode, "mode");
  }

  @Override
  public void skip(SqlCursor cursor) {
    char c = cursor.current();
    if (c == '`' || (c == '"' && mode.doubleQuotes() == DoubleQuotes.NAME)) {
      cursor.skipQuoted();
    } else if (c == '\'' || c == '"') {
      text(cursor);
    } else if (c == '#' || (cursor.at("--") && MysqlCharacters.opensLineComment(cursor.ahead(2)))) {
      cursor.skipWhile(each -> each != '\n');
    } else if (cursor.at("/*") && cursor.ahead(2) != '!' && !cursor.at("/*M!")) {
      cursor.skipBlockComment();
    } else {
      cursor.advance(1);
    }
  }

  private void text(SqlCursor cursor) {
    if (mode.backslashes() == Backslashes.ESCAPE) {
      cursor.skipQuotedWithBackslashes();
    } else {
      cursor.skipQuoted();
    }
  }
}
