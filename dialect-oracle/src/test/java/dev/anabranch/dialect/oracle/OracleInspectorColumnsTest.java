package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.SchemaWords;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the inspector makes of columns, on rows as the Database Reference describes them. */
class OracleInspectorColumnsTest extends DictionaryFixture {

  @Test
  void haveTheTypesOfTheirRows() throws SQLException {
    table("T");
    number("N", "", "");
    number("I", "", "0");
    number("SMALL", "5", "0");
    number("BIG", "19", "0");
    number("MONEY", "12", "2");
    number("ROUNDED", "5", "-2");
    text("V", "VARCHAR2", 20, "C");
    text("B", "VARCHAR2", 20, "B");
    text("C", "CHAR", 3, "C");
    text("NV", "NVARCHAR2", 7, "C");
    column("T", "R", "DATA_TYPE=RAW | DATA_LENGTH=20");
    column("T", "U", "DATA_TYPE=RAW | DATA_LENGTH=16");
    column("T", "TS", "DATA_TYPE=TIMESTAMP(6)");
    column("T", "TZ", "DATA_TYPE=TIMESTAMP(3) WITH TIME ZONE");
    column("T", "LZ", "DATA_TYPE=TIMESTAMP(3) WITH LOCAL TIME ZONE");
    column("T", "SPAN", "DATA_TYPE=INTERVAL DAY(9) TO SECOND(6)");
    column("T", "SHORT", "DATA_TYPE=INTERVAL DAY(2) TO SECOND(6)");
    column("T", "X", "DATA_TYPE=XMLTYPE | DATA_TYPE_OWNER=PUBLIC");
    column("T", "O", "DATA_TYPE=ADDRESS | DATA_TYPE_OWNER=APP");
    column("T", "F", "DATA_TYPE=FLOAT | DATA_PRECISION=126");

    assertThat(only().columns())
        .extracting(Column::type)
        .containsExactly(
            new DataType.Native("NUMBER"),
            new DataType.Numeric(38, 0),
            DataType.Simple.SMALLINT,
            DataType.Simple.BIGINT,
            new DataType.Numeric(12, 2),
            new DataType.Native("NUMBER(5, -2)"),
            new DataType.Varchar(20),
            new DataType.Native("VARCHAR2(20 BYTE)"),
            new DataType.Char(3),
            new DataType.Native("NVARCHAR2(7)"),
            new DataType.Varbinary(20),
            DataType.Simple.UUID,
            new DataType.Timestamp(6),
            new DataType.TimestampWithTimeZone(3),
            new DataType.Native("TIMESTAMP(3) WITH LOCAL TIME ZONE"),
            DataType.Interval.DAY_TO_SECOND,
            new DataType.Native("INTERVAL DAY(2) TO SECOND(6)"),
            new DataType.Native("XMLTYPE"),
            new DataType.Native("\"APP\".\"ADDRESS\""),
            new DataType.Native("FLOAT(126)"));
  }

  private void number(String name, String precision, String scale) {
    column("T", name, "DATA_TYPE=NUMBER", "DATA_PRECISION=" + precision, "DATA_SCALE=" + scale);
  }

  private void text(String name, String type, int length, String used) {
    column(
        "T",
        name,
        "DATA_TYPE=" + type,
        "CHAR_LENGTH=" + length,
        "CHAR_USED=" + used,
        "DATA_LENGTH=" + 4 * length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NUMBER | 5 | 0 | 7           | default 7",
        "NUMBER | 5 | 0 | (-1.50)     | default (-1.50)",
        "NUMBER | 5 | 0 | -1.5        | default (-1.5)",
        "NUMBER | 5 | 0 | NULL        | ``",
        "NUMBER | 5 | 0 | 1 + 1       | default 1 + 1",
        "DATE   |   |   | DATE '2026-01-02' | default DATE '2026-01-02'",
        "DATE   |   |   | TRUNC(CURRENT_DATE) | default current date",
        "DATE   |   |   | SYSDATE     | default SYSDATE",
        "NUMBER |   |   | \"APP\".\"S\".\"NEXTVAL\" | default next value of s",
        "NUMBER |   |   | \"OTHER\".\"Seq\".nextval | default next value of other.Seq",
        "CLOB   |   |   | 'it''s'     | default 'it''s'",
        "CLOB   |   |   | 'a' , 'b'   | default 'a' , 'b'",
        "CLOB   |   |   | ''          | default ''"
      })
  void haveTheDefaultsThatSomebodyTyped(
      String type, String precision, String scale, String text, String words) throws SQLException {
    table("T");
    column(
        "T",
        "C",
        "DATA_TYPE=" + type,
        "DATA_PRECISION=" + Objects.toString(precision, ""),
        "DATA_SCALE=" + Objects.toString(scale, ""),
        "DATA_DEFAULT=" + text + " \n");

    assertThat(SchemaWords.of(only().columns().get(0).value())).isEqualTo(words);
  }

