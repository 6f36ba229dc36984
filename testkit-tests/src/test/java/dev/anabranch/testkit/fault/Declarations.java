package dev.anabranch.testkit.fault;

import static dev.anabranch.testkit.fault.Products.ALL;
import static dev.anabranch.testkit.verify.VerificationCheck.LOSSES;

import java.util.List;

/** Losses that are not declared, or are declared and are none. */
final class Declarations {

  private Declarations() {}

  static List<PlantedFault> all() {
    return List.of(
        PlantedFault.withRows("a loss of values that is not declared", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ADD COLUMN email VARCHAR(80);
                -- @downgrade
                ALTER TABLE customer DROP COLUMN email;
                """)
            .fails(
                LOSSES,
                "the downgrade of b1 loses what it does not declare: customer.email: # values"
                    + " lost"),
        PlantedFault.withRows("a loss of values beside a default that is not declared", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ADD COLUMN rating INTEGER DEFAULT 1 NOT NULL;
                -- @downgrade
                ALTER TABLE customer DROP COLUMN rating;
                """)
            .fails(
                LOSSES,
                "the downgrade of b1 loses what it does not declare: customer.rating: # values"
                    + " lost"),
        PlantedFault.withRows("a loss of rows that is not declared", ALL)
            .b1(
                """
                -- @upgrade
                CREATE TABLE note (id INTEGER NOT NULL PRIMARY KEY, words VARCHAR(30));
                -- @downgrade
                DROP TABLE note;
                """)
            .fails(LOSSES, "the downgrade of b1 loses what it does not declare: note: # rows lost"),
        PlantedFault.withRows("a loss that is declared for another column", ALL)
            .b1(
                """
                -- @loses customer.city
                -- @upgrade
                ALTER TABLE customer ADD COLUMN email VARCHAR(80);
                -- @downgrade
                ALTER TABLE customer DROP COLUMN email;
                """)
            .fails(
                LOSSES,
                "the downgrade of b1 loses what it does not declare: customer.email: # values"
                    + " lost"),
        PlantedFault.withRows("a declaration of what there is not", ALL)
            .b1(
                """
                -- @loses customer.email, customer.e_mail
                -- @upgrade
                ALTER TABLE customer ADD COLUMN email VARCHAR(80);
                -- @downgrade
                ALTER TABLE customer DROP COLUMN email;
                """)
            .fails(
                LOSSES,
                "b1 declares that it loses customer.e_mail, which there is not before it or after"
                    + " it"),
        PlantedFault.withRows("a loss of a Java revision that is not declared", "h2", "postgresql")
            .file(
                "b1_add_email.java",
                """
                import static dev.anabranch.migration.Definitions.column;
                import static dev.anabranch.migration.Definitions.varchar;

                import dev.anabranch.migration.Operations;
                import dev.anabranch.migration.ReversibleMigration;
                import dev.anabranch.migration.RevisionInfo;

                @RevisionInfo(id = "b1", revises = "a1", loses = "customer.city")
                public class AddEmail implements ReversibleMigration {
                  @Override
                  public void change(Operations op) {
                    op.addColumn("customer", column("email", varchar(80)));
                  }
                }
                """)
            .fails(
                LOSSES,
                "the downgrade of b1 loses what it does not declare: customer.email: # values"
                    + " lost"));
  }
}
