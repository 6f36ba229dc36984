package dev.anabranch.dialect.oracle.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.MigrationLock;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The row lock, on sessions of H2, which lets go of a row as Oracle does: with every DDL. */
@RequiresServer("oracleonh2")
class OracleLockTest {

  private static final QualifiedName TABLE = QualifiedName.of("ANABRANCH_VERSION");

  private static MigrationLock lock(Connection connection) {
    Dialect dialect = new OracleOnH2Provider().offline(OracleOnH2Provider.PRODUCT);
    return dialect.lock(connection, TABLE);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void ddlOfTheRunLeavesTheLockOfTheOtherSession(TestDatabase database) throws SQLException {
    try (Connection run = database.connect();
        Connection one = database.connect();
        Connection two = database.connect();
        MigrationLock held = lock(one);
        MigrationLock other = lock(two)) {
      assertThat(held.tryAcquire()).isTrue();
      run.setAutoCommit(false);
      execute(run, "CREATE TABLE a (b NUMBER)");
      execute(run, "INSERT INTO a VALUES (1)");
      execute(run, "DROP TABLE a");
      run.commit();

      assertThat(other.tryAcquire()).isFalse();
      assertThat(held.isHeld()).isTrue();
    }
  }

  /** Why the lock has a session of its own. */
  @Test
  void ddlOfTheSameSessionWouldLetGoOfTheLock(TestDatabase database) throws SQLException {
    try (Connection one = database.connect();
        Connection two = database.connect();
        MigrationLock held = lock(one);
        MigrationLock other = lock(two)) {
      assertThat(held.tryAcquire()).isTrue();
      execute(one, "CREATE TABLE a (b NUMBER)");

      assertThat(other.tryAcquire()).isTrue();
      assertThat(held.isHeld()).isFalse();
    }
  }

  @Test
  void theLockGoesWithItsSession(TestDatabase database) throws SQLException {
    try (Connection two = database.connect();
        MigrationLock other = lock(two)) {
      Connection one = database.connect();
      assertThat(lock(one).tryAcquire()).isTrue();
      assertThat(other.tryAcquire()).isFalse();
      one.close();

      assertThat(other.tryAcquire()).isTrue();
    }
  }

  @Test
  void theTableIsCreatedOnceAndKept(TestDatabase database) throws SQLException {
    for (int i = 0; i < 2; i++) {
      try (Connection connection = database.connect();
          MigrationLock lock = lock(connection)) {
        assertThat(lock.tryAcquire()).isTrue();
      }
    }
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT COUNT(*) FROM ANABRANCH_VERSION_LOCK")) {
      row.next();
      assertThat(row.getInt(1)).isEqualTo(1);
    }
  }
}
