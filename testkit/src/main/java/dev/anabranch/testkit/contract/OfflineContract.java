package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.Anabranch;
import dev.anabranch.AnabranchBuilder;
import dev.anabranch.dialect.Capability;
import dev.anabranch.engine.TransactionScope;
import dev.anabranch.testkit.contract.ContractProduct.ClientRun;
import dev.anabranch.testkit.server.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A script that the product's own client runs leaves what an online run leaves. */
public abstract class OfflineContract extends DialectContract {

  private static final String STATE =
      "SELECT CONCAT('row ', version_num) FROM anabranch_version ORDER BY version_num";
  private static final String DONE =
      "SELECT action, revision, statements_done, statements_total, checksum"
          + " FROM anabranch_history WHERE outcome = 'done' ORDER BY entry";

  /** For the classes of the products. */
  protected OfflineContract() {}

  @ParameterizedTest
  @EnumSource(TransactionScope.class)
  void aScriptOfAnUpgradeAndItsWayBackEndWhereAnOnlineRunEnds(
      TransactionScope scope, TestDatabase online, TestDatabase offline) {
    writeBraid(scope);
    if (scope == TransactionScope.ALL && !dialect().has(Capability.TRANSACTIONAL_DDL)) {
      online.execute("CREATE TABLE shop (id INTEGER NOT NULL PRIMARY KEY, note VARCHAR(40))");
      offline.execute("CREATE TABLE shop (id INTEGER NOT NULL PRIMARY KEY, note VARCHAR(40))");
    }
    Anabranch anabranch = builder().transactionScope(scope).build();

    anabranch.upgrade("heads");
    requireRun(offline, script -> anabranch.upgradeScript("heads", script));
    assertThat(stateOf(offline)).isEqualTo(stateOf(online)).contains("row m1");

    anabranch.downgrade("a1");
    requireRun(offline, script -> anabranch.downgradeScript("heads:a1", script));
    assertThat(stateOf(offline)).isEqualTo(stateOf(online)).contains("row a1");

    anabranch.upgrade("m1");
    requireRun(offline, script -> anabranch.upgradeScript("a1:m1", script));
    assertThat(stateOf(offline)).isEqualTo(stateOf(online)).contains("row m1");

    anabranch.downgrade("base");
    requireRun(offline, script -> anabranch.downgradeScript("m1:base", script));
    assertThat(stateOf(offline)).isEqualTo(stateOf(online)).noneMatch(s -> s.startsWith("row "));
  }

  @Test
  void sectionsOutsideATransactionStandOutsideInTheScriptToo(
      TestDatabase online, TestDatabase offline) {
    writeTable("a1");
    List<String> statements = new ArrayList<>(product().outsideTransaction("a1"));
    statements.add("INSERT INTO a1 VALUES (1, 'x')");
    revisions()
        .revision("b1", "a1")
        .upgradeOutsideTransaction(statements.toArray(String[]::new))
        .downgradeOutsideTransaction("DELETE FROM a1")
        .write();
    Anabranch anabranch = anabranch();

    anabranch.upgrade("heads");
    requireRun(offline, script -> anabranch.upgradeScript("heads", script));

    assertThat(stateOf(offline)).isEqualTo(stateOf(online)).contains("row b1");
  }

  @Test
  void aScriptOfAStampEndsWhereAnOnlineStampEnds(TestDatabase online, TestDatabase offline) {
    writeBraid(TransactionScope.REVISION);
    Anabranch anabranch = anabranch();

    anabranch.stamp(List.of("b1", "c1"));
    requireRun(offline, script -> anabranch.stampScript(List.of(), List.of("b1", "c1"), script));
    assertThat(stateOf(offline)).isEqualTo(stateOf(online)).contains("row b1", "row c1");

    anabranch.stamp(List.of("m1"));
    requireRun(
        offline, script -> anabranch.stampScript(List.of("b1", "c1"), List.of("m1"), script));
    assertThat(stateOf(offline)).isEqualTo(stateOf(online)).contains("row m1");
  }

