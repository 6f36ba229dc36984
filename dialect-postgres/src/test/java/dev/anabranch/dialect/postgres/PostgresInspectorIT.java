package dev.anabranch.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlValue;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.PostgresControl;
import dev.anabranch.testkit.server.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read of a database, and what is not. */
@RequiresServer("postgresql")
class PostgresInspectorIT {

  private static Scratch scratch;
  private static TestDatabase database;

  @BeforeAll
  static void connect(TestDatabase given) throws SQLException {
    database = given;
    scratch = new Scratch(given);
  }

  @AfterAll
  static void disconnect() throws SQLException {
    scratch.close();
  }

  @BeforeEach
  void clear() throws SQLException {
    scratch.execute("RESET search_path");
    scratch.clear();
  }

  @Test
  void namesObjectsOfOtherSchemasWithTheirSchema() throws SQLException {
    scratch.execute(
        """
        CREATE SCHEMA shop;
        CREATE TYPE shop.mood AS ENUM ('sad');
        CREATE SEQUENCE shop.numbers;
        CREATE TABLE t (id int PRIMARY KEY, m shop.mood, n int DEFAULT nextval('shop.numbers'));
        CREATE TABLE shop.t (id int REFERENCES public.t);
        CREATE TABLE u (id int);
        ALTER TABLE shop.t ADD UNIQUE (id);
        ALTER TABLE u ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES shop.t (id);
        CREATE VIEW shop.v AS SELECT id FROM shop.t""");

    DatabaseSchema both = scratch.read("public", "shop");
    assertThat(both.tables())
        .extracting(Table::name)
        .containsExactly(
            QualifiedName.of("t"), QualifiedName.of("u"), QualifiedName.of("shop", "t"));
    assertThat(key(both, QualifiedName.of("shop", "t")).referredTable())
        .isEqualTo(QualifiedName.of("t"));
    assertThat(key(both, QualifiedName.of("u")).referredTable())
        .isEqualTo(QualifiedName.of("shop", "t"));
    assertThat(both.views()).extracting(View::name).containsExactly(QualifiedName.of("shop", "v"));

    DatabaseSchema one = scratch.read();
    assertThat(one.tables())
        .extracting(Table::name)
        .containsExactly(QualifiedName.of("t"), QualifiedName.of("u"));
    assertThat(key(one, QualifiedName.of("u"))).isEqualTo(key(both, QualifiedName.of("u")));
    assertThat(one.enumTypes()).isEmpty();
    assertThat(one.sequences()).isEmpty();
    List<Column> columns = one.tables().get(0).columns();
    assertThat(columns.get(1).type())
        .isEqualTo(new DataType.Enumeration(QualifiedName.of("shop", "mood"), List.of("sad")));
    assertThat(columns.get(2).value())
        .isEqualTo(
            new ColumnValue.Default(new SqlValue.NextValue(QualifiedName.of("shop", "numbers"))));
  }

  private static ForeignKey key(DatabaseSchema schema, QualifiedName table) {
    return schema.table(table).orElseThrow().foreignKeys().get(0);
  }

  @Test
  void tellsThatASchemaIsThere() throws SQLException {
    DatabaseSchema before = scratch.read("public", "shop");
    scratch.execute("CREATE SCHEMA shop");
    assertThat(before.others()).isEmpty();
    assertThat(scratch.read("public", "shop").others())
        .containsExactly(new OtherObject("schema", QualifiedName.of("shop"), ""));
  }

