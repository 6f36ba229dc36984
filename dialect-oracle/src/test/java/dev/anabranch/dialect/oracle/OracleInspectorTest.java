package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.SchemaWords;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.schema.View;
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
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The inspector on rows as the Database Reference describes them; none comes from a server. */
class OracleInspectorTest {

  private DictionaryOnH2 dictionary;

  @BeforeEach
  void open() throws SQLException {
    dictionary = new DictionaryOnH2();
  }

  @AfterEach
  void close() throws SQLException {
    dictionary.close();
  }

  private DatabaseSchema inspect() throws SQLException {
    return dictionary.inspect(InspectionRequest.currentSchema());
  }

  private void table(String name, String... values) {
    row("ALL_TABLES", values, "OWNER", "APP", "TABLE_NAME", name);
  }

  private int columns;

  private void column(String table, String name, String... values) {
    columns++;
    String place = Integer.toString(columns);
    row(
        "ALL_TAB_COLS",
        values,
        "OWNER",
        "APP",
        "TABLE_NAME",
        table,
        "COLUMN_NAME",
        name,
        "COLUMN_ID",
        place,
        "INTERNAL_COLUMN_ID",
        place);
  }

  private void constraint(String table, String name, String type, String... values) {
    row(
        "ALL_CONSTRAINTS",
        values,
        "OWNER",
        "APP",
        "TABLE_NAME",
        table,
        "CONSTRAINT_NAME",
        name,
        "CONSTRAINT_TYPE",
        type);
  }

  private void keyColumn(String table, String constraint, String column, int position) {
    dictionary.row(
        "ALL_CONS_COLUMNS",
        "OWNER",
        "APP",
        "TABLE_NAME",
        table,
        "CONSTRAINT_NAME",
        constraint,
        "COLUMN_NAME",
        column,
        "POSITION",
        position == 0 ? null : Integer.toString(position));
  }

  private void check(String table, String name, String column, String condition, String generated) {
    constraint(table, name, "C", "SEARCH_CONDITION", condition, "GENERATED", generated);
    keyColumn(table, name, column, 0);
  }

  private void index(String table, String name, String... values) {
    row(
        "ALL_INDEXES",
        values,
        "OWNER",
        "APP",
        "INDEX_NAME",
        name,
        "TABLE_OWNER",
        "APP",
        "TABLE_NAME",
        table);
  }

  private void indexColumn(String table, String index, String column, int position, String way) {
    dictionary.row(
        "ALL_IND_COLUMNS",
        "INDEX_OWNER",
        "APP",
        "INDEX_NAME",
        index,
        "TABLE_OWNER",
        "APP",
        "TABLE_NAME",
        table,
        "COLUMN_NAME",
        column,
        "COLUMN_POSITION",
        Integer.toString(position),
        "DESCEND",
        way);
  }

  private void row(String view, String[] more, String... values) {
    String[] all = java.util.Arrays.copyOf(values, values.length + more.length);
    System.arraycopy(more, 0, all, values.length, more.length);
    dictionary.row(view, all);
  }

  private static Identifier id(String name) {
    return Identifier.of(name);
  }

  private Table only() throws SQLException {
    DatabaseSchema schema = inspect();
    assertThat(schema.tables()).hasSize(1);
    return schema.tables().get(0);
  }

  @Test
  void anEmptySchemaIsEmpty() throws SQLException {
    assertThat(inspect()).isEqualTo(DatabaseSchema.empty());
  }

  @Test
  void theNumberOfQueriesDoesNotDependOnTheNumberOfTables() throws SQLException {
    inspect();
    int ofNone = dictionary.asked().size();
    for (int i = 0; i < 20; i++) {
      table("T" + i);
      column("T" + i, "A", "DATA_TYPE", "NUMBER");
      index("T" + i, "I" + i);
      indexColumn("T" + i, "I" + i, "A", 1, "ASC");
    }
    assertThat(inspect().tables()).hasSize(20);
    assertThat(dictionary.asked()).hasSize(ofNone).hasSize(1 + OracleQuery.values().length);
  }

  @Nested
  class Columns {

    @Test
    void haveTheTypesOfTheirRows() throws SQLException {
      table("T");
      number("N", null, null);
      number("I", null, "0");
      number("SMALL", "5", "0");
      number("BIG", "19", "0");
      number("MONEY", "12", "2");
      number("ROUNDED", "5", "-2");
      text("V", "VARCHAR2", 20, "C");
      text("B", "VARCHAR2", 20, "B");
      text("C", "CHAR", 3, "C");
      text("NV", "NVARCHAR2", 7, "C");
      column("T", "R", "DATA_TYPE", "RAW", "DATA_LENGTH", "20");
      column("T", "U", "DATA_TYPE", "RAW", "DATA_LENGTH", "16");
      column("T", "TS", "DATA_TYPE", "TIMESTAMP(6)");
      column("T", "TZ", "DATA_TYPE", "TIMESTAMP(3) WITH TIME ZONE");
      column("T", "LZ", "DATA_TYPE", "TIMESTAMP(3) WITH LOCAL TIME ZONE");
      column("T", "SPAN", "DATA_TYPE", "INTERVAL DAY(9) TO SECOND(6)");
      column("T", "SHORT", "DATA_TYPE", "INTERVAL DAY(2) TO SECOND(6)");
      column("T", "X", "DATA_TYPE", "XMLTYPE", "DATA_TYPE_OWNER", "PUBLIC");
      column("T", "O", "DATA_TYPE", "ADDRESS", "DATA_TYPE_OWNER", "APP");
      column("T", "F", "DATA_TYPE", "FLOAT", "DATA_PRECISION", "126");

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
      column("T", name, "DATA_TYPE", "NUMBER", "DATA_PRECISION", precision, "DATA_SCALE", scale);
    }

