package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.dialect.Capability;
import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.engine.PlanException;
import dev.anabranch.engine.TransactionScope;
import dev.anabranch.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left when a statement fails, by transaction scope. */
public abstract class TransactionContract extends DialectContract {

  /** For the classes of the products. */
  protected TransactionContract() {}

  @Test
  void aRevisionOfDataAloneIsRolledBackWhollyOnEveryProduct() {
    writeTable("a1");
    writeFailingData();

    MigrationFailedException failure = failureOf(() -> anabranch().upgrade("heads"));

    assertThat(failure.code()).isEqualTo(ErrorCode.MIGRATION_FAILED);
    assertThat(failure)
        .hasMessageContaining("Cannot upgrade to b1: statement 2 of 3")
        .hasMessageContaining("The revision was rolled back.")
        .hasMessageContaining("The revision a1 of this run is done and stays.");
    assertThat(failure.finished()).containsExactly("a1");
    assertThat(failure.statement()).get().extracting("number").isEqualTo(2);
    assertThat(failure.statement().orElseThrow().location().line()).isEqualTo(6);
    assertThat(failure.statement().orElseThrow().sqlState()).hasSize(5);
    assertThat(count("a1")).hasValue(0);
    assertThat(rows()).containsExactly("a1");
    assertThat(history()).last().isEqualTo("upgrade b1 failed 0 of 3");
  }

  @Test
  void theSameCommandGoesOnAfterTheFileIsMended() {
    writeTable("a1");
    writeFailingData();
    failureOf(() -> anabranch().upgrade("heads"));
    revisions().edit("b1", "nowhere", "a1");

    anabranch().upgrade("heads");

    assertThat(count("a1")).hasValue(3);
    assertThat(rows()).containsExactly("b1");
  }

  @Test
  void whatCreatesTablesIsRolledBackWhereTheServerCan() {
    revisions()
        .revision("a1")
        .upgrade("CREATE TABLE one (id INTEGER)", "INSERT INTO nowhere VALUES (1)")
        .downgrade("DROP TABLE one")
        .write();

    MigrationFailedException failure = failureOf(() -> anabranch().upgrade("heads"));

    boolean rolledBack = dialect().has(Capability.TRANSACTIONAL_DDL);
    assertThat(has("one")).isNotEqualTo(rolledBack);
    assertThat(failure.code())
        .isEqualTo(rolledBack ? ErrorCode.MIGRATION_FAILED : ErrorCode.MIGRATION_FAILED_HALF_WAY);
    assertThat(rows()).isEmpty();
    assertThat(history())
        .last()
        .isEqualTo(rolledBack ? "upgrade a1 failed 0 of 2" : "upgrade a1 stopped 1 of 2");
    assertThat(anabranch().current().unfinished().isPresent()).isNotEqualTo(rolledBack);
  }

  @Test
  void aDowngradeIsRolledBackTheSameWay() {
    writeTable("a1");
    revisions()
        .revision("b1", "a1")
        .upgrade("INSERT INTO a1 VALUES (1, 'x')")
        .downgrade("DELETE FROM a1", "DELETE FROM nowhere")
        .write();
    anabranch().upgrade("heads");

    MigrationFailedException failure = failureOf(() -> anabranch().downgrade("a1"));

    assertThat(failure).hasMessageContaining("Cannot downgrade b1: statement 2 of 2");
    assertThat(count("a1")).hasValue(1);
    assertThat(rows()).containsExactly("b1");
    assertThat(history()).last().isEqualTo("downgrade b1 failed 0 of 2");
  }

  @Test
  void allInOneTransactionLeavesNothingOfEarlierRevisions() {
    writeTable("a1");
    anabranch().upgrade("a1");
    revisions()
        .revision("b0", "a1")
        .upgrade("INSERT INTO a1 VALUES (9, 'first')")
        .downgrade("DELETE FROM a1")
        .write();
    writeFailingData("b0");

    MigrationFailedException failure =
        failureOf(() -> builder().transactionScope(TransactionScope.ALL).build().upgrade("heads"));

    assertThat(failure.finished()).isEmpty();
    assertThat(failure).hasMessageContaining("All 2 revisions of this run were rolled back");
    assertThat(count("a1")).hasValue(0);
    assertThat(rows()).containsExactly("a1");
    assertThat(history()).last().isEqualTo("upgrade b1 failed 0 of 3");
  }

