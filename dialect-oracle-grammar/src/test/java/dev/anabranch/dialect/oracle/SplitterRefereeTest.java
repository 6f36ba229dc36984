package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.oracle.grammar.ScriptGrammar;
import dev.anabranch.dialect.oracle.grammar.ScriptGrammar.Piece;
import dev.anabranch.sql.ScriptProblem;
import dev.anabranch.sql.ScriptSplitException;
import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.sql.SplitScript;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Our splitter and the grammar inside the driver, given the same scripts. */
class SplitterRefereeTest {

  private static final String[] STATEMENTS = {
    "CREATE TABLE a (b NUMBER)",
    "CREATE TABLE \"a;b\" (\"c d\" VARCHAR2(10 CHAR) DEFAULT 'it''s; so')",
    "INSERT INTO a VALUES (q'[it's; ]', q'{;}', q'!;!', Q'(;)', q'<;>', N'x;')",
    "INSERT INTO a VALUES ('two\nlines;')",
    "UPDATE a SET b = b / 2 WHERE c = 'x' -- not; here\n  AND d = 1",
    "DELETE FROM a /* nor; here */ WHERE b = 1",
    "COMMENT ON TABLE a IS 'begin; end'",
    "SELECT a\n\n, b FROM c",
    "ALTER TABLE a ADD CONSTRAINT b CHECK (c LIKE '%;%')",
    "CREATE OR REPLACE VIEW v AS SELECT 1 AS x FROM dual",
    "GRANT SELECT ON a TO b",
    "COMMIT"
  };

  // The referee wants a semicolon behind data statements, comments and grants.
  private static final String[] BEFORE_SLASH = {
    "CREATE TABLE a (b NUMBER)",
    "ALTER TABLE a ADD CONSTRAINT b CHECK (c LIKE '%;%')",
    "CREATE OR REPLACE VIEW v AS\nSELECT 1 AS x FROM dual",
    "DROP TABLE a",
    "CREATE INDEX i ON a (b)"
  };

  private static final String[] UNITS = {
    "BEGIN NULL; END;",
    "DECLARE x NUMBER; BEGIN <<l>> BEGIN x := 1 / 2; END l; END;",
    "CREATE PROCEDURE p IS BEGIN EXECUTE IMMEDIATE 'DROP TABLE a'; END;",
    "CREATE OR REPLACE FUNCTION f RETURN VARCHAR2 IS\nBEGIN\n  RETURN q'(;)';\nEND f;",
    "create or replace package p as\n  procedure q;\n  c constant number := 1;\nend p;",
    "CREATE OR REPLACE PACKAGE BODY p AS\n  PROCEDURE q IS BEGIN NULL; END;\nBEGIN NULL;\nEND p;",
    "CREATE OR REPLACE TRIGGER t BEFORE INSERT ON a FOR EACH ROW\nBEGIN\n  :NEW.b := ';';\nEND;",
    "CREATE OR REPLACE TYPE t AS OBJECT (a NUMBER, MEMBER FUNCTION f RETURN NUMBER);",
    "WITH FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END;\nSELECT f FROM dual"
  };

  private static final String[] CLIENT = {
    "SET SERVEROUTPUT ON",
    "SHOW ERRORS",
    "WHENEVER SQLERROR EXIT FAILURE",
    "@@other.sql",
    "SPOOL off",
    "EXEC p.q(1);",
    "CONNECT a"
  };

  private static final String[] COMMENTS = {"", "-- it's; /\n", "/* it's;\n \"so */\n", "\n\n"};

  @Provide
  Arbitrary<String> part() {
    return Arbitraries.oneOf(
        Arbitraries.of(STATEMENTS).map(s -> s + ";\n"),
        Arbitraries.of(BEFORE_SLASH).map(s -> s + "\n/\n"),
        Arbitraries.of(UNITS).map(s -> s + "\n/\n"),
        Arbitraries.of(COMMENTS));
  }

  @Provide
  Arbitrary<String> line() {
    return Arbitraries.oneOf(part(), Arbitraries.of(CLIENT).map(s -> s + "\n"));
  }

  @Property(tries = 300)
  void theyCutStatementsAtTheSamePlaces(
      @ForAll @Size(min = 1, max = 8) List<@From("part") String> parts) {
    String script = String.join("", parts) + "COMMIT;\n";

    SplitScript split = new OracleSplitter().split(script);

    assertThat(split.statements().stream().map(ScriptStatement::text))
        .containsExactlyElementsOf(ScriptGrammar.pieces(script).stream().map(Piece::sent).toList());
    assertThat(split.statements().stream().map(ScriptStatement::line))
        .containsExactlyElementsOf(ScriptGrammar.pieces(script).stream().map(Piece::line).toList());
  }

  @Property(tries = 300)
  void theyFindTheSameLinesOfTheClient(
      @ForAll @Size(min = 1, max = 8) List<@From("line") String> lines) {
    String script = String.join("", lines) + "COMMIT;\n";

    assertThat(reported(script))
        .containsExactlyElementsOf(
            ScriptGrammar.pieces(script).stream()
                .filter(Piece::isOfClient)
                .map(Piece::line)
                .toList());
  }

  /** The lexer of the referee drops these as if they were comments. */
  @Example
  void remarksAndPromptsAreReportedByUsOnly() {
    String script = "REM it's\nCOMMIT;\nPROMPT it's\nCOMMIT;\n";
    assertThat(reported(script)).containsExactly(1, 3);
    assertThat(ScriptGrammar.pieces(script)).hasSize(2);
  }

  private static List<Integer> reported(String script) {
    try {
      new OracleSplitter().split(script);
      return List.of();
    } catch (ScriptSplitException e) {
      return new ArrayList<>(
          new TreeSet<>(e.problems().stream().map(ScriptProblem::line).toList()));
    }
  }
}