  @Test
  void aScriptMakesTheStateTables(TestDatabase online, TestDatabase offline) {
    writeTable("a1");
    Anabranch anabranch = anabranch();

    anabranch.ensureVersion();
    requireRun(offline, anabranch::ensureVersionScript);
    requireRun(offline, anabranch::ensureVersionScript);

    assertThat(stateOf(offline)).isEqualTo(stateOf(online));
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "a1", "b1", "b1 c1"})
  void aScriptForAnotherStateStopsBeforeItChangesAnything(String rows, TestDatabase here) {
    writeBraid(TransactionScope.REVISION);
    Anabranch anabranch = anabranch();
    anabranch.stamp(List.of("m1"));
    List<String> before = stateOf(here);
    String from = rows.equals("base") ? "" : rows.replace(' ', ',') + ":";

    ClientRun run = run(here, script -> anabranch.upgradeScript(from + "heads", script));

    assertThat(run.succeeded()).isFalse();
    assertThat(run.output()).contains("its version table says otherwise");
    assertThat(stateOf(here)).isEqualTo(before);
  }

  @Test
  void aScriptForAStateIsNotRunWhereThereIsNoTable(TestDatabase here) {
    writeBraid(TransactionScope.REVISION);

    ClientRun run = run(here, script -> anabranch().upgradeScript("a1:heads", script));

    assertThat(run.succeeded()).isFalse();
    assertThat(has("b1")).isFalse();
  }

  @Test
  void aScriptFromNothingIsRunWhereTheTableIsEmpty(TestDatabase here) {
    writeBraid(TransactionScope.REVISION);
    anabranch().ensureVersion();

    requireRun(here, script -> anabranch().upgradeScript("heads", script));

    assertThat(rows()).containsExactly("m1");
  }

  @Test
  void aScriptStopsAtItsFirstErrorAndKeepsWhatWasCommitted(TestDatabase here) {
    writeTable("a1");
    revisions()
        .revision("b1", "a1")
        .upgrade("INSERT INTO a1 VALUES (1, 'x')", "INSERT INTO nowhere VALUES (1)")
        .downgrade()
        .write();
    writeTable("c1", "b1");

    ClientRun run = run(here, script -> anabranch().upgradeScript("heads", script));

    assertThat(run.succeeded()).isFalse();
    assertThat(count("a1")).hasValue(0);
    assertThat(has("c1")).isFalse();
    assertThat(rows()).containsExactly("a1");
  }

  @Test
  void hostileTextsStayText(TestDatabase here) {
    String hostile = "x$anabranch$;DROP/**/TABLE/**/a1;'||$$";
    String text = "'it''s; \\ $$'";
    revisions()
        .revision("a1")
        .with("-- @message ends here */ $$ ' \\ \\i /etc/passwd\u2028DROP TABLE a1;\n")
        .upgrade("CREATE TABLE a1 (id INTEGER NOT NULL PRIMARY KEY, note VARCHAR(20))")
        .downgrade("DROP TABLE a1")
        .write();
    revisions()
        .revision(hostile, "a1")
        .upgrade("INSERT INTO a1 VALUES (1, " + text + ")")
        .downgrade("DELETE FROM a1")
        .write();
    writeTable("c1", hostile);
    AnabranchBuilder builder = builder().operator("O'Brien\\\n; DROP TABLE a1; --");

    requireRun(here, script -> builder.build().upgradeScript(hostile, script));
    assertThat(rows()).containsExactly(hostile);
    requireRun(here, script -> builder.build().upgradeScript(hostile + ":heads", script));

    assertThat(rows()).containsExactly("c1");
    // What the backslash means is up to the server; that it means the same is not.
    assertThat(query("SELECT note FROM a1")).isEqualTo(query("SELECT " + text));
  }

  @Test
  void aLastStatementWithoutTerminatorIsEnded(TestDatabase here) {
    revisions()
        .revision("a1")
        .with("\n-- @upgrade\nCREATE TABLE a1 (id INTEGER)\n-- the end\n")
        .downgrade("DROP TABLE a1")
        .write();

    requireRun(here, script -> anabranch().upgradeScript("heads", script));

    assertThat(has("a1")).isTrue();
    assertThat(rows()).containsExactly("a1");
  }

  private void requireRun(TestDatabase database, Consumer<Appendable> write) {
    ClientRun run = run(database, write);
    assertThat(run.succeeded()).as(run.output()).isTrue();
  }

  private ClientRun run(TestDatabase database, Consumer<Appendable> write) {
    try {
      StringBuilder script = new StringBuilder();
      write.accept(script);
      Path file = Files.createTempFile(revisions().project(), "script", ".sql");
      Files.writeString(file, script);
      return product().runScript(database, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> stateOf(TestDatabase database) {
    List<String> state = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : List.of(product().catalogQuery(), STATE, DONE)) {
        try (ResultSet result = statement.executeQuery(sql)) {
          while (result.next()) {
            state.add(line(result));
          }
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return state;
  }

  private static String line(ResultSet row) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      values.add(String.valueOf(row.getString(i)));
    }
    return String.join(" ", values);
  }

  /** Tables, or rows alone where everything is one transaction and the server commits tables. */
  private void writeBraid(TransactionScope scope) {
    boolean tables = scope != TransactionScope.ALL || dialect().has(Capability.TRANSACTIONAL_DDL);
    writeStep(tables, 1, "a1");
    writeStep(tables, 2, "b1", "a1");
    writeStep(tables, 3, "b2", "b1");
    writeStep(tables, 4, "c1", "a1");
    revisions().revision("m1", "b2", "c1").upgrade().downgrade().write();
  }

  private void writeStep(boolean tables, int number, String id, String... parents) {
    if (tables) {
      revisions()
          .revision(id, parents)
          .upgrade(
              "CREATE TABLE "
                  + id
                  + " (id INTEGER NOT NULL PRIMARY KEY, note VARCHAR(40) DEFAULT 'x')",
              "INSERT INTO " + id + " VALUES (1, 'it''s; \\ fine')")
          .downgrade("DROP TABLE " + id)
          .write();
    } else {
      revisions()
          .revision(id, parents)
          .upgrade("INSERT INTO shop VALUES (" + number + ", 'it''s; \\ fine')")
          .downgrade("DELETE FROM shop WHERE id = " + number)
          .write();
    }
  }
}
