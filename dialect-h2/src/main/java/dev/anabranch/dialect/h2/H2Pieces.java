package dev.anabranch.dialect.h2;

import dev.anabranch.sql.SqlCursor;
import dev.anabranch.sql.SqlPieces;

/** Steps over the pieces of a statement as {@link H2Scan} does. */
enum H2Pieces implements SqlPieces {
  INSTANCE;

  @Override
  public void skip(SqlCursor cursor) {
    char c = cursor.current();
    if (c == '\'' || c == '"' || c == '`') {
      cursor.skipQuoted();
    } else if (cursor.at("$$")) {
      cursor.advance(2);
      cursor.skipPast("$$");
    } else if (cursor.at("--") || cursor.at("//")) {
      cursor.skipToLineEnd();
    } else if (cursor.at("/*")) {
      cursor.skipNestedBlockComment();
    } else if (H2Scan.isNameStart(c)) {
      cursor.skipWhile(H2Scan::isNamePart);
    } else {
      cursor.advance(1);
    }
  }
}
