package dev.anabranch.testkit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.ServerLookup;
import dev.anabranch.testkit.server.TestServers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same revisions on several products. */
@RequiresServer("postgresql")
class EquivalenceIT {

  @TempDir Path folder;

  private EquivalenceReport verify(ProjectDifference... allowed) {
    return verify(List.of("postgresql", "h2"), List.of(allowed));
  }

  /** Without their servers the test is skipped, unless these are required. */
  private EquivalenceReport verify(String one, String other) {
    String required = System.getProperty("anabranch.test.require", "");
    for (String product : List.of(one, other)) {
      if (TestServers.shared().find(product) instanceof ServerLookup.NotFound missing) {
        assumeTrue(List.of(required.split(",")).contains(product), missing.reason());
      }
    }
    return verify(List.of(one, other), List.of());
  }

  private EquivalenceReport verify(List<String> products, List<ProjectDifference> allowed) {
    return new EquivalenceVerifier(
            new Revisions(folder).load(),
            products.stream().map(TestServers.shared()::require).toList(),
            VerificationOptions.standard(),
            allowed)
        .verify();
  }

  @Test
  void theSameIsFoundToBeTheSame() {
    new Revisions(folder)
        .sql(
            "a1",
            """
            -- @upgrade
            CREATE TABLE customer (
              id INTEGER NOT NULL,
              name VARCHAR(40) DEFAULT 'none',
              age INTEGER,
              CONSTRAINT pk_customer PRIMARY KEY (id),
              CONSTRAINT ck_customer_age CHECK (age > 0));
            -- @downgrade
            DROP TABLE customer;
            """);

    assertThat(verify().differences()).isEmpty();
  }

  private static final String UNNAMED =
      """
      -- @upgrade
      CREATE TABLE customer (
        id INTEGER NOT NULL PRIMARY KEY,
        email VARCHAR(80) UNIQUE,
        name VARCHAR(40),
        age INTEGER CHECK (age > 0),
        born INTEGER,
        UNIQUE (name, age),
        CHECK (age < born),
        CHECK (born > 1900));
      CREATE TABLE orders (
        id INTEGER NOT NULL PRIMARY KEY,
        customer_id INTEGER,
        payer_id INTEGER,
        FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
        FOREIGN KEY (payer_id) REFERENCES customer (id));
      -- @downgrade
      DROP TABLE orders;
      DROP TABLE customer;
      """;

  /** The names of all of these are made up, by each product after its own fashion. */
  @ParameterizedTest
  @CsvSource({"h2, postgresql", "postgresql, mariadb", "mariadb, h2", "postgresql, mysql"})
  void whatHasNoNameIsTheSameWhateverEachProductCallsIt(String one, String other) {
    new Revisions(folder).sql("a1", UNNAMED);

    EquivalenceReport report = verify(one, other);

    assertThat(report.failures()).isEmpty();
    assertThat(report.differences()).extracting(ProductDifference::describe).isEmpty();
  }