  @Test
  void allInOneTransactionCommitsOnceAtTheEnd() {
    writeTable("a1");
    anabranch().upgrade("a1");
    revisions()
        .revision("b1", "a1")
        .upgrade("INSERT INTO a1 VALUES (1, 'x')")
        .downgrade("DELETE FROM a1")
        .write();
    revisions()
        .revision("c1", "b1")
        .upgrade("INSERT INTO a1 VALUES (2, 'y')")
        .downgrade("DELETE FROM a1")
        .write();

    builder().transactionScope(TransactionScope.ALL).build().upgrade("heads");
    assertThat(count("a1")).hasValue(2);
    assertThat(rows()).containsExactly("c1");

    builder().transactionScope(TransactionScope.ALL).build().downgrade("a1");
    assertThat(count("a1")).hasValue(0);
    assertThat(rows()).containsExactly("a1");
  }

  @Test
  void allInOneTransactionIsRefusedWhereTheServerCommitsByItself() {
    writeTable("a1");
    writeTable("b1", "a1");
    var all = builder().transactionScope(TransactionScope.ALL).build();

    if (dialect().has(Capability.TRANSACTIONAL_DDL)) {
      all.upgrade("heads");
      assertThat(rows()).containsExactly("b1");
    } else {
      assertThatThrownBy(() -> all.upgrade("heads"))
          .isInstanceOf(PlanException.class)
          .extracting("code")
          .isEqualTo(ErrorCode.TRANSACTION_IMPOSSIBLE);
      assertThat(has("a1")).isFalse();
    }
  }

  @Test
  void allInOneTransactionIsRefusedForASectionThatAsksToRunOutside() {
    revisions()
        .revision("a1")
        .upgradeOutsideTransaction("CREATE TABLE a1 (id INTEGER)")
        .downgrade("DROP TABLE a1")
        .write();

    assertThatThrownBy(
            () -> builder().transactionScope(TransactionScope.ALL).build().upgrade("heads"))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("a1 asks to run outside a transaction");
  }

  @Test
  void withoutTransactionsEveryStatementStays() {
    writeTable("a1");
    writeFailingData();

    MigrationFailedException failure =
        failureOf(() -> builder().transactionScope(TransactionScope.NONE).build().upgrade("heads"));

    assertThat(failure.code()).isEqualTo(ErrorCode.MIGRATION_FAILED_HALF_WAY);
    assertThat(failure).hasMessageContaining("statement 1 stays done");
    assertThat(count("a1")).hasValue(1);
    assertThat(rows()).containsExactly("a1");
    assertThat(history()).last().isEqualTo("upgrade b1 stopped 1 of 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BEGIN", "COMMIT", "commit work", "ROLLBACK"})
  void aTransactionOfTheAuthorsIsRefusedBeforeAnythingRuns(String control) {
    writeTable("a1");
    revisions()
        .revision("b1", "a1")
        .upgrade("INSERT INTO a1 VALUES (1, 'x')", control)
        .downgrade("DELETE FROM a1")
        .write();

    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("statement 2 (revisions/b1_test.sql:6) begins or ends a transaction")
        .extracting("code")
        .isEqualTo(ErrorCode.TRANSACTION_IMPOSSIBLE);
    assertThat(has("a1")).isFalse();
  }

  @Test
  void savepointsAreTheAuthorsOwn() {
    writeTable("a1");
    revisions()
        .revision("b1", "a1")
        .upgrade(
            "INSERT INTO a1 VALUES (1, 'x')",
            "SAVEPOINT here",
            "INSERT INTO a1 VALUES (2, 'y')",
            "ROLLBACK TO SAVEPOINT here")
        .downgrade("DELETE FROM a1")
        .write();

    anabranch().upgrade("heads");

    assertThat(query("SELECT id FROM a1")).containsExactly("1");
    assertThat(rows()).containsExactly("b1");
  }

  @Test
  void aFirstStatementThatFailsOutsideATransactionLeavesNothingUnfinished() {
    revisions()
        .revision("a1")
        .upgradeOutsideTransaction("INSERT INTO nowhere VALUES (1)")
        .downgrade("DROP TABLE a1")
        .write();

    MigrationFailedException failure = failureOf(() -> anabranch().upgrade("heads"));

    assertThat(failure.code()).isEqualTo(ErrorCode.MIGRATION_FAILED);
    assertThat(failure).hasMessageContaining("No statement of it is done.");
    assertThat(anabranch().current().unfinished()).isEmpty();
  }

  private void writeFailingData() {
    writeFailingData("a1");
  }

  private void writeFailingData(String parent) {
    revisions()
        .revision("b1", parent)
        .upgrade(
            "INSERT INTO a1 VALUES (1, 'x')",
            "INSERT INTO nowhere VALUES (2, 'y')",
            "INSERT INTO a1 VALUES (3, 'z')")
        .downgrade("DELETE FROM a1")
        .write();
  }

  private static MigrationFailedException failureOf(Runnable run) {
    return catchThrowableOfType(MigrationFailedException.class, run::run);
  }
}
