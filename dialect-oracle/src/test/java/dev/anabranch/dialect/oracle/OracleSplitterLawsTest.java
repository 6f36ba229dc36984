package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.testkit.splitting.SplitterLaws;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class OracleSplitterLawsTest {

  // No SET DEFINE OFF: a statement with an ampersand is one only behind it.
  private static final String[] FRAGMENTS = {
    "'",
    "''",
    "q'[",
    "]'",
    "Q'",
    "nq'<",
    ">'",
    "q'\ud83d\ude00",
    "\ud83d\ude00'",
    "N'",
    "\"",
    "\"\"",
    "--",
    "- -",
    "-\n",
    "- \r",
    "/*",
    "*/",
    "/",
    "\n/\n",
    "\n / ",
    "/ --",
    "*",
    ".",
    "\n.\n",
    ";",
    ";;",
    "(",
    ")",
    " ",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\f",
    "\u000b",
    "\ufeff",
    "\u00a0",
    "\u3000",
    "\0",
    "x",
    "1",
    "_",
    "#",
    "$",
    "&",
    "&x",
    "&&1",
    "@",
    "@x\n",
    "!",
    "<<l>>",
    ":=",
    "ä",
    "\ud83d\ude00",
    "\ud83d",
    "CREATE ",
    "create or replace ",
    "EDITIONABLE ",
    "FUNCTION f ",
    "type ",
    "JAVA SOURCE ",
    "MLE ",
    "MODULE ",
    "DECLARE ",
    "BEGIN ",
    "END",
    " end;",
    "WITH ",
    "with function ",
    "ALTER ",
    "TRUNCATE ",
    "TABLE t ",
    "COMMENT ON ",
    "SET ",
    "SET TRANSACTION ",
    "PROMPT ",
    "rem ",
    "show errors\n",
    "SELECT 1;\n"
  };

  private static final String[] STATEMENTS = {
    "SELECT 1 FROM dual",
    "SELECT 'a;''b\n', \"c;d\", q'[e;'/]', nq'!f;'!', N'g;' FROM dual",
    "INSERT INTO t /* ; /* ; */ VALUES (1) -- ;\n RETURNING a",
    "SET TRANSACTION READ ONLY",
    "CREATE VIEW v AS SELECT a - b\n  - c FROM t",
    "SELECT a\n\n\nFROM t",
    "COMMENT ON TABLE t IS 'begin'",
    "CREATE TABLE type (function NUMBER)",
    "表"
  };

  private static final String[] UNITS = {
    "BEGIN NULL; END;",
    "<<a>> DECLARE x NUMBER; BEGIN x := 1 / 2; END;",
    "DECLARE\n  x VARCHAR2(9) := q'(;)';\nBEGIN\n  BEGIN NULL; END;\nEND;",
    "create or replace /* ; */ editionable trigger r before insert on t for each row\nbegin\n  :new.a := ';';\nend;",
    "CREATE PACKAGE BODY p IS PROCEDURE q IS BEGIN NULL; END; END p;",
    "CREATE TYPE t AS OBJECT (a NUMBER)",
    "CREATE FUNCTION IF NOT EXISTS f RETURN NUMBER IS BEGIN RETURN 1; END f;",
    "CREATE AND RESOLVE JAVA SOURCE NAMED \"A\" AS\npublic class A { String s = \"it's; \\\"\"; char c = '\"'; } // '",
    "CREATE MLE MODULE m LANGUAGE JAVASCRIPT AS\nexport const a = `;'\"`;",
    "WITH FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END;\nSELECT f FROM dual",
    "SELECT * FROM (WITH PROCEDURE p IS BEGIN NULL; END; SELECT 1 FROM dual)"
  };

  private static final String[] GAPS = {
    "", " ", "\n", "\r\n", "-- it's; \"\n", "/* ; ' / BEGIN */", "\t-- x\r"
  };

  private final SplitterLaws laws = new SplitterLaws(new OracleSplitter());

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(FRAGMENTS).list().ofMaxSize(40).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> gap() {
    return Arbitraries.of(GAPS).list().ofMaxSize(4).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> between() {
    return Combinators.combine(gap(), gap()).as((before, after) -> before + ";" + after);
  }

  @Provide
  Arbitrary<String> slash() {
    return Combinators.combine(gap(), gap()).as((before, after) -> before + "\n/\n" + after);
  }

  @Provide
  Arbitrary<String> statement() {
    return Arbitraries.of(STATEMENTS);
  }

  @Provide
  Arbitrary<String> unit() {
    return Arbitraries.of(UNITS).filter(unit -> !unit.contains("//") && !unit.contains("`"));
  }

  @Property(tries = 20_000)
  void hostileTextIsCutOrRefused(@ForAll("hostile") String script) {
    laws.check(script);
  }

  @Property(tries = 5_000)
  void anyTextIsCutOrRefused(@ForAll String script) {
    laws.check(script);
  }

  @Property(tries = 5_000)
  void statementsAreFoundAgain(
      @ForAll("gap") String head,
      @ForAll @Size(max = 12) List<@From("statement") String> statements,
      @ForAll @Size(max = 12) List<@From("between") String> between) {
    int count = Math.min(statements.size(), between.size());
    laws.checkTogether(statements.subList(0, count), between.subList(0, count));
    laws.check(head + String.join(";", statements));
  }

  @Property(tries = 5_000)
  void unitsAndStatementsAreFoundAgainBehindSlashes(
      @ForAll @Size(max = 6) List<@From("unit") String> units,
      @ForAll @Size(max = 6) List<@From("statement") String> statements,
      @ForAll @Size(max = 12) List<@From("slash") String> slashes) {
    List<String> mixed = new java.util.ArrayList<>(units);
    mixed.addAll(statements);
    int count = Math.min(mixed.size(), slashes.size());
    laws.checkTogether(mixed.subList(0, count), slashes.subList(0, count));
  }

  /** One step too many for each character would keep this test from ever ending. */
  @Example
  void longTextIsReadOnce() {
    for (String fragment : FRAGMENTS) {
      String text = fragment.repeat(200_000 / fragment.length());
      laws.check(text);
      laws.check("SELECT q'[" + text);
      laws.check("BEGIN " + text);
      laws.check("CREATE JAVA " + text);
    }
    for (String statement : STATEMENTS) {
      int count = 50_000 / statement.length();
      assertThat(laws.check((statement + ";").repeat(count)).orElseThrow().statements())
          .hasSize(count);
    }
    for (String unit : UNITS) {
      int count = 50_000 / unit.length();
      assertThat(laws.check((unit + "\n/\n").repeat(count)).orElseThrow().statements())
          .hasSize(count);
    }
  }
}