  @Test
  void readsWithAnySearchPath() throws SQLException {
    scratch.execute(
        """
        CREATE SCHEMA shop;
        CREATE TABLE shop.t (id int PRIMARY KEY, a text COLLATE "C" DEFAULT 'x',
          s serial, CHECK (a <> ''));
        CREATE INDEX i ON shop.t (lower(a) text_pattern_ops) WHERE id > 0;
        CREATE MATERIALIZED VIEW shop.m AS SELECT id FROM shop.t;
        CREATE TRIGGER g BEFORE INSERT ON shop.t FOR EACH ROW
          EXECUTE FUNCTION suppress_redundant_updates_trigger();
        ALTER TABLE shop.t DISABLE TRIGGER g;""");

    scratch.execute("SET search_path = ''");
    DatabaseSchema without = scratch.read("shop");
    assertThat(without.table(QualifiedName.of("shop", "t"))).isPresent();
    assertThat(without.views().get(0).query().toString()).endsWith("FROM shop.t");
    assertThat(scratch.read().tables()).as("there is no current schema").isEmpty();

    scratch.execute("SET search_path = shop");
    DatabaseSchema within = scratch.read();
    assertThat(within.views().get(0).query().toString()).endsWith("FROM t");
    assertThat(within.table(QualifiedName.of("t")).orElseThrow().columns())
        .isEqualTo(
            without.table(QualifiedName.of("shop", "t")).orElseThrow().columns().stream()
                .map(
                    column ->
                        column.value() instanceof ColumnValue.Default given
                                && given.value() instanceof SqlValue.NextValue
                            ? column.withValue(
                                new ColumnValue.Default(
                                    new SqlValue.NextValue(QualifiedName.of("t_s_seq"))))
                            : column)
                .toList());
    assertThat(scratch.read("shop")).as("by its name").isEqualTo(within);
  }

  @Test
  void leavesOutTablesWithAllThatIsTheirs() throws SQLException {
    scratch.execute(
        """
        CREATE TABLE out1 (id serial PRIMARY KEY, n int GENERATED ALWAYS AS IDENTITY, a int UNIQUE);
        CREATE INDEX ON out1 (a);
        COMMENT ON COLUMN out1.a IS 'x'; COMMENT ON TABLE out1 IS 'x'; COMMENT ON INDEX out1_pkey IS 'x';
        GRANT SELECT ON out1 TO PUBLIC; GRANT USAGE ON SEQUENCE out1_id_seq TO PUBLIC;
        CREATE TABLE kept (a int REFERENCES out1)""");
    DatabaseSchema read =
        scratch
            .dialect()
            .inspector()
            .inspect(
                scratch.connection(),
                InspectionRequest.currentSchema()
                    .without(List.of(QualifiedName.of("public", "out1"))));

    assertThat(read.tables()).extracting(Table::name).containsExactly(QualifiedName.of("kept"));
    assertThat(read.tables().get(0).foreignKeys().get(0).referredColumns())
        .containsExactly(Identifier.of("id"));
    assertThat(read.sequences()).isEmpty();
    assertThat(read.others()).isEmpty();
  }

  @Test
  void leavesOutMembersOfExtensions() throws SQLException {
    scratch.execute("CREATE EXTENSION hstore; CREATE EXTENSION pg_buffercache");
    DatabaseSchema read = scratch.read();
    assertThat(read.others()).extracting(OtherObject::kind).containsOnly("extension");
    assertThat(read.views()).isEmpty();

    scratch.execute(
        "CREATE TABLE t (h hstore DEFAULT '\"a\"=>\"1\"'); CREATE INDEX ON t USING gin (h)");
    Table table = scratch.read().tables().get(0);
    assertThat(table.columns().get(0).type()).isEqualTo(new DataType.Native("hstore"));
    assertThat(table.indexes().get(0).parts().get(0).operatorClass()).isEmpty();
  }

  @Test
  void readsSerialColumnsWithTheirSequences() throws SQLException {
    scratch.execute("CREATE TABLE t (id serial PRIMARY KEY); CREATE SEQUENCE free");
    DatabaseSchema read = scratch.read();
    assertThat(read.sequences())
        .extracting(Sequence::name)
        .containsExactly(QualifiedName.of("free"));
    assertThat(read.tables().get(0).columns().get(0).value())
        .isEqualTo(new ColumnValue.Default(new SqlValue.NextValue(QualifiedName.of("t_id_seq"))));
    assertThat(read.others()).extracting(OtherObject::kind).containsExactly("owned sequence");
  }

