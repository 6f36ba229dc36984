package dev.anabranch.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Defaults as the server prints them, and what they stand for. */
class PostgresDefaultsTest {

  static Stream<Arguments> constants() {
    return Stream.of(
        Arguments.of("'it''s'::character varying", SqlLiteral.text("it's")),
        Arguments.of("''::text", SqlLiteral.text("")),
        Arguments.of("'a\\b'::bpchar", SqlLiteral.text("a\\b")),
        Arguments.of("'x'::character varying(5)", SqlLiteral.text("x")),
        Arguments.of("5", SqlLiteral.number(5)),
        Arguments.of("0.50", SqlLiteral.number(new BigDecimal("0.50"))),
        Arguments.of("'-1'::integer", SqlLiteral.number(-1)),
        Arguments.of("'12345678901'::bigint", SqlLiteral.number(12345678901L)),
        Arguments.of("(5)::bigint", SqlLiteral.number(5)),
        Arguments.of("(1.5)::numeric(10,2)", SqlLiteral.number(new BigDecimal("1.5"))),
        Arguments.of("true", SqlLiteral.truth(true)),
        Arguments.of("false", SqlLiteral.truth(false)),
        Arguments.of("NULL::character varying", SqlLiteral.nothing()),
        Arguments.of("'2026-11-22'::date", SqlLiteral.date(LocalDate.of(2026, 11, 22))),
        Arguments.of(
            "'16:40:05.12'::time without time zone",
            SqlLiteral.time(LocalTime.of(16, 40, 5, 120_000_000))),
        Arguments.of(
            "'2026-11-22 16:40:00'::timestamp without time zone",
            SqlLiteral.timestamp(LocalDateTime.of(2026, 11, 22, 16, 40))),
        Arguments.of(
            "'2026-11-22 16:40:00'::timestamp(3) without time zone",
            SqlLiteral.timestamp(LocalDateTime.of(2026, 11, 22, 16, 40))),
        Arguments.of(
            "'2026-11-22 16:40:00.5+00'::timestamp with time zone",
            SqlLiteral.moment(Instant.parse("2026-11-22T16:40:00.5Z"))),
        Arguments.of(
            "'2026-11-22 16:40:00+05:30'::timestamp with time zone",
            SqlLiteral.moment(Instant.parse("2026-11-22T11:10:00Z"))),
        Arguments.of(
            "'2026-11-22 16:40:00-08'::timestamp with time zone",
            SqlLiteral.moment(Instant.parse("2026-11-23T00:40:00Z"))),
        Arguments.of(
            "'00000000-0000-0001-0000-000000000002'::uuid", SqlLiteral.uuid(new UUID(1, 2))),
        Arguments.of("'{\"a\": 1}'::jsonb", SqlLiteral.json("{\"a\": 1}")),
        Arguments.of("'\\x00ff'::bytea", SqlLiteral.bytes(new byte[] {0, (byte) 0xff})));
  }

  @ParameterizedTest
  @MethodSource("constants")
  void isAConstant(String text, SqlLiteral literal) {
    assertThat(PostgresDefaults.read(text, "text", Optional.empty()))
        .isEqualTo(new SqlValue.Constant(literal));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "'glad'::mood | mood | glad",
        "'glad'::shop.mood | shop.mood | glad",
        "'{}'::integer[] | integer[] | {}",
        "'{}'::json | json | {}",
        "'1 day'::interval day to second | interval day to second | 1 day",
        "'1 day'::interval | interval(3) | 1 day",
      })
  void isATextOfAnotherType(String text, String type, String value) {
    assertThat(PostgresDefaults.read(text, type, Optional.empty()))
        .isEqualTo(new SqlValue.Constant(SqlLiteral.text(value)));
  }

  @ParameterizedTest
  @CsvSource({
    "CURRENT_TIMESTAMP, TIMESTAMP",
    "now(), TIMESTAMP",
    "CURRENT_DATE, DATE",
    "CURRENT_TIME, TIME"
  })
  void isThePresentMoment(String text, SqlValue.Current moment) {
    assertThat(PostgresDefaults.read(text, "date", Optional.empty())).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "LOCALTIMESTAMP",
        "CURRENT_TIMESTAMP(3)",
        "clock_timestamp()",
        "upper('x'::text)",
        "('x'::text || 'y'::text)",
        "'infinity'::timestamp without time zone",
        "'0044-03-15 BC'::date",
        "'12345-01-01'::date",
        "'24:00:00'::time without time zone",
        "'NaN'::double precision",
        "'x'::other",
        "('{}'::text)::jsonb",
        "'abc'::bytea",
        "(1 + 2)",
        "('2026-01-01'::text)::date",
      })
  void isLeftAsItIs(String text) {
    assertThat(PostgresDefaults.read(text, "mood", Optional.empty()))
        .isEqualTo(new SqlValue.Computed(SqlExpression.of(text)));
  }

  @Test
  void isTheNextNumberOfASequence() {
    Optional<QualifiedName> sequence = Optional.of(QualifiedName.of("shop", "it's"));
    assertThat(PostgresDefaults.read("nextval('shop.\"it''s\"'::regclass)", "integer", sequence))
        .isEqualTo(new SqlValue.NextValue(QualifiedName.of("shop", "it's")));
    assertThat(PostgresDefaults.read("(nextval('s'::regclass) + 1)", "integer", sequence))
        .isInstanceOf(SqlValue.Computed.class);
    assertThat(PostgresDefaults.read("nextval(('s'::text)::regclass)", "integer", Optional.empty()))
        .isInstanceOf(SqlValue.Computed.class);
  }
}
