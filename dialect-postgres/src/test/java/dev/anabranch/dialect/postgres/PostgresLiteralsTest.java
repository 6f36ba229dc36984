package dev.anabranch.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.sql.SqlLiteral;
import java.time.LocalTime;
import java.util.UUID;
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

  @Example
  void bytesAndDocumentsAreCastFromText() {
    assertThat(literals.render(SqlLiteral.bytes(new byte[] {0, (byte) 0xff})))
        .isEqualTo("CAST(E'\\\\x00ff' AS BYTEA)");
    assertThat(literals.render(SqlLiteral.json("{\"a\": \"it's\"}")))
        .isEqualTo("CAST('{\"a\": \"it''s\"}' AS JSONB)");
    assertThat(literals.render(SqlLiteral.json("\"\\n\"")))
        .isEqualTo("CAST(E'\"\\\\n\"' AS JSONB)");
    assertThat(literals.render(SqlLiteral.uuid(new UUID(0, 1))))
        .isEqualTo("CAST('00000000-0000-0000-0000-000000000001' AS UUID)");
    assertThat(literals.render(SqlLiteral.time(LocalTime.of(10, 5)))).isEqualTo("TIME '10:05:00'");
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