  @Test
  void readsPartitionedTablesWithoutTheirPartitions() throws SQLException {
    scratch.execute(
        """
        CREATE TABLE p (a int, b int, PRIMARY KEY (a)) PARTITION BY RANGE (a);
        CREATE INDEX i ON p (b);
        CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (10);
        CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);
        CREATE TABLE r (a int REFERENCES p)""");
    DatabaseSchema read = scratch.read();
    assertThat(read.tables())
        .extracting(Table::name)
        .containsExactly(QualifiedName.of("p"), QualifiedName.of("r"));
    Table partitioned = read.tables().get(0);
    assertThat(partitioned.options().of(List.of("postgresql"), "partition_by"))
        .hasValue("RANGE (a)");
    assertThat(partitioned.indexes()).hasSize(1);
    assertThat(read.tables().get(1).constraints()).as("one for all partitions").hasSize(1);
    assertThat(read.others()).extracting(OtherObject::kind).containsOnly("partition");
  }

  @Test
  void tellsDuplicatesApartByTheirNames() throws SQLException {
    scratch.execute(
        """
        CREATE TABLE u (a int); CREATE UNIQUE INDEX ux ON u (a);
        CREATE TABLE t (a int CONSTRAINT f1 REFERENCES u (a) CONSTRAINT f2 REFERENCES u (a));
        CREATE INDEX i1 ON t (a); CREATE INDEX i2 ON t (a)""");
    Table table = scratch.read().table(QualifiedName.of("t")).orElseThrow();
    assertThat(table.constraints())
        .extracting(TableConstraint::name)
        .containsExactly(Optional.of(Identifier.of("f1")), Optional.of(Identifier.of("f2")));
    assertThat(table.indexes())
        .extracting(Index::name)
        .containsExactly(Optional.of(Identifier.of("i1")), Optional.of(Identifier.of("i2")));
  }

  @Test
  void readsWhatIsRare() throws SQLException {
    scratch.execute(
        """
        CREATE TABLE nothing ();
        CREATE TEMP TABLE gone (a int);
        CREATE DOMAIN amount AS numeric(10, 2);
        CREATE TABLE t (a amount DEFAULT 5, b amount[], c int[][], d "char", e varchar, f numeric,
          g timestamptz, h timetz, i interval, j json, k bit(3), l bit varying, m name, n oid);
        ALTER TABLE t DROP COLUMN b;
        CREATE INDEX i ON t (c, a DESC, e varchar_pattern_ops)""");
    DatabaseSchema read = scratch.read();
    assertThat(read.tables())
        .extracting(Table::name)
        .containsExactly(QualifiedName.of("nothing"), QualifiedName.of("t"));
    assertThat(read.tables().get(1).columns())
        .extracting(Column::type)
        .containsExactly(
            new DataType.Native("amount"),
            new DataType.Array(DataType.Simple.INTEGER),
            new DataType.Native("\"char\""),
            new DataType.Native("character varying"),
            new DataType.Native("numeric"),
            new DataType.TimestampWithTimeZone(6),
            new DataType.Native("time with time zone"),
            new DataType.Native("interval"),
            new DataType.Native("json"),
            new DataType.Native("bit(3)"),
            new DataType.Native("bit varying"),
            new DataType.Native("name"),
            new DataType.Native("oid"));
    assertThat(read.tables().get(1).indexes().get(0).columns())
        .containsExactly(Identifier.of("c"), Identifier.of("a"), Identifier.of("e"));
  }

  @Test
  void readsOperatorClassesWithOptions() throws SQLException {
    scratch.execute(
        """
        CREATE SCHEMA ext; CREATE EXTENSION pg_trgm SCHEMA ext;
        CREATE TABLE t (a text, b text);
        CREATE INDEX i ON t USING gist (a ext.gist_trgm_ops (siglen = 32), b ext.gist_trgm_ops)""");
    List<Index> indexes = scratch.read().tables().get(0).indexes();
    assertThat(indexes.get(0).parts())
        .extracting(part -> part.operatorClass().orElse(""))
        .containsExactly("ext.gist_trgm_ops(siglen=32)", "ext.gist_trgm_ops");
    scratch.execute("DROP INDEX i");
    scratch.apply(op -> op.createIndex("t", indexes.get(0)));
    assertThat(scratch.read().tables().get(0).indexes()).isEqualTo(indexes);
  }

