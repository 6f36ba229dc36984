package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.MigrationLock;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.engine.MigrationListener;
import dev.anabranch.history.StateTableNames;
import dev.anabranch.revision.MigrationStep;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What is declared works, and what is not declared does not. */
public abstract class CapabilityContract extends DialectContract {

  /** For the classes of the products. */
  protected CapabilityContract() {}

  @Test
  void tablesAreRolledBackWhereThatIsDeclared() throws SQLException {
    try (Connection connection = database().connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("CREATE TABLE t (id INTEGER)");
      connection.rollback();
    }

    assertThat(has("t")).isNotEqualTo(dialect().has(Capability.TRANSACTIONAL_DDL));
  }

  @Test
  void whatTheServerCommitsByItselfIsKnown() throws SQLException {
    Dialect dialect = dialect();
    database().execute("CREATE TABLE t (id INTEGER)");
    for (String sql :
        new String[] {
          "INSERT INTO t VALUES (1)",
          "UPDATE t SET id = 2",
          "DELETE FROM t WHERE id = 3",
          "SELECT * FROM t",
          "CREATE TABLE other (id INTEGER)",
          product().addNote("t"),
          "DROP TABLE other"
        }) {
      database().execute("DELETE FROM t");
      try (Connection connection = database().connect();
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("INSERT INTO t (id) VALUES (7)");
        statement.execute(sql.startsWith("DROP") && !has("other") ? "SELECT * FROM t" : sql);
        connection.rollback();
      }
      boolean committed = !query("SELECT id FROM t").isEmpty();
      // To call a statement committing that is not costs a transaction; the other way costs rows.
      assertThat(dialect.commitsImplicitly(sql) || !committed).as(sql).isTrue();
    }
    assertThat(dialect.commitsImplicitly("INSERT INTO t VALUES (1)")).isFalse();
    assertThat(dialect.commitsImplicitly("CREATE TABLE x (id INTEGER)"))
        .isNotEqualTo(dialect.has(Capability.TRANSACTIONAL_DDL));
  }

  @Test
  void theHolderOfTheLockIsToldWhereThatIsDeclared() throws SQLException {
    Dialect dialect = dialect();
    QualifiedName table =
        StateTableNames.of(StateTableNames.DEFAULT_VERSION_TABLE, dialect.stateTables()).version();
    try (Connection one = database().connect();
        Connection two = database().connect();
        MigrationLock other = dialect.lock(two, table)) {
      try (MigrationLock held = dialect.lock(one, table)) {
        assertThat(held.tryAcquire()).isTrue();
        assertThat(held.tryAcquire()).as("again by the same session").isTrue();
        assertThat(held.isHeld()).isTrue();
        assertThat(other.tryAcquire()).isFalse();
        assertThat(other.isHeld()).isFalse();

        assertThat(other.holder().isPresent()).isEqualTo(dialect.has(Capability.LOCK_HOLDER));
      }
      assertThat(other.tryAcquire()).isTrue();
      assertThat(other.isHeld()).isTrue();
    }
  }

  @Test
  void statementsThatMustRunOutsideAreDeclared() {
    assertThat(product().outsideTransaction("a1").isEmpty())
        .isNotEqualTo(dialect().has(Capability.STATEMENTS_OUTSIDE_TRANSACTION));
  }

  @Test
  void aStatementThatMustRunOutsideIsRefusedInsideWithTheWayOut() {
    writeTable("a1");
    for (String sql : product().outsideTransaction("a1")) {
      revisions().revision("b1", "a1").upgrade(sql).downgrade().write();

      MigrationFailedException failure =
          catchThrowableOfType(MigrationFailedException.class, () -> anabranch().upgrade("heads"));

      assertThat(failure.hint()).get().asString().contains("@transaction off");
      assertThat(provider().errors().classify(serverErrorOf(failure)))
          .isEqualTo(ServerFault.NOT_IN_TRANSACTION);
    }
  }

  @Test
  void aStatementThatMustRunOutsideNeverWaitsForTheLock() {
    writeTable("a1");
    int number = 0;
    for (String sql : product().outsideTransaction("a1")) {
      revisions()
          .revision("b" + number, number == 0 ? "a1" : "b" + (number - 1))
          .upgradeOutsideTransaction(sql)
          .downgrade()
          .write();
      number++;
    }
    MigrationListener waiting =
        new MigrationListener() {
          @Override
          public void stepStarted(MigrationStep step, int count, int total) {
            // A second run polls for the lock while the statement runs.
            Background.start(() -> anabranch().upgrade("heads"));
          }
        };

    builder().listener(waiting).build().upgrade("heads");

    assertThat(rows()).containsExactly(number == 0 ? "a1" : "b" + (number - 1));
  }
}
