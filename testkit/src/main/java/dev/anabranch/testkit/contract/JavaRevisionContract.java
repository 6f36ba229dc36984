package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.dialect.Capability;
import dev.anabranch.engine.MigrationException;
import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.engine.MigrationListener;
import dev.anabranch.engine.PlanException;
import dev.anabranch.engine.RevisionBodyException;
import dev.anabranch.engine.TransactionScope;
import dev.anabranch.engine.UnfinishedMigrationException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.MigrationStep;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.testkit.contract.ContractProduct.ClientRun;
import dev.anabranch.testkit.server.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Revisions in Java run as those in SQL do: planned, journaled, resumed, taken back, in a script.
 */
public abstract class JavaRevisionContract extends DialectContract {

  private static final String UPGRADE = "@Override public void upgrade(Operations op) { %s }\n";
  private static final String DOWNGRADE = "@Override public void downgrade(Operations op) { %s }\n";
  private static final String CREATE_A1 =
      "op.createTable(\"a1\", column(\"id\", integer()).primaryKey(), column(\"note\","
          + " varchar(20)));";

  /** For the classes of the products. */
  protected JavaRevisionContract() {}

  private void write(String id, String parent, String upgrade, String downgrade) {
    revisions()
        .java(
            id,
            parent.isEmpty() ? "" : "revises = \"" + parent + "\"",
            UPGRADE.formatted(upgrade) + DOWNGRADE.formatted(downgrade));
  }

  @BeforeEach
  void writeTheTable() {
    write("a1", "", CREATE_A1, "op.dropTable(\"a1\");");
  }

  @Test
  void goUpAndDownBesideThoseInSql() {
    revisions()
        .revision("b1", "a1")
        .upgrade("INSERT INTO a1 (id, note) VALUES (1, 'sql')")
        .downgrade("DELETE FROM a1 WHERE id = 1")
        .write();
    write(
        "c1",
        "b1",
        "op.insertInto(\"a1\", \"id\", \"note\").row(2, \"it's java\").insert();",
        "op.delete(\"a1\", Condition.equal(\"id\", 2));");

    anabranch().upgrade("heads");
    assertThat(query("SELECT note FROM a1 ORDER BY id")).containsExactly("sql", "it's java");

    anabranch().downgrade("b1");
    assertThat(count("a1")).hasValue(1);
    anabranch().downgrade("base");
    assertThat(has("a1")).isFalse();
    assertThat(history()).startsWith(firstLine());
  }

  private String firstLine() {
    return dialect().has(Capability.TRANSACTIONAL_DDL)
        ? "upgrade a1 done 1 of 1"
        : "upgrade a1 started 0 of 1";
  }

  @Test
  void tellWhatFailedByOperationAndLine() {
    write("b1", "a1", "\nop.dropColumn(\"a1\", \"nowhere\");\n", "");

    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(MigrationFailedException.class)
        .hasMessageStartingWith("Cannot upgrade to b1: statement 1 of 1 (revisions")
        .hasMessageContaining("b1_test.java:12, drop column a1.nowhere) failed");
    assertThat(rows()).containsExactly("a1");
  }

  @Test
  void seeWhatTheyHaveDoneWhenTheyAsk() {
    write(
        "b1",
        "a1",
        """
        op.insertInto("a1", "id", "note").row(1, "one").row(2, "two").insert();
        for (Row row : op.query("SELECT id, note FROM a1 WHERE id > ? ORDER BY id", 0)) {
          op.update("a1", Map.of("note", row.text("note").orElseThrow() + "!"),
              Condition.equal("id", row.number("id").orElseThrow()));
        }
        """,
        "op.delete(\"a1\", Condition.allRows());");

    List<String> asking = new ArrayList<>();
    builder().listener(asking(asking)).build().planUpgrade("heads");
    anabranch().upgrade("heads");

    assertThat(asking).containsExactly("b1");
    assertThat(query("SELECT note FROM a1 ORDER BY id")).containsExactly("one!", "two!");
    assertThat(rows()).containsExactly("b1");
    assertThat(history()).last().isEqualTo("upgrade b1 done 3 of 3");
  }

  private static MigrationListener asking(List<String> ids) {
    return new MigrationListener() {
      @Override
      public void asksDatabase(MigrationStep step) {
        ids.add(step.revision().id());
      }
    };
  }

  @Test
  void haveTheConnectionOfTheRun() {
    write(
        "b1",
        "a1",
        """
        op.insertInto("a1", "id").row(1).insert();
        try (var statement = op.connection().createStatement()) {
          statement.executeUpdate("UPDATE a1 SET note = 'seen' WHERE id = 1");
        } catch (java.sql.SQLException e) {
          throw new IllegalStateException(e);
        }
        """,
        "");

    anabranch().upgrade("heads");

    assertThat(query("SELECT note FROM a1")).containsExactly("seen");
  }

