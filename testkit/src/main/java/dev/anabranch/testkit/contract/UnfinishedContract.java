package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.engine.DatabaseState;
import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.engine.PlanException;
import dev.anabranch.engine.UnfinishedMigrationException;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.history.JournalEntry.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalInt;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A revision that was left half-way, and the ways on from there. */
public abstract class UnfinishedContract extends DialectContract {

  /** For the classes of the products. */
  protected UnfinishedContract() {}

  @BeforeEach
  void leaveHalfWay() {
    writeTable("a1");
    revisions()
        .revision("u1", "a1")
        .upgradeOutsideTransaction(
            "INSERT INTO a1 VALUES (1, 'x')",
            "INSERT INTO nowhere VALUES (2, 'y')",
            "INSERT INTO a1 VALUES (3, 'z')")
        .downgradeOutsideTransaction("DELETE FROM a1 WHERE id = 1", "DELETE FROM a1 WHERE id > 1")
        .write();
    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(MigrationFailedException.class)
        .asInstanceOf(InstanceOfAssertFactories.type(AnabranchException.class))
        .satisfies(e -> assertThat(e.hint()).get().asString().contains("anabranch resume"));
  }

  private void mend() {
    revisions().edit("u1", "nowhere", "a1");
  }

  @Test
  void theDatabaseSaysWhatWasLeftAndHowFarItCame() {
    DatabaseState state = anabranch().current();

    assertThat(state.rows()).containsExactly("a1");
    assertThat(state.unfinished())
        .hasValueSatisfying(
            entry -> {
              assertThat(entry.revision()).isEqualTo("u1");
              assertThat(entry.progress()).isEqualTo(new Progress(1, 3));
            });
    assertThat(history())
        .endsWith(
            "upgrade u1 started 0 of 3",
            "upgrade u1 statement 1 of 3",
            "upgrade u1 stopped 1 of 3");
  }

  @Test
  void resumingRunsTheRestOnly() {
    mend();

    anabranch().resume(OptionalInt.empty());

    assertThat(query("SELECT id FROM a1 ORDER BY id")).containsExactly("1", "2", "3");
    assertThat(rows()).containsExactly("u1");
    assertThat(anabranch().current().unfinished()).isEmpty();
    assertThat(history()).last().isEqualTo("upgrade u1 done 3 of 3");
  }

  @Test
  void theSameCommandGoesOnAsWell() {
    mend();
    writeTable("v1", "u1");

    anabranch().upgrade("heads");

    assertThat(query("SELECT id FROM a1 ORDER BY id")).containsExactly("1", "2", "3");
    assertThat(rows()).containsExactly("v1");
  }

  @Test
  void failingAgainCountsFromTheStart() {
    assertThatThrownBy(() -> anabranch().resume(OptionalInt.empty()))
        .isInstanceOf(MigrationFailedException.class)
        .hasMessageContaining("statement 2 of 3")
        .hasMessageContaining("statement 1 stays done");

    assertThat(history()).last().isEqualTo("upgrade u1 stopped 1 of 3");
    assertThat(count("a1")).hasValue(1);
  }

  @Test
  void doneStatementsThatWereChangedAreNotPassedOver() {
    mend();
    revisions().edit("u1", "(1, 'x')", "(1, 'changed')");

    assertThatThrownBy(() -> anabranch().resume(OptionalInt.empty()))
        .isInstanceOf(UnfinishedMigrationException.class)
        .hasMessageContaining("were changed")
        .extracting("code")
        .isEqualTo(ErrorCode.REVISION_CHANGED);
    assertThat(count("a1")).hasValue(1);

    anabranch().resume(OptionalInt.of(2));
    assertThat(count("a1")).hasValue(3);
    assertThat(rows()).containsExactly("u1");
  }

  @Test
  void aPersonMaySayWhereToGoOn() {
    anabranch().resume(OptionalInt.of(3));

    assertThat(query("SELECT id FROM a1 ORDER BY id")).containsExactly("1", "3");
    assertThat(rows()).containsExactly("u1");
  }

  @Test
  void aPersonMaySayThatAllOfItIsDone() {
    anabranch().resume(OptionalInt.of(4));

    assertThat(count("a1")).hasValue(1);
    assertThat(rows()).containsExactly("u1");
  }

