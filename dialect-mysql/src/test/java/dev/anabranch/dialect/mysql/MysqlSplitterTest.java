package dev.anabranch.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.anabranch.dialect.mysql.MysqlSplitter.ConditionalComments;
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

class MysqlSplitterTest {

  private static List<String> texts(String script) {
    return texts(Splitters.MYSQL, script);
  }

  private static List<String> texts(MysqlSplitter splitter, String script) {
    SplitScript split = splitter.split(script);
    assertThat(split.join()).isEqualTo(script);
    return split.statements().stream().map(ScriptStatement::text).toList();
  }

  private static void isOne(String statement) {
    assertThat(texts("first;" + statement + ";last")).containsExactly("first", statement, "last");
  }

  private static List<ScriptProblem> problems(String script) {
    return catchThrowableOfType(ScriptSplitException.class, () -> Splitters.MYSQL.split(script))
        .problems();
  }

  @Nested
  class Between {

    @Test
    void blanksAndCommentsStandAroundStatements() {
      SplitScript split =
          Splitters.MYSQL.split(
              "\ufeff# head\r\nSELECT 1 -- one\r\n;\r\n/* two; */ SELECT 2 ; -- tail\n");

      assertThat(split.statements())
          .containsExactly(
              new ScriptStatement("\ufeff# head\r\n", "SELECT 1", " -- one\r\n;", 2),
              new ScriptStatement("\r\n/* two; */ ", "SELECT 2", " ;", 4));
      assertThat(split.trailing()).isEqualTo(" -- tail\n");
    }

    @Test
    void twoHyphensAreACommentOnlyBeforeABlank() {
      assertThat(texts("SELECT 1--1; -- it's;\nSELECT 2; --\nSELECT 3; --\ttab;\nSELECT 4"))
          .containsExactly("SELECT 1--1", "SELECT 2", "SELECT 3", "SELECT 4");
    }

    @Test
    void aHashBeginsACommentAnywhere() {
      assertThat(texts("SELECT 1 # it's;\n+ 1; SELECT 2")).hasSize(2);
    }

    @Test
    void commentsDoNotNest() {
      assertThat(texts("SELECT 1 /* a /* b */; SELECT 2 /* c */")).hasSize(2);
    }
  }

