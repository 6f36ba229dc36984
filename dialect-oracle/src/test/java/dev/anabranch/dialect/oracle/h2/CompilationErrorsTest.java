package dev.anabranch.dialect.oracle.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.engine.MigrationListener;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.MigrationStep;
import dev.anabranch.testkit.contract.DialectContract;
import dev.anabranch.testkit.junit.RequiresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A unit of PL/SQL that the server stores with errors ends the run with these errors. */
@RequiresServer("oracleonh2")
class CompilationErrorsTest extends DialectContract {

  private static final String REVISION =
      """

      -- @upgrade
      CREATE TABLE a1 (id INTEGER);
      CREATE PROCEDURE p IS
      BEGIN
        nowhere;
      END;
      /
      INSERT INTO a1 VALUES (1);
      -- @downgrade
      DROP TABLE a1;
      """;

  @BeforeEach
  void playTheDictionary() {
    database()
        .execute(
            "CREATE ALIAS SYS_CONTEXT FOR '" + OracleFunctions.class.getName() + ".sysContext'");
    database()
        .execute(
            "CREATE TABLE ALL_ERRORS (OWNER VARCHAR2(128), NAME VARCHAR2(128), TYPE VARCHAR2(12),"
                + " SEQUENCE NUMBER, LINE NUMBER, POSITION NUMBER, TEXT VARCHAR2(4000),"
                + " ATTRIBUTE VARCHAR2(9))");
    revisions().revision("a1").with(REVISION).write();
  }

  private void error(String attribute, int sequence, String text) {
    database()
        .execute(
            "INSERT INTO ALL_ERRORS VALUES ('PUBLIC', 'P', 'PROCEDURE', %d, 3, 5, '%s', '%s')"
                .formatted(sequence, text, attribute));
  }

  @Test
  void theFirstErrorIsToldAndNothingBehindTheUnitRuns() {
    error("ERROR", 2, "PL/SQL: Statement ignored");
    error("ERROR", 1, "PLS-00201: identifier ''NOWHERE'' must be declared\nmore");

    MigrationFailedException failure =
        catchThrowableOfType(MigrationFailedException.class, () -> anabranch().upgrade("heads"));

    assertThat(failure.code()).isEqualTo(ErrorCode.MIGRATION_FAILED_HALF_WAY);
    assertThat(failure)
        .hasMessageStartingWith(
            "Cannot upgrade to a1: statement 2 of 3 (revisions/a1_test.sql:5) failed: ORA-24344:"
                + " PROCEDURE P was stored, but has errors and cannot be used (CREATE OR REPLACE"
                + " stores it anew); line 3, column 5: PLS-00201: identifier 'NOWHERE' must be"
                + " declared (SQL state 99999).");
    assertThat(query("SELECT id FROM a1")).isEmpty();
    assertThat(rows()).isEmpty();
  }

  @Test
  void theRunGoesOnWithTheMendedUnit() {
    error("ERROR", 1, "PLS-00201");
    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(MigrationFailedException.class);
    revisions().edit("a1", "CREATE PROCEDURE", "CREATE OR REPLACE PROCEDURE");
    database().execute("DELETE FROM ALL_ERRORS");

    anabranch().resume(OptionalInt.empty());

    assertThat(query("SELECT id FROM a1")).containsExactly("1");
    assertThat(rows()).containsExactly("a1");
  }

  @Test
  void whatIsOnlyAWarningIsToldAndTheRunGoesOn() {
    error("WARNING", 1, "PLW-06009");
    List<String> told = new ArrayList<>();

    builder()
        .listener(
            new MigrationListener() {
              @Override
              public void serverWarning(MigrationStep step, String message) {
                told.add(message);
              }
            })
        .build()
        .upgrade("heads");

    assertThat(told).containsExactly("ORA-17110: Execution completed with warning");
    assertThat(rows()).containsExactly("a1");
  }
}
