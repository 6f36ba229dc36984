package dev.anabranch.testkit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestServers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same revisions on several products. */
@RequiresServer("postgresql")
class EquivalenceIT {

  @TempDir Path folder;

  private EquivalenceReport verify(ProjectDifference... allowed) {
    return new EquivalenceVerifier(
            new Revisions(folder).load(),
            List.of(TestServers.shared().require("postgresql"), TestServers.shared().require("h2")),
            VerificationOptions.standard(),
            List.of(allowed))
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
