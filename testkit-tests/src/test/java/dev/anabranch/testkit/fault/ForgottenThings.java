package dev.anabranch.testkit.fault;

import static dev.anabranch.testkit.fault.Products.ALL;
import static dev.anabranch.testkit.verify.VerificationCheck.DOWNGRADE;
import static dev.anabranch.testkit.verify.VerificationCheck.SECOND_UPGRADE;

import java.util.List;

/** Downgrades that forget something of what the upgrade has made. */
final class ForgottenThings {

  private static final String MYSQL_ENUM =
      "after downgrade of b1: column customer.mood: type is enum customer_mood ('sad', 'glad',"
          + " 'mad') and was enum customer_mood ('sad', 'glad')";

  private static final String MYSQL_PRIVILEGE =
      "after downgrade of b1: privilege \"select to ...\" of customer is still there";

  private ForgottenThings() {}

  static List<PlantedFault> all() {
    return List.of(
        PlantedFault.of("a downgrade that forgets an index", ALL)
            .b1(
                """
                -- @upgrade
                CREATE INDEX ix_customer_name ON customer (name);
                -- @downgrade
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: index ix_customer_name of customer is still there")
            .fails(
                SECOND_UPGRADE,
                "upgrade failed after a downgrade: Cannot upgrade to b1: statement # of # (...) failed: ..."),
        PlantedFault.of("a downgrade that forgets a default", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ALTER COLUMN city SET DEFAULT 'Bonn';
                -- @downgrade
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: column customer.city: default 'Bonn' is still there"),
        PlantedFault.of("a downgrade that forgets the comment of a table", ALL)
            .b1(
                """
                -- @upgrade
                COMMENT ON TABLE customer IS 'those who buy';
                -- @upgrade mysql
                ALTER TABLE customer COMMENT = 'those who buy';
                -- @downgrade
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: table customer: comment \"those who buy\" is still there"),
        PlantedFault.of("a downgrade that forgets the comment of a column", ALL)
            .b1(
                """
                -- @upgrade
                COMMENT ON COLUMN customer.city IS 'where they live';
                -- @upgrade mysql
                ALTER TABLE customer MODIFY city VARCHAR(20) COMMENT 'where they live';
                -- @downgrade
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: column customer.city: comment \"where they live\" is still"
                    + " there"),
        PlantedFault.of("a downgrade that forgets a sequence", "h2", "postgresql", "mariadb")
            .b1(
                """
                -- @upgrade
                CREATE SEQUENCE customer_number;
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: sequence customer_number is still there")
            .fails(
                SECOND_UPGRADE,
                "upgrade failed after a downgrade: Cannot upgrade to b1: statement # of # (...) failed: ..."),
        PlantedFault.of("a downgrade that forgets a value of an enum", ALL)
            .before(
                """
                CREATE TYPE mood AS ENUM ('sad', 'glad');
                ALTER TABLE customer ADD COLUMN mood mood;
                -- @upgrade h2, mysql
                CREATE TABLE customer (
                  id INTEGER NOT NULL PRIMARY KEY,
                  name VARCHAR(40) NOT NULL,
                  city VARCHAR(20),
                  mood ENUM ('sad', 'glad'));
                """,
                """
                DROP TABLE customer;
                DROP TYPE mood;
                -- @downgrade h2, mysql
                """)
            .b1(
                """
                -- @upgrade
                ALTER TYPE mood ADD VALUE 'mad';
                -- @upgrade h2
                ALTER TABLE customer ALTER COLUMN mood SET DATA TYPE ENUM ('sad', 'glad', 'mad');
                -- @upgrade mysql
                ALTER TABLE customer MODIFY mood ENUM ('sad', 'glad', 'mad');
                -- @downgrade
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: column customer.mood: type is ENUM('sad', 'glad', 'mad')"
                    + " and was ENUM('sad', 'glad')")
            .failsOn("mysql", DOWNGRADE, MYSQL_ENUM)
            .failsOn("mariadb", DOWNGRADE, MYSQL_ENUM)
            .failsOn(
                "postgresql",
                DOWNGRADE,
                "after downgrade of b1: enum type mood: value list is ('sad', 'glad', 'mad') and"
                    + " was ('sad', 'glad')")
            .failsOn(
                "postgresql",
                SECOND_UPGRADE,
                "upgrade failed after a downgrade: Cannot upgrade to b1: statement # of # (...) failed: ..."),
        PlantedFault.of("a downgrade that forgets a trigger", ALL)
            .b1(
                """
                -- @upgrade
                CREATE TRIGGER keep BEFORE UPDATE ON customer
                  FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
                -- @downgrade
                -- @upgrade h2
                CREATE TRIGGER keep BEFORE UPDATE ON customer FOR EACH ROW
                  CALL "dev.anabranch.testkit.fault.KeepTrigger";
                -- @upgrade mysql
                CREATE TRIGGER keep BEFORE UPDATE ON customer FOR EACH ROW SET NEW.name = OLD.name;
                -- @downgrade h2, mysql
                """)
            .fails(DOWNGRADE, "after downgrade of b1: trigger keep of customer is still there")
            .fails(
                SECOND_UPGRADE,
                "upgrade failed after a downgrade: Cannot upgrade to b1: statement # of # (...) failed: ..."),
        PlantedFault.of("a downgrade that forgets a privilege", ALL)
            .b1(
                """
                -- @upgrade
                GRANT SELECT ON customer TO PUBLIC;
                -- @upgrade mysql
                GRANT SELECT ON customer TO CURRENT_USER();
                -- @downgrade
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: privilege \"SELECT TO PUBLIC\" of customer is still there")
            .failsOn("mysql", DOWNGRADE, MYSQL_PRIVILEGE)
            .failsOn("mariadb", DOWNGRADE, MYSQL_PRIVILEGE),
        PlantedFault.of("a downgrade that forgets a view", ALL)
            .b1(
                """
                -- @upgrade
                CREATE VIEW grown_up AS SELECT name FROM customer WHERE age > 17;
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: view grown_up is still there")
            .fails(
                SECOND_UPGRADE,
                "upgrade failed after a downgrade: Cannot upgrade to b1: statement # of # (...) failed: ..."),
        PlantedFault.of("a downgrade that forgets a check", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ADD CONSTRAINT ck_customer_age CHECK (age > 0);
                -- @downgrade
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: check constraint ck_customer_age of customer is still there")
            .fails(
                SECOND_UPGRADE,
                "upgrade failed after a downgrade: Cannot upgrade to b1: statement # of # (...) failed: ..."),
        PlantedFault.of("a downgrade that forgets a foreign key", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ADD CONSTRAINT fk_customer_age
                  FOREIGN KEY (age) REFERENCES customer (id);
                -- @downgrade
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: foreign key fk_customer_age of customer is still there")
            .fails(
                SECOND_UPGRADE,
                "upgrade failed after a downgrade: Cannot upgrade to b1: statement # of # (...) failed: ..."),
        PlantedFault.of("a downgrade that forgets a unique constraint", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ADD CONSTRAINT uq_customer_name UNIQUE (name);
                -- @downgrade
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: unique constraint uq_customer_name of customer is still"
                    + " there")
            .fails(
                SECOND_UPGRADE,
                "upgrade failed after a downgrade: Cannot upgrade to b1: statement # of # (...) failed: ..."),
        PlantedFault.of("a downgrade that forgets a NOT NULL", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ALTER COLUMN city SET NOT NULL;
                -- @upgrade mysql
                ALTER TABLE customer MODIFY city VARCHAR(20) NOT NULL;
                -- @downgrade
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: column customer.city is not null and was nullable"),
        PlantedFault.of("a downgrade that forgets an identity", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;
                -- @upgrade h2
                ALTER TABLE customer ALTER COLUMN id SET GENERATED BY DEFAULT;
                -- @upgrade mysql
                ALTER TABLE customer MODIFY id INTEGER NOT NULL AUTO_INCREMENT;
                -- @downgrade
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: column customer.id: identity by default is still there")
            .failsOn(
                "postgresql",
                DOWNGRADE,
                "after downgrade of b1: column customer.id: identity by default is still there")
            .failsOn(
                "postgresql",
                SECOND_UPGRADE,
                "upgrade failed after a downgrade: Cannot upgrade to b1: statement # of # (...) failed: ..."),
        PlantedFault.of(
                "a downgrade that forgets the collation of a column",
                "postgresql",
                "mysql",
                "mariadb")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ALTER COLUMN city TYPE VARCHAR(20) COLLATE "C";
                -- @upgrade mysql
                ALTER TABLE customer MODIFY city VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: column customer.city: collation ..."),
        PlantedFault.of(
                "a downgrade that forgets an option of a table", "postgresql", "mysql", "mariadb")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer SET (fillfactor = 70);
                -- @upgrade mysql
                ALTER TABLE customer ROW_FORMAT = COMPACT;
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: table customer: ..."),
        PlantedFault.of("a downgrade that forgets a computed column", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ADD COLUMN next INTEGER GENERATED ALWAYS AS (age + 1);
                -- @upgrade postgresql
                ALTER TABLE customer ADD COLUMN next INTEGER GENERATED ALWAYS AS (age + 1) STORED;
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: column customer.next is still there")
            .fails(
                SECOND_UPGRADE,
                "upgrade failed after a downgrade: Cannot upgrade to b1: statement # of # (...) failed: ..."),
        PlantedFault.of("a downgrade that forgets a table", ALL)
            .b1(
                """
                -- @upgrade
                CREATE TABLE note (id INTEGER NOT NULL PRIMARY KEY);
                CREATE TABLE remark (id INTEGER NOT NULL PRIMARY KEY);
                -- @downgrade
                DROP TABLE note;
                """)
            .fails(DOWNGRADE, "after downgrade of b1: table remark is still there")
            .fails(
                SECOND_UPGRADE,
                "upgrade failed after a downgrade: Cannot upgrade to b1: statement # of # (...) failed: ..."));
  }
}
