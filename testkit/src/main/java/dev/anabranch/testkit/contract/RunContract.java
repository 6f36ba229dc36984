package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.Anabranch;
import dev.anabranch.engine.MigrationListener;
import dev.anabranch.engine.MigrationResult;
import dev.anabranch.engine.PlanException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.MigrationPlan;
import dev.anabranch.revision.MigrationStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Upgrading and downgrading, when nothing goes wrong. */
public abstract class RunContract extends DialectContract {

  /** For the classes of the products. */
  protected RunContract() {}

  @Test
  void upgradesABraidAndTakesItBack() {
    writeBraid();

    MigrationResult up = anabranch().upgrade("heads");
    assertThat(ids(up.plan())).containsExactly("a1", "b1", "b2", "c1", "m1");
    assertThat(rows()).containsExactly("m1");
    assertThat(has("b2")).isTrue();
    assertThat(has("c1")).isTrue();

    MigrationResult down = anabranch().downgrade("a1");
    assertThat(ids(down.plan())).containsExactly("m1", "c1", "b2", "b1");
    assertThat(rows()).containsExactly("a1");
    assertThat(has("b1")).isFalse();

    anabranch().upgrade("left@b2");
    assertThat(rows()).containsExactly("b2");
    anabranch().downgrade("base");
    assertThat(has("a1")).isFalse();
    assertThat(rows()).isEmpty();
  }

  @Test
  void goesStepByStep() {
    writeTable("a1");
    writeTable("b1", "a1");

    anabranch().upgrade("+1");
    assertThat(rows()).containsExactly("a1");
    anabranch().upgrade("+1");
    assertThat(rows()).containsExactly("b1");
    anabranch().downgrade("-1");
    assertThat(rows()).containsExactly("a1");
  }

  @Test
  void aDryRunChangesNothing() {
    writeBraid();

    assertThat(ids(anabranch().planUpgrade("heads"))).hasSize(5);

    assertThat(has("a1")).isFalse();
    assertThat(has("anabranch_version")).isFalse();
    anabranch().upgrade("heads");
    assertThat(ids(anabranch().planDowngrade("base"))).hasSize(5);
    assertThat(rows()).containsExactly("m1");
  }

  @Test
  void nothingToDoTakesTwoRoundTripsAfterConnecting() throws SQLException {
    writeTable("a1");
    anabranch().upgrade("heads");
    CountingDataSource counting = new CountingDataSource(database());

    MigrationResult result = onDataSource(counting).upgrade("heads");

    assertThat(result.plan().isEmpty()).isTrue();
    assertThat(counting.connections()).isEqualTo(1);
    assertThat(counting.statements()).hasSize(2 + questionsToTheServer());
  }

  /** Returns how many statements it takes to learn who the server is, where no driver tells. */
  private int questionsToTheServer() throws SQLException {
    CountingDataSource counting = new CountingDataSource(database());
    try (Connection connection = counting.dataSource().getConnection()) {
      provider().dialect(connection);
    }
    assertThat(counting.statements()).hasSizeLessThanOrEqualTo(1);
    return counting.statements().size();
  }

  @Test
  void aStepTakesNoRoundTripMoreThanItsStatementsTheStateAndTheCommit() {
    String query = product().harmlessQuery();
    for (int i = 0; i < 20; i++) {
      revisions()
          .revision("r" + (10 + i), i == 0 ? new String[0] : new String[] {"r" + (9 + i)})
          .upgrade(query)
          .downgrade(query)
          .write();
    }
    anabranch().ensureVersion();
    CountingDataSource counting = new CountingDataSource(database());

    onDataSource(counting).upgrade("heads");

    // Statement and batch for each step; what else there is, is once for the whole run.
    assertThat(counting.statements().stream().filter(sql -> sql.equals(query))).hasSize(20);
    assertThat(counting.batches()).isEqualTo(20);
    assertThat(counting.statements().size()).isLessThan(20 + 15);
    assertThat(counting.commits()).isEqualTo(20);
  }

