package dev.anabranch.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.operation.OperationException;
import dev.anabranch.sql.LiteralStyle;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlPieces;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values come into the places of the question marks that the server would take for parameters. */
class StatementParametersTest {

  private final StatementParameters parameters =
      new StatementParameters(SqlPieces.standard(), LiteralStyle.standard());

  @Test
  void writesEachValueInItsPlace() {
    assertThat(
            fill(
                "SELECT ?, ? WHERE a = ?",
                SqlLiteral.text("it's"),
                SqlLiteral.number(-1),
                SqlLiteral.nothing()))
        .isEqualTo("SELECT 'it''s', (-1) WHERE a = NULL");
  }

  @Test
  void leavesQuotesAndCommentsAlone() {
    assertThat(fill("SELECT 'a?''?', \"b?\" -- c?\n, /* d? */ ?", SqlLiteral.number(1)))
        .isEqualTo("SELECT 'a?''?', \"b?\" -- c?\n, /* d? */ 1");
  }

  @Test
  void doesNotReadQuestionMarksInsideOfValues() {
    assertThat(fill("SELECT ?, ?", SqlLiteral.text("what?"), SqlLiteral.text("'?")))
        .isEqualTo("SELECT 'what?', '''?'");
  }

  @Test
  void keepsAQuestionMarkThatIsWrittenTwice() {
    assertThat(fill("SELECT a ?? ?", SqlLiteral.text("k"))).isEqualTo("SELECT a ? 'k'");
  }

  @Test
  void setsValuesApartFromWordsBesideThem() {
    assertThat(fill("SELECT 1 LIMIT?OFFSET?", SqlLiteral.number(2), SqlLiteral.number(3)))
        .isEqualTo("SELECT 1 LIMIT 2 OFFSET 3");
    assertThat(fill("SELECT 'a'?", SqlLiteral.text("b"))).isEqualTo("SELECT 'a' 'b'");
  }

  @Test
  void leavesAStatementWithoutValuesAsItIs() {
    assertThat(fill("SELECT a ? 'k' ?? 'l'")).isEqualTo("SELECT a ? 'k' ?? 'l'");
  }

  @Test
  void refusesAnotherNumberOfQuestionMarks() {
    assertThatThrownBy(() -> fill("SELECT ?, '?'", SqlLiteral.number(1), SqlLiteral.number(2)))
        .isInstanceOfSatisfying(
            OperationException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPERATION))
        .hasMessage(
            "Cannot execute a statement with 2 parameters: it has 1 question mark outside of quotes and comments.");
    assertThatThrownBy(() -> fill("SELECT ?, ?, ?", SqlLiteral.number(1)))
        .hasMessageContaining("with 1 parameter: it has 3 question marks");
  }

  private String fill(String sql, SqlLiteral... values) {
    return parameters.fill(sql, List.of(values));
  }
}
