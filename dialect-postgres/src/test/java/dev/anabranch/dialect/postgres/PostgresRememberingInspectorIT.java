package dev.anabranch.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.SchemaInspector;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An inspector that remembers reads what one reads that does not. */
@RequiresServer("postgresql")
class PostgresRememberingInspectorIT {

  private static Scratch scratch;
  private SchemaInspector remembering;

  @BeforeAll
  static void connect(TestDatabase database) throws SQLException {
    scratch = new Scratch(database);
    assumeTrue(
        PostgresStamps.areTold(scratch.dialect().version()),
        "releases before 14 have nothing to remember by");
  }

  @AfterAll
  static void disconnect() throws SQLException {
    scratch.close();
  }

  @BeforeEach
  void fill() throws SQLException {
    scratch.clear();
    for (String sql :
        statements(
            """
        CREATE TYPE mood AS ENUM ('sad', 'happy');
        CREATE DOMAIN positive AS int CHECK (VALUE > 0);
        CREATE SEQUENCE counter;
        CREATE FUNCTION twice(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 * 2';
        CREATE TABLE customer (id int PRIMARY KEY, email text NOT NULL, state mood DEFAULT 'sad',
          age positive, number int DEFAULT nextval('counter'), CONSTRAINT grown CHECK (twice(age) > 36));
        CREATE INDEX by_twice ON customer (twice(age)) WHERE state = 'happy';
        CREATE TABLE orders (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, serial_no serial,
          customer int CONSTRAINT of_customer REFERENCES customer, total numeric(10, 2));
        CREATE TABLE parts (id int, day date) PARTITION BY RANGE (day);
        CREATE TABLE parts_2026 PARTITION OF parts FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
        CREATE TABLE parent (id int, note text);
        CREATE TABLE child (extra int) INHERITS (parent);
        CREATE VIEW emails AS SELECT id, email FROM customer;
        CREATE VIEW emails_again AS SELECT email FROM emails;
        CREATE MATERIALIZED VIEW totals AS SELECT customer, sum(total) AS total FROM orders GROUP BY customer;
        CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'
        """)) {
      scratch.execute(sql);
    }
    remembering = scratch.dialect().inspector().remembering();
    remembered();
  }

  private static List<String> statements(String script) {
    return scratch.dialect().splitter().split(script).statements().stream()
        .map(ScriptStatement::text)
        .toList();
  }

  private DatabaseSchema remembered() throws SQLException {
    return remembering.inspect(scratch.connection(), InspectionRequest.currentSchema());
  }

