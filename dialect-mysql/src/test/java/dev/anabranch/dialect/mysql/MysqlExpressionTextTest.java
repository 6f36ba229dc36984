package dev.anabranch.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions of the catalogue become SQL as an author would write it. */
class MysqlExpressionTextTest {

  private static final MysqlFeatures MYSQL = features(Compiled.MYSQL);
  private static final MysqlFeatures MARIADB = features(Compiled.MARIADB);

  private static MysqlFeatures features(String release) {
    return MysqlFeatures.of(MysqlServer.of(release, "shop", ""));
  }

  @Test
  void quotesAndBackslashesAreReadAsMysqlEscapesThem() {
    assertThat(
            MysqlExpressionText.of(
                "concat(_utf8mb4\\'a\\\\\\\\x\\',_utf8mb4\\'b\\\\\\'c\\')", MYSQL))
        .isEqualTo("concat('a\\\\x','b\\'c')");
    assertThat(MysqlExpressionText.of("concat('a\\\\x','b\\'c')", MARIADB))
        .isEqualTo("concat('a\\\\x','b\\'c')");
  }

  @Test
  void bytesOfMysqlAreReadAsLetters() {
    assertThat(
            MysqlExpressionText.of(
                "(`gr\u00c3\u00b6\u00c3\u009fe` > _utf8mb4\\'\u00c3\u00bc\\')", MYSQL))
        .isEqualTo("`gr\u00f6\u00dfe` > '\u00fc'");
    assertThat(MysqlExpressionText.decoded("\u00fc")).isEqualTo("\u00fc");
    assertThat(MysqlExpressionText.decoded("\u540d")).isEqualTo("\u540d");
  }

  @Test
  void onlyCharacterSetsInFrontOfTextsAreTakenAway() {
    assertThat(MysqlExpressionText.of("(`_utf8mb4` = _utf8mb4\\'_utf8mb4\\')", MYSQL))
        .isEqualTo("`_utf8mb4` = '_utf8mb4'");
    assertThat(MysqlExpressionText.of("(a = _binary\\'x\\')", MYSQL)).isEqualTo("a = _binary'x'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(a > 1)|a > 1",
        "((a > 1))|a > 1",
        "(a) > (b)|(a) > (b)",
        "(a = ')') and (b)|(a = ')') and (b)",
        "(`)` > 1)|`)` > 1",
        "a|a",
      })
  void parenthesesAroundTheWholeAreTakenAway(String shown, String expected) {
    assertThat(MysqlExpressionText.withoutParentheses(shown)).isEqualTo(expected);
  }

  @Test
  void textsAreToldFromOtherExpressions() {
    assertThat(MysqlExpressionText.isText("'a''b\\'c'")).isTrue();
    assertThat(MysqlExpressionText.isText("'a' 'b'")).isFalse();
    assertThat(MysqlExpressionText.isText("concat('a')")).isFalse();
    assertThat(MysqlExpressionText.isText("'a")).isFalse();
    assertThat(MysqlExpressionText.unquoted("'a''b\\'c\\\\d\\ne'")).isEqualTo("a'b'c\\d\ne");
  }
}
