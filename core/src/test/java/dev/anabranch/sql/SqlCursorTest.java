package dev.anabranch.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlCursorTest {

  private static void check(String text, Predicate<SqlCursor> step, boolean found, String rest) {
    SqlCursor cursor = new SqlCursor(text);
    assertThat(step.test(cursor)).isEqualTo(found);
    assertThat(text.substring(cursor.position())).isEqualTo(rest);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "'a'b, true, b",
        "''b, true, b",
        "'a''b'c, true, c",
        "'a\\'c, true, c",
        "'''', true, ``",
        "', false, ``",
        "''', false, ``",
        "\"a'\"b, true, b"
      })
  void quotesAreWrittenTwiceWithin(String text, boolean closed, String rest) {
    check(text, SqlCursor::skipQuoted, closed, rest);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "'a'b, true, b",
        "'a\\'b'c, true, c",
        "'a\\\\'b, true, b",
        "'a''b'c, true, c",
        "'a\\''b'c, true, b'c",
        "'a\\, false, ``",
        "'a\\', false, ``"
      })
  void backslashesProtectWhereTheyDo(String text, boolean closed, String rest) {
    check(text, SqlCursor::skipQuotedWithBackslashes, closed, rest);
  }

  @ParameterizedTest
  @CsvSource({
    "/* a */b, true, b, true, b",
    "/**/b, true, b, true, b",
    "/*/b, false, '', false, ''",
    "/*/*/b, true, b, false, ''",
    "/* /* */ */b, true, ' */b', true, b",
    "/***/b, true, b, true, b",
    "/* a, false, '', false, ''"
  })
  void commentsNestOrNot(
      String text, boolean flat, String flatRest, boolean nested, String nestedRest) {
    check(text, SqlCursor::skipBlockComment, flat, flatRest);
    check(text, SqlCursor::skipNestedBlockComment, nested, nestedRest);
  }

  @ParameterizedTest
  @CsvSource({
    "$$b, true, b",
    "$tag$b, true, b",
    "$t1$b, true, b",
    "$1$b, false, $1$b",
    "$a b$, false, $a b$",
    "$, false, $",
    "$a, false, $a"
  })
  void aDollarDelimiterIsWholeOrNone(String text, boolean found, String rest) {
    check(
        text,
        c -> c.skipDollarDelimiter(Character::isLetter, Character::isLetterOrDigit),
        found,
        rest);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "a\\nb|\\nb|b",
        "a\\rb|\\rb|b",
        "a\\r\\nb|\\r\\nb|b",
        "\\n\\nb|\\n\\nb|\\nb",
        "a|''|''"
      },
      delimiter = '|')
  void linesEndInThreeWays(String text, String lineEnd, String nextLine) {
    String given = text.translateEscapes();
    check(given, c -> consume(c, SqlCursor::skipToLineEnd), true, lineEnd.translateEscapes());
    check(given, c -> consume(c, SqlCursor::skipLine), true, nextLine.translateEscapes());
  }

  private static boolean consume(SqlCursor cursor, java.util.function.Consumer<SqlCursor> step) {
    step.accept(cursor);
    return true;
  }

  @ParameterizedTest
  @CsvSource({
    "begin, true",
    "BeGiN, true",
    "begın, false",
    "BEG\u0130N, false",
    "begi, false",
    "begins, false"
  })
  void wordsAreComparedWithoutCaseInAsciiOnly(String text, boolean same) {
    SqlCursor cursor = new SqlCursor("x" + text);
    cursor.moveToEnd();
    assertThat(cursor.spells(1, "BEGIN")).isEqualTo(same);
  }

  @Test
  void nothingStandsOutsideTheText() {
    SqlCursor cursor = new SqlCursor("ab");
    assertThat(cursor.ahead(-1)).isEqualTo(SqlCursor.NONE);
    assertThat(cursor.current()).isEqualTo('a');
    cursor.advance(5);
    assertThat(cursor.atEnd()).isTrue();
    assertThat(cursor.current()).isEqualTo(SqlCursor.NONE);
    assertThat(cursor.ahead(-1)).isEqualTo('b');
    assertThat(cursor.since(0)).isEqualTo("ab");
    cursor.moveTo(1);
    assertThat(cursor.at("b")).isTrue();
    assertThat(cursor.at("bc")).isFalse();
  }
}
