package dev.anabranch.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.sql.ScriptProblem;
import dev.anabranch.sql.ScriptSplitException;
import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.sql.SplitScript;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresSplitterTest {

  private static List<String> texts(String script) {
    SplitScript split = new PostgresSplitter().split(script);
    assertThat(split.join()).isEqualTo(script);
    return split.statements().stream().map(ScriptStatement::text).toList();
  }

  private static void isOne(String statement) {
    assertThat(texts("first;" + statement + ";last")).containsExactly("first", statement, "last");
  }

  private static List<ScriptProblem> problems(String script) {
    return catchThrowableOfType(
            ScriptSplitException.class, () -> new PostgresSplitter().split(script))
        .problems();
  }

  @Nested
  class Between {

    @Test
    void blanksAndCommentsStandAroundStatements() {
      SplitScript split =
          new PostgresSplitter()
              .split("\ufeff-- head\r\nSELECT 1 -- one\r\n;\r\n/* two */ SELECT 2 ; -- tail\n");

      assertThat(split.statements())
          .containsExactly(
              new ScriptStatement("\ufeff-- head\r\n", "SELECT 1", " -- one\r\n;", 2),
              new ScriptStatement("\r\n/* two */ ", "SELECT 2", " ;", 4));
      assertThat(split.trailing()).isEqualTo(" -- tail\n");
    }

    @Test
    void aLastStatementNeedsNoSemicolon() {
      SplitScript split = new PostgresSplitter().split("SELECT 1;\nSELECT 2 -- end\n");
      assertThat(split.statements()).last().isEqualTo(new ScriptStatement("\n", "SELECT 2", "", 2));
      assertThat(split.trailing()).isEqualTo(" -- end\n");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "\ufeff",
          " \t\r\n\f\u000b",
          ";",
          " ; ;; ",
          "-- only",
          "/* only */;",
          "-- a\r;"
        })
    void nothingIsSentForNothing(String script) {
      assertThat(texts(script)).isEmpty();
    }

    @Test
    void linesEndInThreeWays() {
      assertThat(new PostgresSplitter().split("a;\nb;\rc;\r\nd;\n\re;'\r\n';f").statements())
          .extracting(ScriptStatement::text, ScriptStatement::line)
          .containsExactly(
              tuple("a", 1),
              tuple("b", 2),
              tuple("c", 3),
              tuple("d", 4),
              tuple("e", 6),
              tuple("'\r\n'", 6),
              tuple("f", 7));
    }

    @Test
    void aBlankOfAnotherScriptIsALetterToTheServer() {
      assertThat(texts("a;\u00a0;\u3000b")).containsExactly("a", "\u00a0", "\u3000b");
    }
  }

  @Nested
  class Quotes {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT ';'",
          "SELECT 'a'';b'",
          "SELECT 'a\\'",
          "SELECT '--;' , '/*;'",
          "SELECT \";\"\"';\"",
          "SELECT U&'d\\0061t;' UESCAPE '!'",
          "SELECT U&\"d;\"",
          "SELECT B'01;', X'1F;', N';'",
          "SELECT E'a\\';b'",
          "SELECT e'a\\\\' || ';'",
          "SELECT E'a'';\\'b;'",
          "SELECT E'a\\\n;'",
          "SELECT 'a'\n  ';b'",
          "SELECT E'a'\n  'b\\';c'",
          "SELECT E'a' -- ';\n  'b\\';c'",
          "SELECT E'a'\r\n\r\n'b\\'' '\\'",
          "SELECT type'a\\'",
          "SELECT \"E\"'a\\'",
          "SELECT 1e'a\\'",
          "SELECT $1E'a\\'"
        })
    void keepSemicolons(String statement) {
      isOne(statement);
    }

    @Test
    void textOnTheSameLineContinuesNothing() {
      isOne("SELECT E'a' '\\'");
      isOne("SELECT E'a'\n/* */ '\\'");
    }
  }

  @Nested
  class StringMode {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SET standard_conforming_strings = off",
          "set session Standard_Conforming_Strings to 'Off'",
          "SET LOCAL standard_conforming_strings TO false",
          "SET standard_conforming_strings=n",
          "SET standard_conforming_strings /* = on */ = 0"
        })
    void isChangedByTheScript(String off) {
      assertThat(
              texts(
                  off
                      + ";SELECT 'a\\';b', N'\\';'\n'\\';';RESET search_path;SELECT '\\';'"
                      + ";SET standard_conforming_strings = on;SELECT 'a\\'"))
          .containsExactly(
              off,
              "SELECT 'a\\';b', N'\\';'\n'\\';'",
              "RESET search_path",
              "SELECT '\\';'",
              "SET standard_conforming_strings = on",
              "SELECT 'a\\'");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SET standard_conforming_strings = on",
          "SET standard_conforming_strings TO DEFAULT",
          "RESET standard_conforming_strings",
          "RESET ALL",
          "DISCARD ALL"
        })
    void isSetBackByTheScript(String on) {
      assertThat(texts("SET standard_conforming_strings = off;" + on + ";SELECT '\\'"))
          .containsExactly("SET standard_conforming_strings = off", on, "SELECT '\\'");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SET search_path = off",
          "SELECT standard_conforming_strings = off",
          "SET \"standard_conforming_strings off\" = off",
          "SET x.standard_conforming_strings = off"
        })
    void isNotChangedByAnythingElse(String other) {
      assertThat(texts(other + ";SELECT '\\'")).containsExactly(other, "SELECT '\\'");
    }
  }

  @Nested
  class DollarQuotes {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT $$;$$",
          "SELECT $$';$$",
          "SELECT $a$;$$;$b$;$a$",
          "SELECT $a$;$A$;$a$",
          "SELECT $a$ $x$a$",
          "SELECT $_1$;$_1$",
          "SELECT $ä$;$ä$",
          "SELECT ($$;$$)",
          "SELECT 1+$$;$$",
          "SELECT 1$$;$$",
          "SELECT $$;$$$$;$$",
          "DO $do$ BEGIN PERFORM $q$a;$q$; END $do$",
          "SELECT $1$a$;$a$"
        })
    void keepSemicolons(String statement) {
      isOne(statement);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "SELECT a$b$c;$b$|SELECT a$b$c|$b$",
          "SELECT $1;$1|SELECT $1|$1",
          "SELECT a$$;$$|SELECT a$$|$$",
          "SELECT ä$a$;$a$|SELECT ä$a$|$a$",
          "SELECT $a b$;$a b$|SELECT $a b$|$a b$",
          "SELECT $a;$b|SELECT $a|$b",
          "SELECT $1a$;$1a$|SELECT $1a$|$1a$",
          "SELECT _$$;x|SELECT _$$|x",
          "SELECT $ $;x|SELECT $ $|x"
        })
    void areNotWhatOnlyLooksLikeThem(String script, String first, String second) {
      if (second.equals("$$") || second.equals("$b$") || second.equals("$a$")) {
        assertThat(problems(script))
            .extracting(ScriptProblem::code)
            .containsExactly(ErrorCode.UNTERMINATED_TEXT);
      } else {
        assertThat(texts(script)).containsExactly(first, second);
      }
    }
  }

  @Nested
  class Comments {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT /* ; */ 1",
          "SELECT /* /* ; */ ; */ 1",
          "SELECT 1 -- ;\n + 1",
          "SELECT 1 -- '\r + 1",
          "SELECT 1+/* ; */1",
          "SELECT 1---1;\n+ 1",
          "SELECT 1 */* ; */ 1",
          "SELECT /*/ ; */ 1",
          "SELECT /*/*/ ; */*/ 1",
          "SELECT /* ' $$ \" -- */ 1",
          "SELECT a::text, b[1:2], c->>'x', d #>> '{}' , @-1"
        })
    void keepSemicolons(String statement) {
      isOne(statement);
    }
  }

  @Nested
  class Parentheses {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b;)",
          "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT (1); SELECT ')'; /* ) */ SELECT 2)"
        })
    void keepSemicolons(String statement) {
      isOne(statement);
    }

    @Test
    void oneTooManyClosesNothing() {
      assertThat(texts("SELECT 1); (a;b)")).containsExactly("SELECT 1)", "(a;b)");
    }
  }

  @Nested
  class Bodies {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
          "create or replace procedure p() language sql begin atomic insert into t values (1); end",
          "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC END",
          "CREATE FUNCTION f() RETURNS int BEGIN /* ; */ ATOMIC -- ;\n SELECT 1; /* ; */ END",
          "CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC SELECT CASE WHEN a = 1 THEN CASE a WHEN 1 THEN 2 END ELSE 3 END; END",
          "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT (CASE WHEN true THEN 1 END) AS end, t.end, 1 AS case FROM t; SELECT 2; END",
          "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 case; SELECT 1 end; END",
          "CREATE FUNCTION begin(begin int DEFAULT 1) RETURNS int BEGIN ATOMIC SELECT 'END;'; SELECT \"end\"; END"
        })
    void keepSemicolons(String statement) {
      isOne(statement);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "BEGIN|SELECT 1|END",
          "BEGIN|CREATE TABLE a ()|COMMIT",
          "SELECT begin atomic FROM t|SELECT 2",
          "CREATE VIEW v AS SELECT begin atomic FROM t|SELECT 2",
          "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'|BEGIN|SELECT 2|END",
          "CREATE FUNCTION f() RETURNS int RETURN 1|SELECT 2",
          "CREATE FUNCTION f(begin atomic) RETURNS int AS $$;$$|SELECT 2",
          "CREATE OR REPLACE VIEW function AS SELECT begin atomic|END"
        })
    void areNotWhatOnlyLooksLikeThem(String statements) {
      String[] expected = statements.split("\\|");
      assertThat(texts(String.join(";", expected) + ";")).containsExactly(expected);
    }
  }

  @Nested
  class ClientCommands {

    @ParameterizedTest
    @CsvSource({
      "\\connect shop owner, \\connect, Remove the line: a revision runs on the database it is applied to.",
      "\\i other.sql, \\i, Copy the included file's statements into this one.",
      "\\set x 1, \\set, Write the value itself: variables of psql are not replaced.",
      "\\., \\., 'Write the rows as INSERT statements, or load them with psql.'",
      "\\restrict abc, \\restrict, pg_dump writes this line around a dump; remove it.",
      "\\;, \\;, End the statement with a semicolon.",
      "\\, \\, 'Remove the line, or run this part with psql.'",
      "\\!ls, \\!, 'Remove the line, or run this part with psql.'"
    })
    void areReported(String line, String command, String hint) {
      assertThat(problems("SELECT 1;\n" + line + "\nSELECT 2;"))
          .containsExactly(
              new ScriptProblem(
                  ErrorCode.UNSUPPORTED_CLIENT_COMMAND,
                  "Cannot split the script: "
                      + command
                      + " is a command of the client psql, not of the server.",
                  hint,
                  2));
    }

    @Test
    void areReportedTogether() {
      assertThat(
              problems("\\restrict x\r\nSELECT 'a\\b', \"\\\", $$\\$$ -- \\\n/* \\ */\\gexec\n\\q"))
          .extracting(ScriptProblem::line, ScriptProblem::message)
          .containsExactly(
              tuple(1, message("\\restrict")),
              tuple(3, message("\\gexec")),
              tuple(4, message("\\q")));
    }

    private String message(String command) {
      return "Cannot split the script: "
          + command
          + " is a command of the client psql, not of the server.";
    }
  }

  @Nested
  class Copy {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "COPY t FROM stdin",
          "copy t (a, b) from STDIN with (format csv)",
          "COPY public.\"T\" FROM /* x */ -- y\n stdin NULL ''",
          "COPY BINARY t FROM stdin",
          "COPY t FROM stdout"
        })
    void ofInlineDataIsReported(String copy) {
      ScriptProblem expected =
          new ScriptProblem(
              ErrorCode.UNSUPPORTED_INLINE_DATA,
              "Cannot split the script: COPY ... FROM stdin reads data that only a client such as psql can send.",
              "Write the rows as INSERT statements (pg_dump --inserts does), or load them with psql.",
              3);
      assertThat(problems("SELECT 1;\n\n" + copy + ";\n1\tit's\n\\.\nSELECT 2;"))
          .containsExactly(expected);
      assertThat(problems("SELECT 1;\n\n" + copy)).containsExactly(expected);
    }

    @Test
    void skipsTheDataToFindWhatElseIsWrong() {
      assertThat(
              problems(
                  "COPY a FROM stdin;\n'\n\\N\n\\.\r\n\\q\nCOPY b FROM stdin; -- x\n\\.x\n\\."))
          .extracting(ScriptProblem::line, ScriptProblem::code)
          .containsExactly(
              tuple(1, ErrorCode.UNSUPPORTED_INLINE_DATA),
              tuple(5, ErrorCode.UNSUPPORTED_CLIENT_COMMAND),
              tuple(6, ErrorCode.UNSUPPORTED_INLINE_DATA));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "COPY t FROM '/tmp/stdin'",
          "COPY t FROM PROGRAM 'x'",
          "COPY t TO stdout",
          "COPY stdin FROM '/tmp/x'",
          "COPY (SELECT * FROM stdin) TO '/tmp/x'",
          "SELECT copy FROM stdin",
          "COPY t FROM \"stdin\"",
          "SELECT 'COPY t FROM stdin'",
          "CREATE TABLE copy AS SELECT 1 FROM stdin",
          "COPY /* FROM stdin */ t FROM '/tmp/x' -- FROM stdin\n DELIMITER ','"
        })
    void ofAnythingElseIsSent(String statement) {
      isOne(statement);
    }
  }

  @Nested
  class NeverClosed {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "SELECT 'a;b|the text in single quotes|'",
          "SELECT E'a\\';b|the text in single quotes|'",
          "SELECT E'a'-'b|the text in single quotes|'",
          "SELECT \"a;b|the name in double quotes|\"",
          "/* a; /* b */|the comment|*/",
          "SELECT $a$ $b$ $a|the dollar-quoted text|the same dollar tag",
          "SELECT (a;b|the parenthesis|)",
          "CREATE FUNCTION f() BEGIN ATOMIC SELECT 1; SELECT 1 END|the body BEGIN ATOMIC|; END"
        })
    void isReportedWhereItOpens(String open, String what, String closing) {
      assertThat(problems("SELECT 1;\r\n" + open + "\n\n;\n"))
          .containsExactly(
              new ScriptProblem(
                  ErrorCode.UNTERMINATED_TEXT,
                  "Cannot split the script: " + what + " that begins here is never closed.",
                  "Close it with "
                      + closing
                      + ", or look for an earlier one that opens or closes too much.",
                  2));
    }

    @Test
    void isReportedWithTheOutermostParenthesis() {
      assertThat(problems("(\n(\n)\n;\n(\n")).extracting(ScriptProblem::line).containsExactly(1);
      assertThat(problems("()\n(\n")).extracting(ScriptProblem::line).containsExactly(2);
    }
  }
}