  @Nested
  class Quotes {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT 'a;b'",
          "SELECT 'a'';b'",
          "SELECT 'a\\';b'",
          "SELECT \"a;\\\";b\"",
          "SELECT \"a\"\";b\"",
          "SELECT `a;``b`",
          "SELECT `a\\`, 1",
          "SELECT N'a;b', _utf8mb4'a;b', X'3B'",
          "SELECT '--', '#', '/*' /* ; */, 1"
        })
    void protectSemicolons(String statement) {
      isOne(statement);
    }

    @Test
    void thatAreNeverClosedAreReportedWithTheirLine() {
      assertThat(problems("SELECT 1;\nSELECT 'open\\';\nSELECT 2"))
          .extracting(ScriptProblem::line, ScriptProblem::code)
          .containsExactly(tuple(2, ErrorCode.UNTERMINATED_TEXT));
      assertThat(problems("SELECT `open;\n")).hasSize(1);
      assertThat(problems("\n\nSELECT 1 /* open;\n").get(0).line()).isEqualTo(3);
    }
  }

  @Nested
  class Modes {

    @Test
    void aBackslashIsACharacterBehindTheStatementThatSaysSo() {
      assertThat(
              texts(
                  "SELECT 'a\\';b';\nSET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES';\n"
                      + "SELECT 'a\\';\nSET sql_mode = DEFAULT;\nSELECT 'a\\';b'"))
          .hasSize(5);
    }

    @Test
    void doubleQuotesHoldANameWhereTheModeSaysSo() {
      assertThat(texts("SET sql_mode='ANSI_QUOTES'; SELECT \"a\\\"; SELECT 2")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SET sql_mode = 'ANSI,NO_BACKSLASH_ESCAPES'",
          "SET @@sql_mode := CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES')",
          "SET @@session.sql_mode = NO_BACKSLASH_ESCAPES",
          "set names utf8mb4, local sql_mode='no_backslash_escapes'",
          "/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_BACKSLASH_ESCAPES' */",
          "SET SQL_MODE='NO_BACKSLASH_ESCAPES'; SET @a = 1, @sql_mode = ''; SET GLOBAL sql_mode = ''"
        })
    void theModeIsSetInManyForms(String setting) {
      assertThat(texts(setting + "; SELECT 'a\\'; SELECT 2")).contains("SELECT 'a\\'", "SELECT 2");
    }

    @Test
    void aDumpTakesItsModeBack() {
      assertThat(
              texts(
                  """
                  SET @old = @@SQL_MODE, SQL_MODE = 'NO_BACKSLASH_ESCAPES';
                  SELECT '\\';
                  SET SQL_MODE = @old;
                  SELECT '\\'; ';
                  SET SQL_MODE = 'NO_BACKSLASH_ESCAPES,STRICT_TRANS_TABLES';
                  SET SQL_MODE = REPLACE(@@SQL_MODE, 'NO_BACKSLASH_ESCAPES', '');
                  SELECT '\\'; '
                  """))
          .hasSize(7);
    }

    @Test
    void aSessionMayBeginInAnotherMode() {
      MysqlSplitter splitter =
          new MysqlSplitter(
              ConditionalComments.MYSQL,
              MysqlSqlMode.of("STRICT_TRANS_TABLES,NO_BACKSLASH_ESCAPES"));

      assertThat(texts(splitter, "SELECT '\\'; SELECT 2; SET sql_mode = ''; SELECT '\\'; '"))
          .hasSize(4);
    }
  }

  @Nested
  class Conditional {

    @Test
    void commentsOfServersBelongToTheStatement() {
      assertThat(
              texts(
                  "/*!40101 SET NAMES utf8 */;\n/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`%`*/"
                      + " /*!50003 TRIGGER t BEFORE INSERT ON x FOR EACH ROW SET NEW.a = ';' */;\n"
                      + "SELECT /*! 1 + */ 1;"))
          .hasSize(3);
    }

    @Test
    void thatOfMariadbIsAnOrdinaryOneToMysql() {
      String script = "/*M!100100 SELECT ';' */; SELECT 2";

      assertThat(texts(Splitters.MYSQL, script)).containsExactly("SELECT 2");
      assertThat(texts(Splitters.MARIADB, script))
          .containsExactly("/*M!100100 SELECT ';' */", "SELECT 2");
    }

    @Test
    void quotesInsideProtectItsEnd() {
      isOne("/*! SELECT '*/; ' */");
    }

    @Test
    void oneThatHoldsTheEndOfAStatementIsNotSure() {
      assertThat(problems("SELECT 1;\n/*! SELECT 1; SELECT 2 */;"))
          .extracting(ScriptProblem::line, ScriptProblem::code)
          .contains(tuple(2, ErrorCode.UNTERMINATED_TEXT));
    }
  }

  @Nested
  class Delimiters {

    @Test
    void anotherDelimiterProtectsSemicolons() {
      SplitScript split =
          Splitters.MYSQL.split(
              """
              DELIMITER //
              CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END //
              CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW SET NEW.a = 1; //
              delimiter ;
              SELECT 3;
              """);

      assertThat(split.statements())
          .extracting(ScriptStatement::text, ScriptStatement::line)
          .containsExactly(
              tuple("CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END", 2),
              tuple("CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW SET NEW.a = 1", 3),
              tuple("SELECT 3", 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$$", "//", "|", ";;", "GO", "'//'", "\"$$\"", "`|`", "--x", "#"})
    void manyThingsMayBeOne(String delimiter) {
      String plain = delimiter.replaceAll("['\"`]", "");

      assertThat(texts("DELIMITER " + delimiter + "\nSELECT 1 " + plain + " SELECT 'a' " + plain))
          .containsExactly("SELECT 1", "SELECT 'a'");
    }

    @Test
    void theAuthorsWordCountsForABodyThatNobodyUnderstands() {
      assertThat(
              texts(
                  "DELIMITER $$\nCREATE PACKAGE BODY b AS PROCEDURE p AS BEGIN x := 1; END;"
                      + " BEGIN y := 2; END$$\nCREATE PROCEDURE q() BEGIN IF; END$$\n"))
          .hasSize(2);
    }

    @Test
    void twoStatementsBetweenTwoDelimitersAreNotSure() {
      assertThat(problems("DELIMITER //\nSELECT 1;\nSELECT 2 //\n"))
          .extracting(ScriptProblem::line, ScriptProblem::code)
          .containsExactly(tuple(2, ErrorCode.UNCERTAIN_SPLIT));
    }

    @Test
    void oneWithoutCharactersIsReported() {
      assertThat(problems("SELECT 1;\nDELIMITER \nSELECT 2"))
          .extracting(ScriptProblem::line, ScriptProblem::code)
          .containsExactly(tuple(2, ErrorCode.UNSUPPORTED_CLIENT_COMMAND));
      assertThat(problems("DELIMITER \\\\\n")).hasSize(1);
    }

    @Test
    void whatTheClientWouldLoseBehindItIsReported() {
      assertThat(problems("DELIMITER // SELECT 1;\n")).hasSize(1);
    }

    @Test
    void itsNameIsAColumnInsideAStatement() {
      isOne("SELECT\n delimiter FROM t");
    }
  }

  @Nested
  class Bodies {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END",
          "CREATE DEFINER=CURRENT_USER() PROCEDURE p(IN a DECIMAL(10,2)) BEGIN SELECT 1; END",
          "CREATE OR REPLACE DEFINER = `a`@`%` PROCEDURE `s`.`p`() SQL SECURITY INVOKER COMMENT 'x;'"
              + " READS SQL DATA BEGIN END",
          "CREATE PROCEDURE IF NOT EXISTS p() lbl: BEGIN LEAVE lbl; END lbl",
          "CREATE PROCEDURE p() IF 1 THEN SELECT 1; ELSEIF 2 THEN SELECT 2; ELSE SELECT 3; END IF",
          "CREATE FUNCTION f(a INT) RETURNS VARCHAR(20) CHARSET utf8mb4 DETERMINISTIC"
              + " RETURN IF(a, REPEAT('x', 3), 'b')",
          "CREATE FUNCTION f(a INT) RETURNS INT NO SQL BEGIN DECLARE b INT DEFAULT 1;"
              + " SET b = CASE WHEN a THEN 1 ELSE 2 END; RETURN b; END",
          "CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW SET NEW.a = 1",
          "CREATE TRIGGER t AFTER UPDATE ON x FOR EACH ROW FOLLOWS `end` BEGIN SET @a = 1; END",
          "CREATE TRIGGER t AFTER DELETE ON x FOR EACH ROW IF EXISTS (SELECT 1) THEN"
              + " SET @a = 1; END IF",
          "CREATE EVENT e ON SCHEDULE EVERY 1 DAY ON COMPLETION PRESERVE COMMENT 'do;' DO BEGIN"
              + " DELETE FROM t; END",
          "ALTER EVENT e DO BEGIN SELECT 1; SELECT 2; END",
          "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM t",
          "BEGIN NOT ATOMIC SELECT 1; IF 1 THEN SELECT 2; END IF; END",
          "CREATE FUNCTION f RETURNS STRING SONAME 'lib.so'"
        })
    void areOneStatement(String statement) {
      isOne(statement);
    }

    @Test
    void ofEveryKindOfBlockAreOneStatement() {
      isOne(
          """
          CREATE PROCEDURE p(a INT)
          BEGIN
            DECLARE done, end INT DEFAULT 0;
            DECLARE c CURSOR FOR SELECT begin, end FROM t WHERE if(a, 1, 0);
            DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = 1;
            DECLARE EXIT HANDLER FOR SQLEXCEPTION, SQLSTATE '42000' BEGIN ROLLBACK; END;
            outer_loop: LOOP
              FETCH c INTO a; -- END;
              IF done THEN LEAVE outer_loop; END IF;
              CASE a WHEN 1 THEN SELECT 1; WHEN 2 THEN BEGIN END; ELSE SELECT CASE a WHEN 1 THEN 2 END; END CASE;
            END LOOP outer_loop;
            WHILE a < 10 DO SET a = a + 1; END WHILE;
            REPEAT SET a = a - 1; UNTIL a = 0 END REPEAT;
            FOR i IN 1..10 DO SELECT i; END FOR;
            `b`: BEGIN /*! SELECT 1; */ END b;
            START TRANSACTION; SELECT t.begin, t.end FROM t; COMMIT;
          END""");
    }

    @Test
    void aTransactionIsNone() {
      assertThat(texts("BEGIN; SELECT 1; END; BEGIN WORK; COMMIT")).hasSize(5);
    }

    @Test
    void anOrdinaryStatementMayHoldTheirWords() {
      assertThat(
              texts(
                  "CREATE VIEW v AS SELECT CASE a WHEN 1 THEN begin END FROM t; CREATE TABLE event"
                      + " (begin INT, trigger_name INT); DROP PROCEDURE IF EXISTS p;"
                      + " ALTER TABLE t ADD procedure_name INT; CREATE USER procedure@'%'"))
          .hasSize(5);
    }

    @Test
    void oneThatIsNeverEndedIsReportedWhereItBegins() {
      assertThat(problems("SELECT 1;\nCREATE PROCEDURE p()\nBEGIN\n SELECT 1;\nSELECT 2;\n"))
          .extracting(ScriptProblem::line, ScriptProblem::code)
          .containsExactly(tuple(3, ErrorCode.UNTERMINATED_TEXT));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            CREATE PROCEDURE p() BEGIN\\n IF 1 THEN SELECT 1;\\n END;\\n END;           | 2
            CREATE PROCEDURE p() BEGIN\\n IF 1 THEN SELECT 1;\\n END LOOP; END;         | 3
            CREATE PROCEDURE p() BEGIN\\n SELECT 1; END\\n SELECT 2;                    | 3
            CREATE PROCEDURE p() BEGIN\\n SET a = CASE b WHEN 1 THEN 2;\\n END; END;    | 2
            CREATE PROCEDURE p() BEGIN\\n END; x: END;                                  | 0
            """)
    void whatDoesNotFitTogetherIsReported(String script, int line) {
      String text = script.replace("\\n", "\n");
      if (line == 0) {
        assertThat(texts(text)).hasSize(2);
        return;
      }
      assertThat(problems(text))
          .extracting(ScriptProblem::line, ScriptProblem::code)
          .contains(tuple(line, ErrorCode.UNCERTAIN_SPLIT));
    }

    @Test
    void inOraclesLanguageTheyNeedADelimiter() {
      assertThat(problems("SET sql_mode = ORACLE;\nCREATE PROCEDURE p AS BEGIN x := 1; END;"))
          .extracting(ScriptProblem::line, ScriptProblem::code)
          .contains(tuple(2, ErrorCode.UNCERTAIN_SPLIT));
      assertThat(problems("CREATE PACKAGE p AS PROCEDURE q; END;"))
          .extracting(ScriptProblem::code)
          .containsExactly(ErrorCode.UNCERTAIN_SPLIT);
    }
  }

  @Nested
  class Commands {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "source other.sql",
          "\\. other.sql",
          "SOURCE it's.sql",
          "system ls",
          "\\! ls",
          "tee log.txt",
          "\\u other",
          "SELECT 1 \\G",
          "status",
          "exit"
        })
    void ofTheClientAreReportedWithTheirLine(String command) {
      assertThat(problems("SELECT 1;\n" + command + "\nSELECT 2;"))
          .extracting(ScriptProblem::line, ScriptProblem::code)
          .containsExactly(tuple(2, ErrorCode.UNSUPPORTED_CLIENT_COMMAND));
    }

    @Test
    void sayWhatToDo() {
      assertThat(problems("source other.sql").get(0))
          .satisfies(
              p -> {
                assertThat(p.message()).contains("source is a command of the clients");
                assertThat(p.hint())
                    .isEqualTo("Copy the included file's statements into this one.");
              });
    }

    @Test
    void inTheMiddleOfAStatementAreNames() {
      isOne("SELECT source, status FROM t");
      isOne("SELECT \\N");
    }

    @Test
    void choosingADatabaseIsAStatement() {
      assertThat(texts("USE shop; SELECT 1")).hasSize(2);
      assertThat(problems("SELECT 1;\nUSE shop\nCREATE TABLE t (id INT);"))
          .extracting(ScriptProblem::line, ScriptProblem::code)
          .containsExactly(tuple(3, ErrorCode.UNCERTAIN_SPLIT));
    }

    @Test
    void lockingTablesWouldKeepTheRunFromItsHistory() {
      assertThat(problems("SELECT 1;\nLOCK TABLES `t` WRITE;\nINSERT INTO t VALUES (1);"))
          .extracting(ScriptProblem::line, ScriptProblem::code)
          .containsExactly(tuple(2, ErrorCode.UNSUPPORTED_STATEMENT));
    }
  }
}
