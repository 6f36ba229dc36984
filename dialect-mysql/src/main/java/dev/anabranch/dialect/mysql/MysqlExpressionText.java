package dev.anabranch.dialect.mysql;

import dev.anabranch.sql.SqlCursor;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Expressions as the catalogue shows them, made into SQL that reads as an author would write it.
 */
final class MysqlExpressionText {

  // Their letters in texts are those of Unicode, or the text is left as it is.
  private static final Set<String> USUAL_CHARACTERS =
      Set.of("_utf8mb4", "_utf8mb3", "_utf8", "_latin1", "_ascii");

  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\'])");

  private MysqlExpressionText() {}

  /**
   * Returns an expression as SQL.
   *
   * <p>MySQL escapes quotes and backslashes in {@code information_schema}, takes the bytes of UTF-8
   * for characters, puts a character set in front of each text and parentheses around the whole;
   * MariaDB shows SQL.
   */
  static String of(String shown, MysqlFeatures features) {
    if (features.has(MysqlFeature.CATALOGUE_SHOWS_SQL)) {
      return withoutParentheses(shown);
    }
    String sql = ESCAPED.matcher(decoded(shown)).replaceAll("$1");
    return withoutParentheses(withoutCharacterSets(sql));
  }

  /** Returns a text whose characters are bytes of UTF-8; another one stays as it is. */
  static String decoded(String bytes) {
    if (bytes.chars().allMatch(c -> c < 0x80) || bytes.chars().anyMatch(c -> c > 0xff)) {
      return bytes;
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    try {
      CharBuffer text =
          decoder.decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)));
      return text.toString();
    } catch (CharacterCodingException e) {
      return bytes;
    }
  }

  private static String withoutCharacterSets(String sql) {
    StringBuilder text = new StringBuilder();
    SqlCursor cursor = new SqlCursor(sql);
    while (!cursor.atEnd()) {
      int from = cursor.position();
      if (cursor.current() == '_') {
        cursor.skipWhile(MysqlCharacters::isWordPart);
        String word = cursor.since(from);
        boolean usual =
            cursor.current() == '\'' && USUAL_CHARACTERS.contains(word.toLowerCase(Locale.ROOT));
        text.append(usual ? "" : word);
      } else if (MysqlCharacters.isWordPart(cursor.current())) {
        cursor.skipWhile(MysqlCharacters::isWordPart);
        text.append(cursor.since(from));
      } else {
        skip(cursor);
        text.append(cursor.since(from));
      }
    }
    return text.toString();
  }

  /** Steps over a text, a name in backticks, or a character. */
  static void skip(SqlCursor cursor) {
    if (cursor.current() == '\'') {
      cursor.skipQuotedWithBackslashes();
    } else if (cursor.current() == '`') {
      cursor.skipQuoted();
    } else {
      cursor.advance(1);
    }
  }

  /** Returns an expression without parentheses around the whole of it. */
  static String withoutParentheses(String sql) {
    String inner = sql.strip();
    while (inner.startsWith("(") && closesAtTheEnd(inner)) {
      inner = inner.substring(1, inner.length() - 1).strip();
    }
    return inner;
  }

  private static boolean closesAtTheEnd(String sql) {
    SqlCursor cursor = new SqlCursor(sql);
    int depth = 0;
    while (!cursor.atEnd()) {
      char c = cursor.current();
      skip(cursor);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
      if (depth == 0) {
        return cursor.atEnd();
      }
    }
    return false;
  }

  /** Returns whether SQL is one text in single quotes and nothing else. */
  static boolean isText(String sql) {
    SqlCursor cursor = new SqlCursor(sql);
    return sql.startsWith("'") && cursor.skipQuotedWithBackslashes() && cursor.atEnd();
  }

  /** Returns what a text in single quotes says: quotes doubled or escaped, and escapes. */
  static String unquoted(String sql) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < sql.length() - 1; i++) {
      char c = sql.charAt(i);
      if (c == '\'' || c == '\\') {
        i++;
        text.append(c == '\'' ? c : escape(sql.charAt(i)));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  // MySQL 8.0 Reference Manual, 9.1.1 "String Literals".
  private static char escape(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case '0' -> '\0';
      case 'Z' -> '\u001a';
      default -> c;
    };
  }
}
