package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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

class OracleSplitterTest {

  private static List<String> split(String script) {
    SplitScript split = new OracleSplitter().split(script);
    assertThat(split.join()).isEqualTo(script);
    return split.statements().stream().map(ScriptStatement::text).toList();
  }

  private static List<ScriptProblem> problems(String script) {
    ScriptSplitException e =
        catchThrowableOfType(ScriptSplitException.class, () -> new OracleSplitter().split(script));
    assertThat(e).as("refusal of %s", script).isNotNull();
    return e.problems();
  }

  private static ScriptProblem problem(String script) {
    List<ScriptProblem> problems = problems(script);
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @Nested
  class Statements {

    @Test
    void endAtASemicolonWhichIsNotSent() {
      assertThat(split("CREATE TABLE a (id NUMBER); INSERT INTO a VALUES (1);\nCOMMIT"))
          .containsExactly("CREATE TABLE a (id NUMBER)", "INSERT INTO a VALUES (1)", "COMMIT");
    }

    @Test
    void endAtALineWithASlash() {
      assertThat(split("CREATE TABLE a (id NUMBER)\n/\nDROP TABLE a\n  /  \n"))
          .containsExactly("CREATE TABLE a (id NUMBER)", "DROP TABLE a");
    }

    @Test
    void mayHoldBlankLinesAndDivisions() {
      assertThat(split("SELECT a\n\n / b\n\nFROM t;"))
          .containsExactly("SELECT a\n\n / b\n\nFROM t");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT 'a;''b;' FROM dual",
          "SELECT q'[it's; [so] ]' FROM dual",
          "SELECT q'{;'}' FROM dual",
          "SELECT Q'(;')' FROM dual",
          "SELECT q'<;'>' FROM dual",
          "SELECT nq'!;'!' FROM dual",
          "SELECT q'';'' FROM dual",
          "SELECT q'\ud83d\ude00;'\ud83d\ude00' FROM dual",
          "SELECT N'a;b' FROM dual",
          "SELECT 1 AS \"a;b\" FROM dual",
          "SELECT 1 /* a; /* b; */ FROM dual",
          "SELECT 1 -- a; it's\nFROM dual",
          "SELECT 1 --\nFROM dual"
        })
    void keepSemicolonsInQuotesAndComments(String statement) {
      assertThat(split(statement + ";\nCOMMIT;")).containsExactly(statement, "COMMIT");
    }

    @Test
    void endACommentAtItsFirstClosing() {
      assertThat(split("SELECT 1 /* a /* b */ FROM dual; SELECT 2 */ 1 FROM dual"))
          .containsExactly("SELECT 1 /* a /* b */ FROM dual", "SELECT 2 */ 1 FROM dual");
    }

    @Test
    void knowTheSettingsOfTheServer() {
      assertThat(split("SET ROLE dba; SET TRANSACTION READ ONLY; set constraints all immediate;"))
          .hasSize(3);
    }

    @Test
    void areCutAtTheSameBytesWithAnyLineEnd() {
      String script = "BEGIN\n  NULL;\nEND;\n/\nSELECT 1 FROM dual;\n";
      assertThat(split(script.replace("\n", "\r\n")))
          .containsExactly("BEGIN\r\n  NULL;\r\nEND;", "SELECT 1 FROM dual");
      assertThat(split(script.replace('\n', '\r')))
          .containsExactly("BEGIN\r  NULL;\rEND;", "SELECT 1 FROM dual");
    }
  }

