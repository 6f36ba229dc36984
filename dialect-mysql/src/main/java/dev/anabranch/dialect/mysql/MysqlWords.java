package dev.anabranch.dialect.mysql;

import dev.anabranch.sql.SqlCursor;
import java.util.Locale;

/**
 * The first words of one statement, as the server reads them: comments are passed over, and into
 * those that only some servers pass over one looks.
 */
final class MysqlWords {

  private final SqlCursor cursor;

  private MysqlWords(String statement) {
    this.cursor = new SqlCursor(statement);
  }

  /**
   * Returns the first words in capital letters, with single blanks between; a single sign, such as
   * an opening parenthesis, is a word as well.
   *
   * @param statement one statement as the splitter gives it
   * @param count how many at most
   */
  static String first(String statement, int count) {
    MysqlWords words = new MysqlWords(statement);
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String word = words.next();
      if (word.isEmpty()) {
        break;
      }
      found.append(i == 0 ? "" : " ").append(word.toUpperCase(Locale.ROOT));
    }
    return found.toString();
  }

  private String next() {
    skipBetween();
    int from = cursor.position();
    cursor.skipWhile(MysqlCharacters::isWordPart);
    if (cursor.position() == from) {
      cursor.advance(1);
    }
    return cursor.since(from);
  }

  private void skipBetween() {
    while (true) {
      cursor.skipWhile(MysqlCharacters::isBlank);
      if (cursor.at("/*!") || cursor.at("/*M!")) {
        cursor.advance(cursor.at("/*!") ? 3 : 4);
        cursor.skipWhile(c -> c >= '0' && c <= '9');
      } else if (cursor.at("/*")) {
        cursor.skipBlockComment();
      } else if (cursor.at("*/")) {
        cursor.advance(2);
      } else if (cursor.at("#")
          || (cursor.at("--") && MysqlCharacters.opensLineComment(cursor.ahead(2)))) {
        cursor.skipWhile(c -> c != '\n');
      } else {
        return;
      }
    }
  }
}