  private DatabaseSchema fresh() throws SQLException {
    return scratch
        .dialect()
        .inspector()
        .inspect(scratch.connection(), InspectionRequest.currentSchema());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE customer RENAME TO client",
        "ALTER TABLE customer RENAME COLUMN id TO customer_id",
        "ALTER TABLE customer RENAME COLUMN email TO mail",
        "ALTER TABLE customer ADD COLUMN born date; ALTER TABLE customer DROP COLUMN age",
        "ALTER TABLE parent ALTER COLUMN note TYPE varchar(100)",
        "ALTER TABLE customer ALTER COLUMN number DROP DEFAULT",
        "ALTER TABLE customer ALTER COLUMN number SET DEFAULT 5",
        "ALTER TABLE customer ALTER COLUMN email DROP NOT NULL",
        "ALTER TABLE customer ALTER COLUMN email SET STORAGE MAIN",
        "ALTER TABLE customer ALTER COLUMN email SET STATISTICS 10",
        "ALTER TABLE customer ALTER COLUMN email SET (n_distinct = 5)",
        "ALTER TABLE customer SET (fillfactor = 50)",
        "ALTER TABLE customer SET (toast.autovacuum_enabled = false)",
        "ALTER TABLE customer RENAME CONSTRAINT grown TO adult",
        "ALTER TABLE customer DROP CONSTRAINT grown",
        "ALTER TABLE customer DROP CONSTRAINT customer_pkey CASCADE",
        "ALTER TABLE orders ALTER CONSTRAINT of_customer DEFERRABLE INITIALLY DEFERRED",
        "ALTER TABLE orders DROP CONSTRAINT of_customer",
        "ALTER TABLE orders ADD CONSTRAINT cheap CHECK (total < 10) NOT VALID",
        "ALTER TABLE orders ALTER COLUMN id DROP IDENTITY",
        "ALTER TABLE orders ALTER COLUMN id SET INCREMENT BY 5",
        "ALTER TABLE orders ALTER COLUMN id SET GENERATED BY DEFAULT",
        "ALTER INDEX by_twice RENAME TO by_double",
        "ALTER INDEX by_twice SET (fillfactor = 40)",
        "ALTER INDEX by_twice ALTER COLUMN 1 SET STATISTICS 100",
        "DROP INDEX by_twice",
        "CREATE INDEX by_mail ON customer (email text_pattern_ops) INCLUDE (number)",
        "CREATE INDEX by_mail ON customer (email COLLATE \"C\" DESC)",
        "CREATE UNIQUE INDEX one_total ON totals (customer)",
        "CLUSTER customer USING customer_pkey",
        "ALTER FUNCTION twice(int) RENAME TO doubled",
        "ALTER TYPE mood RENAME TO temper",
        "ALTER TYPE mood RENAME VALUE 'sad' TO 'gloomy'",
        "ALTER TYPE mood ADD VALUE 'calm' BEFORE 'happy'",
        "ALTER DOMAIN positive RENAME TO more_than_none",
        "ALTER DOMAIN positive ADD CONSTRAINT small CHECK (VALUE < 1000)",
        "ALTER SEQUENCE counter RENAME TO tally",
        "ALTER SEQUENCE counter OWNED BY customer.number",
        "ALTER SEQUENCE counter INCREMENT BY 7",
        "ALTER SEQUENCE orders_serial_no_seq OWNED BY NONE",
        "SELECT nextval('counter'); SELECT setval('counter', 50)",
        "ALTER VIEW emails RENAME COLUMN email TO mail",
        "ALTER VIEW emails RENAME TO mails",
        "CREATE OR REPLACE VIEW emails AS SELECT id, email, age FROM customer",
        "ALTER MATERIALIZED VIEW totals SET (fillfactor = 70)",
        "DROP VIEW emails CASCADE",
        "DROP TABLE customer CASCADE",
        "DROP TABLE orders CASCADE; CREATE TABLE orders (id int)",
        "DROP FUNCTION twice(int) CASCADE",
        "DROP TYPE mood CASCADE",
        "COMMENT ON TABLE customer IS 'who buys'",
        "COMMENT ON COLUMN customer.email IS 'where to'",
        "COMMENT ON INDEX by_twice IS 'odd'",
        "COMMENT ON CONSTRAINT grown ON customer IS 'by law'",
        "COMMENT ON VIEW emails IS 'all of them'",
        "COMMENT ON TYPE mood IS 'how'",
        "COMMENT ON SEQUENCE counter IS 'of customers'",
        "CREATE TRIGGER stamped BEFORE INSERT ON customer FOR EACH ROW EXECUTE FUNCTION stamp()",
        "CREATE RULE nothing AS ON DELETE TO customer DO INSTEAD NOTHING",
        "ALTER TABLE customer ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE customer FORCE ROW LEVEL SECURITY; CREATE POLICY own ON customer USING (age > 1)",
        "GRANT SELECT ON customer TO PUBLIC",
        "GRANT UPDATE (email) ON customer TO PUBLIC",
        "GRANT USAGE ON TYPE mood TO PUBLIC; REVOKE USAGE ON TYPE mood FROM PUBLIC",
        "REVOKE EXECUTE ON FUNCTION twice(int) FROM PUBLIC",
        "REVOKE USAGE ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO PUBLIC",
        "GRANT CREATE ON SCHEMA public TO PUBLIC",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC",
        "CREATE STATISTICS related ON id, age FROM customer",
        "CREATE TYPE pair AS (a int, b int); ALTER TABLE customer ADD COLUMN both_of pair",
        "CREATE TYPE span AS RANGE (subtype = int); ALTER TABLE customer ADD COLUMN spans span",
        "CREATE DOMAIN name AS text; DROP DOMAIN positive CASCADE",
        "CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int)",
        "CREATE COLLATION plain FROM \"C\"; ALTER TABLE parent ALTER COLUMN note TYPE text COLLATE plain;"
            + " ALTER COLLATION plain RENAME TO simple",
        "CREATE TEXT SEARCH CONFIGURATION mine (COPY = pg_catalog.simple)",
        "CREATE FUNCTION seen() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
            + " CREATE EVENT TRIGGER watching ON sql_drop EXECUTE FUNCTION seen()",
        "ALTER TABLE parts DETACH PARTITION parts_2026",
        "CREATE TABLE parts_2027 PARTITION OF parts FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')",
        "CREATE INDEX on_parts ON parts (day)",
        "CREATE INDEX on_one ON parts_2026 (id)",
        "ALTER TABLE parts_2026 ALTER COLUMN id SET DEFAULT 4",
        "ALTER TABLE parts ADD COLUMN more int; ALTER TABLE parts RENAME COLUMN id TO number",
        "ALTER TABLE child NO INHERIT parent",
        "ALTER TABLE parent RENAME COLUMN note TO remark",
        "ALTER TABLE parent REPLICA IDENTITY FULL",
        "CREATE TABLE OTHER (of_order int REFERENCES orders, EXCLUDE USING btree (of_order WITH =))",
        "CREATE SCHEMA elsewhere; ALTER TABLE parent SET SCHEMA elsewhere",
        "CREATE SCHEMA elsewhere; CREATE TABLE elsewhere.far (id int PRIMARY KEY, code numeric UNIQUE);"
            + " ALTER TABLE orders ADD FOREIGN KEY (total) REFERENCES elsewhere.far (code); ALTER TABLE elsewhere.far RENAME COLUMN code TO sign",
        "CREATE EXTENSION IF NOT EXISTS citext; ALTER TABLE customer ADD COLUMN loose citext",
        "ALTER EXTENSION plpgsql ADD TABLE parent; ALTER EXTENSION plpgsql DROP TABLE parent",
        "VACUUM FULL customer; ANALYZE; VACUUM FULL pg_class; VACUUM FULL pg_attribute"
      })
  void seesEachChange(String change) throws SQLException {
    boolean possible = true;
    for (String sql : statements(change)) {
      possible &= executes(sql);
      assertThat(remembered()).as(sql).isEqualTo(fresh());
    }
    // Once more, so that what was remembered in between is right as well.
    scratch.execute("CREATE TABLE one_more (id int PRIMARY KEY)");
    assertThat(remembered()).isEqualTo(fresh());
    scratch.execute("DROP TABLE one_more");
    assertThat(remembered()).isEqualTo(fresh());
    assumeTrue(possible, "this server cannot do it");
  }

  // What a release or an installation lacks is left out, and told below.
  private static boolean executes(String sql) throws SQLException {
    try {
      scratch.execute(sql);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  @Test
  void readsOnlyTheTableThatHasChanged() throws SQLException {
    DatabaseSchema before = remembered();
    scratch.execute("ALTER TABLE orders ADD COLUMN note text");
    DatabaseSchema after = remembered();
    assertThat(table(after, "orders")).isNotEqualTo(table(before, "orders"));
    assertThat(table(after, "customer")).isSameAs(table(before, "customer"));
    assertThat(table(after, "parent")).isSameAs(table(before, "parent"));
  }

  private static Table table(DatabaseSchema schema, String name) {
    return schema.table(QualifiedName.of(name)).orElseThrow();
  }

  @Test
  void trustsNothingWhereTheSearchPathHidesRelations() throws SQLException {
    scratch.execute("CREATE SCHEMA later");
    scratch.execute("CREATE SEQUENCE later.numbers");
    scratch.execute("SET search_path = public, later");
    try {
      scratch.execute("CREATE TABLE counted (id int DEFAULT nextval('numbers'))");
      assertThat(remembered()).isEqualTo(fresh());
      scratch.execute("CREATE SEQUENCE public.numbers");
      assertThat(remembered()).isEqualTo(fresh());
    } finally {
      scratch.execute("RESET search_path");
    }
  }

  @Test
  void noticesThatAnotherSchemaIsCurrent() throws SQLException {
    scratch.execute("CREATE SCHEMA later");
    scratch.execute("CREATE TABLE later.orders (id bigint)");
    scratch.execute("SET search_path = later");
    try {
      assertThat(remembered()).isEqualTo(fresh());
      assertThat(remembered().tables()).hasSize(1);
    } finally {
      scratch.execute("RESET search_path");
    }
    assertThat(remembered()).isEqualTo(fresh());
  }

  @Test
  void readsAnotherRequestAnew() throws SQLException {
    scratch.execute("CREATE SCHEMA later");
    scratch.execute("CREATE TABLE later.orders (id bigint)");
    InspectionRequest other =
        new InspectionRequest(
            List.of(Identifier.of("later"), Identifier.of("public")),
            List.of(QualifiedName.of("customer")));
    assertThat(remembering.inspect(scratch.connection(), other))
        .isEqualTo(scratch.dialect().inspector().inspect(scratch.connection(), other));
    assertThat(remembered()).isEqualTo(fresh());
  }

  @Test
  void isNotConfusedByATransactionThatIsTakenBack() throws SQLException {
    scratch.connection().setAutoCommit(false);
    try {
      scratch.execute("ALTER TABLE orders ADD COLUMN note text");
      assertThat(remembered()).isEqualTo(fresh());
      scratch.connection().rollback();
      assertThat(remembered()).isEqualTo(fresh());
      scratch.execute("ALTER TABLE orders ADD COLUMN note int");
      assertThat(remembered()).isEqualTo(fresh());
      scratch.connection().commit();
      assertThat(remembered()).isEqualTo(fresh());
    } finally {
      scratch.connection().setAutoCommit(true);
    }
  }
}