    private void text(String name, String type, int length, String used) {
      column(
          "T",
          name,
          "DATA_TYPE",
          type,
          "CHAR_LENGTH",
          Integer.toString(length),
          "CHAR_USED",
          used,
          "DATA_LENGTH",
          Integer.toString(4 * length));
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
          "CLOB   |   |   | 'a' || 'b'  | default 'a' || 'b'",
          "CLOB   |   |   | ''          | default ''"
        })
    void haveTheDefaultsThatSomebodyTyped(
        String type, String precision, String scale, String text, String words)
        throws SQLException {
      table("T");
      column(
          "T",
          "C",
          "DATA_TYPE",
          type,
          "DATA_PRECISION",
          precision,
          "DATA_SCALE",
          scale,
          "DATA_DEFAULT",
          text + " \n");

      assertThat(SchemaWords.of(only().columns().get(0).value())).isEqualTo(words);
    }

    @Test
    void haveConstantsOfTheirTypes() throws SQLException {
      table("T");
      column(
          "T",
          "U",
          "DATA_TYPE",
          "RAW",
          "DATA_LENGTH",
          "16",
          "DATA_DEFAULT",
          "HEXTORAW('0123456789abcdef0123456789abcdef')");
      column("T", "R", "DATA_TYPE", "RAW", "DATA_LENGTH", "2", "DATA_DEFAULT", "HEXTORAW('01FF')");
      column("T", "J", "DATA_TYPE", "JSON", "DATA_DEFAULT", "JSON('{}')");
      column(
          "T",
          "TS",
          "DATA_TYPE",
          "TIMESTAMP(6)",
          "DATA_DEFAULT",
          "TIMESTAMP '2026-01-02 03:04:05.5'");
      column(
          "T",
          "TZ",
          "DATA_TYPE",
          "TIMESTAMP(6) WITH TIME ZONE",
          "DATA_DEFAULT",
          "TIMESTAMP '2026-01-02 03:04:05 +00:00'");
      column("T", "BC", "DATA_TYPE", "DATE", "DATA_DEFAULT", "DATE '-0044-03-15'");
      column("T", "NOW", "DATA_TYPE", "TIMESTAMP(6)", "DATA_DEFAULT", "current_timestamp");

      assertThat(only().columns())
          .extracting(Column::value)
          .containsExactly(
              constant(SqlLiteral.uuid(UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"))),
              constant(SqlLiteral.bytes(new byte[] {1, -1})),
              constant(SqlLiteral.json("{}")),
              constant(SqlLiteral.timestamp(LocalDateTime.of(2026, 1, 2, 3, 4, 5, 500_000_000))),
              constant(SqlLiteral.moment(Instant.parse("2026-01-02T03:04:05Z"))),
              new ColumnValue.Default(
                  new SqlValue.Computed(SqlExpression.of("DATE '-0044-03-15'"))),
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
          "DATA_TYPE",
          "NUMBER",
          "DATA_PRECISION",
          "1",
          "DATA_SCALE",
          "0",
          "NULLABLE",
          "N",
          "DATA_DEFAULT",
          "1 ");
      check("T", "SYS_C001", "PAID", "\"PAID\" IS NOT NULL", "GENERATED NAME");
      check("T", "SYS_C002", "PAID", "\"PAID\" IN (0, 1)", "GENERATED NAME");
      column("T", "DOC", "DATA_TYPE", "CLOB", "DATA_DEFAULT", "'{}'");
      check("T", "SYS_C003", "DOC", "\"DOC\" IS JSON", "GENERATED NAME");
      column("T", "STATE", "DATA_TYPE", "VARCHAR2", "CHAR_LENGTH", "4", "CHAR_USED", "C");
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
      column("T", "A", "DATA_TYPE", "NUMBER", "DATA_PRECISION", "1", "DATA_SCALE", "0");
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
          "DATA_TYPE",
          "NUMBER",
          "DATA_PRECISION",
          "19",
          "DATA_SCALE",
          "0",
          "NULLABLE",
          "N",
          "IDENTITY_COLUMN",
          "YES",
          "DATA_DEFAULT",
          "\"APP\".\"ISEQ$$_7\".nextval",
          "DEFAULT_ON_NULL",
          "YES");
      dictionary.row(
          "ALL_TAB_IDENTITY_COLS",
          "OWNER",
          "APP",
          "TABLE_NAME",
          "T",
          "COLUMN_NAME",
          "ID",
          "GENERATION_TYPE",
          "BY DEFAULT",
          "SEQUENCE_NAME",
          "ISEQ$$_7",
          "IDENTITY_OPTIONS",
          "START WITH: 10, INCREMENT BY: 1, MAX_VALUE: 9999999999999999999999999999, MIN_VALUE: 1,"
              + " CYCLE_FLAG: N, CACHE_SIZE: 0, ORDER_FLAG: N, SCALE_FLAG: N");
      dictionary.row(
          "ALL_SEQUENCES",
          "SEQUENCE_OWNER",
          "APP",
          "SEQUENCE_NAME",
          "ISEQ$$_7",
          "INCREMENT_BY",
          "1",
          "CACHE_SIZE",
          "0",
          "CYCLE_FLAG",
          "N");
      column(
          "T", "TWICE", "DATA_TYPE", "NUMBER", "VIRTUAL_COLUMN", "YES", "DATA_DEFAULT", "\"ID\"*2");
      column("T", "SYS_NC00003$", "DATA_TYPE", "VARCHAR2", "USER_GENERATED", "NO");
      column(
          "T",
          "SYS_C00004_26112716:04:00$",
          "DATA_TYPE",
          "NUMBER",
          "HIDDEN_COLUMN",
          "YES",
          "COLUMN_ID",
          null);
      column("T", "SEEN", "DATA_TYPE", "DATE");
      column(
          "T",
          "HIDDEN",
          "DATA_TYPE",
          "DATE",
          "HIDDEN_COLUMN",
          "YES",
          "COLUMN_ID",
          null,
          "INTERNAL_COLUMN_ID",
          "1");
      dictionary.row(
          "ALL_COL_COMMENTS",
          "OWNER",
          "APP",
          "TABLE_NAME",
          "T",
          "COLUMN_NAME",
          "SEEN",
          "COMMENTS",
          "it's seen");
      dictionary.row("ALL_TAB_COMMENTS", "OWNER", "APP", "TABLE_NAME", "T", "COMMENTS", "a table");

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
      column("T", "A", "DATA_TYPE", "CLOB", "COLLATION", "USING_NLS_COMP");
      column("T", "B", "DATA_TYPE", "CLOB", "COLLATION", "BINARY_CI");

      assertThat(only().columns())
          .extracting(Column::collation)
          .containsExactly(Optional.empty(), Optional.of("BINARY_CI"));
    }

    @Test
    void keepTheLettersOfTheirNames() throws SQLException {
      table("Mixed Case");
      column("Mixed Case", "plain", "DATA_TYPE", "DATE");
      column("Mixed Case", "DATE", "DATA_TYPE", "DATE");

      Table table = only();

      assertThat(table.name()).isEqualTo(QualifiedName.of("Mixed Case"));
      assertThat(table.columns())
          .extracting(Column::name)
          .containsExactly(Identifier.exact("plain"), Identifier.of("date"));
    }
  }

