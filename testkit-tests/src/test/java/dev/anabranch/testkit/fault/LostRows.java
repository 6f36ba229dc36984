package dev.anabranch.testkit.fault;

import static dev.anabranch.testkit.fault.Products.ALL;
import static dev.anabranch.testkit.verify.VerificationCheck.LOSSES;
import static dev.anabranch.testkit.verify.VerificationCheck.ROWS;
import static dev.anabranch.testkit.verify.VerificationCheck.SECOND_UPGRADE;

import java.util.List;

/** Revisions that go up and down in good order and leave other rows behind. */
final class LostRows {

  private LostRows() {}

  static List<PlantedFault> all() {
    return List.of(
        changed("a text that is trimmed on the way", "name", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ALTER COLUMN name TYPE VARCHAR(5) USING SUBSTR(name, 1, 5);
                -- @upgrade h2, mysql
                UPDATE customer SET name = SUBSTR(name, 1, 5);
                -- @downgrade
                ALTER TABLE customer ALTER COLUMN name TYPE VARCHAR(40);
                -- @downgrade h2, mysql
                """),
        changed("a text whose blanks are stripped", "name", ALL)
            .before(
                """
                INSERT INTO customer (id, name) VALUES (-7, '  Ann  ');
                """,
                "")
            .b1(
                """
                -- @upgrade
                UPDATE customer SET name = TRIM(name);
                -- @downgrade
                """),
        changed("a text whose case is folded", "name", ALL)
            .b1(
                """
                -- @upgrade
                UPDATE customer SET name = LOWER(name);
                -- @downgrade
                """),
        changed("a text that loses what is not ASCII", "name", ALL)
            .b1(
                """
                -- @upgrade
                UPDATE customer SET name = REGEXP_REPLACE(name, '[^ -~]', '?');
                -- @upgrade postgresql
                UPDATE customer SET name = REGEXP_REPLACE(name, '[^ -~]', '?', 'g');
                -- @downgrade
                """),
        PlantedFault.withRows("a text that becomes a number and back", "h2", "postgresql")
            .before(
                """
                CREATE TABLE parcel (id INTEGER NOT NULL PRIMARY KEY, code VARCHAR(3) NOT NULL,
                  CHECK (code IN ('01', '1', '7', '007')));
                """,
                "DROP TABLE parcel;")
            .losingToo("parcel")
            .b1(
                """
                -- @upgrade
                ALTER TABLE parcel ADD COLUMN code_number INTEGER;
                UPDATE parcel SET code_number = CAST(code AS INTEGER);
                UPDATE parcel SET code = '1';
                -- @downgrade
                UPDATE parcel SET code = CAST(code_number AS VARCHAR(3));
                ALTER TABLE parcel DROP COLUMN code_number;
                """)
            .fails(ROWS, "after downgrade of b1: parcel.code: # values lost"),
        changed("a number that is rounded", "owes", ALL)
            .before(
                """
                ALTER TABLE customer ADD COLUMN owes NUMERIC(8, 2);
                ALTER TABLE customer ADD CONSTRAINT ck_customer_owes CHECK (owes < 1000 AND owes > -1000);
                """,
                "")
            .b1(
                """
                -- @upgrade
                UPDATE customer SET owes = FLOOR(owes);
                -- @downgrade
                """),
        changed("a timestamp that loses its fractions", "seen", "h2", "postgresql", "mariadb")
            .before(
                """
                ALTER TABLE customer ADD COLUMN seen TIMESTAMP(6);
                INSERT INTO customer (id, name, seen) VALUES (-7, 'Ann', TIMESTAMP '2026-01-02 03:04:05.123456');
                -- @upgrade mysql
                CREATE TABLE customer (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL, seen DATETIME(6));
                INSERT INTO customer (id, name, seen) VALUES (-7, 'Ann', TIMESTAMP '2026-01-02 03:04:05.123456');
                """,
                "")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ALTER COLUMN seen SET DATA TYPE TIMESTAMP(0);
                -- @upgrade mysql
                ALTER TABLE customer MODIFY seen DATETIME(0);
                -- @downgrade
                ALTER TABLE customer ALTER COLUMN seen SET DATA TYPE TIMESTAMP(6);
                -- @downgrade mysql
                ALTER TABLE customer MODIFY seen DATETIME(6);
                """),
        changed("a timestamp that becomes a date and back", "seen", "h2", "postgresql")
            .before("ALTER TABLE customer ADD COLUMN seen TIMESTAMP(6);", "")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ALTER COLUMN seen SET DATA TYPE DATE;
                -- @downgrade
                ALTER TABLE customer ALTER COLUMN seen SET DATA TYPE TIMESTAMP(6);
                """),
        changed("nulls that become a value", "city", ALL)
            .b1(
                """
                -- @upgrade
                UPDATE customer SET city = 'unknown' WHERE city IS NULL;
                -- @downgrade
                """),
        changed("values that become null", "city", ALL)
            .b1(
                """
                -- @upgrade
                UPDATE customer SET city = NULL WHERE city = '';
                -- @downgrade
                """),
        PlantedFault.withRows("two columns that are joined and parted at the wrong place", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ADD COLUMN label VARCHAR(90);
                UPDATE customer SET label = CONCAT(name, ' ', COALESCE(city, ''));
                -- @downgrade
                UPDATE customer SET name = SUBSTR(label, 1, 3);
                ALTER TABLE customer DROP COLUMN label;
                """)
            .fails(ROWS, "after downgrade of b1: customer.name: # values lost")
            .fails(
                LOSSES,
                "the downgrade of b1 loses what it does not declare: customer.label: # values"
                    + " lost"),
        PlantedFault.withRows("all rows that are deleted", ALL)
            .b1(
                """
                -- @upgrade
                DELETE FROM customer;
                -- @downgrade
                """)
            .fails(ROWS, "after downgrade of b1: customer: 20 rows lost"),
        PlantedFault.withRows("rows that are deleted", ALL)
            .b1(
                """
                -- @upgrade
                DELETE FROM customer WHERE city IS NULL;
                -- @downgrade
                """)
            .fails(ROWS, "after downgrade of b1: customer: # rows lost"),
        PlantedFault.withRows("rows that come twice", ALL)
            .before("CREATE TABLE note (words VARCHAR(30));", "DROP TABLE note;")
            .losingToo("note")
            .b1(
                """
                -- @upgrade
                INSERT INTO note SELECT words FROM note;
                -- @downgrade
                """)
            .fails(ROWS, "after downgrade of b1: note: # rows added"),
        PlantedFault.withRows("rows of an upgrade that the downgrade leaves", ALL)
            .b1(
                """
                -- @upgrade
                INSERT INTO customer (id, name) VALUES (-77, 'nobody');
                -- @downgrade
                """)
            .fails(SECOND_UPGRADE, "upgrade failed after a downgrade: ...")
            .fails(ROWS, "after downgrade of b1: customer: 1 rows added"),
        PlantedFault.withRows("a table that is made anew without its rows", ALL)
            .b1(
                """
                -- @upgrade
                CREATE TABLE buyer (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL,
                  city VARCHAR(20), age INTEGER);
                INSERT INTO buyer SELECT id, name, city, age FROM customer;
                DROP TABLE customer;
                -- @downgrade
                DROP TABLE buyer;
                CREATE TABLE customer (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL,
                  city VARCHAR(20), age INTEGER);
                """)
            .fails(ROWS, "after downgrade of b1: customer: # rows lost")
            .fails(
                LOSSES, "the downgrade of b1 loses what it does not declare: buyer: # rows lost"),
        PlantedFault.withRows(
                "the position of a sequence that is made anew", "h2", "postgresql", "mariadb")
            .before(
                """
                CREATE SEQUENCE customer_number;
                INSERT INTO customer (id, name) VALUES (NEXT VALUE FOR customer_number, 'Ann');
                INSERT INTO customer (id, name) VALUES (NEXT VALUE FOR customer_number, 'Bob');
                -- @upgrade postgresql
                CREATE TABLE customer (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL);
                CREATE SEQUENCE customer_number;
                INSERT INTO customer (id, name) VALUES (nextval('customer_number'), 'Ann');
                INSERT INTO customer (id, name) VALUES (nextval('customer_number'), 'Bob');
                """,
                "DROP SEQUENCE customer_number;")
            .b1(
                """
                -- @upgrade
                DROP SEQUENCE customer_number;
                -- @downgrade
                CREATE SEQUENCE customer_number;
                """)
            .fails(ROWS, "after downgrade of b1: customer_number: position lost"),
        PlantedFault.withRows("an identity that begins anew", "h2", "postgresql")
            .before(
                """
                CREATE TABLE note (id INTEGER GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, words VARCHAR(30));
                INSERT INTO note (words) VALUES ('one');
                INSERT INTO note (words) VALUES ('two');
                """,
                "DROP TABLE note;")
            .losingToo("note")
            .b1(
                """
                -- @upgrade
                ALTER TABLE note ALTER COLUMN id RESTART WITH 1;
                -- @downgrade
                """)
            .fails(ROWS, "after downgrade of b1: note.id: position lost"));
  }

  private static PlantedFault changed(String kind, String column, String... products) {
    return PlantedFault.withRows(kind, products)
        .fails(ROWS, "after downgrade of b1: customer." + column + ": # values lost");
  }
}
