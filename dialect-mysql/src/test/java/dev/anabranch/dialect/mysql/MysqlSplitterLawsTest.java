package dev.anabranch.dialect.mysql;

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

class MysqlSplitterLawsTest {

  private static final String[] FRAGMENTS = {
    "'",
    "''",
    "\\'",
    "\\",
    "\"",
    "\"\"",
    "`",
    "``",
    "--",
    "-- ",
    "- -",
    "#",
    "/",
    "/*",
    "/*!",
    "/*M!",
    "/*!50003",
    "*/",
    "*",
    ";",
    ";;",
    "(",
    ")",
    ":",
    "=",
    " ",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\ufeff",
    "\u00a0",
    "\0",
    "x",
    "1",
    "\ud83d\ude00",
    "\ud83d",
    "$$",
    "//",
    "DELIMITER //\n",
    "\nDELIMITER ;\n",
    "delimiter $$\n",
    "CREATE PROCEDURE p() ",
    "CREATE TRIGGER t FOR EACH ROW ",
    "CREATE FUNCTION f() RETURNS INT ",
    " BEGIN ",
    " END ",
    " IF ",
    " THEN ",
    " CASE ",
    " LOOP ",
    " WHILE ",
    " DO ",
    " REPEAT ",
    "SELECT 1;\n",
    "SET sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES';",
    "SET sql_mode = '';",
    "USE a",
    "source x\n"
  };

  private static final String[] STATEMENTS = {
    "SELECT 1",
    "SELECT 'a;''b\\';\n', \"c;\\\"d\", `e;``f`",
    "SELECT 1 - 2--3 / 4 # ;'\n + 5",
    "INSERT INTO t /* ; ' */ VALUES (1) -- ;\n + 1",
    "/*!50003 CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW SET @a = ';' */",
    "CREATE PROCEDURE p() BEGIN SELECT 1; IF 1 THEN SELECT ';'; END IF; END",
    "CREATE FUNCTION f(a INT) RETURNS INT RETURN IF(a, 1, 2)",
    "SET @a = 1",
    "SELECT é"
  };

  private static final String[] GAPS = {
    "", " ", "\n", "\r\n", "-- it's; \"\n", "# it's;\n", "/* ; ' ` ( */", ";", "--\n"
  };

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
    joinsAndNamesItsLines(Splitters.MYSQL, script);
    joinsAndNamesItsLines(Splitters.MARIADB, script);
  }

  @Property(tries = 5_000)
  void anyTextIsCutOrRefused(@ForAll String script) {
    joinsAndNamesItsLines(Splitters.MYSQL, script);
  }

  @Property(tries = 5_000)
  void statementsAreFoundAgain(
      @ForAll @Size(max = 12) List<@From("statement") String> statements,
      @ForAll @Size(max = 12) List<@From("between") String> between) {
    int count = Math.min(statements.size(), between.size());
    Splitters.laws(Splitters.MYSQL)
        .checkTogether(statements.subList(0, count), between.subList(0, count));
  }

  private static void joinsAndNamesItsLines(MysqlSplitter splitter, String script) {
    // A mode that the script has set is part of what a statement means, so that one which is taken
    // out of it and read alone would be another one.
    SplitterLaws laws =
        script.contains("sql_mode") ? SplitterLaws.inContext(splitter) : Splitters.laws(splitter);
    laws.check(script);
  }

  /** One step too many for each character would keep this test from ever ending. */
  @Example
  void longTextIsReadOnce() {
    SplitterLaws laws = Splitters.laws(Splitters.MYSQL);
    for (String fragment : FRAGMENTS) {
      laws.check(fragment.repeat(200_000 / fragment.length()));
      laws.check("DELIMITER END\n" + fragment.repeat(200_000 / fragment.length()));
    }
    for (String statement : STATEMENTS) {
      int count = 20_000 / statement.length();
      assertThat(laws.check((statement + ";").repeat(count)).orElseThrow().statements())
          .hasSize(count);
    }
  }
}
