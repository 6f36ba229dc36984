package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.oracle.grammar.OracleGate;
import dev.anabranch.dialect.oracle.grammar.ScriptGrammar;
import dev.anabranch.history.EntryAction;
import dev.anabranch.history.JournalEntry;
import dev.anabranch.history.JournalEntry.Progress;
import dev.anabranch.history.JournalEntry.RunIdentity;
import dev.anabranch.history.Outcome;
import dev.anabranch.history.StateStatements;
import dev.anabranch.revision.RowChange;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.ScriptStatement;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every statement that the dialect writes by itself passes the gate, for every release. */
class EmittedSqlTest {

  private static final List<String> NAMES = List.of("anabranch_version", "app.shop_version");

  private static final List<String> UNITS =
      List.of(
          "CREATE PROCEDURE p IS BEGIN NULL; END;",
          "CREATE OR REPLACE PACKAGE BODY \"a\".\"p'q\" IS PROCEDURE q IS BEGIN NULL; END; END;",
          "ALTER PACKAGE p COMPILE");

  private static OracleDialect dialect(int release) {
    return new OracleDialect(OracleRelease.offline(ServerVersion.of(release, 0)));
  }

  private static StateStatements statements(int release, String table) {
    return new StateStatements(dialect(release).stateTables(), table);
  }

  private static JournalEntry entry(String text) {
    return new JournalEntry(
        new RunIdentity("run", text, "tool"),
        text,
        EntryAction.UPGRADE,
        Outcome.DONE,
        new Progress(1, 2),
        Optional.of(text),
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.of("detail"));
  }

  /** A lock only writes statements here; it has no connection. */
  private static Connection noConnection() {
    return (Connection)
        Proxy.newProxyInstance(
            EmittedSqlTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              throw new AssertionError("no connection: " + method);
            });
  }

  static List<String> emitted(int release) {
    OracleDialect dialect = dialect(release);
    OracleStateTables tables = new OracleStateTables(dialect.release());
    List<String> sql = new ArrayList<>();
    for (String name : NAMES) {
      StateStatements state = statements(release, name);
      QualifiedName table = state.names().version();
      sql.add(state.createVersionTable());
      sql.add(state.createHistoryTable());
      sql.add(state.selectRows());
      sql.add(state.selectEntries());
      sql.addAll(
          state.changeRows(
              List.of(
                  new RowChange.Insert("a'1"),
                  new RowChange.Update("a'1", "b;2"),
                  new RowChange.Delete("b;2"))));
      sql.add(state.insertEntry(entry("it's &x; fine\n/\n")));
      sql.add(state.insertEntryNow(entry("")));
      OracleLock lock = new OracleLock(noConnection(), tables, table);
      sql.addAll(List.of(lock.createTable(), lock.insert(), lock.select()));
      sql.addAll(dialect.offline().guard(table, List.of(), "It's not empty."));
      sql.addAll(dialect.offline().guard(table, List.of("a'1", "b2"), "It's elsewhere."));
    }
    CompilationErrors errors = new CompilationErrors(tables.style());
    for (String unit : UNITS) {
      sql.add(errors.select(OracleUnit.of(unit).orElseThrow()));
      sql.add(errors.check(OracleUnit.of(unit).orElseThrow()));
    }
    sql.addAll(dialect.runSettings());
    sql.add(dialect.nameScopeReset("ALTER SESSION SET CURRENT_SCHEMA = app").orElseThrow());
    sql.add(
        new OracleRelease(dialect.version(), 128, Optional.of(Identifier.of("APP")))
            .schemaReset(tables.style()));
    sql.add(OracleRelease.FACTS.replace("?", ":1"));
    return sql;
  }

  @ParameterizedTest
  @ValueSource(ints = {19, 21, 23})
  void everyStatementPassesTheGate(int release) {
    assertThat(emitted(release))
        .hasSizeGreaterThan(30)
        .allSatisfy(
            sql ->
                assertThat(OracleGate.problems(sql, release)).as("problems of %s", sql).isEmpty());
  }

  static List<String> hazards() {
    return List.of(
        "COMMENT ON TABLE a IS 'x;\n/\n.\n#y -\nz'",
        "INSERT INTO a VALUES ('" + "x".repeat(5_000) + "')",
        "CREATE PROCEDURE p IS BEGIN x := 'a\n/\nb'; END;",
        "INSERT INTO a VALUES ('it''s\r\n;\r\n\r\n\ud83d\ude00')",
        "INSERT INTO a VALUES (1 /* ;\n;\n*/)");
  }

  @ParameterizedTest
  @MethodSource("hazards")
  void whatSqlPlusWouldMisreadIsRunByABlockThatPassesTheGate(String statement) {
    for (ScriptStatement each :
        new OracleSplitter().split(dialect(19).offline().terminate(statement)).statements()) {
      assertThat(each.text()).matches("(?s)(BEGIN|DECLARE).*END;");
      assertThat(OracleGate.problems(each.text(), 19)).as(each.text()).isEmpty();
    }
  }

  /** The referee would cut what SQL*Plus cuts: every statement is found again, and nothing else. */
  @ParameterizedTest
  @ValueSource(ints = {19, 23})
  void aScriptIsCutBySqlPlusAsItWasWritten(int release) {
    OracleDialect dialect = dialect(release);
    StateStatements state = statements(release, "anabranch_version");
    List<String> written =
        List.of(
            dialect
                .offline()
                .guard(state.names().version(), List.of("a1"), "It is elsewhere.")
                .get(0),
            state.createVersionTable(),
            state.createHistoryTable(),
            "CREATE TABLE a (b VARCHAR2(10))",
            "INSERT INTO a VALUES ('x;y')",
            "CREATE PROCEDURE p IS BEGIN NULL; END;",
            "WITH FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END;\nSELECT f FROM dual",
            state.insertEntryNow(entry("O'Brien")),
            "COMMIT");
    StringBuilder script = new StringBuilder(dialect.offline().preamble());
    written.forEach(sql -> script.append(dialect.offline().terminate(sql)));

    List<ScriptGrammar.Piece> pieces = ScriptGrammar.pieces(script.toString());

    assertThat(pieces.stream().filter(ScriptGrammar.Piece::isOfClient))
        .extracting(ScriptGrammar.Piece::line)
        .containsOnly(1, 2, 3, 4, 5);
    List<String> sent =
        pieces.stream().filter(p -> !p.isOfClient()).map(ScriptGrammar.Piece::sent).toList();
    List<String> expected = new ArrayList<>(written);
    expected.add(0, OracleDialect.PATIENCE);
    expected.add(
        written.indexOf("CREATE PROCEDURE p IS BEGIN NULL; END;") + 2,
        new CompilationErrors(new OracleStateTables(dialect.release()).style())
            .check(OracleUnit.of("CREATE PROCEDURE p IS BEGIN NULL; END;").orElseThrow()));
    assertThat(sent).containsExactlyElementsOf(expected);
  }
}
