package dev.anabranch.testkit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.server.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk over the graph with rows in the tables, on every product. */
@EachServer({"h2", "postgresql", "mysql", "mariadb"})
class RoundTripWithRowsIT {

  private static final String CUSTOMER =
      """
      -- @loses customer
      -- @upgrade
      CREATE TABLE customer (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40), city VARCHAR(20));
      -- @downgrade
      DROP TABLE customer;
      """;

  @TempDir Path folder;

  private VerificationReport verify(TestServer server, VerificationOptions options) {
    return new RoundTripVerifier(
            new Revisions(folder).load(), server, options, VerificationListener.NONE)
        .verify();
  }

  private String messages(TestServer server) {
    return messages(verify(server, VerificationOptions.standard()));
  }

  private static String messages(VerificationReport report) {
    return String.join("\n", report.failures().stream().map(Finding::message).toList());
  }

  @Test
  void aDeclaredLossPasses(TestServer server) {
    new Revisions(folder)
        .sql("a1", CUSTOMER)
        .sql(
            "b1",
            """
            -- @revises a1
            -- @loses customer.email
            -- @upgrade
            ALTER TABLE customer ADD COLUMN email VARCHAR(80);
            -- @downgrade
            ALTER TABLE customer DROP COLUMN email;
            """);

    VerificationReport report = verify(server, VerificationOptions.standard());

    assertThat(messages(report)).isEmpty();
    assertThat(report.revisions())
        .allSatisfy(result -> assertThat(result.status()).isEqualTo(RevisionResult.Status.PASSED));
  }

  @Test
  void anUndeclaredLossIsNamedByTableColumnAndCount(TestServer server) {
    new Revisions(folder)
        .sql("a1", CUSTOMER)
        .sql(
            "b1",
            """
            -- @revises a1
            -- @upgrade
            ALTER TABLE customer ADD COLUMN email VARCHAR(80);
            -- @downgrade
            ALTER TABLE customer DROP COLUMN email;
            """);

    assertThat(messages(server))
        .matches(
            "the downgrade of b1 loses what it does not declare: customer.email: \\d+ values lost");
  }

  @Test
  void aWrongDeclarationIsTold(TestServer server) {
    new Revisions(folder)
        .sql("a1", CUSTOMER.replace("@loses customer", "@loses customer, custmer.email"));

    assertThat(messages(server))
        .isEqualTo(
            "a1 declares that it loses custmer.email, which there is not before it or after it");
  }

  @Test
  void aRevisionThatWorksOnAnEmptyTableOnlyIsToldFromOneThatNeverWorks(TestServer server) {
    new Revisions(folder)
        .sql("a1", CUSTOMER)
        .sql(
            "b1",
            """
            -- @revises a1
            -- @upgrade
            CREATE UNIQUE INDEX ix_customer_city ON customer (city);
            -- @downgrade mysql, mariadb
            DROP INDEX ix_customer_city ON customer;
            -- @downgrade
            DROP INDEX ix_customer_city;
            """);

    assertThat(messages(server))
        .startsWith("upgrade works on empty tables only, and fails with rows in them: ");
  }

  @Test
  void rowsThatGoingUpAndDownLosesAreNamed(TestServer server) {
    new Revisions(folder)
        .sql("a1", CUSTOMER)
        .sql(
            "b1",
            """
            -- @revises a1
            -- @upgrade
            UPDATE customer SET name = 'nobody';
            -- @downgrade
            UPDATE customer SET name = 'nobody';
            """);

    assertThat(messages(server)).matches("after downgrade of b1: customer.name: \\d+ values lost");
  }

  @Test
  void rowsThatTheDowngradeForgetsAreNamed(TestServer server) {
    new Revisions(folder)
        .sql("a1", CUSTOMER)
        .sql(
            "b1",
            """
            -- @revises a1
            -- @upgrade
            DELETE FROM customer WHERE id = -77;
            INSERT INTO customer (id, name) VALUES (-77, 'seed');
            -- @downgrade
            UPDATE customer SET name = name;
            """);

    assertThat(messages(server)).contains("after downgrade of b1: customer: 1 row added");
  }

  @Test
  void aLossThatNoDeclarationCanNameIsDeclaredByWhatIsAroundIt(TestServer server) {
    new Revisions(folder)
        .sql("a1", CUSTOMER)
        .sql(
            "b1",
            """
            -- @revises a1
            -- @upgrade
            ALTER TABLE customer ADD COLUMN "e mail" VARCHAR(80);
            -- @upgrade mysql
            ALTER TABLE customer ADD COLUMN `e mail` VARCHAR(80);
            -- @downgrade
            ALTER TABLE customer DROP COLUMN "e mail";
            -- @downgrade mysql
            ALTER TABLE customer DROP COLUMN `e mail`;
            """)
        .sql(
            "c1",
            """
            -- @revises b1
            -- @upgrade
            CREATE TABLE "some notes" (id INTEGER NOT NULL PRIMARY KEY);
            -- @upgrade mysql
            CREATE TABLE `some notes` (id INTEGER NOT NULL PRIMARY KEY);
            -- @downgrade
            DROP TABLE "some notes";
            -- @downgrade mysql
            DROP TABLE `some notes`;
            """);

    assertThat(verify(server, VerificationOptions.standard()).failures())
        .extracting(failure -> failure.hint().orElse(""))
        .containsExactly(
            "If that cannot be helped, declare it in the header: -- @loses customer",
            "It cannot be declared, for a declaration takes no such name as \"some notes\".");
  }