  @Test
  void aStatementThatIsNotThereIsRefused() {
    for (int wrong : new int[] {0, 5}) {
      assertThatThrownBy(() -> anabranch().resume(OptionalInt.of(wrong)))
          .isInstanceOf(PlanException.class)
          .hasMessageContaining("at statement " + wrong + ": it has 3");
    }
  }

  @Test
  void nothingElseRunsBeforeItIsFinished() {
    writeTable("0a");
    assertThatThrownBy(() -> anabranch().downgrade("base"))
        .isInstanceOf(UnfinishedMigrationException.class)
        .hasMessageContaining("u1 was left half-way, with 1 of 3 statements done")
        .asInstanceOf(InstanceOfAssertFactories.type(AnabranchException.class))
        .satisfies(e -> assertThat(e.hint()).get().asString().contains("anabranch resume"));
    assertThatThrownBy(() -> anabranch().planDowngrade("base"))
        .isInstanceOf(UnfinishedMigrationException.class);

    assertThat(rows()).containsExactly("a1");
  }

  @Test
  void stampingSaysThatItWasMendedByHand() {
    anabranch().stamp(List.of("u1"));

    assertThat(rows()).containsExactly("u1");
    assertThat(anabranch().current().unfinished()).isEmpty();
    assertThat(anabranch().upgrade("heads").plan().isEmpty()).isTrue();
  }

  @Test
  void stampingWhereItStandsSaysThatItWasTakenBackByHand() {
    database().execute("DELETE FROM a1");
    mend();

    anabranch().stamp(List.of("a1"));

    assertThat(rows()).containsExactly("a1");
    assertThat(anabranch().current().unfinished()).isEmpty();
    anabranch().upgrade("heads");
    assertThat(count("a1")).hasValue(3);
  }

  @Test
  void aRunThatDiedLeavesItToAPersonWhetherTheNextStatementRan() {
    database().execute("DELETE FROM anabranch_history WHERE outcome = 'stopped'");
    mend();

    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(UnfinishedMigrationException.class)
        .hasMessageContaining("statement 2 (revisions/u1_test.sql:7) may or may not have run")
        .asInstanceOf(InstanceOfAssertFactories.type(AnabranchException.class))
        .satisfies(
            e -> assertThat(e.hint()).get().asString().contains("--at 2").contains("--at 3"));

    anabranch().resume(OptionalInt.of(2));
    assertThat(count("a1")).hasValue(3);
  }

  @Test
  void aRunThatDiedBehindItsLastStatementOnlyNeedsItsRows() {
    mend();
    anabranch().resume(OptionalInt.empty());
    database().execute("DELETE FROM anabranch_history WHERE outcome = 'done' AND revision = 'u1'");
    database().execute("UPDATE anabranch_version SET version_num = 'a1'");

    anabranch().upgrade("heads");

    assertThat(count("a1")).hasValue(3);
    assertThat(rows()).containsExactly("u1");
  }

  @Test
  void aFileThatIsGoneIsMissed() throws IOException {
    Files.delete(revisions().file("u1"));

    assertThatThrownBy(() -> anabranch().resume(OptionalInt.empty()))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("no file has the revision u1");
  }

  @Test
  void resumingWhereNothingIsUnfinishedIsRefused() {
    mend();
    anabranch().upgrade("heads");

    assertThatThrownBy(() -> anabranch().resume(OptionalInt.empty()))
        .isInstanceOf(PlanException.class)
        .extracting("code")
        .isEqualTo(ErrorCode.NOTHING_TO_RESUME);
  }

  @Test
  void aDowngradeIsResumedToo() {
    mend();
    anabranch().upgrade("heads");
    revisions().edit("u1", "WHERE id > 1", "WHERE nothing > 1");
    assertThatThrownBy(() -> anabranch().downgrade("a1"))
        .isInstanceOf(MigrationFailedException.class);
    assertThat(rows()).containsExactly("u1");
    revisions().edit("u1", "WHERE nothing > 1", "WHERE id > 1");

    anabranch().resume(OptionalInt.empty());

    assertThat(count("a1")).hasValue(0);
    assertThat(rows()).containsExactly("a1");
    assertThat(history()).last().isEqualTo("downgrade u1 done 2 of 2");
  }
}
