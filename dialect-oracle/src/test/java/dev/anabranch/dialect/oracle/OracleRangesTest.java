package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.ValueRange;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.sql.Identifier;
import org.junit.jupiter.api.Test;

/** What columns can hold. */
class OracleRangesTest {

  private static ValueRange of(DataType type) {
    OracleDialect dialect = new OracleDialect(OracleRelease.offline(OracleDialectProvider.OLDEST));
    return dialect.valueRanges().of(Column.of(Identifier.of("c"), type), DatabaseSchema.empty());
  }

  private static ValueRange of(String text) {
    return of(new DataType.Native(text));
  }

  @Test
  void textsAndBytesFitALiteral() {
    assertThat(of(DataType.Simple.TEXT)).isEqualTo(ValueRange.Texts.upTo(1_000));
    assertThat(of(new DataType.Varchar(30))).isEqualTo(ValueRange.Texts.upTo(30));
    assertThat(of(DataType.Simple.BLOB)).isEqualTo(new ValueRange.Bytes(0, 1_000));
  }

  @Test
  void typesOfTheServerAreKnown() {
    assertThat(of("NUMBER")).isEqualTo(ValueRange.Numbers.ofDigits(38, 10));
    assertThat(of("NUMBER(12,-2)")).isEqualTo(ValueRange.Numbers.ofDigits(12, -2));
    assertThat(of("VARCHAR2(40 BYTE)")).isEqualTo(ValueRange.Texts.upTo(10));
    assertThat(of("VARCHAR2(40 CHAR)")).isEqualTo(ValueRange.Texts.upTo(40));
    assertThat(of("NVARCHAR2(40)"))
        .isEqualTo(new ValueRange.Texts(40, ValueRange.Characters.BASIC));
    assertThat(of("SDO_GEOMETRY")).isInstanceOf(ValueRange.Unknown.class);
  }
}
