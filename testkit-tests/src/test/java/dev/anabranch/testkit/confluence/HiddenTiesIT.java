package dev.anabranch.testkit.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.testkit.confluence.OrderDifference.Kind;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.server.TestServers;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Branches on PostgreSQL that have nothing in common at first sight, and whose order matters. */
@RequiresServer("postgresql")
class HiddenTiesIT {

  @TempDir Path folder;

  private final TestServer server = TestServers.shared().require("postgresql");

  private ConfluenceReport verify(String base, String one, String other) {
    VerificationOptions rows = VerificationOptions.builder().rows(3).build();
    return new ConfluenceVerifier(
            Branches.fork(folder, base, one, other).load(),
            server,
            ConfluenceOptions.of(rows),
            ConfluenceListener.NONE)
        .verify();
  }

  private NonCommutingPair find(String base, String one, String other) {
    ConfluenceReport report = verify(base, one, other);
    assertThat(report.notProved()).isEmpty();
    assertThat(report.conflicts()).hasSize(1);
    return report.conflicts().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE TABLE par (id INT PRIMARY KEY, v INT); CREATE TABLE chi (x INT) INHERITS (par);"
            + " | INSERT INTO chi VALUES (10001, 5, 1); | UPDATE par SET v = 9;",
        "CREATE TABLE m (id INT, d INT, v INT) PARTITION BY RANGE (d);"
            + " CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (1000000);"
            + " | INSERT INTO m1 VALUES (1, 5, 5); | UPDATE m SET v = 9;",
        "CREATE TABLE t (id INT PRIMARY KEY); CREATE SEQUENCE s OWNED BY t.id;"
            + " CREATE TABLE k (id INT, n BIGINT);"
            + " | DROP TABLE t; | INSERT INTO k VALUES (1, nextval('s'));",
        "CREATE SEQUENCE z; | CREATE TABLE t (id SERIAL PRIMARY KEY); | CREATE SEQUENCE t_id_seq;",
        "CREATE TABLE t (id INT PRIMARY KEY, v INT);"
            + " | CREATE TABLE u (id INT PRIMARY KEY); | CREATE INDEX u_pkey ON t (v);",
        "CREATE TABLE t (id INT PRIMARY KEY, v INT UNIQUE); CREATE TABLE x (v INT);"
            + " | DROP TABLE t; | CREATE INDEX t_v_key ON x (v);",
        "CREATE TABLE t (id INT PRIMARY KEY, v INT); CREATE MATERIALIZED VIEW m AS SELECT count(*) AS n FROM t;"
            + " | REFRESH MATERIALIZED VIEW m; | INSERT INTO t VALUES (10001, 1);",
        "CREATE TABLE t (id INT PRIMARY KEY, v INT);"
            + " | CREATE MATERIALIZED VIEW m AS SELECT count(*) AS n FROM t; | INSERT INTO t VALUES (10001, 1);",
      })
  void areRunAndFound(String base, String one, String other) {
    NonCommutingPair pair = find(base, one, other);

    assertThat(pair.relation().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(pair.differences()).isNotEmpty();
  }

  @Test
  void aRoutineInACheckBelongsToWhatAWriterDoes() {
    NonCommutingPair pair =
        find(
            """
            CREATE FUNCTION f(INT) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS 'SELECT true';
            CREATE TABLE t (id INT PRIMARY KEY, v INT CHECK (f(v)));
            """,
            "CREATE OR REPLACE FUNCTION f(INT) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS 'SELECT $1 < 0';",
            "INSERT INTO t (id, v) VALUES (10001, 5);");

    assertThat(pair.differences()).extracting(OrderDifference::kind).containsExactly(Kind.ERROR);
    assertThat(pair.order()).contains(new SharedObject.Order("b1", "a1"));
    assertThat(pair.describe()).endsWith("a1 has to depend on b1");
  }

  @Test
  void ofTwoConstraintsWithoutANameAnyMayGetTheNumber() {
    ConfluenceReport report =
        verify(
            "CREATE TABLE t (id INT PRIMARY KEY, v INT);",
            "ALTER TABLE t ADD CHECK (v IS NULL OR v IS NOT NULL);",
            "ALTER TABLE t ADD CHECK (v IS NULL OR v > -2147483648 OR v = -2147483648);");

    assertThat(report.conflicts()).extracting(NonCommutingPair::describe).isEmpty();
    assertThat(report.meetings()).extracting(MeetingResult::run).containsExactly(1);
  }

  @Test
  void namesThatSomebodyHasGivenCount() {
    NonCommutingPair pair =
        find(
            "CREATE TABLE t (id INT PRIMARY KEY, v INT, CONSTRAINT c1 CHECK (v IS NULL OR v > 0));",
            "ALTER TABLE t DROP CONSTRAINT IF EXISTS c1;"
                + " ALTER TABLE t ADD CONSTRAINT c2 CHECK (v IS NULL OR v > 0);",
            "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'c2')"
                + " THEN ALTER TABLE t RENAME CONSTRAINT c1 TO c3; END IF; END $$;");

    assertThat(pair.differences())
        .extracting(OrderDifference::words)
        .anyMatch(words -> words.contains("c3"));
  }

  @Test
  void neitherIsToldToDependOnTheOtherWhereBothOrdersFail() {
    NonCommutingPair pair =
        find(
            "CREATE TABLE t (id INT PRIMARY KEY, v INT);",
            "ALTER TABLE t DROP COLUMN v;",
            "CREATE VIEW w AS SELECT id, v FROM t;");

    assertThat(pair.relation().verdict()).isEqualTo(Verdict.NEEDS_ORDER);
    assertThat(pair.differences()).hasSize(2);
    assertThat(pair.order()).isEmpty();
    assertThat(List.of(pair.describe().split("\n"))).hasSize(3);
  }
}
