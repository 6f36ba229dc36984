package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.Anabranch;
import dev.anabranch.engine.MigrationListener;
import dev.anabranch.engine.MigrationResult;
import dev.anabranch.engine.MigrationStoppedException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.MigrationStep;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Stopping a run from another thread. */
public abstract class StopContract extends DialectContract {

  private static final String MARKER = "slow_marker";

  /** For the classes of the products. */
  protected StopContract() {}

  @Test
  void aRunningStatementIsCancelledAndItsRevisionRolledBack() throws Exception {
    writeTable("a1");
    revisions()
        .revision("b1", "a1")
        .upgrade("INSERT INTO a1 VALUES (1, 'x')", product().slowQuery(MARKER))
        .downgrade("DELETE FROM a1")
        .write();
    Anabranch anabranch = anabranch();
    Background<MigrationResult> run = Background.start(() -> anabranch.upgrade("heads"));
    awaitRunning(MARKER);

    anabranch.stop();

    assertThatThrownBy(run::join)
        .isInstanceOfSatisfying(
            MigrationStoppedException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.MIGRATION_STOPPED);
              assertThat(e)
                  .hasMessage(
                      "Stopped on request in b1, which was rolled back: 1 of 2 revisions are done.");
              assertThat(e.finished()).containsExactly("a1");
            });
    assertThat(count("a1")).hasValue(0);
    assertThat(rows()).containsExactly("a1");
    assertThat(history()).last().isEqualTo("upgrade b1 failed 0 of 2");
  }

  @Test
  void aRequestThatComesJustBeforeAStatementIsNotForgotten() throws Exception {
    writeTable("a1");
    revisions()
        .revision("b1", "a1")
        .upgrade(product().slowQuery(MARKER))
        .downgrade("DELETE FROM a1")
        .write();
    AtomicReference<Anabranch> anabranch = new AtomicReference<>();
    MigrationListener stopping =
        new MigrationListener() {
          @Override
          public void statementStarted(MigrationStep step, int number, int total, String sql) {
            if (sql.contains(MARKER)) {
              of(anabranch).stop();
            }
          }
        };
    anabranch.set(builder().listener(stopping).build());

    assertThatThrownBy(() -> of(anabranch).upgrade("heads"))
        .isInstanceOf(MigrationStoppedException.class);
    assertThat(rows()).containsExactly("a1");
  }

  private static Anabranch of(AtomicReference<Anabranch> reference) {
    return Objects.requireNonNull(reference.get());
  }

  @Test
  void aRunStopsBetweenTwoRevisions() {
    writeTable("a1");
    writeTable("b1", "a1");
    AtomicReference<Anabranch> anabranch = new AtomicReference<>();
    MigrationListener stopping =
        new MigrationListener() {
          @Override
          public void stepFinished(MigrationStep step, Duration duration) {
            of(anabranch).stop();
          }
        };
    anabranch.set(builder().listener(stopping).build());

    assertThatThrownBy(() -> of(anabranch).upgrade("heads"))
        .isInstanceOf(MigrationStoppedException.class)
        .hasMessage("Stopped on request between two revisions: 1 of 2 revisions are done.");

    assertThat(rows()).containsExactly("a1");
    assertThat(has("b1")).isFalse();
    assertThatThrownBy(() -> of(anabranch).upgrade("heads"))
        .as("an object that was stopped runs nothing any more")
        .isInstanceOf(MigrationStoppedException.class);
    anabranch().upgrade("heads");
    assertThat(rows()).containsExactly("b1");
  }

  @Test
  void whatRunsOutsideATransactionStopsBehindTheStatementsThatAreDone() throws Exception {
    writeTable("a1");
    String slow = product().slowQuery(MARKER);
    revisions()
        .revision("b1", "a1")
        .upgradeOutsideTransaction(
            "INSERT INTO a1 VALUES (1, 'x')", slow, "INSERT INTO a1 VALUES (2, 'y')")
        .downgrade("DELETE FROM a1")
        .write();
    Anabranch anabranch = anabranch();
    Background<MigrationResult> run = Background.start(() -> anabranch.upgrade("heads"));
    awaitRunning(MARKER);

    anabranch.stop();

    assertThatThrownBy(run::join)
        .isInstanceOf(MigrationStoppedException.class)
        .hasMessageContaining("in b1 after 1 of 3 statements");
    assertThat(history()).last().isEqualTo("upgrade b1 stopped 1 of 3");
    revisions().edit("b1", slow, "INSERT INTO a1 VALUES (3, 'quick')");
    anabranch().upgrade("heads");
    assertThat(count("a1")).hasValue(3);
    assertThat(rows()).containsExactly("b1");
  }
}