  @Test
  void isTheSameInWhateverOrderThingsCame() throws SQLException {
    String table = "CREATE TABLE a (x int, CONSTRAINT c1 CHECK (x > 0), CONSTRAINT c2 UNIQUE (x));";
    String other = "CREATE TABLE b (y text, gone int);";
    String index = "CREATE INDEX i1 ON a (x); CREATE INDEX i2 ON a (x, x);";
    String back = "CREATE INDEX i2 ON a (x, x); CREATE INDEX i1 ON a (x);";
    String routines = "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';";
    scratch.execute(table + other + index + routines + "ALTER TABLE b DROP COLUMN gone");
    DatabaseSchema first = scratch.read();
    clear();
    scratch.execute(routines + "CREATE TABLE b (y text);" + table + back);
    assertThat(scratch.read()).isEqualTo(first);
  }

  @Test
  void asksTheSameNumberOfQueriesWhateverTheNumberOfTables() throws SQLException {
    createTables(1, 1);
    int few = queries();
    createTables(2, 50);
    assertThat(queries()).isEqualTo(few);
    assertThat(few).isLessThanOrEqualTo(13);
  }

  private static void createTables(int first, int last) throws SQLException {
    scratch.execute(
        """
        DO $$ BEGIN FOR i IN %d..%d LOOP
          EXECUTE format('CREATE TABLE t%%s (id serial PRIMARY KEY, a int REFERENCES t%%s, b text DEFAULT ''x'')', i, i);
          EXECUTE format('CREATE INDEX ON t%%s (lower(b))', i);
          EXECUTE format('CREATE VIEW v%%s AS SELECT * FROM t%%s', i, i);
        END LOOP; END $$"""
            .formatted(first, last));
  }

  private static int queries() throws SQLException {
    AtomicInteger count = new AtomicInteger();
    Connection counting =
        (Connection)
            Proxy.newProxyInstance(
                PostgresInspectorIT.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().startsWith("prepare")
                      || method.getName().equals("createStatement")) {
                    count.incrementAndGet();
                  }
                  return method.invoke(scratch.connection(), arguments);
                });
    scratch.dialect().inspector().inspect(counting, InspectionRequest.currentSchema());
    return count.get();
  }

  @Test
  void leavesTheTransactionAsItIs() throws SQLException {
    scratch.connection().setAutoCommit(false);
    scratch.execute("CREATE TABLE t (a int)");
    assertThat(scratch.read().tables()).hasSize(1);
    scratch.connection().rollback();
    scratch.connection().setAutoCommit(true);
    assertThat(scratch.read().tables()).isEmpty();
  }

  @Test
  void readsAsAUserWithoutRights() throws SQLException {
    scratch.execute(
        """
        CREATE SCHEMA shop;
        CREATE TABLE shop.t (id serial PRIMARY KEY, n int GENERATED ALWAYS AS IDENTITY, a text DEFAULT 'x');
        CREATE VIEW shop.v AS SELECT id FROM shop.t;
        CREATE FUNCTION shop.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE FOREIGN DATA WRAPPER fdw; CREATE SERVER srv FOREIGN DATA WRAPPER fdw;
        CREATE USER MAPPING FOR PUBLIC SERVER srv;
        CREATE STATISTICS shop.st ON id, n FROM shop.t""");
    InspectionRequest request = new InspectionRequest(List.of(Identifier.of("shop")), List.of());
    PostgresControl.LimitedUser user = PostgresControl.of(database).createUser();
    try (Connection connection = user.address().connect()) {
      assertThat(scratch.dialect().inspector().inspect(connection, request))
          .isEqualTo(scratch.dialect().inspector().inspect(scratch.connection(), request));
    }
  }
}
