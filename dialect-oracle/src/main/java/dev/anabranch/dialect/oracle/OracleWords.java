package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.oracle.OracleStatementShape.Body;
import dev.anabranch.sql.SqlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of one statement, read past blanks and comments. For one thread. */
final class OracleWords {

  private final SqlCursor cursor;

  private OracleWords(String statement) {
    cursor = new SqlCursor(statement);
  }

  /**
   * Returns the first pieces of a statement: words in capital letters, names in double quotes with
   * their quotes, and single signs. It stops before text.
   *
   * @param statement one statement as the splitter gives it
   * @param count how many at most
   */
  static List<String> first(String statement, int count) {
    OracleWords words = new OracleWords(statement);
    List<String> found = new ArrayList<>();
    while (found.size() < count && words.skipToPiece() && words.cursor.current() != '\'') {
      found.add(words.next());
    }
    return found;
  }

  /** Returns where a statement ends in a script. */
  static Body body(String statement) {
    OracleWords words = new OracleWords(statement);
    OracleStatementShape shape = new OracleStatementShape();
    while (shape.body() == Body.SQL && words.skipToPiece()) {
      int from = words.cursor.position();
      boolean word = OracleCharacters.isWordStart(words.cursor.current());
      words.next();
      if (word) {
        shape.word(words.cursor, from);
      } else {
        shape.other(words.cursor, from);
      }
    }
    return shape.body();
  }

  private boolean skipToPiece() {
    while (!cursor.atEnd()) {
      if (OracleCharacters.isBlank(cursor.current())) {
        cursor.skipWhile(OracleCharacters::isBlank);
      } else if (cursor.at("--")) {
        cursor.skipToLineEnd();
      } else if (cursor.at("/*")) {
        cursor.skipBlockComment();
      } else {
        return true;
      }
    }
    return false;
  }

  private String next() {
    int from = cursor.position();
    if (OracleCharacters.isWordStart(cursor.current())) {
      cursor.skipWhile(OracleCharacters::isWordPart);
      return cursor.since(from).toUpperCase(Locale.ROOT);
    }
    if (cursor.current() == '"' || cursor.current() == '\'') {
      cursor.skipQuoted();
    } else {
      cursor.advance(1);
    }
    return cursor.since(from);
  }
}