  /** After a rename of the table the name tells nothing any more of where it comes from. */
  @Test
  void whatHasNoNameIsTheSameAfterItsTableIsRenamed() {
    new Revisions(folder)
        .sql("a1", UNNAMED)
        .sql(
            "b1",
            """
            -- @revises a1
            -- @upgrade
            ALTER TABLE customer RENAME TO client;
            -- @downgrade
            ALTER TABLE client RENAME TO customer;
            """);

    assertThat(verify("h2", "postgresql").differences())
        .extracting(ProductDifference::describe)
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"postgresql, h2", "mariadb, h2", "mariadb, postgresql"})
  void whatHasNoNameIsComparedByAllTheRest(String one, String other) {
    new Revisions(folder)
        .sql(
            "a1",
            """
            -- @upgrade
            CREATE TABLE customer (
              id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40), age INTEGER,
              UNIQUE (name), CHECK (age > 0),
              FOREIGN KEY (age) REFERENCES customer (id) ON DELETE CASCADE);
            -- @upgrade %s
            CREATE TABLE customer (
              id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40), age INTEGER,
              UNIQUE (name, age), CHECK (age > 1),
              FOREIGN KEY (age) REFERENCES customer (id));
            -- @downgrade
            DROP TABLE customer;
            """
                .formatted(other));

    assertThat(verify(one, other).differences())
        .extracting(ProductDifference::describe)
        .map(text -> text.replace(one, "one").replace(other, "other"))
        .containsExactlyInAnyOrder(
            "since a1: table customer check without name (age>0) is there on one and not there on"
                + " other",
            "since a1: table customer check without name (age>1) is not there on one and there on"
                + " other",
            "since a1: table customer unique without name (name) is there on one and not there on"
                + " other",
            "since a1: table customer unique without name (name, age) is not there on one and there"
                + " on other",
            "since a1: table customer foreign key without name (age to customer): foreign key on"
                + " delete is cascade on one and no action on other");
  }

  @ParameterizedTest
  @CsvSource({"postgresql, h2", "postgresql, mariadb"})
  void aNameOfAnAuthorIsCompared(String one, String other) {
    new Revisions(folder)
        .sql(
            "a1",
            """
            -- @upgrade
            CREATE TABLE customer (
              id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40), nick VARCHAR(40),
              CONSTRAINT customer_nick_key UNIQUE (nick),
              CONSTRAINT uq_name UNIQUE (name));
            -- @upgrade %s
            CREATE TABLE customer (
              id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40), nick VARCHAR(40),
              CONSTRAINT customer_nick_key UNIQUE (nick),
              UNIQUE (name));
            -- @downgrade
            DROP TABLE customer;
            """
                .formatted(other));

    assertThat(verify(one, other).differences())
        .extracting(ProductDifference::describe)
        .containsExactlyInAnyOrder(
            "since a1: table customer unique uq_name is there on %s and not there on %s"
                .formatted(one, other),
            "since a1: table customer unique without name (name) is not there on %s and there on %s"
                .formatted(one, other));
  }

  @Test
  void theFirstProductThatGoesNoFurtherFailsTheCheckOfTheOther() {
    new Revisions(folder)
        .sql(
            "a1",
            """
            -- @upgrade
            CREATE TABLE customer (id INTEGER NOT NULL, CONSTRAINT pk_customer PRIMARY KEY (id));
            -- @upgrade postgresql
            CREATE TABLE customer (id NUMBERS);
            -- @downgrade
            DROP TABLE customer;
            """);

    EquivalenceReport report = verify();

    assertThat(report.differences()).isEmpty();
    assertThat(report.check("h2").failures())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .startsWith("postgresql cannot be compared from a1 on: ");
  }

  @Test
  void anotherTypeOnOneProductIsNamedWithTheRevisionThatBringsIt() {
    new Revisions(folder)
        .sql(
            "a1",
            """
            -- @upgrade
            CREATE TABLE customer (id INTEGER NOT NULL, CONSTRAINT pk_customer PRIMARY KEY (id));
            -- @downgrade
            DROP TABLE customer;
            """)
        .sql(
            "b1",
            """
            -- @revises a1
            -- @upgrade
            ALTER TABLE customer ADD COLUMN name VARCHAR(40);
            -- @upgrade h2
            ALTER TABLE customer ADD COLUMN name VARCHAR(50);
            -- @downgrade
            ALTER TABLE customer DROP COLUMN name;
            """);

    assertThat(verify().differences())
        .extracting(ProductDifference::describe)
        .containsExactly(
            "since b1: table customer column name: column type is varchar(40) on postgresql and"
                + " varchar(50) on h2");
    assertThat(
            verify(
                    new ProjectDifference(
                        Pattern.compile("table customer column name"),
                        "column type",
                        "the old server is narrow"))
                .passed())
        .isTrue();
  }
}
