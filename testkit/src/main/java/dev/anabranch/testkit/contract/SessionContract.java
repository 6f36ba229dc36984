package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.Anabranch;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.engine.DataSourceConnections;
import dev.anabranch.engine.EngineSettings;
import dev.anabranch.engine.MigrationEngine;
import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.engine.MigrationListener;
import dev.anabranch.engine.MigrationLockedException;
import dev.anabranch.engine.MigrationResult;
import dev.anabranch.engine.MigrationSession;
import dev.anabranch.engine.TransactionScope;
import dev.anabranch.history.Outcome;
import dev.anabranch.revision.Direction;
import dev.anabranch.revision.MigrationPlanner;
import dev.anabranch.revision.RevisionTarget;
import dev.anabranch.schema.NamingConvention;
import dev.anabranch.script.RevisionScripts;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Many runs on one connection, under one lock. */
public abstract class SessionContract extends DialectContract {

  /** For the classes of the products. */
  protected SessionContract() {}

  private static MigrationEngine engine(CountingDataSource source, RevisionScripts scripts) {
    return new MigrationEngine(
        new EngineSettings(
            new DataSourceConnections(source.dataSource()),
            Dialects.load(SessionContract.class.getClassLoader()),
            "anabranch_version",
            TransactionScope.REVISION,
            Duration.ofSeconds(30),
            MigrationListener.NONE,
            new EngineSettings.Author("contract", "contract"),
            NamingConvention.standard()),
        scripts);
  }

  /** A session over the revisions as they are now. */
  private final class Opened implements AutoCloseable {

    private final CountingDataSource source = new CountingDataSource(database());
    private final MigrationPlanner planner;
    private final MigrationSession session;

    Opened() {
      RevisionScripts scripts = anabranch().scripts();
      planner = new MigrationPlanner(scripts.graph());
      session = engine(source, scripts).open();
    }

    MigrationResult run(Direction direction, String id) {
      return session.run(rows -> planner.inOrder(rows, direction, List.of(id)));
    }

    MigrationResult upgrade(String target) {
      return session.run(rows -> planner.upgrade(rows, RevisionTarget.parse(target)));
    }

    long readings() {
      return source.statements().stream()
          .map(sql -> sql.toLowerCase(Locale.ROOT))
          .filter(sql -> sql.startsWith("select") && sql.contains("version_num"))
          .count();
    }

    @Override
    public void close() {
      session.close();
    }
  }

  @Test
  void runsOneAfterTheOtherAndReadsTheStateOnce() throws SQLException {
    writeTable("a1");
    writeTable("b1", "a1");
    Opened opened = new Opened();
    try (opened) {
      opened.run(Direction.UPGRADE, "a1");
      opened.run(Direction.UPGRADE, "b1");
      opened.run(Direction.DOWNGRADE, "b1");
      assertThat(rows()).containsExactly("a1");
      opened.run(Direction.UPGRADE, "b1");

      assertThat(opened.readings()).isEqualTo(1);
      assertThat(opened.source.connections()).isEqualTo(2);
    }
    assertThat(rows()).containsExactly("b1");
    assertThat(anabranch().journal(100))
        .filteredOn(entry -> entry.outcome() == Outcome.DONE)
        .hasSize(4);
    assertThat(opened.source.allClosed()).isTrue();
    assertThat(opened.source.leftInTransaction()).isEmpty();
  }

  @Test
  void keepsOthersOutUntilItIsClosed() {
    writeTable("a1");
    Anabranch impatient = builder().lockTimeout(Duration.ZERO).build();
    try (Opened opened = new Opened()) {
      opened.run(Direction.UPGRADE, "a1");

      assertThatThrownBy(impatient::ensureVersion).isInstanceOf(MigrationLockedException.class);
    }
    impatient.ensureVersion();
  }

  @Test
  void nothingToDoCreatesNothing() {
    writeTable("a1");
    try (Opened opened = new Opened()) {
      MigrationResult result =
          opened.session.run(rows -> opened.planner.downgrade(rows, RevisionTarget.parse("base")));

      assertThat(result.plan().isEmpty()).isTrue();
    }
    assertThat(has("anabranch_version")).isFalse();
  }

  @Test
  void goesOnBehindAFailure() {
    writeTable("a1");
    revisions().revision("b1", "a1").upgrade("INSERT INTO nowhere VALUES (1)").downgrade().write();
    writeTable("c1", "a1");
    try (Opened opened = new Opened()) {
      opened.run(Direction.UPGRADE, "a1");
      assertThatThrownBy(() -> opened.run(Direction.UPGRADE, "b1"))
          .isInstanceOf(MigrationFailedException.class);

      opened.run(Direction.UPGRADE, "c1");
      opened.run(Direction.DOWNGRADE, "c1");
    }
    assertThat(rows()).containsExactly("a1");
    assertThat(has("c1")).isFalse();
  }

  @Test
  void finishesWhatAnEarlierRunLeftHalfWay() {
    revisions().revision("b1").upgrade("INSERT INTO nowhere VALUES (1)").downgrade().write();
    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(MigrationFailedException.class);
    revisions().edit("b1", "INSERT INTO nowhere VALUES (1)", "CREATE TABLE late (id INTEGER)");

    try (Opened opened = new Opened()) {
      opened.run(Direction.UPGRADE, "b1");
    }
    assertThat(rows()).containsExactly("b1");
    assertThat(has("late")).isTrue();
  }

  @Test
  void knowsWhatWasStamped() {
    writeTable("a1");
    writeTable("b1", "a1");
    try (Opened opened = new Opened()) {
      opened.session.stamp(rows -> opened.planner.stamp(rows, List.of(RevisionTarget.parse("a1"))));

      assertThat(opened.upgrade("heads").plan().steps()).hasSize(1);
    }
    assertThat(rows()).containsExactly("b1");
    assertThat(has("a1")).isFalse();
  }
}
