package dev.anabranch.testkit.fault;

import static dev.anabranch.testkit.fault.Products.ALL;
import static dev.anabranch.testkit.verify.VerificationCheck.DOWNGRADE;
import static dev.anabranch.testkit.verify.VerificationCheck.SECOND_UPGRADE;
import static dev.anabranch.testkit.verify.VerificationCheck.WAY_BACK;

import java.util.List;

/** Ways back that are not there, break off, or are no way to go up once more. */
final class WaysBack {

  private WaysBack() {}

  static List<PlantedFault> all() {
    return List.of(
        PlantedFault.of("a missing downgrade section", ALL)
            .b1(
                """
                -- @upgrade
                CREATE INDEX ix_customer_name ON customer (name);
                """)
            .fails(WAY_BACK, "has no downgrade and does not say why: ..."),
        java("a reversible migration with an operation that has no inverse", ALL)
            .file(
                "b1_forget.java",
                """
                import dev.anabranch.migration.Operations;
                import dev.anabranch.migration.ReversibleMigration;
                import dev.anabranch.migration.RevisionInfo;

                @RevisionInfo(id = "b1", revises = "a1")
                public class Forget implements ReversibleMigration {
                  @Override
                  public void change(Operations op) {
                    op.dropColumn("customer", "age");
                  }
                }
                """)
            .fails(WAY_BACK, "has no downgrade and does not say why: ..."),
        java("a downgrade method that does nothing", "h2", "postgresql")
            .file(
                "b1_forget.java",
                """
                import static dev.anabranch.migration.Definitions.column;
                import static dev.anabranch.migration.Definitions.varchar;

                import dev.anabranch.migration.Migration;
                import dev.anabranch.migration.Operations;
                import dev.anabranch.migration.RevisionInfo;

                @RevisionInfo(id = "b1", revises = "a1")
                public class Forget implements Migration {
                  @Override
                  public void upgrade(Operations op) {
                    op.addColumn("customer", column("email", varchar(80)));
                  }

                  @Override
                  public void downgrade(Operations op) {}
                }
                """)
            .fails(WAY_BACK, "has no downgrade and does not say why: ..."),
        PlantedFault.of("a downgrade that fails", ALL)
            .b1(
                """
                -- @upgrade
                CREATE VIEW grown_up AS SELECT name FROM customer WHERE age > 17;
                -- @downgrade
                DROP VIEW grownup;
                """)
            .fails(
                DOWNGRADE,
                "downgrade failed: Cannot downgrade b1: statement 1 of 1 (...) failed: ..."),
        PlantedFault.withRows("a downgrade that fails with rows in the tables", ALL)
            .before(
                """
                ALTER TABLE customer ADD COLUMN country VARCHAR(20) DEFAULT 'none' NOT NULL;
                """,
                "")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ALTER COLUMN country DROP NOT NULL;
                -- @upgrade mysql
                ALTER TABLE customer MODIFY country VARCHAR(20) DEFAULT 'none';
                UPDATE customer SET country = NULL;
                -- @downgrade
                UPDATE customer SET country = NULL;
                ALTER TABLE customer ALTER COLUMN country SET NOT NULL;
                -- @downgrade mysql
                ALTER TABLE customer MODIFY country VARCHAR(20) DEFAULT 'none' NOT NULL;
                """)
            .fails(DOWNGRADE, "downgrade failed: ..."),
        PlantedFault.of("a second upgrade that differs", "h2", "postgresql")
            .before("CREATE TABLE run (id INTEGER NOT NULL);", "DROP TABLE run;")
            .file(
                "b1_grow.java",
                """
                import static dev.anabranch.migration.Definitions.column;
                import static dev.anabranch.migration.Definitions.varchar;

                import dev.anabranch.migration.Migration;
                import dev.anabranch.migration.Operations;
                import dev.anabranch.migration.RevisionInfo;

                @RevisionInfo(id = "b1", revises = "a1")
                public class Grow implements Migration {
                  @Override
                  public void upgrade(Operations op) {
                    int runs = op.query("SELECT id FROM run").size();
                    op.addColumn("customer", column("email", varchar(80 + runs)));
                  }

                  @Override
                  public void downgrade(Operations op) {
                    op.dropColumn("customer", "email");
                    op.insertInto("run", "id").row(1).insert();
                  }
                }
                """)
            .fails(
                SECOND_UPGRADE,
                "after the second upgrade of b1: column customer.email: type is varchar(81) and"
                    + " was varchar(80)"));
  }

  private static PlantedFault java(String kind, String... products) {
    return PlantedFault.of(kind, products);
  }
}