  @Test
  void aDowngradeThatRowsWrittenSinceKeepFromRunningIsNoted(TestServer server) {
    String upgrade = "ALTER TABLE customer ALTER COLUMN city DROP NOT NULL;";
    String downgrade = "ALTER TABLE customer ALTER COLUMN city SET NOT NULL;";
    if (server.product().equals("mysql") || server.product().equals("mariadb")) {
      upgrade = "ALTER TABLE customer MODIFY city VARCHAR(20);";
      downgrade = "ALTER TABLE customer MODIFY city VARCHAR(20) NOT NULL;";
    }
    new Revisions(folder)
        .sql("a1", CUSTOMER.replace("city VARCHAR(20)", "city VARCHAR(20) NOT NULL"))
        .sql(
            "b1",
            """
            -- @revises a1
            -- @upgrade
            %s
            -- @downgrade
            %s
            """
                .formatted(upgrade, downgrade))
        .sql(
            "c1",
            """
            -- @revises b1
            -- @loses customer.email
            -- @upgrade
            ALTER TABLE customer ADD COLUMN email VARCHAR(80);
            -- @downgrade
            ALTER TABLE customer DROP COLUMN email;
            """);

    VerificationReport report = verify(server, VerificationOptions.standard());

    assertThat(messages(report)).isEmpty();
    assertThat(report.revisions())
        .allSatisfy(result -> assertThat(result.status()).isEqualTo(RevisionResult.Status.PASSED));
    assertThat(
            report.revisions().get(1).checks().stream()
                .flatMap(check -> check.findings().stream())
                .map(Finding::message))
        .singleElement()
        .asString()
        .startsWith(
            "rows can be written after b1 over which its downgrade fails: Cannot downgrade b1:");
  }

  @Test
  void valuesThatOnlyAWiderTypeHoldsAreLostByANarrowerOne(TestServer server) {
    String type = "ALTER TABLE customer ALTER COLUMN city SET DATA TYPE VARCHAR(%d);";
    if (server.product().equals("mysql") || server.product().equals("mariadb")) {
      type = "ALTER TABLE customer MODIFY city VARCHAR(%d);";
    }
    new Revisions(folder)
        .sql("a1", CUSTOMER)
        .sql(
            "b1",
            """
            -- @revises a1
            -- @upgrade
            %s
            -- @downgrade
            UPDATE customer SET city = SUBSTRING(city FROM 1 FOR 20);
            %s
            """
                .formatted(type.formatted(60), type.formatted(20)));

    assertThat(messages(server))
        .matches(
            "the downgrade of b1 loses what it does not declare: customer.city: \\d+ values? lost");
  }

  // Whoever upgrades a second time does it in another session.
  @Test
  void whatARevisionLeavesInItsSessionDoesNotMeetTheNextRun(TestServer server) {
    new Revisions(folder)
        .sql("a1", CUSTOMER)
        .sql(
            "b1",
            """
            -- @revises a1
            -- @loses customer.w

            -- @upgrade h2
            /* What is -- worked with. */ CREATE LOCAL TEMPORARY TABLE work (id INTEGER);
            INSERT INTO work SELECT id FROM customer;
            ALTER TABLE customer ADD COLUMN w INTEGER;

            -- @upgrade
            /* What is -- worked with. */ CREATE TEMPORARY TABLE work (id INTEGER);
            INSERT INTO work SELECT id FROM customer;
            ALTER TABLE customer ADD COLUMN w INTEGER;

            -- @downgrade h2
            ALTER TABLE customer DROP COLUMN w;

            -- @downgrade mysql, mariadb
            CREATE TEMPORARY TABLE back (id INTEGER);
            ALTER TABLE customer DROP COLUMN w;

            -- @downgrade
            PREPARE back AS SELECT 1;
            DECLARE held CURSOR WITH HOLD FOR SELECT 1;
            ALTER TABLE customer DROP COLUMN w;
            """);

    VerificationReport report = verify(server, VerificationOptions.builder().rows(5).build());

    assertThat(messages(report)).isEmpty();
    assertThat(report.count(RevisionResult.Status.PASSED)).isEqualTo(2);
  }

  // Rows that fill the table up again are none of those that were there.
  @Test
  void rowsThatATableWithoutKeyLosesAreCounted(TestServer server) {
    new Revisions(folder)
        .sql(
            "a1",
            """
            -- @loses pair
            -- @upgrade
            CREATE TABLE pair (v INTEGER, w INTEGER);
            -- @downgrade
            DROP TABLE pair;
            """)
        .sql(
            "b1",
            """
            -- @revises a1
            -- @upgrade
            CREATE TABLE once AS SELECT DISTINCT v, w FROM pair;
            DROP TABLE pair;
            ALTER TABLE once RENAME TO pair;
            -- @downgrade
            """);

    assertThat(messages(server)).matches("after downgrade of b1: pair: \\d+ rows lost");
  }
}
