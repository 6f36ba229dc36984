package dev.anabranch.dialect.postgres;

import static dev.anabranch.migration.Definitions.array;
import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.binary;
import static dev.anabranch.migration.Definitions.blob;
import static dev.anabranch.migration.Definitions.bool;
import static dev.anabranch.migration.Definitions.character;
import static dev.anabranch.migration.Definitions.date;
import static dev.anabranch.migration.Definitions.doublePrecision;
import static dev.anabranch.migration.Definitions.enumeration;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.intervalDayToSecond;
import static dev.anabranch.migration.Definitions.intervalYearToMonth;
import static dev.anabranch.migration.Definitions.json;
import static dev.anabranch.migration.Definitions.nativeType;
import static dev.anabranch.migration.Definitions.numeric;
import static dev.anabranch.migration.Definitions.real;
import static dev.anabranch.migration.Definitions.smallint;
import static dev.anabranch.migration.Definitions.text;
import static dev.anabranch.migration.Definitions.time;
import static dev.anabranch.migration.Definitions.timestamp;
import static dev.anabranch.migration.Definitions.timestampWithTimeZone;
import static dev.anabranch.migration.Definitions.uuid;
import static dev.anabranch.migration.Definitions.varbinary;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.UnsupportedOperations;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.operation.OperationException;
import dev.anabranch.schema.DataType;
import dev.anabranch.sql.SqlWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Portable types, their names in SQL, and the names the catalogue gives them. */
class PostgresTypesTest {

  static Stream<Arguments> types() {
    return Stream.of(
        Arguments.of(bool(), "BOOLEAN", "boolean"),
        Arguments.of(smallint(), "SMALLINT", "smallint"),
        Arguments.of(integer(), "INTEGER", "integer"),
        Arguments.of(bigint(), "BIGINT", "bigint"),
        Arguments.of(real(), "REAL", "real"),
        Arguments.of(doublePrecision(), "DOUBLE PRECISION", "double precision"),
        Arguments.of(text(), "TEXT", "text"),
        Arguments.of(blob(), "BYTEA", "bytea"),
        Arguments.of(date(), "DATE", "date"),
        Arguments.of(uuid(), "UUID", "uuid"),
        Arguments.of(json(), "JSONB", "jsonb"),
        Arguments.of(numeric(10, 2), "NUMERIC(10, 2)", "numeric(10,2)"),
        Arguments.of(character(3), "CHAR(3)", "character(3)"),
        Arguments.of(varchar(100), "VARCHAR(100)", "character varying(100)"),
        Arguments.of(time(3), "TIME(3)", "time(3) without time zone"),
        Arguments.of(time(6), "TIME", "time without time zone"),
        Arguments.of(timestamp(0), "TIMESTAMP(0)", "timestamp(0) without time zone"),
        Arguments.of(timestamp(), "TIMESTAMP", "timestamp without time zone"),
        Arguments.of(
            timestampWithTimeZone(), "TIMESTAMP WITH TIME ZONE", "timestamp with time zone"),
        Arguments.of(
            timestampWithTimeZone(3), "TIMESTAMP(3) WITH TIME ZONE", "timestamp(3) with time zone"),
        Arguments.of(intervalYearToMonth(), "INTERVAL YEAR TO MONTH", "interval year to month"),
        Arguments.of(intervalDayToSecond(), "INTERVAL DAY TO SECOND", "interval day to second"));
  }

  @ParameterizedTest
  @MethodSource("types")
  void isWrittenAndReadBack(DataType type, String written, String catalogue) {
    assertThat(write(type)).isEqualTo(written);
    assertThat(PostgresTypes.read(catalogue)).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numeric",
        "numeric(3,5)",
        "numeric(3,-2)",
        "character varying",
        "bpchar",
        "\"char\"",
        "json",
        "time with time zone",
        "interval",
        "interval day to second(3)",
        "interval(3)",
        "bit(8)",
        "tsvector",
        "int4range",
        "shop.\"Money\"",
      })
  void whatIsNotPortableKeepsItsOwnWords(String catalogue) {
    assertThat(PostgresTypes.read(catalogue)).isEqualTo(new DataType.Native(catalogue));
    assertThat(write(PostgresTypes.read(catalogue))).isEqualTo(catalogue);
  }

  @Test
  void writesTypesOfManyParts() {
    assertThat(write(array(varchar(10)))).isEqualTo("VARCHAR(10) ARRAY");
    assertThat(write(enumeration("mood", "sad", "glad"))).isEqualTo("\"mood\"");
    assertThat(write(nativeType("tsvector"))).isEqualTo("tsvector");
  }

  @Test
  void bytesHaveNoLength() {
    assertThat(write(binary(16))).isEqualTo("BYTEA");
    assertThat(write(varbinary(16))).isEqualTo("BYTEA");
  }

  @ParameterizedTest
  @MethodSource("tooFine")
  void refusesWhatItCannotKeep(DataType type, String message, String hint) {
    assertThatThrownBy(() -> write(type))
        .isInstanceOfSatisfying(
            OperationException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_OPERATION);
              assertThat(e.hint()).hasValue(hint);
            })
        .hasMessage(message);
  }

  static Stream<Arguments> tooFine() {
    return Stream.of(
        Arguments.of(
            timestamp(9),
            "Cannot write the type timestamp(9) on PostgreSQL 18.0: it keeps at most 6 digits of a second's fraction.",
            "Use at most 6, or another type for this product with type.on(\"postgresql\", ...)."),
        Arguments.of(
            numeric(1001, 2),
            "Cannot write the type numeric(1001) on PostgreSQL 18.0: it keeps at most 1000 digits.",
            "Use at most 1000, or another type for this product with type.on(\"postgresql\", ...)."),
        Arguments.of(
            varchar(10_485_761),
            "Cannot write the type varchar(10485761) on PostgreSQL 18.0: it keeps at most 10485760 characters.",
            "Use at most 10485760, or another type for this product with type.on(\"postgresql\", ...)."));
  }

  private static String write(DataType type) {
    SqlWriter writer = PostgresDialect.STYLE.writer();
    new PostgresTypes(new UnsupportedOperations("PostgreSQL", ServerVersion.of(18, 0)))
        .write(writer, type);
    return writer.toSql();
  }
}
