package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.Anabranch;
import dev.anabranch.dialect.Capability;
import dev.anabranch.engine.DatabaseException;
import dev.anabranch.engine.MigrationListener;
import dev.anabranch.engine.MigrationLockedException;
import dev.anabranch.engine.MigrationResult;
import dev.anabranch.engine.MigrationStoppedException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.MigrationStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** One run at a time. */
public abstract class LockContract extends DialectContract {

  /** For the classes of the products. */
  protected LockContract() {}

  /** Holds a run inside its first step until it is let go. */
  private static final class Gate implements MigrationListener {

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public void stepStarted(MigrationStep step, int number, int total) {
      inside.countDown();
      await(open);
    }

    void awaitInside() {
      await(inside);
    }

    void open() {
      open.countDown();
    }
  }

  /** Hears that a run waits. */
  private static final class Waiting implements MigrationListener {

    private final CountDownLatch waits = new CountDownLatch(1);
    private volatile Optional<String> holder = Optional.empty();

    @Override
    public void waitingForLock(Optional<String> who) {
      holder = who;
      waits.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aSecondRunWaitsAndThenHasNothingToDo() throws Exception {
    writeTable("a1");
    Gate gate = new Gate();
    Waiting waiting = new Waiting();
    Background<MigrationResult> first =
        Background.start(() -> builder().listener(gate).build().upgrade("heads"));
    gate.awaitInside();
    Background<MigrationResult> second =
        Background.start(() -> builder().listener(waiting).build().upgrade("heads"));
    await(waiting.waits);
    assertThat(second.isRunning()).isTrue();

    gate.open();

    assertThat(first.join().plan().steps()).hasSize(1);
    assertThat(second.join().plan().steps()).isEmpty();
    assertThat(waiting.holder.isPresent()).isEqualTo(dialect().has(Capability.LOCK_HOLDER));
    assertThat(rows()).containsExactly("a1");
  }

  @Test
  void aRunThatMayNotWaitIsRefusedAndNamesTheHolder() throws Exception {
    writeTable("a1");
    Gate gate = new Gate();
    Background<MigrationResult> first =
        Background.start(() -> builder().listener(gate).build().upgrade("heads"));
    gate.awaitInside();
    Anabranch impatient = builder().lockTimeout(Duration.ZERO).build();

    assertThatThrownBy(() -> impatient.upgrade("heads"))
        .isInstanceOfSatisfying(
            MigrationLockedException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.MIGRATION_LOCKED);
              assertThat(e).hasMessageContaining("another run holds it");
              assertThat(e.holder().isPresent()).isEqualTo(dialect().has(Capability.LOCK_HOLDER));
              e.holder().ifPresent(who -> assertThat(e).hasMessageContaining(who));
            });
    assertThatThrownBy(() -> impatient.stamp(List.of("a1")))
        .isInstanceOf(MigrationLockedException.class);
    assertThatThrownBy(impatient::ensureVersion).isInstanceOf(MigrationLockedException.class);
    assertThat(impatient.current().rows()).isEmpty();

    gate.open();
    first.join();
  }

  @Test
  void nothingToDoNeedsNoLock() throws Exception {
    writeTable("a1");
    anabranch().upgrade("heads");
    writeTable("b1", "a1");
    Gate gate = new Gate();
    Background<MigrationResult> first =
        Background.start(() -> builder().listener(gate).build().upgrade("heads"));
    gate.awaitInside();

    MigrationResult result = builder().lockTimeout(Duration.ZERO).build().upgrade("a1");

    assertThat(result.plan().isEmpty()).isTrue();
    gate.open();
    first.join();
  }

  @Test
  void runsWithDifferentVersionTablesDoNotWaitForEachOther() throws Exception {
    writeTable("a1");
    Gate gate = new Gate();
    Background<MigrationResult> first =
        Background.start(() -> builder().listener(gate).build().upgrade("heads"));
    gate.awaitInside();

    builder().versionTable("other_version").lockTimeout(Duration.ZERO).build().ensureVersion();

    gate.open();
    first.join();
    assertThat(has("other_version")).isTrue();
  }

  @Test
  void aFailedRunLeavesTheLockFree() {
    revisions().revision("a1").upgrade("INSERT INTO nowhere VALUES (1)").downgrade().write();
    assertThatThrownBy(() -> anabranch().upgrade("heads")).isInstanceOf(RuntimeException.class);

    builder().lockTimeout(Duration.ZERO).build().ensureVersion();
  }