  @Nested
  class Tables {

    @Test
    void ofTheServerArePassedOver() throws SQLException {
      table("T");
      column("T", "A", "DATA_TYPE", "DATE");
      table("BIN$aBcD==$0", "DROPPED", "YES");
      table("NESTED", "NESTED", "YES");
      table("DR$X$I", "SECONDARY", "Y");
      table("SYS_IOT_OVER_1", "IOT_TYPE", "IOT_OVERFLOW");
      table("MV");
      table("MLOG$_T");
      table("RUPD$_T");
      dictionary.row(
          "ALL_MVIEWS",
          "OWNER",
          "APP",
          "MVIEW_NAME",
          "MV",
          "CONTAINER_NAME",
          "MV",
          "QUERY",
          "SELECT a FROM t",
          "REFRESH_METHOD",
          "FORCE",
          "REFRESH_MODE",
          "DEMAND",
          "BUILD_MODE",
          "IMMEDIATE");
      dictionary.row(
          "ALL_MVIEW_LOGS",
          "LOG_OWNER",
          "APP",
          "MASTER",
          "T",
          "LOG_TABLE",
          "MLOG$_T",
          "ROWIDS",
          "NO",
          "PRIMARY_KEY",
          "YES",
          "SEQUENCE",
          "NO",
          "INCLUDE_NEW_VALUES",
          "YES");

      DatabaseSchema schema = inspect();

      assertThat(schema.tables()).extracting(Table::name).containsExactly(QualifiedName.of("t"));
      assertThat(schema.others())
          .containsExactly(
              new OtherObject(
                  "materialized view log",
                  QualifiedName.of("t"),
                  "PRIMARY_KEY, INCLUDE_NEW_VALUES"));
    }

