package dev.anabranch.testkit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.server.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk over the graph, on every product. */
@EachServer({"h2", "postgresql", "mysql", "mariadb"})
class RoundTripIT {

  private static final VerificationOptions STRUCTURE =
      VerificationOptions.builder().rows(0).build();

  @TempDir Path folder;

  private VerificationReport verify(TestServer server, VerificationOptions options) {
    return new RoundTripVerifier(
            new Revisions(folder).load(), server, options, VerificationListener.NONE)
        .verify();
  }

  private static String messages(VerificationReport report) {
    return String.join("\n", report.failures().stream().map(Finding::message).toList());
  }

  @Test
  void aCleanHistoryPasses(TestServer server) {
    new Revisions(folder)
        .sql(
            "a1",
            """
            -- @upgrade
            CREATE TABLE customer (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40));
            -- @downgrade
            DROP TABLE customer;
            """)
        .sql(
            "b1",
            """
            -- @revises a1
            -- @upgrade
            CREATE INDEX ix_customer_name ON customer (name);
            -- @downgrade mysql, mariadb
            DROP INDEX ix_customer_name ON customer;
            -- @downgrade
            DROP INDEX ix_customer_name;
            """)
        .sql(
            "c1",
            """
            -- @revises a1
            -- @upgrade
            ALTER TABLE customer ADD COLUMN email VARCHAR(80);
            -- @downgrade
            ALTER TABLE customer DROP COLUMN email;
            """)
        .sql("d1", "-- @revises b1, c1\n");

    VerificationReport report = verify(server, STRUCTURE);

    assertThat(messages(report)).isEmpty();
    assertThat(report.passed()).isTrue();
    assertThat(report.count(RevisionResult.Status.PASSED)).isEqualTo(4);
    assertThat(report.project())
        .extracting(CheckResult::outcome)
        .containsOnly(CheckResult.Outcome.PASSED);
  }

  @Test
  void aDowngradeThatForgetsAnIndexIsNamedAndStopsNothing(TestServer server) {
    new Revisions(folder)
        .sql(
            "a1",
            """
            -- @upgrade
            CREATE TABLE customer (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40));
            -- @downgrade
            DROP TABLE customer;
            """)
        .sql(
            "b1",
            """
            -- @revises a1
            -- @upgrade
            CREATE INDEX ix_customer_name ON customer (name);
            -- @downgrade
            -- nothing: the index is forgotten
            """)
        .sql(
            "c1",
            """
            -- @revises b1
            -- @upgrade
            ALTER TABLE customer ADD COLUMN email VARCHAR(80);
            -- @downgrade
            ALTER TABLE customer DROP COLUMN email;
            """);

    VerificationReport report = verify(server, STRUCTURE);

    assertThat(messages(report))
        .contains("after downgrade of b1: index ix_customer_name of customer is still there")
        .doesNotContain("c1");
    assertThat(report.revisions())
        .extracting(RevisionResult::status)
        .containsExactly(
            RevisionResult.Status.PASSED,
            RevisionResult.Status.FAILED,
            RevisionResult.Status.PASSED);
  }

  @Test
  void whatAllDatabasesOfAServerShareIsMadeInOneAtATime(TestServer server) {
    Revisions revisions =
        new Revisions(folder)
            .sql(
                "r00",
                """
                -- @upgrade postgresql
                CREATE ROLE walker;
                -- @upgrade mysql
                CREATE SCHEMA walker;
                -- @upgrade h2
                CREATE ROLE walker;
                -- @downgrade postgresql, h2
                DROP ROLE walker;
                -- @downgrade mysql
                DROP SCHEMA walker;
                """);
    for (int i = 1; i < 60; i++) {
      revisions.sql(
          "r%02d".formatted(i),
          """
          -- @revises r%02d
          -- @upgrade
          CREATE TABLE t%d (id INTEGER NOT NULL PRIMARY KEY);
          -- @downgrade
          DROP TABLE t%d;
          """
              .formatted(i - 1, i, i));
    }

    VerificationReport report = verify(server, STRUCTURE);

    assertThat(messages(report)).isEmpty();
    assertThat(report.revisions())
        .allSatisfy(result -> assertThat(result.status()).isEqualTo(RevisionResult.Status.PASSED));
    assertThat(report.project())
        .allSatisfy(check -> assertThat(check.outcome()).isEqualTo(CheckResult.Outcome.PASSED));
  }
}
