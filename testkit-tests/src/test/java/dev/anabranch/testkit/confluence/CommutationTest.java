package dev.anabranch.testkit.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Dialect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two revisions in SQL, and what the relation says of them without a database. */
class CommutationTest {

  private static final String BASE =
      """
      CREATE TABLE customer (id INT PRIMARY KEY, name VARCHAR(40), email VARCHAR(90), mood VARCHAR(9));
      CREATE TABLE orders (id INT PRIMARY KEY, customer_id INT,
        CONSTRAINT fk_orders_customer FOREIGN KEY (customer_id) REFERENCES customer (id));
      CREATE TABLE line (id INT PRIMARY KEY, order_id INT REFERENCES orders (id) ON DELETE CASCADE);
      CREATE TABLE other (id INT PRIMARY KEY, word VARCHAR(40));
      CREATE VIEW names AS SELECT id, name FROM customer;
      CREATE INDEX ix_customer_name ON customer (name);
      """;

  private static Commutation compare(String product, String first, String second) {
    return compare(product, BASE, first, second);
  }

  private static Commutation compare(String product, String base, String first, String second) {
    Dialect dialect = Contents.dialect(product);
    Surroundings around =
        Surroundings.none()
            .with(
                List.of(
                    Footprint.of(
                        Contents.sql("base", dialect, base), Surroundings.none(), dialect)));
    return Commutation.of(
        Footprint.of(Contents.sql("a1", dialect, first), around, dialect),
        Footprint.of(Contents.sql("b1", dialect, second), around, dialect));
  }