  @Test
  void thatAskCannotBePutIntoAScript() {
    write("b1", "a1", "op.query(\"SELECT 1 FROM a1\");", "");

    assertThatThrownBy(() -> anabranch().upgradeScript("heads", new StringBuilder()))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("b1 asks the database")
        .extracting("code")
        .isEqualTo(ErrorCode.NO_LIVE_DATABASE);
  }

  @Test
  void thatThrowNameFileAndLine() {
    write("b1", "a1", "\n\nthrow new IllegalStateException(\"on purpose\");\n", "");

    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(RevisionBodyException.class)
        .hasMessageContaining("b1_test.java:13): its code threw java.lang.IllegalStateException:")
        .hasMessageEndingWith("on purpose");
    assertThat(anabranch().current().rows()).isEmpty();
  }

  @Test
  void thatThrowBehindAQueryAreRolledBackOrCanBeResumed() {
    write(
        "b1",
        "a1",
        """
        op.insertInto("a1", "id").row(1).insert();
        op.query("SELECT id FROM a1");
        throw new IllegalStateException("on purpose");
        """,
        "");

    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("on purpose");

    assertThat(rows()).containsExactly("a1");
    if (dialect().has(Capability.TRANSACTIONAL_DDL)) {
      assertThat(count("a1")).hasValue(0);
      return;
    }
    assertThat(count("a1")).hasValue(1);
    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(UnfinishedMigrationException.class)
        .hasMessageContaining("it asks the database what to do");
    write(
        "b1",
        "a1",
        "op.insertInto(\"a1\", \"id\").row(1).insert(); op.query(\"SELECT id FROM a1\");"
            + " op.insertInto(\"a1\", \"id\").row(2).insert();",
        "");
    anabranch().resume(OptionalInt.of(2));
    assertThat(count("a1")).hasValue(2);
    assertThat(rows()).containsExactly("b1");
  }

  @Test
  void failedStatementsCannotBeSwallowedByTheAuthor() {
    write(
        "b1",
        "a1",
        """
        op.execute("INSERT INTO nowhere VALUES (1)");
        try {
          op.query("SELECT id FROM a1");
        } catch (RuntimeException e) {
          // An author may think that nothing happened.
        }
        """,
        "");

    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(MigrationFailedException.class)
        .hasMessageContaining("execute INSERT INTO nowhere VALUES (1)");
    assertThat(rows()).containsExactly("a1");
  }

  @Test
  void leftHalfWayGoOnBehindWhatIsDone() {
    if (dialect().has(Capability.TRANSACTIONAL_DDL)) {
      return;
    }
    write(
        "b1",
        "a1",
        "op.addColumn(\"a1\", column(\"c1\", integer()));"
            + " op.addColumn(\"a1\", column(\"c1\", integer()));",
        "op.dropColumn(\"a1\", \"c1\");");
    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(MigrationFailedException.class)
        .hasMessageContaining("statement 1 stays done");

    write(
        "b1",
        "a1",
        "op.addColumn(\"a1\", column(\"c1\", integer()));"
            + " op.addColumn(\"a1\", column(\"c2\", integer()));",
        "op.dropColumn(\"a1\", \"c1\"); op.dropColumn(\"a1\", \"c2\");");
    anabranch().upgrade("heads");

    assertThat(rows()).containsExactly("b1");
    assertThat(query("SELECT c1 FROM a1 WHERE c2 IS NULL")).isEmpty();
  }

  @Test
  void scriptsEndWhereAnOnlineRunEnds(TestDatabase online, TestDatabase offline) {
    write(
        "b1",
        "a1",
        """
        op.createTable("b1", column("id", bigint()).identity().primaryKey(),
            column("a", integer()).references("a1", "id"),
            column("text", varchar(40)).defaultValue("it's; -- a default"), index("text"));
        op.alterColumn("b1", "text", notNull());
        op.insertInto("a1", "id", "note").row(1, "a;b'c").insert();
        """,
        "op.dropTable(\"b1\"); op.delete(\"a1\", Condition.allRows());");

    anabranch().upgrade("heads");
    ClientRun run = runScript(offline);

    assertThat(run.succeeded()).as(run.output()).isTrue();
    assertThat(inspect(offline)).isEqualTo(inspect(online));
  }

  private DatabaseSchema inspect(TestDatabase database) {
    return builder()
        .url(database.url())
        .user(database.user())
        .password(database.password())
        .build()
        .inspect();
  }

