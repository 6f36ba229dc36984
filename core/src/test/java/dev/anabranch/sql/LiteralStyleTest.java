package dev.anabranch.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LiteralStyleTest {

  static Stream<Arguments> literals() {
    return Stream.of(
        Arguments.of(SqlLiteral.text(""), "''"),
        Arguments.of(SqlLiteral.text("it's"), "'it''s'"),
        Arguments.of(SqlLiteral.text("'; DROP TABLE a; --"), "'''; DROP TABLE a; --'"),
        Arguments.of(SqlLiteral.text("C:\\temp\\'"), "'C:\\temp\\'''"),
        Arguments.of(SqlLiteral.text("two\nlines \ud83d\ude00"), "'two\nlines \ud83d\ude00'"),
        Arguments.of(SqlLiteral.number(0), "0"),
        Arguments.of(SqlLiteral.number(Long.MAX_VALUE), "9223372036854775807"),
        Arguments.of(SqlLiteral.number(-1), "(-1)"),
        Arguments.of(SqlLiteral.number(new BigDecimal("1.50")), "1.50"),
        Arguments.of(SqlLiteral.number(new BigDecimal("1E+3")), "1000"),
        Arguments.of(SqlLiteral.truth(true), "TRUE"),
        Arguments.of(SqlLiteral.truth(false), "FALSE"),
        Arguments.of(SqlLiteral.nothing(), "NULL"),
        Arguments.of(SqlLiteral.date(LocalDate.of(987, 1, 2)), "DATE '0987-01-02'"),
        Arguments.of(
            SqlLiteral.timestamp(LocalDateTime.of(2026, 11, 22, 16, 40)),
            "TIMESTAMP '2026-11-22 16:40:00'"),
        Arguments.of(
            SqlLiteral.timestamp(LocalDateTime.of(2026, 11, 22, 16, 40, 5, 120_000_000)),
            "TIMESTAMP '2026-11-22 16:40:05.12'"),
        Arguments.of(
            SqlLiteral.moment(Instant.parse("2026-11-22T16:40:00.000001Z")),
            "TIMESTAMP WITH TIME ZONE '2026-11-22 16:40:00.000001+00:00'"));
  }

  @ParameterizedTest
  @MethodSource("literals")
  void theStandardWritesEveryKind(SqlLiteral literal, String expected) {
    assertThat(LiteralStyle.standard().render(literal)).isEqualTo(expected);
  }

  @Test
  void textHasNoNul() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SqlLiteral.text("a\0"))
        .withMessage("A NUL character stands in the text at position 2.");
  }

  @Test
  void aYearHasFourDigits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SqlLiteral.date(LocalDate.of(10_000, 1, 1)))
        .withMessage("A date must lie in the years 1 to 9999: 10000");
    assertThatIllegalArgumentException().isThrownBy(() -> SqlLiteral.moment(Instant.MIN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SqlLiteral.timestamp(LocalDateTime.of(0, 1, 1, 0, 0)));
  }

  @Property
  void textReadsBack(@ForAll @CharRange(from = '\u0001', to = '\u00ff') String text) {
    String quoted = LiteralStyle.standard().render(SqlLiteral.text(text));
    String inside = quoted.substring(1, quoted.length() - 1);
    assertThat(inside.replace("''", "")).doesNotContain("'");
    assertThat(inside.replace("''", "'")).isEqualTo(text);
  }
}
