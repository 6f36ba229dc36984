package dev.anabranch.testkit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.testkit.server.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the walk goes on where something is in its way, on H2. */
class WalkTest {

  private static final VerificationOptions STRUCTURE =
      VerificationOptions.builder().rows(0).build();

  @TempDir Path folder;

  private VerificationReport verify(VerificationOptions options) {
    return new RoundTripVerifier(
            new Revisions(folder).load(),
            TestServers.shared().require("h2"),
            options,
            VerificationListener.NONE)
        .verify();
  }

  private static String revision(String parents, String table) {
    return (parents.isEmpty() ? "" : "-- @revises " + parents + "\n")
        + "-- @loses "
        + table
        + "\n-- @upgrade\nCREATE TABLE "
        + table
        + " (id INTEGER PRIMARY KEY);\n-- @downgrade\nDROP TABLE "
        + table
        + ";\n";
  }

  private static List<String> statuses(VerificationReport report) {
    return report.revisions().stream()
        .map(result -> result.revision().id() + " " + result.status())
        .toList();
  }

  @Test
  void whatStandsOnABrokenRevisionIsNotReachedAndTheOtherBranchIs() {
    new Revisions(folder)
        .sql("a1", revision("", "a"))
        .sql("b1", "-- @revises a1\n-- @upgrade\nCREATE NONSENSE;\n-- @irreversible none\n")
        .sql("b2", revision("b1", "b"))
        .sql("c1", revision("a1", "c"))
        .sql("d1", "-- @revises b2, c1\n");

    VerificationReport report = verify(STRUCTURE);

    assertThat(statuses(report))
        .containsExactlyInAnyOrder(
            "a1 PASSED", "b1 FAILED", "b2 NOT_REACHED", "c1 PASSED", "d1 NOT_REACHED");
    assertThat(report.passed()).isFalse();
    assertThat(report.project())
        .filteredOn(check -> check.check() == VerificationCheck.OFFLINE)
        .extracting(CheckResult::reason)
        .containsExactly(Optional.of("a revision cannot be upgraded"));
  }

  @Test
  void anIrreversibleRevisionIsUpgradedOnlyAndTheWalkGoesOverIt() {
    new Revisions(folder)
        .sql("a1", revision("", "a"))
        .sql("b1", "-- @revises a1\n-- @upgrade\nDROP TABLE a;\n-- @irreversible rows are gone\n")
        .sql("c1", revision("b1", "c"))
        .sql("e1", revision("a1", "e"))
        .sql("f1", "-- @revises c1, e1\n");

    VerificationReport report = verify(STRUCTURE);

    assertThat(statuses(report))
        .containsExactlyInAnyOrder(
            "a1 PASSED", "b1 UPGRADED_ONLY", "c1 PASSED", "e1 PASSED", "f1 PASSED");
    assertThat(report.passed()).isTrue();
  }

  @Test
  void aLongHistoryIsToldInItsOrder() {
    Revisions revisions = new Revisions(folder);
    List<String> expected = new ArrayList<>();
    String parent = "";
    for (int i = 0; i < 60; i++) {
      String id = "r%02d".formatted(i);
      revisions.sql(id, revision(parent, "t" + i));
      expected.add(id + " PASSED");
      parent = id;
    }

    VerificationReport report = verify(VerificationOptions.standard());

    assertThat(report.failures()).isEmpty();
    assertThat(statuses(report)).isEqualTo(expected);
    assertThat(report.passed()).isTrue();
  }

  @Test
  void thatTheOrderOfBranchesMattersIsNoFaultOfTheScript() {
    String comment =
        "-- @upgrade\nCOMMENT ON TABLE t IS '%s';\n-- @downgrade\nCOMMENT ON TABLE t IS NULL;\n";
    new Revisions(folder)
        .sql("a0", "-- @upgrade\nCREATE TABLE t (id INTEGER);\n-- @downgrade\nDROP TABLE t;\n")
        .sql("a1", "-- @revises a0\n" + comment.formatted("a"))
        .sql("b1", "-- @revises a0\n" + comment.formatted("b"));

    VerificationReport report =
        verify(VerificationOptions.builder().rows(0).allowedHeads(List.of("heads")).build());

    assertThat(report.failures()).isEmpty();
    assertThat(report.project())
        .allSatisfy(check -> assertThat(check.outcome()).isEqualTo(CheckResult.Outcome.PASSED));
  }

