package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.anabranch.Anabranch;
import dev.anabranch.engine.DatabaseState;
import dev.anabranch.engine.DatabaseState.Presence;
import dev.anabranch.engine.MigrationException;
import dev.anabranch.engine.MigrationListener;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.Direction;
import dev.anabranch.revision.MigrationStep;
import dev.anabranch.revision.RevisionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table that says which revisions are applied. */
public abstract class VersionTableContract extends DialectContract {

  /** For the classes of the products. */
  protected VersionTableContract() {}

  @Test
  void anEmptyDatabaseStandsNowhereAndLookingChangesNothing() {
    writeTable("a1");

    DatabaseState state = anabranch().current();

    assertThat(state.product()).isEqualTo(product().name());
    assertThat(state.rows()).isEmpty();
    assertThat(state.versionTable()).isEqualTo(Presence.ABSENT);
    assertThat(state.historyTable()).isEqualTo(Presence.ABSENT);
    assertThat(state.unfinished()).isEmpty();
    assertThat(anabranch().journal(5)).isEmpty();
    assertThat(has("anabranch_version")).isFalse();
    assertThat(has("anabranch_history")).isFalse();
  }

  @Test
  void ensuringCreatesBothTablesOnce() {
    writeTable("a1");

    anabranch().ensureVersion();
    anabranch().ensureVersion();

    assertThat(count("anabranch_version")).hasValue(0);
    assertThat(count("anabranch_history")).hasValue(0);
    assertThat(anabranch().current().versionTable()).isEqualTo(Presence.PRESENT);
  }

  @Test
  void rowsAreThoseThatNoOtherAppliedRevisionReachesAfterEveryStep() {
    writeBraid();
    Anabranch plain = anabranch();
    List<String> wrong = new ArrayList<>();
    Set<String> applied = new HashSet<>();
    MigrationListener compare =
        new MigrationListener() {
          @Override
          public void stepFinished(MigrationStep step, Duration duration) {
            boolean up = step.direction() == Direction.UPGRADE;
            String id = step.revision().id();
            boolean changed = up ? applied.add(id) : applied.remove(id);
            if (!changed || !rows().equals(plain.graph().rowsOf(applied))) {
              wrong.add(id + ": " + rows());
            }
          }
        };

    builder().listener(compare).build().upgrade("heads");
    assertThat(applied).hasSize(7);
    builder().listener(compare).build().downgrade("base");

    assertThat(applied).isEmpty();
    assertThat(wrong).isEmpty();
    assertThat(rows()).isEmpty();
  }

  @Test
  void aTableOfAlembicIsTakenOver() {
    writeTable("a1");
    writeTable("b1", "a1");
    database()
        .execute(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
                + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))");
    database().execute("INSERT INTO alembic_version VALUES ('a1')");

    Anabranch adopting = builder().versionTable("alembic_version").build();
    assertThat(adopting.current().rows()).containsExactly("a1");
    assertThat(adopting.current().historyTable()).isEqualTo(Presence.ABSENT);
    adopting.upgrade("head");

