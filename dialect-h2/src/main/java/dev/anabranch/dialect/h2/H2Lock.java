package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.MigrationLock;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.dialect.StateTables;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A row of a lock table, held by {@code SELECT ... FOR UPDATE NOWAIT} in an open transaction.
 *
 * <p>The row goes free with the session that locks it. A locked row does not hinder DDL on other
 * tables. H2 does not say who holds a row (checked on 2.2 and 2.4).
 */
final class H2Lock implements MigrationLock {

  private final Connection connection;
  private final StateTables tables;
  private final QualifiedName lockTable;
  private boolean acquired;

  H2Lock(Connection connection, StateTables tables, QualifiedName versionTable) {
    this.connection = connection;
    this.tables = tables;
    this.lockTable = table(tables, versionTable);
  }

  /** Returns the name of the lock table that goes with a version table. */
  static QualifiedName table(StateTables tables, QualifiedName versionTable) {
    return versionTable.sibling(
        Identifier.of(versionTable.name().value() + tables.fold("_lock").value()));
  }

  @Override
  public boolean tryAcquire() throws SQLException {
    if (!acquired) {
      try {
        acquired = selectExistingRow() || (createRow() && selectRow());
      } catch (SQLException e) {
        if (H2Errors.INSTANCE.classify(e) != ServerFault.LOCK_TIMEOUT) {
          throw e;
        }
      }
    }
    return acquired;
  }

  // The row is read before anything is created: a user who may create nothing can lock it.
  private boolean selectExistingRow() throws SQLException {
    try {
      return selectRow();
    } catch (SQLException e) {
      if (H2Errors.INSTANCE.classify(e) != ServerFault.MISSING_OBJECT) {
        throw e;
      }
      createTable();
      return false;
    }
  }

  @Override
  public boolean isHeld() throws SQLException {
    return acquired && connection.isValid(0);
  }

  @Override
  public Optional<String> holder() {
    return Optional.empty();
  }

  @Override
  public void close() throws SQLException {
    if (acquired) {
      acquired = false;
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private boolean selectRow() throws SQLException {
    String sql =
        tables
            .writer()
            .keyword("SELECT")
            .name(id())
            .keyword("FROM")
            .name(lockTable)
            .keyword("FOR UPDATE NOWAIT")
            .toSql();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (row.next()) {
        return true;
      }
      endTransaction();
      return false;
    } catch (SQLException e) {
      endTransaction();
      throw e;
    }
  }

  private void endTransaction() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  private void createTable() throws SQLException {
    execute(
        tables
            .writer()
            .keyword("CREATE TABLE IF NOT EXISTS")
            .name(lockTable)
            .parentheses(w -> w.name(id()).keyword("INTEGER NOT NULL PRIMARY KEY"))
            .toSql());
  }

  /** Inserts the row; another run may do so at the same moment, and it is the same row. */
  private boolean createRow() throws SQLException {
    try {
      execute(
          tables
              .writer()
              .keyword("INSERT INTO")
              .name(lockTable)
              .keyword("VALUES")
              .parentheses(w -> w.number(1))
              .toSql());
    } catch (SQLException e) {
      if (H2Errors.INSTANCE.classify(e) != ServerFault.CONSTRAINT_VIOLATION) {
        throw e;
      }
    }
    return true;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Identifier id() {
    return tables.fold("id");
  }
}
