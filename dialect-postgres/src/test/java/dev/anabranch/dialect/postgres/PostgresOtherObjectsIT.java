package dev.anabranch.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no operation models is seen when it comes, and no longer when it is gone. */
@RequiresServer("postgresql")
class PostgresOtherObjectsIT {

  private static Scratch scratch;

  @BeforeAll
  static void connect(TestDatabase database) throws SQLException {
    scratch = new Scratch(database);
  }

  @AfterAll
  static void disconnect() throws SQLException {
    scratch.close();
  }

  @BeforeEach
  void clear() throws SQLException {
    scratch.clear();
    scratch.execute("CREATE TABLE t (id int PRIMARY KEY, a text, d int)");
    scratch.execute("CREATE VIEW v AS SELECT id FROM t");
    scratch.execute(
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'");
  }

  /**
   * An object.
   *
   * @param since the first release that has such objects
   * @param kind its kind
   * @param name its name
   * @param definition its definition
   * @param create makes it
   * @param drop takes it away
   */
  record Thing(int since, String kind, String name, String definition, String create, String drop) {

    @Override
    public String toString() {
      return kind + " " + name;
    }
  }

  private static Thing thing(
      String kind, String name, String definition, String create, String drop) {
    return new Thing(13, kind, name, definition, create, drop);
  }

  static Stream<Thing> things() {
    return Stream.of(ofTables(), ofSchemas(), ofTheDatabase(), rights(), comments())
        .flatMap(each -> each);
  }

  private static Stream<Thing> ofTables() {
    return Stream.of(
        thing(
            "trigger",
            "t.g",
            "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
            "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
            "DROP TRIGGER g ON t"),
        thing(
            "trigger",
            "t.g",
            "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f() DISABLED",
            "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();"
                + " ALTER TABLE t DISABLE TRIGGER g",
            "DROP TRIGGER g ON t"),
        thing(
            "rule",
            "v.r",
            "CREATE RULE r AS\n    ON INSERT TO v DO INSTEAD NOTHING;",
            "CREATE RULE r AS ON INSERT TO v DO INSTEAD NOTHING",
            "DROP RULE r ON v"),
        thing(
            "row level security policy",
            "t.p",
            "AS PERMISSIVE FOR SELECT TO PUBLIC USING ((id > 0))",
            "CREATE POLICY p ON t FOR SELECT USING (id > 0)",
            "DROP POLICY p ON t"),
        thing(
            "row level security",
            "t",
            "ENABLED",
            "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
            "ALTER TABLE t DISABLE ROW LEVEL SECURITY"),
        thing(
            "row level security",
            "t",
            "FORCED",
            "ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
            "ALTER TABLE t DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY"),
        thing(
            "constraint detail",
            "t.c",
            "CHECK ((d > 0)) NOT VALID",
            "ALTER TABLE t ADD CONSTRAINT c CHECK (d > 0) NOT VALID",
            "ALTER TABLE t DROP CONSTRAINT c"),
        thing(
            "constraint detail",
            "t.c",
            "CHECK ((d > 0)) NO INHERIT",
            "ALTER TABLE t ADD CONSTRAINT c CHECK (d > 0) NO INHERIT",
            "ALTER TABLE t DROP CONSTRAINT c"),
        thing(
            "constraint detail",
            "t.c",
            "FOREIGN KEY (d) REFERENCES t(id) NOT VALID",
            "ALTER TABLE t ADD CONSTRAINT c FOREIGN KEY (d) REFERENCES t NOT VALID",
            "ALTER TABLE t DROP CONSTRAINT c"),
        thing(
            "constraint detail",
            "t.c",
            "INCLUDE a, id WITH fillfactor=50",
            "ALTER TABLE t ADD CONSTRAINT c UNIQUE (d) INCLUDE (a, id) WITH (fillfactor = 50)",
            "ALTER TABLE t DROP CONSTRAINT c"),
        new Thing(
            15,
            "constraint detail",
            "t.c",
            "FOREIGN KEY (d, id) REFERENCES u(a, b) ON DELETE SET NULL (d)",
            "CREATE TABLE u (a int, b int, UNIQUE (a, b));"
                + " ALTER TABLE t ADD CONSTRAINT c FOREIGN KEY (d, id) REFERENCES u (a, b)"
                + " ON DELETE SET NULL (d)",
            "DROP TABLE u CASCADE"),
        new Thing(
            18,
            "constraint detail",
            "t.c",
            "CHECK ((d > 0)) NOT ENFORCED",
            "ALTER TABLE t ADD CONSTRAINT c CHECK (d > 0) NOT ENFORCED",
            "ALTER TABLE t DROP CONSTRAINT c"),
        new Thing(
            18,
            "constraint detail",
            "w.w_pkey",
            "PRIMARY KEY (s, r WITHOUT OVERLAPS)",
            "CREATE TABLE w (s int4range, r int4range, PRIMARY KEY (s, r WITHOUT OVERLAPS))",
            "DROP TABLE w"),
        thing(
            "constraint detail",
            "u.fk",
            "FOREIGN KEY (a, a) REFERENCES t2(x, y)",
            "CREATE TABLE t2 (x int, y int, UNIQUE (x, y));"
                + " CREATE TABLE u (a int, CONSTRAINT fk FOREIGN KEY (a, a) REFERENCES t2 (x, y))",
            "DROP TABLE t2, u"),
        thing(
            "constraint detail",
            "t.t_pkey",
            "INDEX CLUSTERED",
            "ALTER TABLE t CLUSTER ON t_pkey",
            "ALTER TABLE t SET WITHOUT CLUSTER"),
        thing(
            "index state",
            "t.i",
            "REPLICA IDENTITY",
            "ALTER TABLE t ALTER a SET NOT NULL; CREATE UNIQUE INDEX i ON t (a);"
                + " ALTER TABLE t REPLICA IDENTITY USING INDEX i",
            "ALTER TABLE t REPLICA IDENTITY DEFAULT; DROP INDEX i;"
                + " ALTER TABLE t ALTER a DROP NOT NULL"),
        thing(
            "replica identity",
            "t",
            "FULL",
            "ALTER TABLE t REPLICA IDENTITY FULL",
            "ALTER TABLE t REPLICA IDENTITY DEFAULT"),
        thing(
            "inheritance",
            "u",
            "INHERITS (t)",
            "CREATE TABLE u (x int) INHERITS (t)",
            "DROP TABLE u"),
        thing(
            "typed table",
            "u",
            "OF ct",
            "CREATE TYPE ct AS (x int); CREATE TABLE u OF ct",
            "DROP TABLE u; DROP TYPE ct"),
        thing(
            "partition",
            "p1",
            """
            PARTITION OF p FOR VALUES FROM (1) TO (10)
            WITH (fillfactor=50)
            c CHECK ((a > 0))
            CREATE INDEX i ON public.p1 USING btree (b)
            DEFAULT b 7""",
            "CREATE TABLE p (a int NOT NULL, b int DEFAULT 1, PRIMARY KEY (a)) PARTITION BY RANGE (a);"
                + " CREATE INDEX ON p (b, a);"
                + " CREATE TABLE p1 PARTITION OF p (b DEFAULT 7, CONSTRAINT c CHECK (a > 0))"
                + " FOR VALUES FROM (1) TO (10) WITH (fillfactor = 50);"
                + " CREATE INDEX i ON p1 (b)",
            "DROP TABLE p"),
        thing(
            "partition",
            "p1",
            "PARTITION OF p FOR VALUES IN (1)\nPARTITION BY HASH (b)",
            "CREATE TABLE p (a int, b int) PARTITION BY LIST (a);"
                + " CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY HASH (b)",
            "DROP TABLE p"),
        thing(
            "owned sequence",
            "s",
            "integer owned by t.d, from 5 by 2, between 1 and 100, cache 3, cycle: numbers",
            "CREATE SEQUENCE s AS int START 5 INCREMENT 2 MAXVALUE 100 CACHE 3 CYCLE OWNED BY t.d;"
                + " COMMENT ON SEQUENCE s IS 'numbers'",
            "DROP SEQUENCE s"),
        thing(
            "statistics",
            "st",
            "CREATE STATISTICS public.st ON a, d FROM t",
            "CREATE STATISTICS st ON a, d FROM t",
            "DROP STATISTICS st"),
        thing(
            "index",
            "m.mi",
            "CREATE INDEX mi ON public.m USING btree (id)",
            "CREATE MATERIALIZED VIEW m AS SELECT id FROM t; CREATE INDEX mi ON m (id)",
            "DROP MATERIALIZED VIEW m"));
  }

  private static Stream<Thing> ofSchemas() {
    return Stream.of(
        thing(
            "function",
            "g(a integer, text)",
            """
            CREATE OR REPLACE FUNCTION public.g(a integer, text)
             RETURNS integer
             LANGUAGE sql
             IMMUTABLE
            AS $function$SELECT a$function$
            """,
            "CREATE FUNCTION g(a int, text) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT a'",
            "DROP FUNCTION g"),
        thing(
            "procedure",
            "pr()",
            """
            CREATE OR REPLACE PROCEDURE public.pr()
             LANGUAGE sql
            AS $procedure$SELECT 1$procedure$
            """,
            "CREATE PROCEDURE pr() LANGUAGE sql AS 'SELECT 1'",
            "DROP PROCEDURE pr"),
        thing(
            "aggregate",
            "total(integer)",
            "SFUNC = int4pl, STYPE = integer, INITCOND = '0', KIND = n, PARALLEL = u",
            "CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0')",
            "DROP AGGREGATE total(int)"),
        thing(
            "domain",
            "money_amount",
            "numeric(10,2) DEFAULT 0 NOT NULL CONSTRAINT positive CHECK ((VALUE > (0)::numeric))",
            "CREATE DOMAIN money_amount AS numeric(10, 2) DEFAULT 0 NOT NULL"
                + " CONSTRAINT positive CHECK (VALUE > 0)",
            "DROP DOMAIN money_amount"),
        thing(
            "composite type",
            "address",
            "street text, \"No\" integer",
            "CREATE TYPE address AS (street text, \"No\" int)",
            "DROP TYPE address"),
        thing(
            "enum type",
            "nothing",
            "without values",
            "CREATE TYPE nothing AS ENUM ()",
            "DROP TYPE nothing"),
        new Thing(
            14,
            "range type",
            "span",
            "SUBTYPE = time without time zone, SUBTYPE_OPCLASS = time_ops, MULTIRANGE = spans",
            "CREATE TYPE span AS RANGE (SUBTYPE = time, MULTIRANGE_TYPE_NAME = spans)",
            "DROP TYPE span"),
        thing(
            "base type",
            "shellish",
            "INPUT = shellish_in, OUTPUT = shellish_out, LENGTH = -1, CATEGORY = U",
            "CREATE TYPE shellish;"
                + " CREATE FUNCTION shellish_in(cstring) RETURNS shellish LANGUAGE internal IMMUTABLE STRICT AS 'textin';"
                + " CREATE FUNCTION shellish_out(shellish) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';"
                + " CREATE TYPE shellish (INPUT = shellish_in, OUTPUT = shellish_out)",
            "DROP TYPE shellish CASCADE"),
        thing(
            "operator",
            "<->(integer, integer)",
            "FUNCTION = int4mi",
            "CREATE OPERATOR <-> (LEFTARG = int, RIGHTARG = int, FUNCTION = int4mi)",
            "DROP OPERATOR <-> (int, int)"),
        thing(
            "operator class",
            "oc USING btree",
            "FOR TYPE integer FAMILY oc",
            "CREATE OPERATOR CLASS oc FOR TYPE int USING btree AS"
                + " OPERATOR 1 <, OPERATOR 3 =, FUNCTION 1 btint4cmp(int, int)",
            "DROP OPERATOR FAMILY oc USING btree"),
        thing(
            "operator family",
            "oc USING btree",
            "1 <(integer,integer), 3 =(integer,integer), 1 btint4cmp(integer,integer)",
            "CREATE OPERATOR CLASS oc FOR TYPE int USING btree AS"
                + " OPERATOR 1 <, OPERATOR 3 =, FUNCTION 1 btint4cmp(int, int)",
            "DROP OPERATOR FAMILY oc USING btree"),
        thing(
            "collation",
            "own",
            "PROVIDER = c, LOCALE = C",
            "CREATE COLLATION own (LOCALE = 'C')",
            "DROP COLLATION own"),
        thing(
            "conversion",
            "own",
            "FROM LATIN1 TO UTF8 BY iso8859_1_to_utf8",
            "CREATE CONVERSION own FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8",
            "DROP CONVERSION own"),
        thing(
            "text search configuration",
            "ts",
            "PARSER = default, word = simple",
            "CREATE TEXT SEARCH CONFIGURATION ts (PARSER = default);"
                + " ALTER TEXT SEARCH CONFIGURATION ts ADD MAPPING FOR word WITH simple",
            "DROP TEXT SEARCH CONFIGURATION ts"),
        thing(
            "text search dictionary",
            "td",
            "TEMPLATE = simple, stopwords = 'english'",
            "CREATE TEXT SEARCH DICTIONARY td (TEMPLATE = simple, STOPWORDS = english)",
            "DROP TEXT SEARCH DICTIONARY td"));
  }

  private static Stream<Thing> ofTheDatabase() {
    return Stream.of(
        thing(
            "extension",
            "hstore",
            "SCHEMA public VERSION",
            "CREATE EXTENSION hstore",
            "DROP EXTENSION hstore"),
        thing(
            "event trigger",
            "e",
            "ON ddl_command_end WHEN TAG IN (CREATE TABLE) EXECUTE ef()",
            "CREATE FUNCTION ef() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
                + " CREATE EVENT TRIGGER e ON ddl_command_end WHEN TAG IN ('CREATE TABLE')"
                + " EXECUTE FUNCTION ef()",
            "DROP EVENT TRIGGER e; DROP FUNCTION ef"),
        thing(
            "publication",
            "pub",
            "insert, update, delete, truncate, TABLES t",
            "CREATE PUBLICATION pub FOR TABLE t",
            "DROP PUBLICATION pub"),
        thing(
            "cast",
            "text AS ct",
            "WITH FUNCTION make(text) AS ASSIGNMENT",
            "CREATE TYPE ct AS (x text);"
                + " CREATE FUNCTION make(text) RETURNS ct IMMUTABLE LANGUAGE sql AS 'SELECT ROW($1)::ct';"
                + " CREATE CAST (text AS ct) WITH FUNCTION make(text) AS ASSIGNMENT",
            "DROP TYPE ct CASCADE"),
        thing(
            "foreign data wrapper",
            "fdw",
            "",
            "CREATE FOREIGN DATA WRAPPER fdw",
            "DROP FOREIGN DATA WRAPPER fdw"),
        thing(
            "foreign server",
            "srv",
            "TYPE x VERSION 1 FOREIGN DATA WRAPPER fdw",
            "CREATE FOREIGN DATA WRAPPER fdw;"
                + " CREATE SERVER srv TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER fdw",
            "DROP FOREIGN DATA WRAPPER fdw CASCADE"),
        thing(
            "foreign table",
            "ft",
            "SERVER srv\na integer NOT NULL\nb text DEFAULT 'x'::text",
            "CREATE FOREIGN DATA WRAPPER fdw; CREATE SERVER srv FOREIGN DATA WRAPPER fdw;"
                + " CREATE FOREIGN TABLE ft (a int NOT NULL, b text DEFAULT 'x') SERVER srv",
            "DROP FOREIGN DATA WRAPPER fdw CASCADE"),
        thing(
            "access method",
            "am",
            "t heap_tableam_handler",
            "CREATE ACCESS METHOD am TYPE TABLE HANDLER heap_tableam_handler",
            "DROP ACCESS METHOD am"),
        thing(
            "language",
            "pl",
            "TRUSTED HANDLER plpgsql_call_handler",
            "CREATE TRUSTED LANGUAGE pl HANDLER plpgsql_call_handler",
            "DROP LANGUAGE pl"));
  }

  private static Stream<Thing> rights() {
    return Stream.of(
        thing(
            "owner",
            "t",
            "pg_monitor",
            "ALTER TABLE t OWNER TO pg_monitor",
            "ALTER TABLE t OWNER TO CURRENT_USER"),
        thing(
            "owner",
            "f()",
            "pg_monitor",
            "ALTER FUNCTION f() OWNER TO pg_monitor",
            "ALTER FUNCTION f() OWNER TO CURRENT_USER"),
        thing(
            "owner",
            "d",
            "pg_monitor",
            "CREATE DOMAIN d AS int; ALTER DOMAIN d OWNER TO pg_monitor",
            "DROP DOMAIN d"),
        thing(
            "privilege",
            "t",
            "SELECT TO PUBLIC",
            "GRANT SELECT ON t TO PUBLIC",
            "REVOKE SELECT ON t FROM PUBLIC"),
        thing(
            "privilege",
            "t.a",
            "UPDATE TO PUBLIC",
            "GRANT UPDATE (a) ON t TO PUBLIC",
            "REVOKE UPDATE (a) ON t FROM PUBLIC"),
        thing(
            "privilege",
            "t",
            "NOTHING TO ",
            "REVOKE ALL ON t FROM CURRENT_USER",
            "GRANT ALL ON t TO CURRENT_USER"),
        thing(
            "privilege",
            "t",
            "SELECT WITH GRANT OPTION TO pg_monitor",
            "GRANT SELECT ON t TO pg_monitor WITH GRANT OPTION",
            "REVOKE ALL ON t FROM pg_monitor"),
        thing(
            "privilege",
            "f()",
            "NOTHING TO PUBLIC",
            "REVOKE EXECUTE ON FUNCTION f FROM PUBLIC",
            "GRANT EXECUTE ON FUNCTION f TO PUBLIC"),
        thing(
            "privilege",
            "schema ",
            "USAGE TO PUBLIC",
            "GRANT USAGE ON SCHEMA public TO PUBLIC",
            "REVOKE USAGE ON SCHEMA public FROM PUBLIC"),
        thing(
            "default privileges",
            "tables of ",
            "=r/",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE SELECT ON TABLES FROM PUBLIC"));
  }

  private static Stream<Thing> comments() {
    return Stream.of(
        comment("index public.i", "INDEX i", "CREATE INDEX i ON t (a)", "DROP INDEX i"),
        comment("table constraint t_pkey on public.t", "CONSTRAINT t_pkey ON t", "", ""),
        comment("function public.f()", "FUNCTION f()", "", ""),
        comment("view column public.v.id", "COLUMN v.id", "", ""),
        comment(
            "trigger g on public.t",
            "TRIGGER g ON t",
            "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
            "DROP TRIGGER g ON t"),
        comment("type public.d", "DOMAIN d", "CREATE DOMAIN d AS int", "DROP DOMAIN d"),
        comment(
            "composite type column public.ct.x",
            "COLUMN ct.x",
            "CREATE TYPE ct AS (x int)",
            "DROP TYPE ct"),
        comment("schema public", "SCHEMA public", "", ""));
  }

  private static Thing comment(String name, String what, String create, String drop) {
    return thing(
        "comment",
        name,
        "it's said",
        create + "; COMMENT ON " + what + " IS 'it''s said'",
        "COMMENT ON " + what + " IS NULL; " + drop);
  }

  @ParameterizedTest
  @MethodSource("things")
  void isSeen(Thing thing) throws SQLException {
    assumeTrue(
        scratch.dialect().version().major() >= thing.since(),
        () -> "it came with PostgreSQL " + thing.since());
    DatabaseSchema before = scratch.read();
    scratch.execute(thing.create());
    List<OtherObject> found =
        scratch.read().others().stream()
            .filter(each -> each.kind().equals(thing.kind()) && !before.others().contains(each))
            .toList();

    assertThat(found)
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.name().name().value()).startsWith(thing.name());
              assertThat(each.definition()).contains(thing.definition());
            });
    scratch.execute(thing.drop());
    DatabaseSchema after = scratch.read();
    assertThat(after.tables()).isEqualTo(before.tables());
    assertThat(after.others()).isEqualTo(before.others());
  }

  /** Returns what belongs to the table t. */
  static Stream<Thing> thingsOfTheTable() {
    return things()
        .filter(
            thing ->
                thing.name().equals("t")
                    || thing.name().startsWith("t.")
                    || thing.name().endsWith("public.t")
                    || thing.name().equals("index public.i")
                    || List.of("owned sequence", "statistics").contains(thing.kind()));
  }

  @ParameterizedTest
  @MethodSource("thingsOfTheTable")
  void isNotSeenWithATableThatIsLeftOut(Thing thing) throws SQLException {
    assumeTrue(
        scratch.dialect().version().major() >= thing.since(),
        () -> "it came with PostgreSQL " + thing.since());
    scratch.execute(thing.create());
    DatabaseSchema read =
        scratch
            .dialect()
            .inspector()
            .inspect(
                scratch.connection(),
                dev.anabranch.dialect.InspectionRequest.currentSchema()
                    .without(List.of(QualifiedName.of("t"))));

    assertThat(read.table(QualifiedName.of("t"))).isEmpty();
    assertThat(read.others())
        .noneMatch(
            each ->
                each.kind().equals(thing.kind())
                    && each.name().name().value().startsWith(thing.name()));
    assertThat(read.sequences()).isEmpty();
  }
}
