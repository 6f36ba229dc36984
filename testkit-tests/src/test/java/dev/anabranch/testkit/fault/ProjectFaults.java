package dev.anabranch.testkit.fault;

import static dev.anabranch.testkit.fault.PlantedFault.ANY;
import static dev.anabranch.testkit.fault.Products.ALL;
import static dev.anabranch.testkit.verify.VerificationCheck.DOWNGRADE;
import static dev.anabranch.testkit.verify.VerificationCheck.HEADS;
import static dev.anabranch.testkit.verify.VerificationCheck.NOTHING_LEFT;
import static dev.anabranch.testkit.verify.VerificationCheck.OFFLINE;
import static dev.anabranch.testkit.verify.VerificationCheck.OWN;

import dev.anabranch.testkit.verify.RevisionCheck;
import java.util.List;

/** What is wrong with a project as a whole, and with what its owners ask of it. */
final class ProjectFaults {

  private static final String EMAIL =
      """
      -- @upgrade
      ALTER TABLE customer ADD COLUMN email VARCHAR(80);
      -- @downgrade
      ALTER TABLE customer DROP COLUMN email;
      """;

  private ProjectFaults() {}

  static List<PlantedFault> all() {
    return List.of(
        PlantedFault.of("several heads", "h2")
            .b1(EMAIL)
            .file("d1.sql", "-- @revision d1\n-- @revises a1\n")
            .asProject()
            .fails(HEADS, "the graph has 2 heads: c1, d1"),
        PlantedFault.of("something that stays at the base", ALL)
            .b1(EMAIL)
            .before("CREATE TABLE note (id INTEGER NOT NULL PRIMARY KEY);", "")
            .asProject()
            .fails(ANY, "a1", DOWNGRADE, "after downgrade of a1: table note is still there")
            .fails(
                ANY,
                "a1",
                dev.anabranch.testkit.verify.VerificationCheck.SECOND_UPGRADE,
                "upgrade failed after a downgrade: ...")
            .fails(NOTHING_LEFT, "after a downgrade to the base: table note is still there"),
        PlantedFault.of("a script that leads elsewhere", ALL)
            .before(
                """
                SET TIME ZONE 'Asia/Tokyo';
                -- @upgrade mysql
                CREATE TABLE customer (id INTEGER NOT NULL PRIMARY KEY);
                SET default_storage_engine = MyISAM;
                """,
                "")
            .b1(
                """
                -- @upgrade
                CREATE TABLE note (
                  at TIMESTAMP WITH TIME ZONE DEFAULT TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00');
                -- @upgrade mysql
                CREATE TABLE note (id INTEGER NOT NULL PRIMARY KEY);
                -- @downgrade
                DROP TABLE note;
                """)
            .asProject()
            .fails(OFFLINE, "the script leads elsewhere: ..."),
        PlantedFault.of("a check of one's own that is not met", ALL)
            .b1(EMAIL)
            .check(
                RevisionCheck.of(
                    "no column is called email",
                    state -> {
                      boolean bad =
                          state.schema().tables().stream()
                              .flatMap(table -> table.columns().stream())
                              .anyMatch(column -> column.name().value().equalsIgnoreCase("email"));
                      if (bad) {
                        throw new AssertionError("a column is called email");
                      }
                    }))
            .fails(OWN, "after upgrade of b1: a column is called email")
            .fails(ANY, "c1", OWN, "after upgrade of c1: a column is called email")
            .fails(ANY, "c1", OWN, "after downgrade of c1: a column is called email"));
  }
}