  static Stream<Arguments> pairs() {
    return Stream.of(
        // Disjoint.
        pair(
            Verdict.COMMUTES,
            "CREATE TABLE a (id INT PRIMARY KEY)",
            "CREATE TABLE b (id INT PRIMARY KEY)"),
        pair(
            Verdict.COMMUTES,
            "ALTER TABLE customer ADD COLUMN a INT",
            "ALTER TABLE customer ADD COLUMN b INT"),
        pair(
            Verdict.COMMUTES,
            "ALTER TABLE customer ADD COLUMN a INT",
            "ALTER TABLE customer DROP COLUMN mood"),
        pair(
            Verdict.COMMUTES,
            "CREATE TABLE a (id INT, c INT REFERENCES customer (id))",
            "ALTER TABLE customer ADD COLUMN b INT"),
        pair(
            Verdict.COMMUTES,
            "CREATE TABLE a (id INT, c INT REFERENCES customer (id))",
            "CREATE TABLE b (id INT, c INT REFERENCES customer (id))"),
        pair(
            Verdict.COMMUTES,
            "CREATE INDEX ix_a ON customer (email)",
            "CREATE INDEX ix_b ON customer (mood)"),
        pair(
            Verdict.COMMUTES,
            "CREATE VIEW v AS SELECT word FROM other",
            "UPDATE customer SET name = 'x'"),
        pair(
            Verdict.COMMUTES,
            "CREATE INDEX ix_a ON customer (email)",
            "INSERT INTO customer (id, email) VALUES (1, 'x')"),
        pair(Verdict.COMMUTES, "", "DROP TABLE customer"),
        // The same name twice.
        pair(Verdict.CONTRADICTS, "CREATE TABLE a (id INT)", "CREATE TABLE A (id INT)"),
        pair(
            Verdict.CONTRADICTS,
            "ALTER TABLE customer ADD COLUMN a INT",
            "ALTER TABLE customer ADD a VARCHAR(9)"),
        pair(Verdict.CONTRADICTS, "DROP TABLE line", "DROP TABLE line"),
        pair(Verdict.UNDECIDED, "DROP TABLE IF EXISTS line", "DROP TABLE IF EXISTS line"),
        pair(
            Verdict.UNDECIDED,
            "CREATE TABLE IF NOT EXISTS a (id INT)",
            "CREATE TABLE IF NOT EXISTS a (id INT)"),
        pair(
            Verdict.CONTRADICTS,
            "CREATE INDEX ix_a ON customer (email)",
            "CREATE INDEX ix_a ON customer (mood)"),
        pair(
            Verdict.UNDECIDED,
            "CREATE INDEX ix_a ON customer (email)",
            "CREATE INDEX ix_a ON other (word)"),
        pair(
            Verdict.UNDECIDED,
            "CREATE INDEX ix_a ON customer (email)",
            "CREATE INDEX ix_b ON customer (email)"),
        pair(
            Verdict.CONTRADICTS,
            "ALTER TABLE customer RENAME TO client",
            "ALTER TABLE customer RENAME TO buyer"),
        // An order is needed.
        pair(
            Verdict.NEEDS_ORDER,
            "ALTER TABLE customer ADD COLUMN a INT",
            "ALTER TABLE customer RENAME TO client"),
        pair(
            Verdict.NEEDS_ORDER,
            "ALTER TABLE customer DROP COLUMN email",
            "CREATE INDEX ix_a ON customer (email)"),
        pair(Verdict.NEEDS_ORDER, "DROP TABLE other", "INSERT INTO other (id) VALUES (1)"),
        pair(
            Verdict.NEEDS_ORDER,
            "CREATE TABLE a (id INT PRIMARY KEY)",
            "CREATE TABLE b (id INT REFERENCES a (id))"),
        pair(
            Verdict.NEEDS_ORDER,
            "CREATE TABLE a (id INT)",
            "INSERT INTO other (id) SELECT id FROM a"),
        pair(
            Verdict.NEEDS_ORDER,
            "DROP TABLE other",
            "ALTER TABLE line ADD CONSTRAINT fk_o FOREIGN KEY (id) REFERENCES other (id)"),
        // Something in common.
        pair(
            Verdict.UNDECIDED, "UPDATE customer SET name = 'x'", "UPDATE customer SET email = 'y'"),
        pair(
            Verdict.UNDECIDED,
            "ALTER TABLE customer ADD COLUMN a INT NOT NULL",
            "INSERT INTO customer (id) VALUES (1)"),
        pair(
            Verdict.UNDECIDED,
            "CREATE UNIQUE INDEX ix_a ON customer (email)",
            "INSERT INTO customer (id, email) VALUES (1, 'x')"),
        pair(
            Verdict.NEEDS_ORDER,
            "CREATE VIEW v AS SELECT id, email FROM customer",
            "ALTER TABLE customer DROP COLUMN email"),
        pair(
            Verdict.NEEDS_ORDER,
            "CREATE VIEW v AS SELECT id FROM customer WHERE customer.email = 'x'",
            "ALTER TABLE customer DROP COLUMN email"),
        pair(
            Verdict.UNDECIDED,
            "CREATE VIEW v AS SELECT id AS email FROM customer ORDER BY email",
            "ALTER TABLE customer DROP COLUMN email"),
        pair(
            Verdict.UNDECIDED,
            "CREATE VIEW v AS SELECT id FROM customer WHERE id IN (SELECT email FROM other)",
            "ALTER TABLE customer DROP COLUMN email"),
        pair(
            Verdict.UNDECIDED,
            "CREATE VIEW v AS SELECT * FROM customer",
            "ALTER TABLE customer ADD COLUMN a INT"),
        pair(
            Verdict.COMMUTES,
            "CREATE VIEW v AS SELECT email FROM customer",
            "ALTER TABLE customer ADD COLUMN a INT"),
        // Followed through keys and views.
        pair(
            Verdict.UNDECIDED,
            "DELETE FROM orders WHERE id = 1",
            "INSERT INTO line (id, order_id) VALUES (1, 1)"),
        pair(
            Verdict.UNDECIDED,
            "DELETE FROM customer WHERE id = 1",
            "INSERT INTO orders (id, customer_id) VALUES (1, 1)"),
        pair(Verdict.UNDECIDED, "DROP VIEW names", "ALTER TABLE customer DROP COLUMN name"),
        pair(
            Verdict.UNDECIDED,
            "CREATE TABLE a AS SELECT id FROM names",
            "UPDATE customer SET name = 'x'"),
        pair(
            Verdict.UNDECIDED,
            "ALTER TABLE orders DROP CONSTRAINT fk_orders_customer",
            "DROP TABLE customer"),
        // Not understood.
        pair(Verdict.UNDECIDED, "CALL everything()", "CREATE TABLE b (id INT)"),
        pair(
            Verdict.UNDECIDED,
            "INSERT INTO other (id) SELECT my_own(1)",
            "CREATE TABLE b (id INT)"));
  }