  private ClientRun runScript(TestDatabase database) {
    try {
      Path script = revisions().project().resolve("script.sql");
      StringBuilder text = new StringBuilder();
      builder().dialect(product().name()).build().upgradeScript("heads", text);
      Files.writeString(script, text);
      return product().runScript(database, script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shareTheTransactionOfTheWholeRunWhereThereIsOne() {
    write("b1", "a1", "op.insertInto(\"a1\", \"id\").row(1).insert();", "");
    if (dialect().has(Capability.TRANSACTIONAL_DDL)) {
      builder().transactionScope(TransactionScope.ALL).build().upgrade("heads");
      assertThat(rows()).containsExactly("b1");
    } else {
      assertThatThrownBy(
              () -> builder().transactionScope(TransactionScope.ALL).build().upgrade("heads"))
          .isInstanceOf(PlanException.class)
          .hasMessageContaining("commits by itself");
    }
  }

  @Test
  void areRefusedByThePlanWhenTheirOperationCannotBeReversed() {
    revisions()
        .java(
            "b1",
            "revises = \"a1\"",
            """
            @Override public void upgrade(Operations op) { change(op); }
            @Override public void downgrade(Operations op) { op.reverse(this::change); }
            void change(Operations op) {
              op.dropColumn("a1", "note");
            }
            """);
    anabranch().upgrade("heads");

    assertThatThrownBy(() -> anabranch().downgrade("a1"))
        .isInstanceOf(RevisionBodyException.class)
        .hasMessageContaining("Cannot take back \"drop column a1.note\"")
        .extracting("code")
        .isEqualTo(ErrorCode.NO_INVERSE);
    assertThat(rows()).containsExactly("b1");
  }

  @Test
  void areNotTakenBackByAMethodThatRecordsNothing() {
    write("b1", "a1", "op.insertInto(\"a1\", \"id\").row(1).insert();", "");
    write("c1", "b1", "op.insertInto(\"a1\", \"id\").row(2).insert();", "op.nothingToDo();");
    anabranch().upgrade("heads");

    anabranch().downgrade("b1");
    assertThatThrownBy(() -> anabranch().downgrade("a1"))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("records nothing, and upgrade does")
        .extracting("code")
        .isEqualTo(ErrorCode.MISSING_SECTION);
    assertThat(rows()).containsExactly("b1");
  }

  @Test
  void cannotEndTheTransactionOfTheRun() {
    write(
        "b1",
        "a1",
        """
        try {
          op.connection().commit();
        } catch (java.sql.SQLException e) {
          throw new IllegalStateException(e.getMessage());
        }
        """,
        "");
    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .hasMessageContaining("A revision does not call commit");
    assertThat(rows()).containsExactly("a1");
  }

  @Test
  void cannotRollBackBehindAQuery() {
    write("b1", "a1", "op.query(\"SELECT id FROM a1\"); op.execute(\"ROLLBACK\");", "");

    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(RevisionBodyException.class)
        .hasMessageContaining("execute ROLLBACK begins or ends a transaction")
        .extracting("code")
        .isEqualTo(ErrorCode.TRANSACTION_IMPOSSIBLE);
    assertThat(rows()).containsExactly("a1");
  }

  @Test
  void cannotSwallowAnOperationThatIsRefused() {
    write(
        "b1",
        "a1",
        """
        op.dropTable("x".repeat(2000));
        try {
          op.query("SELECT id FROM a1");
        } catch (RuntimeException e) {
          // An author may think that nothing happened.
        }
        """,
        "");

    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(RevisionBodyException.class)
        .extracting("code")
        .isEqualTo(ErrorCode.NAME_TOO_LONG);
    assertThat(rows()).containsExactly("a1");
  }

  @Test
  void thatWorkOnTheConnectionAreNotRunAgainByThemselves() {
    write(
        "b1",
        "a1",
        """
        try (var connection = op.connection(); var statement = connection.createStatement()) {
          statement.executeUpdate("INSERT INTO a1 (id) VALUES (1)");
        } catch (java.sql.SQLException e) {
          throw new IllegalStateException(e);
        }
        throw new AssertionError("on purpose");
        """,
        "");

    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("its code threw java.lang.AssertionError: on purpose");
    if (dialect().has(Capability.TRANSACTIONAL_DDL)) {
      assertThat(count("a1")).hasValue(0);
      return;
    }
    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(UnfinishedMigrationException.class);
    assertThat(count("a1")).hasValue(1);
    write("b1", "a1", "op.query(\"SELECT id FROM a1\");", "");
    assertThatThrownBy(() -> anabranch().resume(OptionalInt.of(100)))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("was to go on behind 99");
    anabranch().resume(OptionalInt.of(1));
    assertThat(rows()).containsExactly("b1");
  }
}
