package dev.anabranch.dialect.postgres;

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

class PostgresSplitterLawsTest {

  private static final String[] FRAGMENTS = {
    "'",
    "''",
    "E'",
    "e'\\'",
    "\\'",
    "\\",
    "U&'",
    "\"",
    "\"\"",
    "$",
    "$$",
    "$a$",
    "$A$",
    "$1",
    "a$a$",
    "$ä$",
    "--",
    "- -",
    "/*",
    "*/",
    "/",
    "*",
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
    "ä",
    "\ud83d\ude00",
    "\ud83d",
    "CREATE ",
    "create or replace ",
    "FUNCTION f() ",
    "PROCEDURE ",
    "BEGIN ",
    "BEGIN ATOMIC ",
    "begin/**/atomic ",
    "CASE ",
    "END",
    " end;",
    "COPY t ",
    "FROM ",
    "stdin",
    "STDIN;\n1\n\\.\n",
    "\\.\n",
    "\\i x\n",
    "SELECT 1;\n",
    "::",
    "->>"
  };

  private static final String[] STATEMENTS = {
    "SELECT 1",
    "BEGIN",
    "END",
    "SELECT 'a;''b\n', \"c;\"\"d\", E'e\\';'",
    "SELECT E'a'\n'\\';'",
    "DO $do$ BEGIN PERFORM $$;$$; /* end */ END; $do$",
    "SELECT a$b$c",
    "SELECT $1, $2::text",
    "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2;)",
    "CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC SELECT CASE a WHEN 1 THEN 2 END; SELECT 1 AS end; END",
    "create or replace procedure p() begin atomic end",
    "SELECT begin atomic FROM t",
    "COPY t TO stdout",
    "COPY t FROM '/tmp/x' -- stdin\n CSV",
    "INSERT INTO t /* ; /* ; */ ; */ VALUES (1) -- ;\n RETURNING a",
    "表"
  };

  private static final String[] GAPS = {
    "", " ", "\n", "\r\n", "-- it's; \"\n", "/* ; ' $$ /* BEGIN */ ( */", ";", "\t-- x\r"
  };

  private final SplitterLaws laws = new SplitterLaws(new PostgresSplitter());

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
  Arbitrary<String> statement() {
    return Arbitraries.of(STATEMENTS);
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

  /** One step too many for each character would keep this test from ever ending. */
  @Example
  void longTextIsReadOnce() {
    for (String fragment : FRAGMENTS) {
      String text = fragment.repeat(200_000 / fragment.length());
      laws.check(text);
      laws.check("SELECT E'" + text);
      laws.check("SELECT $" + "a".repeat(100_000) + "$" + text);
    }
    for (String statement : STATEMENTS) {
      int count = 50_000 / statement.length();
      assertThat(laws.check((statement + ";").repeat(count)).orElseThrow().statements())
          .hasSize(count);
    }
  }
}