    @Test
    void haveOptionsOfOracle() throws SQLException {
      table("A", "TEMPORARY", "Y", "DURATION", "SYS$TRANSACTION");
      table("B", "TEMPORARY", "Y", "DURATION", "SYS$SESSION");
      table("C", "IOT_TYPE", "IOT");
      table("D", "EXTERNAL", "YES");
      for (String name : List.of("A", "B", "C", "D")) {
        column(name, "X", "DATA_TYPE", "DATE");
      }

      DatabaseSchema schema = inspect();

      assertThat(schema.tables())
          .extracting(Table::options)
          .containsExactly(
              DialectOptions.none().with("oracle", "on-commit", "delete-rows"),
              DialectOptions.none().with("oracle", "on-commit", "preserve-rows"),
              DialectOptions.none().with("oracle", "organization", "index"),
              DialectOptions.none());
      assertThat(schema.others())
          .containsExactly(new OtherObject("external table", QualifiedName.of("d"), ""));
    }

    @Test
    void areLeftOutWithAllThatBelongsToThem() throws SQLException {
      table("ANABRANCH_VERSION");
      column("ANABRANCH_VERSION", "VERSION_NUM", "DATA_TYPE", "DATE");
      constraint("ANABRANCH_VERSION", "PK", "P", "INDEX_NAME", "PK");
      keyColumn("ANABRANCH_VERSION", "PK", "VERSION_NUM", 1);
      index("ANABRANCH_VERSION", "I");
      indexColumn("ANABRANCH_VERSION", "I", "VERSION_NUM", 1, "ASC");
      dictionary.row(
          "ALL_TAB_PRIVS",
          "TABLE_SCHEMA",
          "APP",
          "TABLE_NAME",
          "ANABRANCH_VERSION",
          "GRANTEE",
          "PUBLIC",
          "PRIVILEGE",
          "SELECT",
          "GRANTABLE",
          "NO");

      assertThat(
              dictionary.inspect(
                  InspectionRequest.currentSchema()
                      .without(List.of(QualifiedName.of("ANABRANCH_VERSION")))))
          .isEqualTo(DatabaseSchema.empty());
      assertThat(
              dictionary.inspect(
                  InspectionRequest.currentSchema()
                      .without(List.of(QualifiedName.of("app", "anabranch_version")))))
          .isEqualTo(DatabaseSchema.empty());
    }

    @Test
    void ofOtherSchemasHaveTheSchemaInTheirNames() throws SQLException {
      for (String owner : List.of("APP", "Other", "THIRD")) {
        dictionary.row("ALL_TABLES", "OWNER", owner, "TABLE_NAME", "T");
        dictionary.row(
            "ALL_TAB_COLS",
            "OWNER",
            owner,
            "TABLE_NAME",
            "T",
            "COLUMN_NAME",
            "A",
            "DATA_TYPE",
            "DATE",
            "COLUMN_ID",
            "1",
            "INTERNAL_COLUMN_ID",
            "1");
      }
      InspectionRequest request =
          new InspectionRequest(List.of(id("app"), Identifier.exact("Other")), List.of());

      assertThat(dictionary.inspect(request).tables())
          .extracting(Table::name)
          .containsExactly(QualifiedName.of("t"), QualifiedName.of("Other", "t"));
    }
  }

  @Nested
  class Constraints {

    @BeforeEach
    void tables() {
      table("P");
      column("P", "A", "DATA_TYPE", "NUMBER");
      column("P", "B", "DATA_TYPE", "NUMBER");
      constraint("P", "P_KEY", "P", "INDEX_NAME", "P_KEY");
      keyColumn("P", "P_KEY", "B", 2);
      keyColumn("P", "P_KEY", "A", 1);
    }

    @Test
    void haveTheirColumnsInOrder() throws SQLException {
      constraint("P", "U1", "U", "DEFERRABLE", "DEFERRABLE", "DEFERRED", "DEFERRED");
      keyColumn("P", "U1", "A", 1);
      constraint("P", "SYS_C007", "U", "GENERATED", "GENERATED NAME", "DEFERRABLE", "DEFERRABLE");
      keyColumn("P", "SYS_C007", "B", 1);
      constraint("P", "CK", "C", "SEARCH_CONDITION", "a < b ");
      keyColumn("P", "CK", "A", 0);
      keyColumn("P", "CK", "B", 0);

      assertThat(only().constraints())
          .containsExactly(
              new PrimaryKey(
                  Optional.of(id("p_key")),
                  List.of(id("a"), id("b")),
                  Deferrability.NOT_DEFERRABLE),
              new UniqueConstraint(
                  Optional.empty(),
                  List.of(id("b")),
                  UniqueConstraint.Nulls.DISTINCT,
                  Deferrability.DEFERRABLE),
              new UniqueConstraint(
                  Optional.of(id("u1")),
                  List.of(id("a")),
                  UniqueConstraint.Nulls.DISTINCT,
                  Deferrability.INITIALLY_DEFERRED),
              new CheckConstraint(Optional.of(id("ck")), SqlExpression.of("a < b")));
    }