  @Test
  void aDataSourceGetsItsConnectionsBackAsTheyWere() throws SQLException {
    writeTable("a1");
    CountingDataSource counting = new CountingDataSource(database());

    onDataSource(counting).upgrade("heads");

    assertThat(counting.allClosed()).isTrue();
    assertThat(counting.leftInTransaction()).isEmpty();
    try (Connection connection = database().connect()) {
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  private Anabranch onDataSource(CountingDataSource source) {
    return Anabranch.builder()
        .dataSource(source.dataSource())
        .baseDirectory(revisions().project())
        .locations("revisions")
        .build();
  }

  @Test
  void aListenerHearsEverythingInOrder() {
    revisions()
        .revision("a1")
        .upgrade("CREATE TABLE t (id INTEGER)", "INSERT INTO t VALUES (1)")
        .downgrade("DROP TABLE t")
        .write();
    revisions().revision("b1", "a1").upgrade().downgrade().write();
    List<String> heard = new ArrayList<>();

    builder().listener(new Recorder(heard)).build().upgrade("heads");

    assertThat(heard)
        .containsExactly(
            "planned 2",
            "step a1 1/2",
            "statement 1/2 CREATE TABLE t (id INTEGER)",
            "statement 2/2 INSERT INTO t VALUES (1)",
            "done a1",
            "step b1 2/2",
            "done b1",
            "finished 2");
  }

  private static final class Recorder implements MigrationListener {

    private final List<String> heard;

    Recorder(List<String> heard) {
      this.heard = heard;
    }

    @Override
    public void planned(MigrationPlan plan) {
      heard.add("planned " + plan.steps().size());
    }

    @Override
    public void stepStarted(MigrationStep step, int number, int total) {
      heard.add("step " + step.revision().id() + " " + number + "/" + total);
    }

    @Override
    public void statementStarted(MigrationStep step, int number, int total, String sql) {
      heard.add("statement " + number + "/" + total + " " + sql);
    }

    @Override
    public void stepFinished(MigrationStep step, Duration duration) {
      heard.add("done " + step.revision().id());
    }

    @Override
    public void finished(MigrationResult result) {
      heard.add("finished " + result.plan().steps().size());
    }
  }

  @Test
  void aSectionOfTheProductGoesBeforeThePlainOne() {
    revisions()
        .revision("a1")
        .upgrade("CREATE TABLE plain (id INTEGER)")
        .with("-- @upgrade " + product().name() + "\nCREATE TABLE own (id INTEGER);\n")
        .downgrade("DROP TABLE own")
        .write();

    anabranch().upgrade("heads");

    assertThat(has("own")).isTrue();
    assertThat(has("plain")).isFalse();
  }

  @Test
  void whatHasNoWayBackIsRefusedBeforeAnythingRuns() {
    revisions()
        .revision("a1")
        .upgrade("CREATE TABLE a1 (id INTEGER)")
        .with("-- @irreversible the rows are gone\n")
        .write();
    writeTable("b1", "a1");
    anabranch().upgrade("heads");

    assertThatThrownBy(() -> anabranch().downgrade("base"))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("the rows are gone")
        .extracting("code")
        .isEqualTo(ErrorCode.IRREVERSIBLE_REVISION);

    assertThat(rows()).containsExactly("b1");
    assertThat(has("b1")).isTrue();
  }

  @Test
  void anExceptionOfAListenerRollsBackItsRevision() {
    writeTable("a1");
    revisions()
        .revision("b1", "a1")
        .upgrade("INSERT INTO a1 VALUES (1, 'x')", "INSERT INTO a1 VALUES (2, 'y')")
        .downgrade("DELETE FROM a1")
        .write();
    MigrationListener failing =
        new MigrationListener() {
          @Override
          public void statementStarted(MigrationStep step, int number, int total, String sql) {
            if (sql.contains("'y'")) {
              throw new IllegalStateException("the listener");
            }
          }
        };

    assertThatThrownBy(() -> builder().listener(failing).build().upgrade("heads"))
        .isInstanceOf(IllegalStateException.class);

    assertThat(count("a1")).hasValue(0);
    assertThat(rows()).containsExactly("a1");
    anabranch().upgrade("heads");
    assertThat(count("a1")).hasValue(2);
  }

  private void writeBraid() {
    writeTable("a1");
    revisions()
        .revision("b1", "a1")
        .labels("left")
        .upgrade("CREATE TABLE b1 (id INTEGER)")
        .downgrade("DROP TABLE b1")
        .write();
    writeTable("b2", "b1");
    revisions()
        .revision("c1", "a1")
        .dependsOn("b1")
        .upgrade("CREATE TABLE c1 (id INTEGER)")
        .downgrade("DROP TABLE c1")
        .write();
    revisions().revision("m1", "b2", "c1").upgrade().downgrade().write();
  }

  private static List<String> ids(MigrationPlan plan) {
    return plan.steps().stream().map(step -> step.revision().id()).toList();
  }
}
