package dev.anabranch.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.mysql.MysqlStatements.Change;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MysqlStatementsTest {

  @Nested
  class Commits {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "CREATE TABLE t (id INT)",
          "/*!50003 CREATE*/ /*!50017 DEFINER=a*/ /*!50003 TRIGGER t */",
          "CREATE/**/TABLE t (id INT)",
          "ALTER TABLE t ADD c INT",
          "TRUNCATE TABLE t",
          "RENAME TABLE a TO b",
          "GRANT SELECT ON t TO u",
          "SET PASSWORD = 'x'",
          "SET autocommit = 1",
          "LOCK TABLES t WRITE",
          "UNLOCK TABLES",
          "BEGIN",
          "BEGIN NOT ATOMIC DROP TABLE t; END",
          "ANALYZE TABLE t",
          "CALL p()",
          "EXECUTE s",
          "IMPORT TABLE FROM 't.sdi'",
          "INSTALL PLUGIN p SONAME 's'"
        })
    void whatMayBeMoreThanDataDoes(String statement) {
      assertThat(MysqlStatements.commitsImplicitly(statement)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "INSERT INTO t VALUES (1)",
          "insert/* x */into t values (1)",
          "-- first\nUPDATE t SET a = 1",
          "/*!40000 REPLACE INTO t VALUES (1) */",
          "(SELECT 1) UNION (SELECT 2)",
          "WITH a AS (SELECT 1) SELECT * FROM a",
          "LOAD DATA INFILE 'x' INTO TABLE t",
          "SET @a = 1",
          "SET NAMES utf8mb4",
          "SAVEPOINT s",
          "ROLLBACK TO SAVEPOINT s",
          "CREATE TEMPORARY TABLE t (id INT)",
          "DROP TEMPORARY TABLE t",
          "USE shop",
          "DO SLEEP(0)"
        })
    void dataDoNot(String statement) {
      assertThat(MysqlStatements.commitsImplicitly(statement)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE SCHEMA other, true",
    "create database if not exists other, true",
    "DROP USER 'u'@'%', true",
    "CREATE OR REPLACE ROLE r, true",
    "SET GLOBAL sql_mode = '', true",
    "CREATE TABLE user (id INT), false",
    "CREATE TABLE t (role INT), false",
    "INSERT INTO t VALUES (1), false"
  })
  void whatAllDatabasesShareIsTold(String statement, boolean shared) {
    assertThat(MysqlStatements.reachesOtherDatabases(statement)).isEqualTo(shared);
  }

  @Nested
  class Transactions {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "BEGIN",
          "begin work",
          "START TRANSACTION READ ONLY",
          "COMMIT",
          "/* x */ COMMIT AND CHAIN",
          "ROLLBACK",
          "ROLLBACK WORK",
          "XA START 'x'",
          "SET autocommit=0",
          "SET @a = 1, @@session.autocommit := 1"
        })
    void areTheEnginesOwn(String statement) {
      assertThat(MysqlStatements.controlsTransaction(statement)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "ROLLBACK TO s",
          "ROLLBACK WORK TO SAVEPOINT s",
          "BEGIN NOT ATOMIC SELECT 1; END",
          "SET @autocommit = 1",
          "SET @OLD_AUTOCOMMIT=@@AUTOCOMMIT",
          "START REPLICA",
          "INSERT INTO t (autocommit) VALUES ('autocommit=0')"
        })
    void areNotTouchedByOthers(String statement) {
      assertThat(MysqlStatements.controlsTransaction(statement)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          USE shop                                    | DATABASE
          /*!40000 USE shop */                        | DATABASE
          SET sql_mode = ''                           | SQL_MODE
          SET @o=@@sql_mode, SESSION sql_mode='ANSI'  | SQL_MODE
          SET NAMES utf8                              | CHARACTER_SET
          SET CHARACTER SET latin1                    | CHARACTER_SET
          SET @@character_set_client = latin1         | CHARACTER_SET
          SET @a = 'sql_mode'                         | NONE
          UPDATE t SET sql_mode = 1                   | NONE
          INSERT INTO t VALUES ('USE x')              | NONE
          """)
  void whatTheSessionHasToBeGivenBackIsKnown(String statement, Change change) {
    assertThat(MysqlStatements.change(statement)).isEqualTo(change);
  }

  @Test
  void wordsAreReadThroughComments() {
    assertThat(MysqlWords.first("/*!50003 a */ /* b */ c # d\n-- e\n(f", 9)).isEqualTo("A C ( F");
    assertThat(MysqlWords.first("", 2)).isEmpty();
  }
}