  @Test
  void aRunWhoseSessionsWereEndedLeavesTheLockFree() throws Exception {
    writeTable("a1");
    anabranch().ensureVersion();
    Gate gate = new Gate();
    Background<MigrationResult> first =
        Background.start(() -> builder().listener(gate).build().upgrade("heads"));
    gate.awaitInside();

    assertThat(product().endSessions(database())).isGreaterThanOrEqualTo(2);

    builder().lockTimeout(Duration.ofSeconds(5)).build().ensureVersion();
    gate.open();
    assertThatThrownBy(first::join).isInstanceOf(RuntimeException.class);
    assertThat(rows()).isEmpty();
    anabranch().upgrade("heads");
    assertThat(rows()).containsExactly("a1");
  }

  @Test
  void aLockThatIsLostEndsTheRunBeforeTheStepIsRecorded() {
    writeTable("a1");
    writeTable("b1", "a1");
    CountingDataSource connections = new CountingDataSource(database());
    MigrationListener losing =
        new MigrationListener() {
          @Override
          public void stepStarted(MigrationStep step, int number, int total) {
            endSecond(connections);
            // The run asks for its lock once a second.
            long until = System.nanoTime() + Duration.ofMillis(1100).toNanos();
            while (System.nanoTime() < until) {
              LockSupport.parkNanos(until - System.nanoTime());
            }
          }
        };
    Anabranch anabranch =
        Anabranch.builder()
            .dataSource(connections.dataSource())
            .baseDirectory(revisions().project())
            .locations("revisions")
            .listener(losing)
            .build();

    assertThatThrownBy(() -> anabranch.upgrade("heads"))
        .isInstanceOfSatisfying(
            DatabaseException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.LOCK_LOST);
              assertThat(e).hasMessageContaining("the migration lock was lost");
            });

    assertThat(rows()).isEmpty();
    anabranch().upgrade("heads");
    assertThat(rows()).containsExactly("b1");
  }

  /** Ends the session of the lock: a run opens its connection second. */
  private static void endSecond(CountingDataSource connections) {
    try {
      Connection lock = connections.opened().get(1);
      lock.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aRunThatWaitsCanBeStopped() throws Exception {
    writeTable("a1");
    Gate gate = new Gate();
    Background<MigrationResult> first =
        Background.start(() -> builder().listener(gate).build().upgrade("heads"));
    gate.awaitInside();
    Waiting waiting = new Waiting();
    Anabranch second = builder().listener(waiting).build();
    Background<MigrationResult> waits = Background.start(() -> second.upgrade("heads"));
    await(waiting.waits);

    second.stop();

    assertThatThrownBy(waits::join)
        .isInstanceOf(MigrationStoppedException.class)
        .hasMessageContaining("before the first revision");
    gate.open();
    first.join();
  }

  @Test
  void anInterruptedRunDoesNotWait() throws Exception {
    writeTable("a1");
    Gate gate = new Gate();
    Background<MigrationResult> first =
        Background.start(() -> builder().listener(gate).build().upgrade("heads"));
    gate.awaitInside();
    MigrationListener interrupting =
        new MigrationListener() {
          @Override
          public void waitingForLock(Optional<String> holder) {
            Thread.currentThread().interrupt();
          }
        };

    assertThatThrownBy(() -> builder().listener(interrupting).build().upgrade("heads"))
        .isInstanceOf(MigrationStoppedException.class);

    assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
    gate.open();
    first.join();
  }

  @Test
  void eightRunsAtOnceApplyEveryRevisionOnce() throws Exception {
    int revisions = 20;
    for (int i = 0; i < revisions; i++) {
      String id = "r" + (100 + i);
      if (i == 0) {
        writeTable(id);
      } else {
        writeTable(id, "r" + (99 + i));
      }
    }
    List<Background<MigrationResult>> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      runs.add(Background.start(() -> anabranch().upgrade("heads")));
    }

    int applied = 0;
    for (Background<MigrationResult> run : runs) {
      applied += run.join().plan().steps().size();
    }

    assertThat(applied).isEqualTo(revisions);
    assertThat(rows()).containsExactly("r119");
    assertThat(history().stream().filter(line -> line.contains(" done "))).hasSize(revisions);
  }
}