    @Test
    void referToKeysOfThisAndOtherSchemas() throws SQLException {
      constraint(
          "P",
          "FK1",
          "R",
          "R_OWNER",
          "APP",
          "R_CONSTRAINT_NAME",
          "P_KEY",
          "DELETE_RULE",
          "SET NULL");
      keyColumn("P", "FK1", "A", 1);
      keyColumn("P", "FK1", "B", 2);
      constraint(
          "P",
          "FK2",
          "R",
          "R_OWNER",
          "OTHER",
          "R_CONSTRAINT_NAME",
          "Q_KEY",
          "DELETE_RULE",
          "NO ACTION");
      keyColumn("P", "FK2", "A", 1);
      dictionary.row(
          "ALL_CONS_COLUMNS",
          "OWNER",
          "OTHER",
          "TABLE_NAME",
          "Q",
          "CONSTRAINT_NAME",
          "Q_KEY",
          "COLUMN_NAME",
          "ID",
          "POSITION",
          "1");

      assertThat(only().foreignKeys())
          .containsExactly(
              new ForeignKey(
                  Optional.of(id("fk1")),
                  List.of(id("a"), id("b")),
                  QualifiedName.of("p"),
                  List.of(id("a"), id("b")),
                  new ForeignKey.Rules(
                      ReferentialAction.SET_NULL,
                      ReferentialAction.NO_ACTION,
                      ForeignKey.Match.SIMPLE,
                      Deferrability.NOT_DEFERRABLE)),
              new ForeignKey(
                  Optional.of(id("fk2")),
                  List.of(id("a")),
                  QualifiedName.of("other", "q"),
                  List.of(id("id")),
                  ForeignKey.Rules.standard()));
    }

    @Test
    void thatReferToWhatIsNotVisibleAreToldOf() {
      constraint("P", "FK", "R", "R_OWNER", "SECRET", "R_CONSTRAINT_NAME", "K");
      keyColumn("P", "FK", "A", 1);

      assertThatThrownBy(OracleInspectorTest.this::inspect)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("the key SECRET.K is not visible");
    }

    @Test
    void thatAreDisabledHoldNothing() throws SQLException {
      constraint("P", "U", "U", "STATUS", "DISABLED");
      keyColumn("P", "U", "A", 1);
      constraint("P", "CK", "C", "STATUS", "DISABLED", "SEARCH_CONDITION", "\"A\" > 0");
      keyColumn("P", "CK", "A", 0);

      DatabaseSchema schema = inspect();

      assertThat(schema.tables().get(0).constraints()).hasSize(1);
      assertThat(schema.others())
          .containsExactly(
              new OtherObject(
                  "disabled constraint", QualifiedName.of("p.ck"), "check ck (\"A\" > 0)"),
              new OtherObject("disabled constraint", QualifiedName.of("p.u"), "unique u (a)"));
    }
  }

  @Nested
  class Indexes {

    @BeforeEach
    void table() {
      OracleInspectorTest.this.table("T");
      column("T", "A", "DATA_TYPE", "NUMBER");
      column("T", "B", "DATA_TYPE", "NUMBER");
      constraint("T", "PK_T", "P", "INDEX_NAME", "PK_T");
      keyColumn("T", "PK_T", "A", 1);
      index("T", "PK_T", "UNIQUENESS", "UNIQUE");
      indexColumn("T", "PK_T", "A", 1, "ASC");
    }

    @Test
    void thatEnforceKeysAreLeftOutUnlessTheyAreWider() throws SQLException {
      constraint("T", "U", "U", "INDEX_NAME", "WIDE");
      keyColumn("T", "U", "B", 1);
      index("T", "WIDE");
      indexColumn("T", "WIDE", "B", 1, "ASC");
      indexColumn("T", "WIDE", "A", 2, "ASC");

      assertThat(only().indexes())
          .containsExactly(
              new Index(
                  Optional.of(id("wide")),
                  Index.Uniqueness.NOT_UNIQUE,
                  List.of(IndexPart.column(id("b")), IndexPart.column(id("a"))),
                  Index.Details.none()));
    }

    @Test
    void haveOrdersAndExpressionsFromHiddenColumns() throws SQLException {
      index("T", "I", "UNIQUENESS", "UNIQUE", "INDEX_TYPE", "FUNCTION-BASED NORMAL");
      indexColumn("T", "I", "SYS_NC00003$", 1, "DESC");
      indexColumn("T", "I", "SYS_NC00004$", 2, "ASC");
      indexColumn("T", "I", "B", 3, "ASC");
      expression("I", 1, "\"A\"");
      expression("I", 2, "\"A\"+\"B\" ");

      assertThat(only().indexes())
          .containsExactly(
              new Index(
                  Optional.of(id("i")),
                  Index.Uniqueness.UNIQUE,
                  List.of(
                      IndexPart.column(id("a")).descending(),
                      IndexPart.expression(SqlExpression.of("\"A\"+\"B\"")),
                      IndexPart.column(id("b"))),
                  Index.Details.none()));
    }

