package dev.anabranch.testkit.fault;

import static dev.anabranch.testkit.fault.Products.ALL;
import static dev.anabranch.testkit.verify.VerificationCheck.LOSSES;
import static dev.anabranch.testkit.verify.VerificationCheck.ROWS;

import java.util.List;

/** Rows that a revision loses without naming their table. */
final class RowsLostElsewhere {

  private RowsLostElsewhere() {}

  static List<PlantedFault> all() {
    return List.of(
        PlantedFault.withRows("rows that are deleted with those they refer to", ALL)
            .before(
                """
                CREATE TABLE town (name VARCHAR(20) NOT NULL PRIMARY KEY);
                CREATE TABLE street (
                  id INTEGER NOT NULL PRIMARY KEY,
                  town VARCHAR(20) NOT NULL,
                  FOREIGN KEY (town) REFERENCES town (name) ON DELETE CASCADE);
                """,
                "DROP TABLE street; DROP TABLE town;")
            .losingToo("town, street")
            .b1(
                """
                -- @upgrade
                CREATE TABLE kept (name VARCHAR(20) NOT NULL PRIMARY KEY);
                INSERT INTO kept SELECT name FROM town;
                DELETE FROM town;
                -- @downgrade
                INSERT INTO town SELECT k.name FROM kept k
                  WHERE NOT EXISTS (SELECT 1 FROM town t WHERE t.name = k.name);
                DROP TABLE kept;
                """)
            .fails(ROWS, "after downgrade of b1: street: 20 rows lost")
            .fails(
                LOSSES,
                "the second upgrade of b1 loses what it does not declare: town: 20 rows lost"),
        PlantedFault.withRows("rows that a trigger changes", "postgresql", "mysql", "mariadb")
            .before(
                """
                CREATE TABLE note (words VARCHAR(40));
                CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS
                  $$BEGIN UPDATE note SET words = 'none'; RETURN NEW; END$$;
                CREATE TRIGGER forget AFTER UPDATE ON customer
                  FOR EACH ROW EXECUTE FUNCTION forget();
                -- @upgrade mysql
                CREATE TABLE customer (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL);
                CREATE TABLE note (words VARCHAR(40));
                CREATE TRIGGER forget AFTER UPDATE ON customer FOR EACH ROW
                  UPDATE note SET words = 'none';
                """,
                """
                DROP TABLE customer;
                DROP TABLE note;
                DROP FUNCTION forget();
                -- @downgrade mysql
                DROP TABLE note;
                """)
            .losingToo("note")
            .b1(
                """
                -- @upgrade
                UPDATE customer SET id = id + 1000;
                -- @downgrade
                UPDATE customer SET id = id - 1000;
                """)
            .fails(ROWS, "after downgrade of b1: note.words: # values lost"),
        PlantedFault.withRows("rows that a procedure changes", "postgresql", "mysql", "mariadb")
            .before(
                """
                CREATE PROCEDURE forget() LANGUAGE sql AS $$UPDATE customer SET city = 'none'$$;
                -- @upgrade mysql
                CREATE TABLE customer (id INTEGER NOT NULL PRIMARY KEY, city VARCHAR(20));
                CREATE PROCEDURE forget() UPDATE customer SET city = 'none';
                """,
                "DROP PROCEDURE forget;")
            .b1(
                """
                -- @upgrade
                CALL forget();
                -- @downgrade
                """)
            .fails(ROWS, "after downgrade of b1: customer.city: # values lost"),
        PlantedFault.withRows(
                "rows that are changed through a view", "postgresql", "mysql", "mariadb")
            .before("CREATE VIEW client AS SELECT id, city FROM customer;", "DROP VIEW client;")
            .b1(
                """
                -- @upgrade
                UPDATE client SET city = 'none';
                -- @downgrade
                """)
            .fails(ROWS, "after downgrade of b1: customer.city: # values lost"),
        PlantedFault.withRows("rows that a statement made of text changes", ALL)
            .b1(
                """
                -- @upgrade
                DO $$BEGIN EXECUTE 'UPDATE cus' || 'tomer SET city = ''none'''; END$$;
                -- @upgrade h2
                EXECUTE IMMEDIATE 'UPDATE cus' || 'tomer SET city = ''none''';
                -- @upgrade mysql
                SET @text = CONCAT('UPDATE cus', 'tomer SET city = ''none''');
                PREPARE stmt FROM @text;
                EXECUTE stmt;
                DEALLOCATE PREPARE stmt;
                -- @downgrade
                """)
            .fails(ROWS, "after downgrade of b1: customer.city: # values lost"));
  }
}
