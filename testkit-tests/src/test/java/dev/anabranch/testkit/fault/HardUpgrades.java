package dev.anabranch.testkit.fault;

import static dev.anabranch.testkit.fault.Products.ALL;
import static dev.anabranch.testkit.verify.VerificationCheck.UPGRADE;

import java.util.List;

/** Upgrades that work as long as nobody uses the tables. */
final class HardUpgrades {

  private HardUpgrades() {}

  static List<PlantedFault> all() {
    return List.of(
        hard("a NOT NULL column without a default", "h2", "postgresql")
            .b1(
                """
                -- @loses customer.country
                -- @upgrade
                ALTER TABLE customer ADD COLUMN country VARCHAR(2) NOT NULL;
                -- @downgrade
                ALTER TABLE customer DROP COLUMN country;
                """),
        hard("a NOT NULL over nulls", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ALTER COLUMN city SET NOT NULL;
                -- @upgrade mysql
                ALTER TABLE customer MODIFY city VARCHAR(20) NOT NULL;
                -- @downgrade
                ALTER TABLE customer ALTER COLUMN city DROP NOT NULL;
                -- @downgrade mysql
                ALTER TABLE customer MODIFY city VARCHAR(20);
                """),
        hard("a unique index over duplicates", ALL)
            .b1(
                """
                -- @upgrade
                CREATE UNIQUE INDEX ix_customer_city ON customer (city);
                -- @downgrade
                DROP INDEX ix_customer_city;
                -- @downgrade mysql
                DROP INDEX ix_customer_city ON customer;
                """),
        hard("a primary key over duplicates", ALL)
            .before("CREATE TABLE note (words VARCHAR(30) NOT NULL);", "DROP TABLE note;")
            .losingToo("note")
            .b1(
                """
                -- @upgrade
                ALTER TABLE note ADD CONSTRAINT pk_note PRIMARY KEY (words);
                -- @downgrade
                ALTER TABLE note DROP CONSTRAINT pk_note;
                -- @downgrade mysql
                ALTER TABLE note DROP PRIMARY KEY;
                """),
        hard("a narrower text over long ones", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ALTER COLUMN name SET DATA TYPE VARCHAR(5);
                -- @upgrade mysql
                ALTER TABLE customer MODIFY name VARCHAR(5) NOT NULL;
                -- @downgrade
                ALTER TABLE customer ALTER COLUMN name SET DATA TYPE VARCHAR(40);
                -- @downgrade mysql
                ALTER TABLE customer MODIFY name VARCHAR(40) NOT NULL;
                """),
        hard("a narrower number over large ones", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ALTER COLUMN age SET DATA TYPE SMALLINT;
                -- @upgrade mysql
                ALTER TABLE customer MODIFY age SMALLINT;
                -- @downgrade
                ALTER TABLE customer ALTER COLUMN age SET DATA TYPE INTEGER;
                -- @downgrade mysql
                ALTER TABLE customer MODIFY age INTEGER;
                """),
        hard("a number out of texts that are none", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ALTER COLUMN city TYPE INTEGER USING city::integer;
                -- @upgrade h2
                ALTER TABLE customer ALTER COLUMN city SET DATA TYPE INTEGER;
                -- @upgrade mysql
                ALTER TABLE customer MODIFY city INTEGER;
                -- @downgrade
                ALTER TABLE customer ALTER COLUMN city SET DATA TYPE VARCHAR(20);
                -- @downgrade mysql
                ALTER TABLE customer MODIFY city VARCHAR(20);
                """),
        hard("a check that rows do not meet", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ADD CONSTRAINT ck_customer_age CHECK (age > 17);
                -- @downgrade
                ALTER TABLE customer DROP CONSTRAINT ck_customer_age;
                """),
        hard("a foreign key over orphans", ALL)
            .before(
                "CREATE TABLE town (name VARCHAR(20) NOT NULL PRIMARY KEY);", "DROP TABLE town;")
            .losingToo("town")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ADD CONSTRAINT fk_customer_city
                  FOREIGN KEY (city) REFERENCES town (name);
                -- @downgrade
                ALTER TABLE customer DROP CONSTRAINT fk_customer_city;
                -- @downgrade mysql
                ALTER TABLE customer DROP FOREIGN KEY fk_customer_city;
                ALTER TABLE customer DROP INDEX fk_customer_city;
                """),
        hard("rows with fixed keys among others", ALL)
            .b1(
                """
                -- @loses customer
                -- @upgrade
                INSERT INTO customer (id, name) VALUES (1, 'Ann'), (2, 'Bob'), (3, 'Cy');
                -- @downgrade
                DELETE FROM customer WHERE id IN (1, 2, 3);
                """),
        PlantedFault.withRows("an upgrade that never works", ALL)
            .b1(
                """
                -- @upgrade
                CREATE INDEX ix_customer_email ON customer (email);
                -- @downgrade
                """)
            .fails(
                UPGRADE,
                "upgrade failed: Cannot upgrade to b1: statement 1 of 1 (...) failed: ..."));
  }

  private static PlantedFault hard(String kind, String... products) {
    return PlantedFault.withRows(kind, products)
        .fails(
            UPGRADE,
            "upgrade works on empty tables only, and fails with rows in them: Cannot upgrade to"
                + " b1: statement 1 of 1 (...) failed: ...");
  }
}