  private static Arguments pair(Verdict verdict, String first, String second) {
    return Arguments.of(verdict, first, second);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void isToldFromSql(Verdict verdict, String first, String second) {
    for (String product : List.of("h2", "postgresql", "mariadb", "oracle")) {
      Commutation there = compare(product, first, second);
      assertThat(there.verdict()).as("%s: %s", product, there.shared()).isEqualTo(verdict);
      Commutation back = compare(product, second, first);
      assertThat(back.verdict()).as("%s, other way round", product).isEqualTo(verdict);
      assertThat(back.columnOrder()).isEqualTo(there.columnOrder());
    }
  }

  @Test
  void tellsInWhichTablesColumnsMayStandInAnotherOrder() {
    Commutation found =
        compare(
            "postgresql",
            "ALTER TABLE customer ADD COLUMN a INT",
            "ALTER TABLE customer ADD COLUMN b INT");

    assertThat(found.columnOrder()).containsExactly("customer");
    assertThat(found.shared()).isEmpty();
  }

  @Test
  void tellsWhoHasToComeFirst() {
    Commutation found =
        compare(
            "postgresql",
            "ALTER TABLE customer RENAME TO client",
            "ALTER TABLE customer ADD COLUMN phone VARCHAR(20)");

    assertThat(found.shared().get(0).order()).contains(new SharedObject.Order("b1", "a1"));
    assertThat(found.shared().get(0).reason()).isEqualTo("b1 uses table customer, a1 renames it");
  }

  @Test
  void seesThatNoOrderWorks() {
    Commutation found =
        compare(
            "postgresql",
            "CREATE TABLE a (id INT); DROP TABLE other",
            "INSERT INTO a (id) SELECT id FROM other");

    assertThat(found.verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(found.shared().get(0).reason())
        .isEqualTo("a1 and b1 each need the other before them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE customer ALTER COLUMN mood SET DEFAULT 'a' | ALTER TABLE customer ALTER COLUMN mood SET DEFAULT 'b' | CONTRADICTS | a1 and b1 change the default of column customer.mood differently",
        "ALTER TABLE customer ALTER COLUMN mood SET DEFAULT 'a' | ALTER TABLE customer ALTER COLUMN mood SET DEFAULT 'a' | UNDECIDED | a1 changes column customer.mood, b1 changes it",
        "COMMENT ON TABLE customer IS 'a' | COMMENT ON TABLE customer IS 'b' | CONTRADICTS | a1 and b1 change the comment of customer differently",
        "CREATE TYPE mood AS ENUM ('a') | CREATE TYPE mood AS ENUM ('b') | CONTRADICTS | a1 and b1 both create type mood",
        "ALTER TYPE mood ADD VALUE 'b' | ALTER TYPE mood ADD VALUE 'c' | UNDECIDED | a1 adds to type mood, b1 adds to it",
        "ALTER SEQUENCE s RESTART WITH 7 | ALTER SEQUENCE s RESTART WITH 8 | CONTRADICTS | a1 and b1 change the definition of sequence s differently",
        "ALTER SEQUENCE s RESTART WITH 7 | INSERT INTO other (id) VALUES (nextval('s')) | UNDECIDED | a1 changes sequence s, b1 changes it",
      })
  void tellsWhatIsDoneDifferently(String first, String second, Verdict verdict, String reason) {
    Commutation found = compare("postgresql", first, second);

    assertThat(found.verdict()).isEqualTo(verdict);
    assertThat(found.shared()).extracting(SharedObject::reason).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DO $$ BEGIN DELETE FROM customer; END $$",
        "CALL everything()",
        "SELECT pg_sleep(1)",
        "SELECT setval(pg_get_serial_sequence('other', 'id'), 9)",
        "DROP SCHEMA public CASCADE",
        "TRUNCATE customer CASCADE",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
        "SELECT * INTO copy FROM customer",
        "INSERT INTO other (word) VALUES (E'it\\'s')",
        "COPY other FROM 'rows.csv'",
        "DROP INDEX ix_that_nobody_knows",
      })
  void whatIsNotUnderstoodTouchesEverything(String sql) {
    Commutation found = compare("postgresql", sql, "CREATE TABLE b (id INT)");

    assertThat(found.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(found.shared().get(0).object()).isEqualTo("anything");
    assertThat(found.shared().get(0).reason()).contains("a1 may touch what b1 touches: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mariadb | ALTER TABLE customer MODIFY name VARCHAR(80), ADD INDEX ix_a (email) | ALTER TABLE customer MODIFY COLUMN name VARCHAR(90) | CONTRADICTS",
        "mariadb | ALTER TABLE customer CHANGE name label VARCHAR(40) | UPDATE customer SET name = 'x' | NEEDS_ORDER",
        "mariadb | ALTER TABLE customer ADD COLUMN a INT AFTER name | ALTER TABLE customer DROP COLUMN name | UNDECIDED",
        "mariadb | RENAME TABLE other TO word | INSERT IGNORE INTO `other` VALUES (1, 'x') | NEEDS_ORDER",
        "mariadb | DROP INDEX ix_customer_name ON customer | ALTER TABLE customer RENAME INDEX ix_customer_name TO ix_b | CONTRADICTS",
        "mariadb | UPDATE customer, orders SET customer.name = 'x' | CREATE TABLE b (id INT) | UNDECIDED",
        "mariadb | REPLACE INTO other VALUES (1, 'x') | UPDATE other SET word = 'y' | UNDECIDED",
        "oracle | ALTER TABLE customer ADD (a NUMBER, b NUMBER) | ALTER TABLE customer ADD (b DATE) | CONTRADICTS",
        "oracle | ALTER TABLE customer MODIFY (name VARCHAR2(80)) | CREATE INDEX ix_a ON customer (name) | UNDECIDED",
        "oracle | INSERT INTO other (id) VALUES (s.NEXTVAL) | ALTER SEQUENCE s INCREMENT BY 2 | UNDECIDED",
        "oracle | INSERT ALL INTO other (id) VALUES (1) SELECT 1 FROM dual | CREATE TABLE b (id INT) | UNDECIDED",
        "h2 | ALTER TABLE customer ALTER COLUMN name RENAME TO label | CREATE INDEX ix_a ON customer (name) | NEEDS_ORDER",
        "h2 | MERGE INTO other KEY (id) VALUES (1, 'x') | UPDATE other SET word = 'y' | UNDECIDED",
        "h2 | ALTER TABLE customer ALTER COLUMN id RESTART WITH 9 | INSERT INTO customer (name) VALUES ('x') | UNDECIDED",
        "postgresql | GRANT SELECT ON customer TO reader | REVOKE SELECT ON customer FROM reader | UNDECIDED",
        "postgresql | CREATE TRIGGER tr BEFORE INSERT ON other FOR EACH ROW EXECUTE FUNCTION f() | INSERT INTO other (id) VALUES (1) | UNDECIDED",
        "postgresql | CREATE OR REPLACE VIEW names AS SELECT id FROM customer | CREATE OR REPLACE VIEW names AS SELECT name FROM customer | CONTRADICTS",
        "postgresql | WITH gone AS (DELETE FROM other RETURNING id) INSERT INTO orders (id) SELECT id FROM gone | UPDATE other SET word = 'x' | UNDECIDED",
        "postgresql | INSERT INTO other (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET word = 'x' | CREATE TABLE b (id INT) | COMMUTES",
        "postgresql | CREATE TABLE a.t (id INT) | CREATE TABLE b.t (id INT) | COMMUTES",
        "postgresql | CREATE TABLE a.t (id INT) | CREATE TABLE t (id INT) | UNDECIDED",
        "postgresql | CREATE TABLE a.t (id INT) | CREATE SCHEMA a | NEEDS_ORDER",
        "postgresql | ALTER TABLE customer ADD COLUMN feeling feel | CREATE TYPE feel AS ENUM ('x') | UNDECIDED",
        "postgresql | UPDATE customer SET name = trim(both ' ' from name) | ALTER TABLE other ADD COLUMN name INT | COMMUTES",
      })
  void productsWriteItInOtherWays(String product, String first, String second, Verdict verdict) {
    Commutation found = compare(product, first, second);

    assertThat(found.verdict()).as("%s", found.shared()).isEqualTo(verdict);
  }

  private static final String PARTS =
      """
      CREATE TABLE whole (id INT, v INT) PARTITION BY RANGE (id);
      CREATE TABLE low PARTITION OF whole FOR VALUES FROM (0) TO (100);
      CREATE TABLE high (id INT, v INT);
      ALTER TABLE whole ATTACH PARTITION high FOR VALUES FROM (100) TO (200);
      CREATE TABLE parent (id INT, v INT);
      CREATE TABLE child (x INT) INHERITS (parent);
      CREATE TABLE adopted (id INT, v INT);
      ALTER TABLE adopted INHERIT parent;
      CREATE FUNCTION good(INT) RETURNS BOOLEAN LANGUAGE sql AS 'SELECT true';
      CREATE TABLE checked (id INT, CHECK (good(id)));
      CREATE TABLE apart (id INT);
      CREATE SEQUENCE owned OWNED BY apart.id;
      CREATE TABLE counted (id SERIAL PRIMARY KEY, v INT UNIQUE);
      CREATE INDEX ix_counted ON counted (v);
      CREATE TABLE ident (id INT GENERATED BY DEFAULT AS IDENTITY, v INT);
      CREATE DOMAIN fine AS INT CHECK (good(VALUE));
      CREATE TABLE typed (v fine);
      CREATE UNIQUE INDEX ix_expression ON other (good(id));
      CREATE MATERIALIZED VIEW numbers AS SELECT count(*) AS n FROM other;
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO low VALUES (1, 1) | UPDATE whole SET v = 2 | UNDECIDED",
        "UPDATE high SET v = 1 | UPDATE whole SET v = 2 | UNDECIDED",
        "INSERT INTO low VALUES (1, 1) | INSERT INTO other SELECT v FROM whole | UNDECIDED",
        "ALTER TABLE whole DROP COLUMN v | CREATE INDEX ix ON low (v) | UNDECIDED",
        "DROP TABLE whole | INSERT INTO low VALUES (1, 1) | UNDECIDED",
        "INSERT INTO child VALUES (1, 1, 1) | UPDATE parent SET v = 2 | UNDECIDED",
        "INSERT INTO adopted VALUES (1, 1) | DELETE FROM parent | UNDECIDED",
        "UPDATE low SET v = 1 | UPDATE parent SET v = 2 | COMMUTES",
        "CREATE OR REPLACE FUNCTION good(INT) RETURNS BOOLEAN LANGUAGE sql AS 'SELECT false' | INSERT INTO checked VALUES (1) | UNDECIDED",
        "DROP TABLE apart | INSERT INTO other VALUES (nextval('owned')) | UNDECIDED",
        "ALTER TABLE apart DROP COLUMN id | INSERT INTO other VALUES (nextval('owned')) | UNDECIDED",
        "DROP TABLE counted | INSERT INTO other VALUES (nextval('counted_id_seq')) | UNDECIDED",
        "DROP TABLE ident | ALTER SEQUENCE ident_id_seq RESTART WITH 5 | UNDECIDED",
        "INSERT INTO ident (v) VALUES (1) | INSERT INTO other VALUES (nextval('ident_id_seq')) | UNDECIDED",
        "INSERT INTO counted (v) VALUES (1) | INSERT INTO other VALUES (nextval('counted_id_seq')) | UNDECIDED",
        "CREATE OR REPLACE FUNCTION good(INT) RETURNS BOOLEAN LANGUAGE sql AS 'SELECT false' | INSERT INTO typed VALUES (1) | UNDECIDED",
        "CREATE OR REPLACE FUNCTION good(INT) RETURNS BOOLEAN LANGUAGE sql AS 'SELECT false' | INSERT INTO other VALUES (1) | UNDECIDED",
        "CREATE TABLE p1 PARTITION OF whole FOR VALUES FROM (200) TO (300) | CREATE TABLE p2 PARTITION OF whole FOR VALUES FROM (250) TO (350) | UNDECIDED",
        "CREATE TABLE copy (LIKE counted INCLUDING ALL) | COMMENT ON COLUMN counted.v IS 'x' | UNDECIDED",
        "CREATE TABLE copy (LIKE counted INCLUDING ALL) | ALTER TABLE counted ADD CONSTRAINT c CHECK (v > 0) | UNDECIDED",
        "CREATE TABLE child2 (y INT) INHERITS (parent) | ALTER TABLE parent ALTER COLUMN v SET DEFAULT 4 | UNDECIDED",
        "REFRESH MATERIALIZED VIEW numbers | INSERT INTO other VALUES (1) | UNDECIDED",
        "REFRESH MATERIALIZED VIEW numbers | INSERT INTO low VALUES (1, 1) | COMMUTES",
        "COMMENT ON INDEX ix_counted IS 'x' | ALTER TABLE counted DROP COLUMN v | UNDECIDED",
        "GRANT SELECT (v) ON counted TO PUBLIC | ALTER TABLE counted RENAME COLUMN v TO w | NEEDS_ORDER",
      })
  void whatHangsTogetherWithoutAForeignKeyIsFollowed(String first, String second, Verdict verdict) {
    Commutation found = compare("postgresql", PARTS, first, second);

    assertThat(found.verdict()).as("%s", found.shared()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgresql | CREATE TABLE u (id INT PRIMARY KEY) | CREATE INDEX u_pkey ON other (id) | UNDECIDED",
        "postgresql | CREATE TABLE u (id INT CONSTRAINT pk_u PRIMARY KEY) | CREATE INDEX u_pkey ON other (id) | COMMUTES",
        "postgresql | CREATE TABLE u (id INT, UNIQUE (id)) | CREATE TABLE u_id_key (id INT) | UNDECIDED",
        "postgresql | CREATE TABLE u (id BIGSERIAL) | CREATE SEQUENCE u_id_seq | UNDECIDED",
        "postgresql | CREATE TABLE u (id INT GENERATED ALWAYS AS IDENTITY) | CREATE VIEW u_id_seq AS SELECT 1 AS n | UNDECIDED",
        "postgresql | ALTER TABLE checked ADD UNIQUE (id) | CREATE INDEX checked_id_key ON other (id) | UNDECIDED",
        "postgresql | ALTER TABLE checked ADD CHECK (id > 0) | ALTER TABLE checked ADD CONSTRAINT checked_id_check1 CHECK (id < 9) | UNDECIDED",
        "postgresql | ALTER TABLE checked ADD COLUMN v INT UNIQUE | CREATE INDEX checked_v_key ON other (id) | UNDECIDED",
        "postgresql | CREATE INDEX ON checked (id) | CREATE INDEX checked_id_idx ON other (id) | UNDECIDED",
        "postgresql | CREATE INDEX ix ON whole (v) | CREATE INDEX low_v_idx ON other (id) | UNDECIDED",
        "postgresql | ALTER TABLE checked ADD COLUMN v INT | CREATE INDEX checked_id_idx ON checked (id) | COMMUTES",
        "postgresql | CREATE TABLE a_table_whose_name_is_so_long_that_it_is_cut (id INT, a_column_with_a_long_name INT UNIQUE) | CREATE INDEX a_table_whose_name_is_so_lon_a_column_with_a_long_name_key ON other (id) | UNDECIDED",
        "postgresql | DROP TABLE counted | CREATE INDEX counted_pkey ON other (id) | UNDECIDED",
        "postgresql | DROP TABLE counted | CREATE INDEX ix_counted ON other (id) | UNDECIDED",
        "postgresql | ALTER TABLE counted DROP COLUMN v | CREATE INDEX counted_v_key ON other (id) | UNDECIDED",
        "postgresql | DROP INDEX ix_counted | CREATE INDEX ix_counted ON other (id) | UNDECIDED",
        "postgresql | ALTER INDEX ix_counted RENAME TO ix_free | CREATE TABLE ix_free (id INT) | UNDECIDED",
        "postgresql | CREATE TABLE u (id INT PRIMARY KEY) | CREATE TABLE u_archive (id INT PRIMARY KEY) | COMMUTES",
        "mariadb | ALTER TABLE low ADD FOREIGN KEY (id) REFERENCES other (id) | ALTER TABLE other ADD CONSTRAINT low_ibfk_1 FOREIGN KEY (id) REFERENCES high (id) | UNDECIDED",
        "h2 | CREATE TABLE u (id INT PRIMARY KEY) | ALTER TABLE other ADD CONSTRAINT constraint_7 CHECK (id > 0) | UNDECIDED",
      })
  void namesThatTheServerMakesUpAreTaken(
      String product, String first, String second, Verdict verdict) {
    Commutation found = compare(product, PARTS, first, second);

    assertThat(found.verdict()).as("%s", found.shared()).isEqualTo(verdict);
  }
}