  @Test
  void haveConstantsOfTheirTypes() throws SQLException {
    table("T");
    column(
        "T",
        "U",
        "DATA_TYPE=RAW | DATA_LENGTH=16 | "
            + "DATA_DEFAULT=HEXTORAW('0123456789abcdef0123456789abcdef')");
    column("T", "R", "DATA_TYPE=RAW | DATA_LENGTH=2 | DATA_DEFAULT=HEXTORAW('01FF')");
    column("T", "J", "DATA_TYPE=JSON | DATA_DEFAULT=JSON('{}')");
    column("T", "TS", "DATA_TYPE=TIMESTAMP(6) | DATA_DEFAULT=TIMESTAMP '2026-01-02 03:04:05.5'");
    column(
        "T",
        "TZ",
        "DATA_TYPE=TIMESTAMP(6) WITH TIME ZONE | "
            + "DATA_DEFAULT=TIMESTAMP '2026-01-02 03:04:05 +00:00'");
    column("T", "BC", "DATA_TYPE=DATE | DATA_DEFAULT=DATE '-0044-03-15'");
    column("T", "NOW", "DATA_TYPE=TIMESTAMP(6) | DATA_DEFAULT=current_timestamp");

    assertThat(only().columns())
        .extracting(Column::value)
        .containsExactly(
            constant(SqlLiteral.uuid(UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"))),
            constant(SqlLiteral.bytes(new byte[] {1, -1})),
            constant(SqlLiteral.json("{}")),
            constant(SqlLiteral.timestamp(LocalDateTime.of(2026, 1, 2, 3, 4, 5, 500_000_000))),
            constant(SqlLiteral.moment(Instant.parse("2026-01-02T03:04:05Z"))),
            new ColumnValue.Default(new SqlValue.Computed(SqlExpression.of("DATE '-0044-03-15'"))),
            new ColumnValue.Default(SqlValue.Current.TIMESTAMP));
  }

  private static ColumnValue constant(SqlLiteral literal) {
    return new ColumnValue.Default(new SqlValue.Constant(literal));
  }

  @Test
  void areOfATypeThatAConditionStandsFor() throws SQLException {
    table("T");
    column(
        "T",
        "PAID",
        "DATA_TYPE=NUMBER | DATA_PRECISION=1 | DATA_SCALE=0 | NULLABLE=N | " + "DATA_DEFAULT=1 ");
    check("T", "SYS_C001", "PAID", "\"PAID\" IS NOT NULL", "GENERATED NAME");
    check("T", "SYS_C002", "PAID", "\"PAID\" IN (0, 1)", "GENERATED NAME");
    column("T", "DOC", "DATA_TYPE=CLOB | DATA_DEFAULT='{}'");
    check("T", "SYS_C003", "DOC", "\"DOC\" IS JSON", "GENERATED NAME");
    column("T", "STATE", "DATA_TYPE=VARCHAR2 | CHAR_LENGTH=4 | CHAR_USED=C");
    check("T", "SYS_C004", "STATE", "\"STATE\" IN ('new', 'it''s')", "GENERATED NAME");

    Table table = only();

    assertThat(table.constraints()).isEmpty();
    assertThat(table.columns())
        .containsExactly(
            Column.of(id("paid"), DataType.Simple.BOOLEAN)
                .withNullability(dev.anabranch.schema.Nullability.NOT_NULL)
                .withValue(constant(SqlLiteral.truth(true))),
            Column.of(id("doc"), DataType.Simple.JSON).withValue(constant(SqlLiteral.json("{}"))),
            Column.of(
                id("state"),
                new DataType.Enumeration(QualifiedName.of("t_state"), List.of("new", "it's"))));
  }

  @Test
  void keepConditionsThatSomebodyNamedOrWroteOtherwise() throws SQLException {
    table("T");
    column("T", "A", "DATA_TYPE=NUMBER | DATA_PRECISION=1 | DATA_SCALE=0");
    check("T", "CK_A", "A", "\"A\" IN (0, 1)", "USER NAME");
    check("T", "SYS_C001", "A", "a IN (0, 1)", "GENERATED NAME");
    check("T", "CK_B", "A", "\"A\" IS NOT NULL", "USER NAME");

    Table table = only();

    assertThat(table.columns().get(0).type()).isEqualTo(new DataType.Numeric(1, 0));
    assertThat(table.columns().get(0).isNullable()).isTrue();
    assertThat(table.constraints())
        .containsExactly(
            new CheckConstraint(Optional.empty(), SqlExpression.of("a IN (0, 1)")),
            new CheckConstraint(Optional.of(id("ck_a")), SqlExpression.of("\"A\" IN (0, 1)")),
            new CheckConstraint(Optional.of(id("ck_b")), SqlExpression.of("\"A\" IS NOT NULL")));
  }

  @Test
  void areIdentitiesComputedInvisibleOrCommented() throws SQLException {
    table("T");
    column(
        "T",
        "ID",
        "DATA_TYPE=NUMBER | DATA_PRECISION=19 | DATA_SCALE=0 | NULLABLE=N | "
            + "IDENTITY_COLUMN=YES | DATA_DEFAULT=\"APP\".\"ISEQ$$_7\".nextval | "
            + "DEFAULT_ON_NULL=YES");
    row(
        "ALL_TAB_IDENTITY_COLS",
        "OWNER=APP | TABLE_NAME=T | COLUMN_NAME=ID | GENERATION_TYPE=BY DEFAULT | "
            + "SEQUENCE_NAME=ISEQ$$_7 | "
            + "IDENTITY_OPTIONS=START WITH: 10, INCREMENT BY: 1, MAX_VALUE: 9999999999999999999999999999, MIN_VALUE: 1, CYCLE_FLAG: N, CACHE_SIZE: 0, ORDER_FLAG: N, SCALE_FLAG: N");
    row(
        "ALL_SEQUENCES",
        "SEQUENCE_OWNER=APP | SEQUENCE_NAME=ISEQ$$_7 | INCREMENT_BY=1 | CACHE_SIZE=0 | "
            + "CYCLE_FLAG=N");
    column("T", "TWICE", "DATA_TYPE=NUMBER | VIRTUAL_COLUMN=YES | DATA_DEFAULT=\"ID\"*2");
    column("T", "SYS_NC00003$", "DATA_TYPE=VARCHAR2 | USER_GENERATED=NO");
    column("T", "SYS_C00004_26112716:04:00$", "DATA_TYPE=NUMBER | HIDDEN_COLUMN=YES | COLUMN_ID=");
    column("T", "SEEN", "DATA_TYPE=DATE");
    column("T", "HIDDEN", "DATA_TYPE=DATE | HIDDEN_COLUMN=YES | COLUMN_ID= | INTERNAL_COLUMN_ID=1");
    row("ALL_COL_COMMENTS", "OWNER=APP | TABLE_NAME=T | COLUMN_NAME=SEEN | COMMENTS=it's seen");
    row("ALL_TAB_COMMENTS", "OWNER=APP | TABLE_NAME=T | COMMENTS=a table");

    DatabaseSchema schema = inspect();

    assertThat(schema.sequences()).isEmpty();
    assertThat(schema.tables().get(0).comment()).contains("a table");
    assertThat(schema.tables().get(0).columns())
        .containsExactly(
            Column.of(id("id"), DataType.Simple.BIGINT)
                .withValue(
                    new ColumnValue.Identity(
                        ColumnValue.Generation.BY_DEFAULT,
                        SequenceOptions.defaults().startWith(10).cache(1)))
                .withOptions(DialectOptions.none().with("oracle", "on-null", "default")),
            Column.of(id("twice"), new DataType.Native("NUMBER"))
                .withValue(
                    new ColumnValue.Computed(
                        SqlExpression.of("\"ID\"*2"), ColumnValue.Storage.VIRTUAL)),
            Column.of(id("seen"), DataType.Simple.DATE).withComment("it's seen"),
            Column.of(id("hidden"), DataType.Simple.DATE)
                .withOptions(DialectOptions.none().with("oracle", "visibility", "invisible")));
  }

  @Test
  void haveACollationOnlyIfItIsTheirOwn() throws SQLException {
    table("T");
    column("T", "A", "DATA_TYPE=CLOB | COLLATION=USING_NLS_COMP");
    column("T", "B", "DATA_TYPE=CLOB | COLLATION=BINARY_CI");

    assertThat(only().columns())
        .extracting(Column::collation)
        .containsExactly(Optional.empty(), Optional.of("BINARY_CI"));
  }

  @Test
  void keepTheLettersOfTheirNames() throws SQLException {
    table("Mixed Case");
    column("Mixed Case", "plain", "DATA_TYPE=DATE");
    column("Mixed Case", "DATE", "DATA_TYPE=DATE");

    Table table = only();

    assertThat(table.name()).isEqualTo(QualifiedName.of("Mixed Case"));
    assertThat(table.columns())
        .extracting(Column::name)
        .containsExactly(Identifier.exact("plain"), Identifier.of("date"));
  }

  @Test
  void datesAreReadAsTheyWereTyped() {
    OracleDefaults defaults =
        new OracleDefaults(
            new OracleDialect(OracleRelease.offline(OracleDialectProvider.OLDEST)).style(), "APP");
    assertThat(defaults.read("DATE '2026-01-02'", DataType.Simple.DATE))
        .isEqualTo(
            new ColumnValue.Default(
                new SqlValue.Constant(SqlLiteral.date(LocalDate.of(2026, 1, 2)))));
    assertThat(defaults.read(".5", new DataType.Numeric(2, 1)))
        .isEqualTo(
            new ColumnValue.Default(
                new SqlValue.Constant(SqlLiteral.number(new BigDecimal(".5")))));
  }
}
