package dev.anabranch.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.StatementParameters;
import dev.anabranch.sql.SqlLiteral;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Question marks in quotes and comments are no parameters. */
class MysqlPiecesTest {

  private static String fill(String mode, String sql, String... values) {
    return new StatementParameters(
            new MysqlPieces(MysqlSqlMode.of(mode)), MysqlStateTables.STYLE.literals())
        .fill(sql, Stream.of(values).map(SqlLiteral::text).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a = ? -- ?|a = 'x' -- ?",
        "a = ? # ?|a = 'x' # ?",
        "a = ? /* ? */|a = 'x' /* ? */",
        "a = '?' + ?|a = '?' + 'x'",
        "a = '\\'?' + ?|a = '\\'?' + 'x'",
        "a = \"?\" + ?|a = \"?\" + 'x'",
        "`?` = ?|`?` = 'x'",
        "a--?|a--'x'",
        "/*! a = ? */|/*! a = 'x' */",
      })
  void inTheUsualMode(String sql, String expected) {
    assertThat(fill("", sql, "x")).isEqualTo(expected);
  }

  @Test
  void whereBackslashesAreCharacters() {
    assertThat(fill("NO_BACKSLASH_ESCAPES", "a = '\\' + ?", "x")).isEqualTo("a = '\\' + 'x'");
  }

  @Test
  void whereDoubleQuotesHoldNames() {
    assertThat(fill("ANSI_QUOTES", "\"a\\\" = ?", "x")).isEqualTo("\"a\\\" = 'x'");
  }
}