    private void expression(String index, int position, String text) {
      dictionary.row(
          "ALL_IND_EXPRESSIONS",
          "INDEX_OWNER",
          "APP",
          "INDEX_NAME",
          index,
          "TABLE_OWNER",
          "APP",
          "TABLE_NAME",
          "T",
          "COLUMN_POSITION",
          Integer.toString(position),
          "COLUMN_EXPRESSION",
          text);
    }

    @Test
    void haveMethodsAndVisibility() throws SQLException {
      index("T", "I1", "INDEX_TYPE", "BITMAP", "VISIBILITY", "INVISIBLE");
      indexColumn("T", "I1", "B", 1, "ASC");
      index("T", "I2", "INDEX_TYPE", "NORMAL/REV");
      indexColumn("T", "I2", "B", 1, "ASC");
      index("T", "SYS_IL1", "INDEX_TYPE", "LOB", "GENERATED", "Y");
      index("T", "SYS_IOT_TOP_1", "INDEX_TYPE", "IOT - TOP");
      index("T", "DR$X", "SECONDARY", "Y");
      index("T", "BIN$x==$0", "DROPPED", "YES");
      index(
          "T",
          "D",
          "INDEX_TYPE",
          "DOMAIN",
          "ITYP_OWNER",
          "CTXSYS",
          "ITYP_NAME",
          "CONTEXT",
          "PARAMETERS",
          "sync (on commit)");
      indexColumn("T", "D", "B", 1, "ASC");

      DatabaseSchema schema = inspect();

      assertThat(schema.tables().get(0).indexes())
          .extracting(index -> index.details().method())
          .containsExactly(Optional.of("bitmap"), Optional.of("reverse"));
      assertThat(schema.tables().get(0).indexes())
          .extracting(index -> index.details().visibility())
          .containsExactly(Index.Visibility.INVISIBLE, Index.Visibility.VISIBLE);
      assertThat(schema.others())
          .containsExactly(
              new OtherObject(
                  "domain index",
                  QualifiedName.of("t.d"),
                  "CTXSYS.CONTEXT [B] PARAMETERS sync (on commit)"));
    }
  }

  @Nested
  class Sequences {

    @Test
    void sayWhatIsUnusual() throws SQLException {
      sequence("A", "1", "9999999999999999999999999999", "1", "N", "20");
      sequence("B", "-999999999999999999999999999", "-1", "-2", "Y", "0");
      sequence("C", "0", "100", "5", "N", "50");
      sequence("ISEQ$$_99", "1", "9999999999999999999999999999", "1", "N", "20");

      assertThat(inspect().sequences())
          .containsExactly(
              Sequence.of(QualifiedName.of("a")),
              Sequence.of(QualifiedName.of("b"))
                  .withOptions(SequenceOptions.defaults().incrementBy(-2).cache(1).cycle()),
              Sequence.of(QualifiedName.of("c"))
                  .withOptions(
                      SequenceOptions.defaults()
                          .minValue(0)
                          .maxValue(100)
                          .incrementBy(5)
                          .cache(50)));
    }

    private void sequence(
        String name, String least, String most, String step, String cycle, String cache) {
      dictionary.row(
          "ALL_SEQUENCES",
          "SEQUENCE_OWNER",
          "APP",
          "SEQUENCE_NAME",
          name,
          "MIN_VALUE",
          least,
          "MAX_VALUE",
          most,
          "INCREMENT_BY",
          step,
          "CYCLE_FLAG",
          cycle,
          "CACHE_SIZE",
          cache);
    }
  }

  @Nested
  class Views {

    @Test
    void haveTheColumnsThatTheyShow() throws SQLException {
      dictionary.row(
          "ALL_VIEWS",
          "OWNER",
          "APP",
          "VIEW_NAME",
          "V",
          "TEXT",
          "SELECT x FROM t\nWITH READ ONLY\n");
      column("V", "A", "DATA_TYPE", "DATE");
      dictionary.row("ALL_TAB_COMMENTS", "OWNER", "APP", "TABLE_NAME", "V", "COMMENTS", "a view");
      dictionary.row(
          "ALL_VIEWS",
          "OWNER",
          "APP",
          "VIEW_NAME",
          "E",
          "TEXT",
          "SELECT 1 FROM t",
          "EDITIONING_VIEW",
          "Y");
      dictionary.row(
          "ALL_VIEWS",
          "OWNER",
          "APP",
          "VIEW_NAME",
          "O",
          "TEXT",
          "SELECT 1 FROM t",
          "VIEW_TYPE",
          "ADDRESS");

      DatabaseSchema schema = inspect();

      assertThat(schema.views())
          .containsExactly(
              new View(
                  QualifiedName.of("v"),
                  View.Kind.PLAIN,
                  List.of(id("a")),
                  SqlExpression.of("SELECT x FROM t\nWITH READ ONLY"),
                  Optional.of("a view"),
                  DialectOptions.none()));
      assertThat(schema.others())
          .extracting(OtherObject::kind)
          .containsExactly("editioning view", "object view");
    }

