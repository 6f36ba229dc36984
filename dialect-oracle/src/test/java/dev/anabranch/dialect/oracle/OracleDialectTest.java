package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.dialect.Dialects;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.UnsupportedServerException;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OracleDialectTest {

  private static final String BANNER =
      "Oracle Database 19c Enterprise Edition Release 19.0.0.0.0 - Production\nVersion 19.3.0.0.0";

  private static OracleDialect dialect(int release) {
    return new OracleDialect(OracleRelease.offline(ServerVersion.of(release, 0)));
  }

  @Test
  void isFoundByNameAndUrl() {
    Dialects dialects = Dialects.load(OracleDialectTest.class.getClassLoader());
    assertThat(dialects.named("oracle")).isInstanceOf(OracleDialectProvider.class);
    assertThat(dialects.forUrl("jdbc:oracle:thin:@//h:1521/x"))
        .hasValueSatisfying(p -> assertThat(p).isInstanceOf(OracleDialectProvider.class));
    assertThat(new OracleDialectProvider().driver()).isEqualTo("com.oracle.database.jdbc:ojdbc11");
  }

  @Test
  void withoutAServerItIsTheOldestRelease() {
    assertThat(new OracleDialectProvider().offline("oracle").version())
        .isEqualTo(ServerVersion.of(19, 0));
    assertThatThrownBy(() -> new OracleDialectProvider().offline("mysql"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** What a server tells of itself, by a hand-written stand-in. */
  @Nested
  class Connected {

    private static Connection server(int major, String banner, String compatible, String schema) {
      CallableStatement facts =
          proxy(
              CallableStatement.class,
              (method, arguments) ->
                  switch (method) {
                    case "getString" -> (int) arguments[0] == 2 ? compatible : schema;
                    case "execute" -> false;
                    case "registerOutParameter", "close" -> null;
                    default -> throw new AssertionError(method);
                  });
      DatabaseMetaData metaData =
          proxy(
              DatabaseMetaData.class,
              (method, arguments) ->
                  switch (method) {
                    case "getDatabaseMajorVersion" -> major;
                    case "getDatabaseMinorVersion" -> 0;
                    case "getDatabaseProductVersion" -> banner;
                    default -> throw new AssertionError(method);
                  });
      return proxy(
          Connection.class,
          (method, arguments) ->
              switch (method) {
                case "getMetaData" -> metaData;
                case "prepareCall" -> facts;
                default -> throw new AssertionError(method);
              });
    }

    private interface Calls {
      Object answer(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader() == null
                  ? OracleDialectTest.class.getClassLoader()
                  : type.getClassLoader(),
              new Class<?>[] {type},
              (self, method, arguments) -> calls.answer(method.getName(), arguments)));
    }

    @Test
    void theReleaseIsToldInOneWord() throws SQLException {
      Connection server = server(19, BANNER, "19.0.0", "APP");
      assertThat(new OracleDialectProvider().dialect(server).version().text())
          .isEqualTo("19.3.0.0.0");
    }

    @ParameterizedTest
    @CsvSource({"19.0.0, 128", "12.2.0, 128", "12.1.0.2.0, 30", "11.2.0.4, 30", "23.0.0, 128"})
    void theLengthOfNamesDependsOnWhatTheServerIsCompatibleWith(String compatible, int longest)
        throws SQLException {
      Connection server = server(19, BANNER, compatible, "APP");
      OracleDialect dialect = (OracleDialect) new OracleDialectProvider().dialect(server);
      assertThat(dialect.release().longestName()).isEqualTo(longest);
      assertThat(dialect.style().limit().length()).isEqualTo(longest);
    }

    @Test
    void theSchemaIsTheOneThatTheSessionBeganWith() throws SQLException {
      Connection server = server(19, BANNER, "19.0.0", "shop");
      assertThat(
              new OracleDialectProvider()
                  .dialect(server)
                  .nameScopeReset("ALTER SESSION SET CURRENT_SCHEMA = other"))
          .contains("ALTER SESSION SET CURRENT_SCHEMA = \"shop\"");
    }

    @Test
    void anOlderReleaseIsRefused() {
      Connection server = server(18, "Oracle Database 18c Release 18.0.0.0.0", "18.0", "APP");
      assertThatThrownBy(() -> new OracleDialectProvider().dialect(server))
          .isInstanceOf(UnsupportedServerException.class)
          .hasMessage("Cannot work with Oracle Database 18.0.0.0.0: it is older than 19c.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE a (b NUMBER)",
        "alter table a add (b number)",
        "TRUNCATE TABLE a",
        "GRANT SELECT ON a TO b",
        "COMMENT ON TABLE a IS 'b'",
        "RENAME a TO b",
        "BEGIN NULL; END;",
        "DECLARE a NUMBER; BEGIN NULL; END;",
        "<<l>> BEGIN NULL; END;",
        "CALL p(1)",
        "COMMIT",
        "(SELECT 1 FROM dual)"
      })
  void whatIsOrMayBeDdlCommits(String statement) {
    assertThat(dialect(19).commitsImplicitly(statement)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO a VALUES (1)",
        "update/**/a SET b = 1",
        "DELETE a",
        "MERGE INTO a USING b ON (c = d) WHEN MATCHED THEN UPDATE SET e = 1",
        "SELECT 1 FROM dual",
        "WITH a AS (SELECT 1 b FROM dual) SELECT b FROM a",
        "LOCK TABLE a IN EXCLUSIVE MODE",
        "SAVEPOINT a",
        "ROLLBACK TO a",
        "SET CONSTRAINTS ALL DEFERRED",
        "ALTER /* no DDL */ SESSION SET NLS_DATE_FORMAT = 'YYYY'"
      })
  void whatChangesDataOrTheSessionDoesNotCommit(String statement) {
    assertThat(dialect(19).commitsImplicitly(statement)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMMIT",
        "commit work",
        "ROLLBACK",
        "Rollback Work",
        "SET TRANSACTION READ ONLY",
        "BEGIN"
      })
  void transactionsAreControlledBy(String statement) {
    assertThat(dialect(19).controlsTransaction(statement)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ROLLBACK TO a",
        "ROLLBACK WORK TO SAVEPOINT a",
        "SAVEPOINT a",
        "SET ROLE ALL",
        "BEGIN NULL; END;",
        "INSERT INTO commit VALUES (1)"
      })
  void transactionsAreNotControlledBy(String statement) {
    assertThat(dialect(19).controlsTransaction(statement)).isFalse();
  }

  @Test
  void anotherSchemaIsLeftAgain() {
    assertThat(dialect(19).nameScopeReset("alter session set current_schema = app"))
        .contains(
            """
            BEGIN
              EXECUTE IMMEDIATE 'ALTER SESSION SET CURRENT_SCHEMA = ' || DBMS_ASSERT.ENQUOTE_NAME (SYS_CONTEXT('USERENV', 'SESSION_USER') , FALSE);
            END;""");
    assertThat(dialect(19).nameScopeReset("ALTER SESSION SET TIME_ZONE = 'UTC'")).isEmpty();
    assertThat(dialect(19).nameScopeReset("SELECT current_schema FROM a")).isEmpty();
  }

  @Test
  void aRunWaitsForLocksOfOthers() {
    assertThat(dialect(19).runSettings())
        .containsExactly("ALTER SESSION SET DDL_LOCK_TIMEOUT = 30");
  }

  @Test
  void theVersionTableIsCreatedByABlockBelow23() {
    QualifiedName table = QualifiedName.of("APP", "ANABRANCH_VERSION");
    assertThat(dialect(19).stateTables().createVersionTable(table))
        .isEqualTo(
            """
            BEGIN
              EXECUTE IMMEDIATE 'CREATE TABLE "APP"."ANABRANCH_VERSION" (
              "VERSION_NUM" VARCHAR2(255 CHAR) NOT NULL,
              CONSTRAINT "ANABRANCH_VERSION_PKC" PRIMARY KEY ("VERSION_NUM")
            )';
            EXCEPTION
              WHEN OTHERS THEN
                IF SQLCODE <> (-955) THEN
                  RAISE;
                END IF;
            END;""");
    assertThat(dialect(23).stateTables().createVersionTable(table))
        .isEqualTo(
            """
            CREATE TABLE IF NOT EXISTS "APP"."ANABRANCH_VERSION" (
              "VERSION_NUM" VARCHAR2(255 CHAR) NOT NULL,
              CONSTRAINT "ANABRANCH_VERSION_PKC" PRIMARY KEY ("VERSION_NUM")
            )""");
  }

  @Test
  void theHistoryTableTakesEmptyTextsWhichAreNull() {
    assertThat(dialect(23).stateTables().createHistoryTable(QualifiedName.of("ANABRANCH_HISTORY")))
        .isEqualTo(
            """
            CREATE TABLE IF NOT EXISTS "ANABRANCH_HISTORY" (
              "ENTRY" NUMBER(19) GENERATED ALWAYS AS IDENTITY NOT NULL PRIMARY KEY,
              "FORMAT" NUMBER(10) NOT NULL,
              "RUN_ID" VARCHAR2(36 CHAR) NOT NULL,
              "REVISION" VARCHAR2(255 CHAR) NOT NULL,
              "ACTION" VARCHAR2(16 CHAR) NOT NULL,
              "OUTCOME" VARCHAR2(16 CHAR) NOT NULL,
              "STATEMENTS_DONE" NUMBER(10) NOT NULL,
              "STATEMENTS_TOTAL" NUMBER(10) NOT NULL,
              "CHECKSUM" VARCHAR2(64 CHAR),
              "DONE_CHECKSUM" VARCHAR2(64 CHAR),
              "STARTED_AT" TIMESTAMP(3) NOT NULL,
              "FINISHED_AT" TIMESTAMP(3) NOT NULL,
              "OPERATOR" VARCHAR2(255 CHAR),
              "TOOL" VARCHAR2(64 CHAR),
              "DETAIL" VARCHAR2(255 CHAR)
            )""");
  }

  @Nested
  class Units {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "CREATE PROCEDURE p IS BEGIN NULL; END; | PROCEDURE P",
          "create or replace /* x */ editionable package body app.\"My P\" as end; | PACKAGE BODY APP.My P",
          "CREATE FUNCTION IF NOT EXISTS f RETURN NUMBER IS BEGIN RETURN 1; END; | FUNCTION F",
          "CREATE OR REPLACE TYPE t AS OBJECT (a NUMBER) | TYPE T",
          "CREATE TRIGGER r BEFORE INSERT ON a BEGIN NULL; END; | TRIGGER R",
          "ALTER PACKAGE p COMPILE | PACKAGE P",
          "ALTER PACKAGE p COMPILE DEBUG BODY | PACKAGE BODY P",
          "ALTER VIEW v COMPILE | VIEW V"
        })
    void areReadFromWhatCreatesThem(String statement, String unit) {
      assertThat(OracleUnit.of(statement)).map(OracleUnit::toString).contains(unit);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "CREATE TABLE procedure (a NUMBER)",
          "CREATE OR REPLACE FORCE VIEW v AS SELECT 1 AS a FROM nowhere",
          "ALTER TRIGGER t DISABLE",
          "DROP PROCEDURE p",
          "BEGIN NULL; END;",
          "CREATE"
        })
    void areNotReadFromOtherStatements(String statement) {
      assertThat(OracleUnit.of(statement)).isEmpty();
    }

    @Test
    void keepTheCaseOfQuotedNamesOnly() {
      OracleUnit unit = OracleUnit.of("CREATE TYPE app.\"t\" AS OBJECT (a NUMBER)").orElseThrow();
      assertThat(unit.schema()).map(Identifier::value).isEqualTo(Optional.of("APP"));
      assertThat(unit.name().value()).isEqualTo("t");
    }
  }
}
