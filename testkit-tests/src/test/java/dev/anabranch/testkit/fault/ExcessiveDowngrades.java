package dev.anabranch.testkit.fault;

import static dev.anabranch.testkit.fault.Products.ALL;
import static dev.anabranch.testkit.verify.VerificationCheck.DOWNGRADE;
import static dev.anabranch.testkit.verify.VerificationCheck.ROWS;
import static dev.anabranch.testkit.verify.VerificationCheck.SECOND_UPGRADE;

import java.util.List;

/** Downgrades that take away more than the upgrade has made. */
final class ExcessiveDowngrades {

  private ExcessiveDowngrades() {}

  static List<PlantedFault> all() {
    return List.of(
        PlantedFault.of("a downgrade that drops an index it has not made", ALL)
            .before("CREATE INDEX ix_customer_city ON customer (city);", "")
            .b1(
                """
                -- @upgrade
                CREATE INDEX ix_customer_name ON customer (name);
                -- @downgrade
                DROP INDEX ix_customer_name;
                DROP INDEX ix_customer_city;
                -- @downgrade mysql
                DROP INDEX ix_customer_name ON customer;
                DROP INDEX ix_customer_city ON customer;
                """)
            .fails(DOWNGRADE, "after downgrade of b1: index ix_customer_city of customer is gone")
            .fails(
                SECOND_UPGRADE,
                "after the second upgrade of b1: index ix_customer_city of customer is gone"),
        PlantedFault.withRows("a downgrade that drops a column it has not made", ALL)
            .b1(
                """
                -- @loses customer.email
                -- @upgrade
                ALTER TABLE customer ADD COLUMN email VARCHAR(80);
                -- @downgrade
                ALTER TABLE customer DROP COLUMN email;
                ALTER TABLE customer DROP COLUMN city;
                """)
            .fails(DOWNGRADE, "after downgrade of b1: column customer.city is gone")
            .fails(SECOND_UPGRADE, "after the second upgrade of b1: column customer.city is gone")
            .fails(ROWS, "after downgrade of b1: customer.city: # values lost"),
        PlantedFault.of("a downgrade that drops a view it has not made", ALL)
            .before(
                "CREATE VIEW grown_up AS SELECT name FROM customer WHERE age > 17;",
                "DROP VIEW IF EXISTS grown_up;")
            .b1(
                """
                -- @upgrade
                CREATE OR REPLACE VIEW grown_up AS SELECT name FROM customer WHERE age > 20;
                -- @downgrade
                DROP VIEW grown_up;
                """)
            .fails(DOWNGRADE, "after downgrade of b1: view grown_up is gone"),
        PlantedFault.of("a downgrade that drops a sequence it has not made", "h2", "postgresql")
            .before("CREATE SEQUENCE customer_number;", "DROP SEQUENCE IF EXISTS customer_number;")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ALTER COLUMN age SET DEFAULT 18;
                -- @downgrade
                ALTER TABLE customer ALTER COLUMN age DROP DEFAULT;
                DROP SEQUENCE customer_number;
                """)
            .fails(DOWNGRADE, "after downgrade of b1: sequence customer_number is gone")
            .fails(
                SECOND_UPGRADE, "after the second upgrade of b1: sequence customer_number is gone"),
        PlantedFault.of("a downgrade that drops a foreign key it has not made", ALL)
            .before(
                """
                ALTER TABLE customer ADD CONSTRAINT fk_customer_age
                  FOREIGN KEY (age) REFERENCES customer (id);
                """,
                "")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ADD COLUMN email VARCHAR(80);
                -- @downgrade
                ALTER TABLE customer DROP COLUMN email;
                ALTER TABLE customer DROP CONSTRAINT fk_customer_age;
                -- @downgrade mysql
                ALTER TABLE customer DROP COLUMN email;
                ALTER TABLE customer DROP FOREIGN KEY fk_customer_age, DROP INDEX fk_customer_age;
                """)
            .fails(
                DOWNGRADE, "after downgrade of b1: foreign key fk_customer_age of customer is gone")
            .fails(
                SECOND_UPGRADE,
                "after the second upgrade of b1: foreign key fk_customer_age of customer is gone"),
        // There the index that the key was made with is seen as soon as the key is gone.
        PlantedFault.of(
                "a downgrade that drops a foreign key and leaves its index", "mysql", "mariadb")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ADD CONSTRAINT fk_customer_age
                  FOREIGN KEY (age) REFERENCES customer (id);
                -- @downgrade
                ALTER TABLE customer DROP FOREIGN KEY fk_customer_age;
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: index fk_customer_age of customer is still there"));
  }
}