    @Test
    void whoseRowsAreStoredHaveOptionsAndIndexes() throws SQLException {
      dictionary.row(
          "ALL_MVIEWS",
          "OWNER",
          "APP",
          "MVIEW_NAME",
          "M",
          "CONTAINER_NAME",
          "MV_1",
          "QUERY",
          "SELECT x FROM t",
          "REFRESH_METHOD",
          "FAST",
          "REFRESH_MODE",
          "COMMIT",
          "BUILD_MODE",
          "DEFERRED");
      dictionary.row(
          "ALL_MVIEW_COMMENTS",
          "OWNER",
          "APP",
          "MVIEW_NAME",
          "M",
          "COMMENTS",
          "snapshot table for snapshot APP.M");
      table("MV_1");
      column("MV_1", "X", "DATA_TYPE", "DATE");
      index("MV_1", "I_SNAP$_M");
      indexColumn("MV_1", "I_SNAP$_M", "SYS_NC00002$", 1, "ASC");
      index("MV_1", "IX");
      indexColumn("MV_1", "IX", "X", 1, "ASC");

      DatabaseSchema schema = inspect();

      assertThat(schema.tables()).isEmpty();
      assertThat(schema.views())
          .containsExactly(
              new View(
                  QualifiedName.of("m"),
                  View.Kind.MATERIALIZED,
                  List.of(id("x")),
                  SqlExpression.of("SELECT x FROM t"),
                  Optional.empty(),
                  DialectOptions.none()
                      .with("oracle", "build", "deferred")
                      .with("oracle", "refresh", "fast")
                      .with("oracle", "refresh-on", "commit")));
      assertThat(schema.others())
          .containsExactly(
              new OtherObject(
                  "index of a materialized view", QualifiedName.of("m.ix"), "index ix (x)"));
    }
  }

  @Nested
  class Others {

    @Test
    void areUnitsWithTheirText() throws SQLException {
      source("P", "PROCEDURE", "PROCEDURE p IS\n", "BEGIN NULL; END;\n");
      source("K", "PACKAGE BODY", "PACKAGE BODY k IS END;");
      source("SYS_PLSQL_1_2_3", "TYPE", "TYPE x");
      source("TR", "TRIGGER", "TRIGGER tr BEFORE INSERT ON t BEGIN NULL; END;");
      dictionary.row(
          "ALL_TRIGGERS",
          "OWNER",
          "APP",
          "TRIGGER_NAME",
          "TR",
          "TABLE_OWNER",
          "APP",
          "TABLE_NAME",
          "T",
          "BASE_OBJECT_TYPE",
          "TABLE",
          "STATUS",
          "DISABLED");
      source("ON_LOGON", "TRIGGER", "TRIGGER on_logon AFTER LOGON ON SCHEMA BEGIN NULL; END;");
      dictionary.row(
          "ALL_TRIGGERS",
          "OWNER",
          "APP",
          "TRIGGER_NAME",
          "ON_LOGON",
          "BASE_OBJECT_TYPE",
          "SCHEMA",
          "STATUS",
          "ENABLED");
      source("BIN$x==$0", "TRIGGER", "TRIGGER x");

      assertThat(inspect().others())
          .containsExactly(
              new OtherObject("package body", QualifiedName.of("k"), "PACKAGE BODY k IS END;"),
              new OtherObject(
                  "procedure", QualifiedName.of("p"), "PROCEDURE p IS\nBEGIN NULL; END;"),
              new OtherObject(
                  "trigger",
                  QualifiedName.of("on_logon"),
                  "TRIGGER on_logon AFTER LOGON ON SCHEMA BEGIN NULL; END;"),
              new OtherObject(
                  "trigger",
                  QualifiedName.of("t.tr"),
                  "TRIGGER tr BEFORE INSERT ON t BEGIN NULL; END;\nDISABLED"));
    }

    // The dictionary gives the lines in no order.
    private void source(String name, String type, String... lines) {
      for (int i = lines.length; i > 0; i--) {
        dictionary.row(
            "ALL_SOURCE",
            "OWNER",
            "APP",
            "NAME",
            name,
            "TYPE",
            type,
            "LINE",
            Integer.toString(i),
            "TEXT",
            lines[i - 1]);
      }
    }

