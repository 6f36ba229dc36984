package dev.anabranch.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestDatabase;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.api.Trigger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What SQL has made in H2 is read; what operations make is read back in the contract. */
@RequiresServer("h2")
class H2InspectorTest {

  private TestDatabase database;

  @BeforeEach
  void open(TestDatabase fresh) {
    database = fresh;
  }

  private DatabaseSchema read() {
    return read(InspectionRequest.currentSchema());
  }

  private DatabaseSchema read(InspectionRequest request) {
    try (Connection connection = database.connect()) {
      return new H2DialectProvider().dialect(connection).inspector().inspect(connection, request);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Table table(String name) {
    return read().table(QualifiedName.of(name)).orElseThrow();
  }

  private Column column(String definition) {
    database.execute("CREATE TABLE one (c " + definition + ")");
    Column column = table("one").columns().get(0);
    database.execute("DROP TABLE one");
    return column;
  }

  private void assertType(String definition, DataType type) {
    assertThat(column(definition).type()).as(definition).isEqualTo(type);
  }

  private void assertNative(String definition) {
    assertType(definition, new DataType.Native(definition));
  }

  @Test
  void typesWithoutAPortableOneAreReadAsTheyAreDeclared() {
    assertNative("TINYINT");
    assertNative("NUMERIC");
    assertNative("DECFLOAT");
    assertNative("DECFLOAT(10)");
    assertNative("TIME(3) WITH TIME ZONE");
    assertNative("VARCHAR_IGNORECASE(10)");
    assertNative("CHARACTER LARGE OBJECT");
    assertNative("GEOMETRY");
    assertNative("GEOMETRY(POINT, 4326)");
    assertNative("ENUM('a', 'it''s')");
    assertNative("INTERVAL YEAR(2) TO MONTH");
    assertNative("INTERVAL DAY(2) TO SECOND(3)");
    assertNative("INTERVAL HOUR(4)");
    assertNative("INTERVAL SECOND(4, 2)");
    assertNative("INTERVAL HOUR(4) TO MINUTE");
    assertNative("INTEGER ARRAY[5]");
    assertNative("VARCHAR(3) ARRAY ARRAY");
    assertNative("ROW(\"A\" INTEGER, \"B\" VARCHAR(5) ARRAY)");
    assertNative("UUID ARRAY[3]");
  }

  @Test
  void namesOfTypesAreManyAndTheirMeaningIsOne() {
    assertType("INT8", DataType.Simple.BIGINT);
    assertType("FLOAT", DataType.Simple.DOUBLE);
    assertType("FLOAT(10)", DataType.Simple.REAL);
    assertType("DECIMAL(5)", new DataType.Numeric(5, 0));
    assertType("CLOB", new DataType.Native("CHARACTER LARGE OBJECT"));
    assertType("VARCHAR", DataType.Simple.TEXT);
    assertType("TIMESTAMP", new DataType.Timestamp(6));
    assertType("BIT", DataType.Simple.BOOLEAN);
    assertType("INT ARRAY", new DataType.Array(DataType.Simple.INTEGER));
  }

  @Test
  void aDomainOverAnEnumerationIsAnEnumType() {
    database.execute("CREATE DOMAIN mood AS ENUM('sad', 'happy')");
    database.execute("COMMENT ON DOMAIN mood IS 'How it goes'");

    assertThat(read().enumTypes())
        .containsExactly(
            new EnumType(
                QualifiedName.of("mood"), List.of("sad", "happy"), Optional.of("How it goes")));
    assertType("mood", new DataType.Enumeration(QualifiedName.of("mood"), List.of("sad", "happy")));
  }

  private void assertDefault(String definition, SqlValue value) {
    assertThat(column(definition).value()).as(definition).isEqualTo(new ColumnValue.Default(value));
  }

  private static SqlValue text(String value) {
    return new SqlValue.Constant(SqlLiteral.text(value));
  }

  @Test
  void defaultsAreConstantsWhereTheyAre() {
    assertDefault("VARCHAR DEFAULT 'it''s'", text("it's"));
    assertDefault("VARCHAR DEFAULT 'é \\ 😀'", text("é \\ 😀"));
    assertDefault("VARCHAR DEFAULT 'a' || 'b'", text("ab"));
    assertDefault("VARCHAR DEFAULT 'CURRENT_DATE'", text("CURRENT_DATE"));
    assertDefault("INTEGER DEFAULT -5", new SqlValue.Constant(SqlLiteral.number(-5)));
    assertDefault(
        "TIMESTAMP(3) WITH TIME ZONE DEFAULT TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+05:30'",
        new SqlValue.Constant(SqlLiteral.moment(Instant.parse("2019-12-31T18:30:00Z"))));
    assertDefault("JSON DEFAULT JSON '[1]'", new SqlValue.Constant(SqlLiteral.json("[1]")));
    assertDefault("DATE DEFAULT CURRENT_DATE", SqlValue.Current.DATE);
    assertDefault(
        "TIMESTAMP DEFAULT LOCALTIMESTAMP(3)",
        new SqlValue.Computed(SqlExpression.of("LOCALTIMESTAMP(3)")));
    assertDefault(
        "DATE DEFAULT DATE '-0001-01-01'",
        new SqlValue.Computed(SqlExpression.of("DATE '-0001-01-01'")));
    assertThat(column("INTEGER DEFAULT NULL").value()).isEqualTo(ColumnValue.none());
  }

  @Test
  void aSequenceOfAnotherSchemaIsNamedWithIt() {
    database.execute("CREATE SCHEMA other");
    database.execute("CREATE SEQUENCE other.\"my Number\"");

    assertDefault(
        "INTEGER DEFAULT NEXT VALUE FOR other.\"my Number\"",
        new SqlValue.NextValue(QualifiedName.of("other", "my Number")));
  }

  @Test
  void optionsOfColumnsAreRead() {
    Column column = column("INTEGER INVISIBLE DEFAULT 1 ON UPDATE 2 DEFAULT ON NULL");

    assertThat(column.options().values())
        .isEqualTo(
            Map.of(
                "h2", Map.of("on-update", "2", "on-null", "default", "visibility", "invisible")));
  }

  private SequenceOptions sequence(String options) {
    database.execute("CREATE SEQUENCE one " + options);
    SequenceOptions read = read().sequences().get(0).options();
    database.execute("DROP SEQUENCE one");
    return read;
  }

  @Test
  void optionsOfSequencesAreEmptyWhereTheyAreAsByDefault() {
    for (String usual :
        List.of(
            "",
            "START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE NO CYCLE CACHE 32",
            "AS SMALLINT",
            "AS REAL",
            "AS DOUBLE PRECISION",
            "AS NUMERIC(5)",
            "AS NUMERIC(30)",
            "AS TINYINT")) {
      assertThat(sequence(usual)).as(usual).isEqualTo(SequenceOptions.defaults());
    }
    assertThat(sequence("INCREMENT BY -1")).isEqualTo(SequenceOptions.defaults().incrementBy(-1));
    assertThat(sequence("AS REAL INCREMENT BY -1"))
        .isEqualTo(SequenceOptions.defaults().incrementBy(-1));
    assertThat(sequence("START WITH -5")).isEqualTo(SequenceOptions.defaults().minValue(-5));
    assertThat(sequence("MINVALUE 1 MAXVALUE 10"))
        .isEqualTo(SequenceOptions.defaults().maxValue(10));
    assertThat(sequence("INCREMENT BY 100 MAXVALUE 1000 CYCLE"))
        .isEqualTo(SequenceOptions.defaults().incrementBy(100).maxValue(1000).cycle());
    assertThat(sequence("NO CACHE").cache()).contains(BigInteger.ONE);
  }

  @Test
  void aKeyIsReadUnderThePresentNamesOfItsColumns() {
    database.execute("CREATE TABLE p (a INTEGER, b INTEGER, c INTEGER, UNIQUE (b, a))");
    database.execute(
        "CREATE TABLE q (x INTEGER, y INTEGER, FOREIGN KEY (x, y) REFERENCES p (a, b))");
    database.execute("ALTER TABLE p RENAME COLUMN a TO aa");
    database.execute("ALTER TABLE q RENAME COLUMN y TO yy");

    ForeignKey key = table("q").foreignKeys().get(0);

    assertThat(key.columns()).containsExactly(Identifier.of("x"), Identifier.of("yy"));
    assertThat(key.referredColumns()).containsExactly(Identifier.of("aa"), Identifier.of("b"));
    assertThat(table("p").constraints().get(0).columns())
        .containsExactly(Identifier.of("b"), Identifier.of("aa"));
  }

  @Test
  void anIndexThatAConstraintUsesAndHasNotMadeIsListed() {
    database.execute("CREATE TABLE t (a INTEGER, b INTEGER)");
    database.execute("CREATE UNIQUE INDEX mine ON t (a) INCLUDE (b)");
    database.execute("CREATE UNIQUE INDEX own ON t (b DESC)");
    database.execute("ALTER TABLE t ADD CONSTRAINT one_b UNIQUE (b)");

    Table table = table("t");

    assertThat(table.indexes())
        .extracting(index -> index.name().orElseThrow())
        .containsExactly(Identifier.of("mine"), Identifier.of("own"));
    assertThat(table.indexes()).extracting(Index::columns).hasSize(2);
    assertThat(table.indexes().get(0).details().include()).containsExactly(Identifier.of("b"));
    assertThat(table.constraints()).hasSize(1);
  }

  @Test
  void everythingElseIsAnOtherObject() {
    for (String sql :
        List.of(
            "CREATE TABLE t (a INTEGER)",
            "CREATE TABLE hidden (a INTEGER)",
            "CREATE DOMAIN email AS VARCHAR(30) DEFAULT 'a@b' CHECK (VALUE LIKE '%@%')",
            "CREATE ALIAS twice AS $$ int twice(int i) { return 2 * i; } $$",
            "CREATE ALIAS later FOR \"java.lang.Math.abs(int)\"",
            "CREATE SYNONYM s FOR t",
            "CREATE CONSTANT answer VALUE 42",
            "CREATE ROLE reader",
            "CREATE USER ann PASSWORD 'x'",
            "GRANT SELECT ON t TO reader",
            "GRANT SELECT ON hidden TO reader",
            "GRANT SELECT ON SCHEMA public TO reader",
            "GRANT reader TO ann",
            "CREATE GLOBAL TEMPORARY TABLE passing (a INTEGER)",
            "CREATE MATERIALIZED VIEW kept AS SELECT a FROM t",
            "CREATE TRIGGER told BEFORE INSERT ON t FOR EACH ROW CALL \""
                + NoTrigger.class.getName()
                + "\"",
            "CREATE TRIGGER hidden_told BEFORE INSERT ON hidden FOR EACH ROW CALL \""
                + NoTrigger.class.getName()
                + "\"")) {
      database.execute(sql);
    }

    DatabaseSchema schema =
        read(InspectionRequest.currentSchema().without(List.of(QualifiedName.of("hidden"))));

    assertThat(schema.others())
        .containsExactly(
            other("constant", "answer", "42"),
            other("domain", "email", "VARCHAR(30) DEFAULT 'a@b' CHECK (VALUE LIKE '%@%')"),
            other("function", "later", "FOR java.lang.Math.abs(int)"),
            other("function", "twice", "AS  int twice(int i) { return 2 * i; } "),
            other("global temporary", "passing", "a INTEGER"),
            other("materialized view", "kept", "a INTEGER"),
            other("membership", "reader", "TO ANN"),
            other("privilege", "t", "SELECT TO READER"),
            other("role", "reader", ""),
            other("schema privilege", "public", "SELECT TO READER"),
            other("synonym", "s", "FOR t"),
            other(
                "trigger",
                "t.told",
                "BEFORE INSERT FOR EACH ROW CALL " + NoTrigger.class.getName()));
    assertThat(schema.tables()).extracting(Table::name).containsExactly(QualifiedName.of("t"));
  }

  private static OtherObject other(String kind, String name, String definition) {
    return new OtherObject(kind, QualifiedName.of(name), definition);
  }

  /** A trigger that does nothing. */
  public static final class NoTrigger implements Trigger {

    /** Called by H2. */
    public NoTrigger() {}

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) {}
  }

  @Test
  void whatASessionHasForItselfIsPassedOver() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE LOCAL TEMPORARY TABLE mine (a INTEGER)");

      DatabaseSchema schema =
          new H2DialectProvider()
              .dialect(connection)
              .inspector()
              .inspect(connection, InspectionRequest.currentSchema());

      assertThat(schema).isEqualTo(DatabaseSchema.empty());
    }
  }

  @Test
  void namesAreAsTheDatabaseFoldsThem() throws SQLException {
    for (String setting : List.of("DATABASE_TO_UPPER=FALSE", "DATABASE_TO_LOWER=TRUE")) {
      try (Connection connection =
              DriverManager.getConnection("jdbc:h2:mem:;" + setting, "sa", "");
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE small (a INTEGER PRIMARY KEY)");

        DatabaseSchema schema =
            new H2DialectProvider()
                .dialect(connection)
                .inspector()
                .inspect(connection, InspectionRequest.currentSchema());

        assertThat(schema.tables())
            .extracting(Table::name)
            .containsExactly(QualifiedName.of("small"));
      }
    }
  }

  @Test
  void nullsStandWhereTheDatabasePutsThem() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:mem:;DEFAULT_NULL_ORDERING=HIGH", "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (a INTEGER)");
      statement.execute("CREATE INDEX i ON t (a)");
      statement.execute("CREATE INDEX j ON t (a NULLS FIRST)");

      List<Index> indexes =
          new H2DialectProvider()
              .dialect(connection)
              .inspector()
              .inspect(connection, InspectionRequest.currentSchema())
              .tables()
              .get(0)
              .indexes();

      assertThat(indexes)
          .extracting(index -> index.parts().get(0).nulls().name())
          .containsExactly("AS_BY_DEFAULT", "FIRST");
    }
  }

  @Test
  void severalSchemasAreReadWithTheirNames() {
    database.execute("CREATE SCHEMA other");
    database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY)");
    database.execute("CREATE TABLE other.u (t_id INTEGER REFERENCES public.t)");
    database.execute("CREATE TABLE v (t_id INTEGER REFERENCES t)");

    DatabaseSchema schema =
        read(
            new InspectionRequest(
                List.of(Identifier.of("public"), Identifier.of("other")), List.of()));

    assertThat(schema.tables())
        .extracting(Table::name)
        .containsExactly(
            QualifiedName.of("t"), QualifiedName.of("v"), QualifiedName.of("other", "u"));
    assertThat(schema.tables().get(2).foreignKeys().get(0).referredTable())
        .isEqualTo(QualifiedName.of("t"));
    assertThat(schema.others())
        .containsExactly(new OtherObject("schema", QualifiedName.of("other"), ""));
  }
}