  @Nested
  class Units {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "BEGIN NULL; END;",
          "DECLARE x NUMBER; BEGIN x := 1; END;",
          "<<outer>>\nBEGIN <<inner>> BEGIN NULL; END inner; END outer;",
          "CREATE PROCEDURE p IS BEGIN NULL; END;",
          "create or replace function f return number is begin return 1; end f;",
          "CREATE OR REPLACE EDITIONABLE PACKAGE p IS PROCEDURE q; END p;",
          "CREATE OR REPLACE NONEDITIONABLE PACKAGE BODY p IS PROCEDURE q IS BEGIN NULL; END; END p;",
          "CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW BEGIN :NEW.a := 1; END;",
          "CREATE TRIGGER r COMPOUND TRIGGER BEFORE STATEMENT IS BEGIN NULL; END BEFORE STATEMENT; END r;",
          "CREATE TRIGGER r AFTER LOGON ON SCHEMA CALL p",
          "CREATE TYPE t AS OBJECT (a NUMBER, MEMBER FUNCTION f RETURN NUMBER);",
          "CREATE TYPE BODY t AS MEMBER FUNCTION f RETURN NUMBER IS BEGIN RETURN a; END; END;",
          "CREATE /* or */ OR -- replace\n REPLACE PROCEDURE p IS BEGIN NULL; END;",
          "CREATE PROCEDURE IF NOT EXISTS p IS BEGIN NULL; END;",
          "CREATE LIBRARY l AS '/lib/l.so';",
          "CREATE PACKAGE BODY p wrapped\na000000\nabcd/+==\n",
          "DECLARE TYPE t IS TABLE OF NUMBER; BEGIN EXECUTE IMMEDIATE 'CREATE TABLE a (b NUMBER)'; END;"
        })
    void endOnlyAtASlashAndKeepTheirLastSemicolon(String unit) {
      assertThat(split(unit + "\n/\nDROP TABLE a;\n"))
          .containsExactly(unit.strip(), "DROP TABLE a");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "CREATE TABLE function (type NUMBER)",
          "CREATE VIEW v AS SELECT 1 AS procedure FROM dual",
          "CREATE OR REPLACE FORCE EDITIONABLE VIEW v AS SELECT 1 AS trigger FROM dual",
          "CREATE SYNONYM package FOR type",
          "ALTER PACKAGE p COMPILE BODY",
          "DROP FUNCTION f",
          "WITH function AS (SELECT 1 a FROM dual) SELECT a FROM function"
        })
    void areNotWhatOnlyLooksLikeThem(String statement) {
      assertThat(split(statement + "; COMMIT;")).containsExactly(statement, "COMMIT");
    }

    @Test
    void inAQueryDoNotKeepTheLastSemicolon() {
      String query = "WITH FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END;\nSELECT f FROM dual";
      assertThat(split(query + ";\n/\nCOMMIT;")).containsExactly(query, "COMMIT");
      assertThat(split(query + "\n/\nCOMMIT;")).containsExactly(query, "COMMIT");
      assertThat(split("INSERT /*+ WITH_PLSQL */ INTO t\n" + query + ";\n/\n"))
          .containsExactly("INSERT /*+ WITH_PLSQL */ INTO t\n" + query);
    }

    @Test
    void mayBeJavaWithItsOwnQuotes() {
      String java =
          """
          CREATE OR REPLACE AND RESOLVE JAVA SOURCE NAMED "Hello" AS
          // it's a comment; with "quotes"
          public class Hello {
            static char quote = '"';
            static String text = "it's; \\" // no comment";
            /* a comment */
          }""";
      assertThat(split(java + "\n/\nCOMMIT;")).containsExactly(java, "COMMIT");
    }

    @Test
    void needNoSlashAtTheEndOfAScript() {
      assertThat(split("COMMIT;\nBEGIN NULL; END;\n-- the end\n"))
          .containsExactly("COMMIT", "BEGIN NULL; END;");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "CREATE TABLE a (b NUMBER)",
          "ALTER TABLE a ADD (c NUMBER)",
          "drop table a",
          "GRANT SELECT ON a TO b",
          "REVOKE SELECT ON a FROM b",
          "CREATE PROCEDURE q IS BEGIN NULL; END"
        })
    void thatSwallowAnotherStatementAreReported(String next) {
      ScriptProblem problem =
          problem("COMMIT;\nCREATE PROCEDURE p IS\nBEGIN\n  NULL;\nEND;\n\n" + next + ";\n");

      assertThat(problem.line()).isEqualTo(7);
      assertThat(problem.code()).isEqualTo(ErrorCode.UNTERMINATED_TEXT);
      assertThat(problem.message())
          .isEqualTo(
              "Cannot split the script: "
                  + next.substring(0, next.indexOf(' '))
                  + " begins another statement, but the PL/SQL unit above it ends only at a line"
                  + " that holds nothing but /.");
      assertThat(problem.hint()).isEqualTo("Write / on a line of its own behind the unit.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUNCATE TABLE a", "COMMENT ON TABLE a IS 'b'"})
    void thatSwallowAStatementWithAnOrdinaryFirstWordAreReported(String next) {
      assertThat(problem("BEGIN NULL; END;\n" + next + ";").line()).isEqualTo(2);
    }

    @Test
    void mayHoldVariablesCalledTruncateAndComment() {
      assertThat(split("BEGIN NULL; truncate := 1; comment(2); END;\n/\n")).hasSize(1);
    }
  }

  @Nested
  class ClientLines {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "PROMPT it's done; | PROMPT | Remove the line, or write -- before it.",
          "rem it's a comment | rem | Write -- instead: it is a comment everywhere.",
          "REMARK | REMARK | Write -- instead: it is a comment everywhere.",
          "WHENEVER SQLERROR EXIT FAILURE | WHENEVER | Remove the line: a run always stops at the first error.",
          "SHOW ERRORS | SHOW | Remove the line: a unit that was created with errors stops the run with its errors.",
          "sho err | sho | Remove the line: a unit that was created with errors stops the run with its errors.",
          "SPOOL out.log | SPOOL | Remove the line: what it says about output has no meaning here.",
          "DEFINE owner = APP | DEFINE | Write the value itself: variables of SQL*Plus are not replaced.",
          "CONNECT app/secret@db | CONNECT | Remove the line: a revision runs on the database it is applied to, as the user who applies it.",
          "HOST rm -rf x | HOST | Remove the line: a revision runs no programs of the operating system.",
          "!ls | ! | Remove the line: a revision runs no programs of the operating system.",
          "ACCEPT x PROMPT 'x?' | ACCEPT | Remove the line: there is nobody to ask or to wait for.",
          "@other.sql | @ | Copy the other file's statements into this one.",
          "@@other.sql | @ | Copy the other file's statements into this one.",
          "START other.sql | START | Copy the other file's statements into this one.",
          "EXEC p(1); | EXEC | Write BEGIN, the call with its semicolon, END; and a line with / behind it.",
          "EXIT | EXIT | Remove the line: a revision ends with its last statement."
        })
    void areReportedWithTheWayOut(String line, String command, String wayOut) {
      ScriptProblem problem = problem("COMMIT;\n" + line + "\nDROP TABLE a;\n");

      assertThat(problem.line()).isEqualTo(2);
      assertThat(problem.code()).isEqualTo(ErrorCode.UNSUPPORTED_CLIENT_COMMAND);
      assertThat(problem.message())
          .isEqualTo(
              "Cannot split the script: "
                  + command
                  + " is a command of the client SQL*Plus, not of the server.");
      assertThat(problem.hint()).isEqualTo(wayOut);
    }

    @Test
    void areReportedTogether() {
      assertThat(
              problems(
                  """
                  SET SERVEROUTPUT ON
                  PROMPT one -
                    DROP TABLE two;
                  CREATE TABLE a (b NUMBER);
                  BEGIN
                    NULL;
                  END;
                  /
                  SHOW ERRORS
                  """))
          .extracting(ScriptProblem::line)
          .containsExactly(1, 2, 9);
    }

    @Test
    void doNotStandWithinAStatement() {
      assertThat(split("SELECT show, prompt\nFROM rem\nSTART WITH a = 1 CONNECT BY PRIOR a = b;"))
          .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT '&owner' FROM dual", "SELECT &&1 FROM dual", "DROP TABLE &t."})
    void variablesAreReported(String statement) {
      ScriptProblem problem = problem(statement + ";");
      assertThat(problem.message())
          .endsWith(" is a variable that only the client SQL*Plus replaces.");
      assertThat(problem.hint()).startsWith("Write the value itself.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT 'a & b' FROM dual",
          "SELECT 'R&' || 'D' FROM dual",
          "SELECT 1 /* &x */ -- &y\nFROM dual"
        })
    void anAmpersandAloneIsNoVariable(String statement) {
      assertThat(split(statement + ";")).containsExactly(statement);
    }

    @Test
    void variablesMayBeSwitchedOffAndOn() {
      assertThat(split("set define off\nINSERT INTO a VALUES ('R&D');\n"))
          .containsExactly("INSERT INTO a VALUES ('R&D')");
      assertThat(
              problem("SET DEF OFF;\nDROP TABLE a;\nSET DEFINE ON\nSELECT '&x' FROM dual;").line())
          .isEqualTo(4);
    }
  }

  @Nested
  class Doubts {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "CREATE TABLE a (b NUMBER);\n/\n",
          "BEGIN NULL; END;\n/\n/\n",
          "COMMIT; /\n",
          "SET DEFINE OFF\n/\n"
        })
    void aSlashThatRunsAStatementTwiceIsReported(String script) {
      ScriptProblem problem = problem(script);
      assertThat(problem.message())
          .isEqualTo(
              "Cannot split the script: / ends no statement here; SQL*Plus would run the one above"
                  + " it a second time.");
      assertThat(problem.hint())
          .isEqualTo("Remove the /, or the semicolon that ends the statement above it.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT 200 -\n 100 FROM dual;",
          "SELECT 'a -\n b' FROM dual;",
          "BEGIN x := 1 -  \n 2; END;\n/\n"
        })
    void aHyphenAtTheEndOfALineIsReported(String script) {
      ScriptProblem problem = problem(script);
      assertThat(problem.line()).isEqualTo(1);
      assertThat(problem.message())
          .isEqualTo(
              "Cannot split the script: SQL*Plus joins a line that ends in a hyphen with the next one"
                  + " and drops the hyphen, and the server does neither.");
    }

    @Test
    void commentsMayEndInHyphens() {
      assertThat(split("--------\n/* -\n*/ SELECT 1 -- -\n/* -\n */ FROM dual;")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT 'a\n/\nb' FROM dual;",
          "SELECT 1 /* a\n/\nb */ FROM dual;",
          "BEGIN x := q'[\n  /\n]'; END;\n/\n"
        })
    void aSlashOnALineOfTextOrCommentIsReported(String script) {
      assertThat(problem(script).line()).isEqualTo(2);
      assertThat(problem(script).message())
          .startsWith(
              "Cannot split the script: SQL*Plus ends the statement at a line that holds only /");
    }

    @Test
    void aSlashInACommentBetweenStatementsEndsNothing() {
      assertThat(split("/*\n/\n*/ SELECT 1 FROM dual;")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1 FROM dual\n/ -- run\n", "BEGIN NULL; END;\n/;\n"})
    void aSlashThatIsNotAloneIsReported(String script) {
      assertThat(problem(script).message())
          .isEqualTo(
              "Cannot split the script: whether / ends the statement here cannot be said, because it"
                  + " is not alone on its line.");
    }

    @Test
    void aDotThatSetsAStatementAsideIsReported() {
      assertThat(problem("SELECT 1\nFROM dual\n.\n").line()).isEqualTo(3);
      assertThat(split("SELECT a\n.b FROM a;")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "SELECT 'a; | the text in single quotes | '",
          "SELECT \"a; | the name in double quotes | \"",
          "SELECT /* a; | the comment | */",
          "SELECT q'[a;' | the text in q-quotes | ]'"
        },
        quoteCharacter = '~')
    void whatIsNeverClosedIsReported(String script, String what, String closing) {
      ScriptProblem problem = problem("COMMIT;\n" + script);
      assertThat(problem.line()).isEqualTo(2);
      assertThat(problem.message())
          .isEqualTo("Cannot split the script: " + what + " that begins here is never closed.");
      assertThat(problem.hint()).startsWith("Close it with " + closing + ", or");
    }
  }
}