    @Test
    void areSynonymsRightsLinksPoliciesAndNamesWithoutText() throws SQLException {
      dictionary
          .row(
              "ALL_SYNONYMS",
              "OWNER",
              "APP",
              "SYNONYM_NAME",
              "S",
              "TABLE_OWNER",
              "HR",
              "TABLE_NAME",
              "EMP",
              "DB_LINK",
              "FAR")
          .row(
              "ALL_TAB_PRIVS",
              "TABLE_SCHEMA",
              "APP",
              "TABLE_NAME",
              "T",
              "GRANTEE",
              "READER",
              "PRIVILEGE",
              "SELECT",
              "GRANTABLE",
              "YES")
          .row(
              "ALL_COL_PRIVS",
              "TABLE_SCHEMA",
              "APP",
              "TABLE_NAME",
              "T",
              "GRANTEE",
              "WRITER",
              "COLUMN_NAME",
              "A",
              "PRIVILEGE",
              "UPDATE",
              "GRANTABLE",
              "NO")
          .row("ALL_DB_LINKS", "OWNER", "APP", "DB_LINK", "FAR", "USERNAME", "SCOTT", "HOST", "far")
          .row(
              "ALL_POLICIES",
              "OBJECT_OWNER",
              "APP",
              "OBJECT_NAME",
              "T",
              "POLICY_NAME",
              "MINE",
              "PF_OWNER",
              "APP",
              "FUNCTION",
              "RULE",
              "SEL",
              "YES",
              "INS",
              "NO",
              "UPD",
              "YES",
              "DEL",
              "NO",
              "IDX",
              "NO",
              "ENABLE",
              "YES")
          .row("ALL_OBJECTS", "OWNER", "APP", "OBJECT_NAME", "C", "OBJECT_TYPE", "CLUSTER")
          .row("ALL_OBJECTS", "OWNER", "APP", "OBJECT_NAME", "T", "OBJECT_TYPE", "TABLE")
          .row(
              "ALL_OBJECT_TABLES",
              "OWNER",
              "APP",
              "TABLE_NAME",
              "OT",
              "TABLE_TYPE_OWNER",
              "APP",
              "TABLE_TYPE",
              "ADDRESS");

      assertThat(inspect().others())
          .containsExactly(
              new OtherObject("cluster", QualifiedName.of("c"), ""),
              new OtherObject(
                  "database link", QualifiedName.of("far"), "CONNECT TO SCOTT USING far"),
              new OtherObject("object table", QualifiedName.of("ot"), "OF APP.ADDRESS"),
              new OtherObject("policy", QualifiedName.of("t.mine"), "APP.RULE SEL UPD"),
              new OtherObject(
                  "privilege", QualifiedName.of("t"), "SELECT TO READER WITH GRANT OPTION"),
              new OtherObject("privilege", QualifiedName.of("t"), "UPDATE (A) TO WRITER"),
              new OtherObject("synonym", QualifiedName.of("s"), "FOR HR.EMP@FAR"));
    }

    @Test
    void areThePartsOfTables() throws SQLException {
      dictionary
          .row(
              "ALL_PART_TABLES",
              "OWNER",
              "APP",
              "TABLE_NAME",
              "T",
              "PARTITIONING_TYPE",
              "RANGE",
              "SUBPARTITIONING_TYPE",
              "HASH",
              "INTERVAL",
              "NUMTOYMINTERVAL(1,'MONTH')")
          .row(
              "ALL_PART_KEY_COLUMNS",
              "OWNER",
              "APP",
              "NAME",
              "T",
              "OBJECT_TYPE",
              "TABLE",
              "COLUMN_NAME",
              "DAY",
              "COLUMN_POSITION",
              "1")
          .row(
              "ALL_SUBPART_KEY_COLUMNS",
              "OWNER",
              "APP",
              "NAME",
              "T",
              "OBJECT_TYPE",
              "TABLE",
              "COLUMN_NAME",
              "ID",
              "COLUMN_POSITION",
              "1")
          .row(
              "ALL_TAB_PARTITIONS",
              "TABLE_OWNER",
              "APP",
              "TABLE_NAME",
              "T",
              "PARTITION_NAME",
              "SYS_P12",
              "PARTITION_POSITION",
              "2",
              "HIGH_VALUE",
              "MAXVALUE")
          .row(
              "ALL_TAB_PARTITIONS",
              "TABLE_OWNER",
              "APP",
              "TABLE_NAME",
              "T",
              "PARTITION_NAME",
              "OLD",
              "PARTITION_POSITION",
              "1",
              "HIGH_VALUE",
              "10")
          .row(
              "ALL_TAB_PARTITIONS",
              "TABLE_OWNER",
              "APP",
              "TABLE_NAME",
              "T",
              "PARTITION_NAME",
              "SYS_P99",
              "PARTITION_POSITION",
              "3",
              "HIGH_VALUE",
              "20",
              "INTERVAL",
              "YES");

      assertThat(inspect().others())
          .containsExactly(
              new OtherObject(
                  "partitioning",
                  QualifiedName.of("t"),
                  """
                  BY RANGE (day) INTERVAL (NUMTOYMINTERVAL(1,'MONTH')) SUBPARTITION BY HASH (id)
                  PARTITION OLD (10)
                  PARTITION (MAXVALUE)"""));
    }
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
