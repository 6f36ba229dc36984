package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.sql.LiteralStyle;
import dev.anabranch.sql.SqlLiteral;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OracleLiteralsTest {

  private static final LiteralStyle V19 = new OracleLiterals(ServerVersion.of(19, 0));
  private static final LiteralStyle V23 = new OracleLiterals(ServerVersion.of(23, 0));

  @Test
  void textStandsInSingleQuotes() {
    assertThat(V19.render(SqlLiteral.text("it's \\ \"so\" &x;\n/\n")))
        .isEqualTo("'it''s \\ \"so\" &x;\n/\n'");
  }

  @Test
  void anEmptyTextIsWrittenAsItIsThoughTheServerTakesItForNull() {
    assertThat(V19.render(SqlLiteral.text(""))).isEqualTo("''");
  }

  @Test
  void textOfMoreThan4000BytesIsPutTogether() {
    assertThat(V19.render(SqlLiteral.text("x".repeat(4_000))))
        .isEqualTo("'" + "x".repeat(4_000) + "'");
    assertThat(V19.render(SqlLiteral.text("x".repeat(4_001))))
        .isEqualTo("TO_CLOB('" + "x".repeat(4_000) + "') || TO_CLOB('x')");
  }

  @Test
  void bytesAreCountedAndNoCharacterIsCut() {
    assertThat(V19.render(SqlLiteral.text("é".repeat(2_001))))
        .isEqualTo("TO_CLOB('" + "é".repeat(2_000) + "') || TO_CLOB('é')");
    assertThat(V19.render(SqlLiteral.text("x" + "\ud83d\ude00".repeat(1_000))))
        .isEqualTo("TO_CLOB('x" + "\ud83d\ude00".repeat(999) + "') || TO_CLOB('\ud83d\ude00')");
  }

  @Test
  void truthValuesAreNumbersBelow23() {
    assertThat(V19.render(SqlLiteral.truth(true))).isEqualTo("1");
    assertThat(V19.render(SqlLiteral.truth(false))).isEqualTo("0");
    assertThat(V23.render(SqlLiteral.truth(true))).isEqualTo("TRUE");
  }

  @Test
  void timesHaveTheirOwnLiterals() {
    assertThat(V19.render(SqlLiteral.date(LocalDate.of(2026, 11, 22))))
        .isEqualTo("DATE '2026-11-22'");
    assertThat(
            V19.render(
                SqlLiteral.timestamp(LocalDateTime.of(2026, 11, 22, 16, 40, 0, 500_000_000))))
        .isEqualTo("TIMESTAMP '2026-11-22 16:40:00.5'");
    assertThat(V19.render(SqlLiteral.moment(Instant.parse("2026-11-22T16:40:00Z"))))
        .isEqualTo("TIMESTAMP '2026-11-22 16:40:00+00:00'");
    assertThat(V19.render(SqlLiteral.time(LocalTime.of(16, 40))))
        .isEqualTo("INTERVAL '0 16:40:00' DAY TO SECOND(9)");
  }

  @Test
  void otherValues() {
    assertThat(V19.render(SqlLiteral.number(new BigDecimal("-1.50")))).isEqualTo("(-1.50)");
    assertThat(V19.render(SqlLiteral.nothing())).isEqualTo("NULL");
    assertThat(V19.render(SqlLiteral.bytes(new byte[] {1, -1}))).isEqualTo("HEXTORAW('01ff')");
    assertThat(V19.render(SqlLiteral.uuid(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"))))
        .isEqualTo("HEXTORAW('00112233445566778899aabbccddeeff')");
    assertThat(V19.render(SqlLiteral.json("{\"a\": \"it's\"}"))).isEqualTo("'{\"a\": \"it''s\"}'");
  }
}