  @Test
  void aBrokenBeginningOfALongHistoryIsTheReasonForAllOfIt() {
    Revisions revisions = new Revisions(folder);
    revisions.sql("r00", "-- @upgrade\nCREATE NONSENSE;\n-- @irreversible none\n");
    String parent = "r00";
    for (int i = 1; i < 60; i++) {
      String id = "r%02d".formatted(i);
      revisions.sql(id, revision(parent, "t" + i));
      parent = id;
    }

    VerificationReport report = verify(STRUCTURE);

    assertThat(report.count(RevisionResult.Status.NOT_REACHED)).isEqualTo(59);
    assertThat(report.revisions())
        .extracting(result -> result.checks().get(0).reason().orElse("none"))
        .allMatch(reason -> reason.equals("none") || reason.startsWith("r00 cannot be upgraded"));
  }

  @Test
  void ownChecksAreMadeAfterTheUpgradeAndAfterTheDowngrade() {
    new Revisions(folder).sql("a1", revision("", "a"));
    List<String> seen = new ArrayList<>();

    VerificationReport report =
        verify(
            VerificationOptions.builder()
                .check(
                    RevisionCheck.of(
                        "tables have comments",
                        state -> {
                          seen.add(state.moment() + " " + state.schema().tables().size());
                          state
                              .schema()
                              .tables()
                              .forEach(
                                  table -> assertThat(table.comment()).as("comment").isPresent());
                        }))
                .build());

    assertThat(seen).containsExactly("AFTER_UPGRADE 1", "AFTER_DOWNGRADE 0");
    assertThat(report.failures())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .startsWith("after upgrade of a1: [comment]");
    assertThat(report.revisions().get(0).checks())
        .filteredOn(CheckResult::failed)
        .extracting(CheckResult::title)
        .containsExactly("tables have comments");
  }

  @Test
  void rowsWrittenByHandAreThere() throws IOException {
    new Revisions(folder)
        .sql("a1", revision("", "a"))
        .sql(
            "b1",
            """
            -- @revises a1
            -- @upgrade
            ALTER TABLE a ADD CONSTRAINT ck_a CHECK (id < 1000000);
            -- @downgrade
            ALTER TABLE a DROP CONSTRAINT ck_a;
            """);
    Path rows = Files.createDirectory(folder.resolve("rows"));
    Files.writeString(rows.resolve("b1.before.sql"), "INSERT INTO a VALUES (1000001);\n");

    VerificationReport report =
        verify(VerificationOptions.builder().handWrittenRows(HandWrittenRows.folder(rows)).build());

    assertThat(report.failures().get(0).message())
        .startsWith("upgrade works on empty tables only, and fails with rows in them: ");
  }

  @Test
  void aFileOfRowsWithAnotherNameIsAnError() throws IOException {
    Files.writeString(folder.resolve("b1_before.sql"), "");

    assertThatThrownBy(() -> HandWrittenRows.folder(folder))
        .hasMessageContaining("<revision>.before.sql");
  }

  @Test
  void severalHeadsFailUnlessTheyAreAllowed() {
    new Revisions(folder)
        .sql("a1", revision("", "a"))
        .sql("b1", revision("a1", "b"))
        .sql("c1", revision("a1", "c"));

    assertThat(verify(STRUCTURE).failures())
        .extracting(Finding::message)
        .containsExactly("the graph has 2 heads: b1, c1");
    assertThat(
            verify(VerificationOptions.builder().rows(0).allowedHeads(List.of("heads")).build())
                .passed())
        .isTrue();
  }
}
