package dev.anabranch.testkit.fault;

import static dev.anabranch.testkit.fault.Products.ALL;
import static dev.anabranch.testkit.verify.VerificationCheck.DOWNGRADE;
import static dev.anabranch.testkit.verify.VerificationCheck.SECOND_UPGRADE;

import java.util.List;

/** Downgrades that forget what only some products have. */
final class ForgottenExtras {

  private static final String AGAIN =
      "upgrade failed after a downgrade: Cannot upgrade to b1: statement # of # (...) failed: ...";

  private ForgottenExtras() {}

  static List<PlantedFault> all() {
    return List.of(
        PlantedFault.of("a downgrade that forgets a function", ALL)
            .b1(
                """
                -- @upgrade
                CREATE FUNCTION twice(n INTEGER) RETURNS INTEGER LANGUAGE sql AS $$SELECT n * 2$$;
                -- @upgrade h2
                CREATE ALIAS twice FOR "java.lang.Math.abs(int)";
                -- @upgrade mysql
                CREATE FUNCTION twice(n INTEGER) RETURNS INTEGER DETERMINISTIC RETURN n * 2;
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: function twice is still there")
            .fails(SECOND_UPGRADE, AGAIN)
            .failsOn(
                "postgresql",
                DOWNGRADE,
                "after downgrade of b1: function twice(n integer) is still there")
            .failsOn("postgresql", SECOND_UPGRADE, AGAIN),
        PlantedFault.of("a downgrade that forgets a procedure", "postgresql", "mysql", "mariadb")
            .b1(
                """
                -- @upgrade
                CREATE PROCEDURE forget() LANGUAGE sql AS $$DELETE FROM customer$$;
                -- @upgrade mysql
                CREATE PROCEDURE forget() DELETE FROM customer;
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: procedure forget is still there")
            .fails(SECOND_UPGRADE, AGAIN)
            .failsOn(
                "postgresql", DOWNGRADE, "after downgrade of b1: procedure forget() is still there")
            .failsOn("postgresql", SECOND_UPGRADE, AGAIN),
        PlantedFault.of("a downgrade that forgets a row level security policy", "postgresql")
            .b1(
                """
                -- @upgrade
                CREATE POLICY own_city ON customer USING (city = 'Bonn');
                -- @downgrade
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: row level security policy own_city of customer is still"
                    + " there")
            .fails(SECOND_UPGRADE, AGAIN),
        PlantedFault.of("a downgrade that forgets an owner", "postgresql")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer OWNER TO pg_monitor;
                -- @downgrade
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: owner \"pg_monitor\" of customer is still there"),
        PlantedFault.of("a downgrade that forgets row level security", "postgresql")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ENABLE ROW LEVEL SECURITY;
                -- @downgrade
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: row level security ... of customer is still there"),
        PlantedFault.of("a downgrade that forgets an extension", "postgresql")
            .b1(
                """
                -- @upgrade
                CREATE EXTENSION citext;
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: extension citext is still there")
            .fails(SECOND_UPGRADE, AGAIN),
        PlantedFault.of("a downgrade that forgets an empty schema", "h2", "postgresql")
            .b1(
                """
                -- @upgrade
                CREATE SCHEMA reporting;
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: schema reporting is still there")
            .fails(SECOND_UPGRADE, AGAIN),
        PlantedFault.of("a downgrade that forgets a schema with a table", "h2", "postgresql")
            .b1(
                """
                -- @upgrade
                CREATE SCHEMA reporting;
                CREATE TABLE reporting.sale (id INTEGER NOT NULL PRIMARY KEY);
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: table reporting.sale is still there")
            .fails(DOWNGRADE, "after downgrade of b1: schema reporting is still there")
            .fails(SECOND_UPGRADE, AGAIN),
        PlantedFault.of("a downgrade that drops a schema and not the type in it", "postgresql")
            .before("CREATE SCHEMA reporting;", "DROP SCHEMA reporting CASCADE;")
            .b1(
                """
                -- @upgrade
                CREATE TYPE reporting.pair AS (one INTEGER, other INTEGER);
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: composite type reporting.pair is still there")
            .fails(SECOND_UPGRADE, AGAIN),
        PlantedFault.of("a downgrade that forgets a materialized view", "h2", "postgresql")
            .b1(
                """
                -- @upgrade
                CREATE MATERIALIZED VIEW grown_up AS SELECT name FROM customer WHERE age > 17;
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: materialized view grown_up is still there")
            .fails(SECOND_UPGRADE, AGAIN),
        PlantedFault.of("a downgrade that forgets a domain", "h2", "postgresql")
            .b1(
                """
                -- @upgrade
                CREATE DOMAIN percentage AS INTEGER CHECK (VALUE < 101);
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: domain percentage is still there")
            .fails(SECOND_UPGRADE, AGAIN),
        PlantedFault.of("a downgrade that forgets an exclusion constraint", "postgresql")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ADD CONSTRAINT ex_customer_age EXCLUDE (age WITH =);
                -- @downgrade
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: exclusion constraint ex_customer_age of customer is still"
                    + " there")
            .fails(SECOND_UPGRADE, AGAIN),
        PlantedFault.of("a downgrade that forgets a rule", "postgresql")
            .b1(
                """
                -- @upgrade
                CREATE RULE no_delete AS ON DELETE TO customer DO INSTEAD NOTHING;
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: rule no_delete of customer is still there")
            .fails(SECOND_UPGRADE, AGAIN),
        PlantedFault.of("a downgrade that forgets an event", "mysql", "mariadb")
            .b1(
                """
                -- @upgrade
                CREATE EVENT clean_up ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM customer;
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: event clean_up is still there")
            .fails(SECOND_UPGRADE, AGAIN),
        PlantedFault.of("a downgrade that forgets the partitions of a table", "mysql", "mariadb")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer PARTITION BY HASH (id) PARTITIONS 2;
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: partitioning ... of customer is still there"),
        PlantedFault.of("a downgrade that forgets a partition", "postgresql")
            .before(
                """
                CREATE TABLE visit (at DATE NOT NULL) PARTITION BY RANGE (at);
                """,
                "DROP TABLE visit;")
            .b1(
                """
                -- @upgrade
                CREATE TABLE visit_2026 PARTITION OF visit
                  FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: partition ... is still there")
            .fails(SECOND_UPGRADE, AGAIN),
        PlantedFault.of("a downgrade that forgets a synonym", "h2")
            .b1(
                """
                -- @upgrade
                CREATE SYNONYM client FOR customer;
                -- @downgrade
                """)
            .fails(DOWNGRADE, "after downgrade of b1: synonym client is still there")
            .fails(SECOND_UPGRADE, AGAIN));
  }
}
