package dev.anabranch.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlWriterTest {

  private static final QualifiedName TABLE = QualifiedName.of("app", "version\"s");
  private static final Identifier ID = Identifier.of("version_num");

  private static SqlWriter writer() {
    return SqlStyle.standard().writer();
  }

  @Test
  void writesAnInsertWithLiterals() {
    String sql =
        writer()
            .keyword("INSERT INTO")
            .name(TABLE)
            .parentheses(w -> w.names(List.of(ID, Identifier.of("select"))))
            .keyword("VALUES")
            .parentheses(w -> w.literals(List.of(SqlLiteral.text("a'b"), SqlLiteral.nothing())))
            .toSql();

    assertThat(sql)
        .isEqualTo(
            """
            INSERT INTO "app"."version""s" ("version_num", "select") VALUES ('a''b', NULL)""");
  }

  @Test
  void writesAnUpdateWithParameters() {
    String sql =
        writer()
            .keyword("UPDATE")
            .name(TABLE)
            .keyword("SET")
            .name(ID)
            .operator("=")
            .parameter()
            .keyword("WHERE")
            .name(ID)
            .operator("=")
            .parameter()
            .toSql();

    assertThat(sql)
        .isEqualTo(
            """
            UPDATE "app"."version""s" SET "version_num" = ? WHERE "version_num" = ?""");
  }

  @Test
  void writesATableOnSeveralLines() {
    String sql =
        writer()
            .keyword("CREATE TABLE")
            .name(QualifiedName.of("t"))
            .lines(
                List.of("a", "b"),
                (w, column) ->
                    w.name(Identifier.of(column))
                        .call("VARCHAR", v -> v.number(32))
                        .keyword("NOT NULL"))
            .keyword("COMMENT")
            .toSql();

    assertThat(sql)
        .isEqualTo(
            """
            CREATE TABLE "t" (
              "a" VARCHAR(32) NOT NULL,
              "b" VARCHAR(32) NOT NULL
            ) COMMENT""");
  }

  @Test
  void writesCallsParametersAndWhatTheUserWrote() {
    String sql =
        writer()
            .keyword("SELECT")
            .call("COUNT", w -> w.operator("*"))
            .operator("+")
            .call("NOW", w -> {})
            .keyword("WHERE")
            .name(ID)
            .keyword("IN")
            .parentheses(w -> w.parameters(3))
            .newLine()
            .keyword("AND")
            .parentheses(w -> w.raw(RawSql.of("a::int = 1")))
            .toSql();

    assertThat(sql)
        .isEqualTo(
            """
            SELECT COUNT(*) + NOW() WHERE "version_num" IN (?, ?, ?)
            AND (a::int = 1)""");
  }

  @Test
  void usesTheStyleOfTheProduct() {
    SqlStyle style =
        new SqlStyle(
            IdentifierQuoting.backticks(),
            literal ->
                literal instanceof SqlLiteral.Truth truth
                    ? (truth.value() ? "1" : "0")
                    : LiteralStyle.standard().render(literal));

    assertThat(
            style
                .writer()
                .name(TABLE)
                .literal(SqlLiteral.truth(true))
                .literal(SqlLiteral.text("x"))
                .toSql())
        .isEqualTo("`app`.`version\"s` 1 'x'");
  }

  @Test
  void whatWasReturnedDoesNotChange() {
    SqlWriter writer = writer().keyword("SELECT");
    String before = writer.toSql();
    writer.number(1);
    assertThat(before).isEqualTo("SELECT");
    assertThat(writer.toSql()).isEqualTo("SELECT 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "select", "A  B", "A;", "A--", "A'", " A", "\"A\"", "A(B)"})
  void aKeywordIsNoWayToSmuggleSql(String words) {
    assertThatIllegalArgumentException().isThrownBy(() -> writer().keyword(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--", "/*", "//", ";", "= ", "====", "a"})
  void anOperatorIsNoWayToSmuggleSql(String operator) {
    assertThatIllegalArgumentException().isThrownBy(() -> writer().operator(operator));
  }

  @Test
  void aListIsNotEmpty() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer().names(List.of()))
        .withMessage("A list in SQL needs at least one part.");
    assertThatIllegalArgumentException().isThrownBy(() -> writer().lines(List.of(), (w, x) -> {}));
    assertThatIllegalArgumentException().isThrownBy(() -> writer().parameters(0));
    assertThatIllegalArgumentException().isThrownBy(() -> writer().number(-1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "select '\0'", "\ud800"})
  void whatAUserWroteIsTextAServerCanRead(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> RawSql.of(text));
  }

  /** A comment at the end of what a user wrote must not swallow what follows. */
  @Test
  void whatFollowsAUsersCommentBeginsOnALineOfItsOwn() {
    SqlWriter writer = SqlStyle.standard().writer();
    writer
        .keyword("SET")
        .parentheses(w -> w.raw(RawSql.of("b + 1 -- more")))
        .keyword("WHERE")
        .raw(RawSql.of("a # b"))
        .list(List.of(1), (w, one) -> w.raw(RawSql.of("1 -- one")));

    assertThat(writer.toSql()).isEqualTo("SET (b + 1 -- more\n) WHERE a # b\n1 -- one\n");
  }

  @Test
  void whatLooksLikeACommentInsideQuotesIsNone() {
    SqlWriter writer = SqlStyle.standard().writer();
    writer.parentheses(w -> w.raw(RawSql.of("'# -- //'"))).raw(RawSql.of("\"a#b\""));

    assertThat(writer.toSql()).isEqualTo("('# -- //') \"a#b\"");
  }
}
