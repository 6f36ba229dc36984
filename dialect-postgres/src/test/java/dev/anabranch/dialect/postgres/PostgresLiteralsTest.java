package dev.anabranch.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.sql.SqlLiteral;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PostgresLiteralsTest {

  private final PostgresLiterals literals = new PostgresLiterals();

  @Example
  void textWithBackslashesIsEscaped() {
    assertThat(literals.render(SqlLiteral.text("DOMAIN\\o'neil\\")))
        .isEqualTo("E'DOMAIN\\\\o''neil\\\\'");
  }

  @Example
  void everythingElseIsStandard() {
    assertThat(literals.render(SqlLiteral.text("it's"))).isEqualTo("'it''s'");
    assertThat(literals.render(SqlLiteral.number(-1))).isEqualTo("(-1)");
    assertThat(literals.render(SqlLiteral.nothing())).isEqualTo("NULL");
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of("'", "\\", "a", ";", "$$", "--", "\n", "\"")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Property
  void textIsOnePieceToTheSplitter(@ForAll("hostile") String text) {
    String statement = "SELECT " + literals.render(SqlLiteral.text(text));
    assertThat(new PostgresSplitter().split(statement + ";SELECT 2").statements())
        .extracting(ScriptStatement::text)
        .containsExactly(statement, "SELECT 2");
  }
}