    assertThat(query("SELECT version_num FROM alembic_version")).containsExactly("b1");
    assertThat(adopting.journal(1).get(0).revision()).isEqualTo("b1");
    assertThat(has("alembic_history")).isTrue();
    assertThat(has("a1")).isFalse();
    assertThat(has("b1")).isTrue();
  }

  @Test
  void anIdTooLongForTheColumnIsNamedWithWhatToDo() {
    String longId = "r" + "x".repeat(39);
    writeTable("a1");
    revisions()
        .revision(longId, "a1")
        .upgrade("INSERT INTO a1 VALUES (1, 'x')")
        .downgrade("DELETE FROM a1")
        .write();
    database()
        .execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)");
    Anabranch adopting = builder().versionTable("alembic_version").build();
    adopting.upgrade("a1");

    assertThatThrownBy(() -> adopting.upgrade("head"))
        .asInstanceOf(type(AnabranchException.class))
        .satisfies(
            e -> {
              assertThat(e.getMessage()).contains(longId).contains("too long");
              assertThat(e.hint()).hasValueSatisfying(h -> assertThat(h).contains("version_num"));
            });

    assertThat(query("SELECT version_num FROM alembic_version")).containsExactly("a1");
    assertThat(count("a1")).hasValue(0);
  }

  @Test
  void anIdMayHave255Characters() {
    String longId = "r".repeat(255);
    revisions().revision(longId).upgrade("CREATE TABLE t (id INTEGER)").write();

    builder().build().upgrade("head");

    assertThat(rows()).containsExactly(longId);
    assertThat(anabranch().journal(1).get(0).revision()).isEqualTo(longId);
  }

  @Test
  void aHostileIdIsAnIdLikeAnyOther() {
    String hostile = "x'||$$\"\\;/*é$anabranch$";
    revisions().revision(hostile).upgrade("CREATE TABLE t (id INTEGER)").write();

    anabranch().upgrade("heads");

    assertThat(rows()).containsExactly(hostile);
    assertThat(anabranch().current().rows()).containsExactly(hostile);
    anabranch().stamp(List.of("base"));
    assertThat(rows()).isEmpty();
  }

  @Test
  void aRowThatNoFileHasStopsEveryPlanButIsShown() {
    writeTable("a1");
    anabranch().ensureVersion();
    database().execute("INSERT INTO anabranch_version VALUES ('stranger')");

    assertThat(anabranch().current().rows()).containsExactly("stranger");
    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("stranger")
        .asInstanceOf(type(AnabranchException.class))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_VERSION_ROW));
    assertThatThrownBy(() -> anabranch().downgrade("base")).isInstanceOf(RevisionException.class);
    assertThatThrownBy(() -> anabranch().stamp(List.of("a1")))
        .isInstanceOf(RevisionException.class);
    assertThat(has("a1")).isFalse();

    anabranch().purgeAndStamp(List.of("a1"));

    assertThat(rows()).containsExactly("a1");
    assertThat(history()).containsExactly("unstamp stranger done 0 of 0", "stamp a1 done 0 of 0");
  }

  @Test
  void aRowThatAnotherRowImpliesIsNamedWithTheStampThatMendsIt() {
    writeTable("a1");
    writeTable("b1", "a1");
    writeTable("c1", "b1");
    anabranch().upgrade("b1");
    database().execute("INSERT INTO anabranch_version VALUES ('a1')");

    assertThat(anabranch().current().rows()).containsExactly("a1", "b1");
    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOfSatisfying(
            RevisionException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.REDUNDANT_VERSION_ROW);
              assertThat(e.hint()).hasValue("Reduce the rows with: anabranch stamp b1");
            });

    anabranch().stamp(List.of("b1"));
    assertThat(rows()).containsExactly("b1");
    anabranch().upgrade("heads");
    assertThat(rows()).containsExactly("c1");
  }

  @Test
  void aDowngradeClearsRowsThatOtherRowsImply() {
    writeTable("a1");
    writeTable("b1", "a1");
    writeTable("c1", "b1");
    anabranch().upgrade("heads");
    database().execute("INSERT INTO anabranch_version VALUES ('a1')");

    anabranch().downgrade("b1");

    assertThat(rows()).containsExactly("b1");
  }

  @Test
  void aRowChangedInTheMiddleOfAStepIsNoticedBeforeAnythingIsCommitted() {
    writeTable("a1");
    revisions()
        .revision("b1", "a1")
        .upgrade("INSERT INTO a1 VALUES (1, 'x')")
        .downgrade("DELETE FROM a1")
        .write();
    anabranch().upgrade("a1");
    MigrationListener meddling =
        new MigrationListener() {
          @Override
          public void stepStarted(MigrationStep step, int number, int total) {
            database().execute("UPDATE anabranch_version SET version_num = 'other'");
          }
        };

    assertThatThrownBy(() -> builder().listener(meddling).build().upgrade("heads"))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("does not hold a1 any more")
        .asInstanceOf(type(AnabranchException.class))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.VERSION_ROW_MISMATCH));

    assertThat(count("a1")).hasValue(0);
    assertThat(rows()).containsExactly("other");
    assertThat(history())
        .contains("upgrade b1 failed 0 of 1")
        .doesNotContain("upgrade b1 done 1 of 1");
  }

  @Test
  void aRowThatAnotherToolInsertedMeanwhileIsAMismatchToo() {
    writeTable("a1");
    revisions()
        .revision("z1")
        .upgrade("INSERT INTO a1 VALUES (1, 'x')")
        .downgrade("DELETE FROM a1")
        .write();
    anabranch().upgrade("a1");
    MigrationListener meddling =
        new MigrationListener() {
          @Override
          public void stepStarted(MigrationStep step, int number, int total) {
            database().execute("INSERT INTO anabranch_version VALUES ('z1')");
          }
        };

    assertThatThrownBy(() -> builder().listener(meddling).build().upgrade("heads"))
        .asInstanceOf(type(AnabranchException.class))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.VERSION_ROW_MISMATCH));

    assertThat(count("a1")).hasValue(0);
  }

  @Test
  void stampingWritesRowsAndRunsNothing() {
    writeBraid();

    anabranch().stamp(List.of("b2"));
    assertThat(rows()).containsExactly("b2");
    anabranch().stamp(List.of("m1"));
    assertThat(rows()).containsExactly("m1");
    anabranch().stamp(List.of("base"));
    assertThat(rows()).isEmpty();

    assertThat(has("a1")).isFalse();
    assertThat(history())
        .containsExactly(
            "stamp b2 done 0 of 0",
            "unstamp b2 done 0 of 0",
            "stamp m1 done 0 of 0",
            "unstamp m1 done 0 of 0");
  }

  @Test
  void aVersionTableMayStandInAnotherSchema() {
    writeTable("a1");
    String schema = product().createSchema(database(), "state");

    Anabranch elsewhere = builder().versionTable(schema + ".shop_version").build();
    elsewhere.upgrade("heads");

    assertThat(query("SELECT version_num FROM " + schema + ".shop_version")).containsExactly("a1");
    assertThat(elsewhere.current().rows()).containsExactly("a1");
    assertThat(elsewhere.journal(1).get(0).revision()).isEqualTo("a1");
    assertThat(has(schema + ".shop_history")).isTrue();
    assertThat(has("anabranch_version")).isFalse();
  }

  /** Two branches from a1, the right one needing the left one's b1, merged; d1 stands alone. */
  private void writeBraid() {
    writeTable("a1");
    writeTable("b1", "a1");
    writeTable("b2", "b1");
    revisions()
        .revision("c1", "a1")
        .dependsOn("b1")
        .upgrade("CREATE TABLE c1 (id INTEGER)")
        .downgrade("DROP TABLE c1")
        .write();
    writeTable("c2", "c1");
    revisions().revision("m1", "b2", "c2").upgrade().downgrade().write();
    writeTable("d1");
  }
}
