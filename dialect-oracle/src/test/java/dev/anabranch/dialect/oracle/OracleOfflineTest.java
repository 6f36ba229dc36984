package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.OfflineSyntax;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.sql.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OracleOfflineTest {

  private static final OfflineSyntax OFFLINE =
      new OracleDialect(OracleRelease.offline(ServerVersion.of(19, 0))).offline();

  @Test
  void aScriptBeginsWithWhatMakesSqlPlusReadItAsItIs() {
    assertThat(OFFLINE.preamble())
        .isEqualTo(
            """
            SET DEFINE OFF
            SET SQLBLANKLINES ON
            SET AUTOCOMMIT OFF
            WHENEVER OSERROR EXIT FAILURE ROLLBACK
            WHENEVER SQLERROR EXIT FAILURE ROLLBACK
            ALTER SESSION SET DDL_LOCK_TIMEOUT = 30;
            """);
    assertThat(OFFLINE.clientCommand()).isEqualTo("sqlplus -L USER@SERVICE @FILE < /dev/null");
    assertThat(OFFLINE.begin()).isEmpty();
    assertThat(OFFLINE.commit()).isEqualTo("COMMIT");
  }

  @Test
  void aStatementEndsInASemicolonAndAUnitAtASlash() {
    assertThat(OFFLINE.terminate("DROP TABLE a")).isEqualTo("DROP TABLE a;\n");
    assertThat(OFFLINE.terminate("BEGIN NULL; END;")).isEqualTo("BEGIN NULL; END;\n/\n");
    assertThat(OFFLINE.terminate("CREATE JAVA SOURCE NAMED \"A\" AS class A {}"))
        .isEqualTo("CREATE JAVA SOURCE NAMED \"A\" AS class A {}\n/\n");
    assertThat(
            OFFLINE.terminate(
                "WITH FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END; SELECT f FROM dual"))
        .endsWith("SELECT f FROM dual;\n/\n");
  }

  @Test
  void aUnitIsLookedAtWhenItIsStored() {
    assertThat(OFFLINE.terminate("CREATE PROCEDURE app.p IS BEGIN NULL; END;"))
        .isEqualTo(
            """
            CREATE PROCEDURE app.p IS BEGIN NULL; END;
            /
            DECLARE
              FOUND NUMBER;
            BEGIN
              SELECT COUNT(*) INTO FOUND FROM ALL_ERRORS WHERE ATTRIBUTE = 'ERROR' AND OWNER = 'APP' AND NAME = 'P' AND TYPE IN ('PROCEDURE');
              IF FOUND <> 0 THEN
                RAISE_APPLICATION_ERROR((-20000), 'PROCEDURE APP.P has errors: look into ALL_ERRORS.');
              END IF;
            END;
            /
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO a VALUES ('x;\ny')",
        "INSERT INTO a VALUES ('x\n/\ny')",
        "INSERT INTO a VALUES ('x\n . \ny')",
        "INSERT INTO a VALUES ('x\n#y')",
        "INSERT INTO a VALUES ('x -\ny')",
        "INSERT INTO a VALUES (1 -- x;\n)",
        "BEGIN x := 'a\n/\n'; END;"
      })
  void whatSqlPlusWouldMisreadIsRunByABlock(String statement) {
    String script = OFFLINE.terminate(statement);

    assertThat(script)
        .startsWith("BEGIN\n  EXECUTE IMMEDIATE\n    TO_CLOB('")
        .endsWith("END;\n/\n");
    assertThat(script.lines().toList().subList(0, (int) script.lines().count() - 2))
        .noneMatch(line -> line.matches("\\s*[/.#].*|.*[;-]\\s*") && !line.endsWith("';"));
  }

  @Test
  void aBlockRunsTheSameBytes() {
    assertThat(OFFLINE.terminate("COMMENT ON TABLE a IS 'it''s\r\n;\n\nso'"))
        .isEqualTo(
            """
            BEGIN
              EXECUTE IMMEDIATE
                TO_CLOB('COMMENT ON TABLE a IS ''it''''s') ||
                CHR(13) ||
                CHR(10) ||
                ';' ||
                CHR(10) ||
                CHR(10) ||
                'so''';
            END;
            /
            """);
  }

  @Test
  void aLongLineIsCutIntoPieces() {
    String script = OFFLINE.terminate("INSERT INTO a VALUES ('" + "é".repeat(5_000) + "')");
    assertThat(script.lines()).hasSizeBetween(8, 10).allMatch(line -> line.length() < 1_100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO a VALUES ('x\n\ny')",
        "SELECT a / b - c\nFROM d",
        "BEGIN\n  NULL;\nEND;",
        "SELECT 1 -- x\nFROM dual"
      })
  void whatIsHarmlessStaysReadable(String statement) {
    assertThat(OFFLINE.terminate(statement)).startsWith(statement);
  }

  @Test
  void theGuardOfAnEmptyDatabaseTakesAMissingTable() {
    assertThat(OFFLINE.guard(QualifiedName.of("ANABRANCH_VERSION"), List.of(), "It's not at base."))
        .containsExactly(
            """
            DECLARE
              FOUND NUMBER;
            BEGIN
              EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM "ANABRANCH_VERSION"' INTO FOUND;
              IF FOUND <> 0 THEN
                RAISE_APPLICATION_ERROR((-20000), 'It''s not at base.');
              END IF;
            EXCEPTION
              WHEN OTHERS THEN
                IF SQLCODE <> (-942) THEN
                  RAISE;
                END IF;
            END;""");
  }

  @Test
  void theGuardOfOtherRowsCountsThem() {
    assertThat(
            OFFLINE.guard(
                QualifiedName.of("ANABRANCH_VERSION"), List.of("a1", "b'2"), "Elsewhere."))
        .containsExactly(
            """
            DECLARE
              FOUND NUMBER;
            BEGIN
              SELECT CASE WHEN (SELECT COUNT(*) FROM "ANABRANCH_VERSION") <> 2 OR (SELECT COUNT(*) FROM "ANABRANCH_VERSION" WHERE "VERSION_NUM" IN ('a1', 'b''2')) <> 2 THEN 1 ELSE 0 END INTO FOUND FROM DUAL;
              IF FOUND <> 0 THEN
                RAISE_APPLICATION_ERROR((-20000), 'Elsewhere.');
              END IF;
            END;""");
  }
}
