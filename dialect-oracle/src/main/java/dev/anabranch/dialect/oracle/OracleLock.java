package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.MigrationLock;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A row of a lock table, held by {@code SELECT ... FOR UPDATE NOWAIT} in an open transaction.
 *
 * <p>Every DDL commits and so lets go of the rows that its session has locked (SQL Language
 * Reference 19c, "Types of SQL Statements"): the lock lives on a connection of its own, which runs
 * none once the row is locked. The row needs no grant, unlike {@code DBMS_LOCK}, and goes free with
 * the session. Who holds it stands in views that ordinary users may not read.
 */
final class OracleLock implements MigrationLock {

  private final Connection connection;
  private final OracleStateTables tables;
  private final QualifiedName lockTable;
  private boolean acquired;

  OracleLock(Connection connection, OracleStateTables tables, QualifiedName versionTable) {
    this.connection = connection;
    this.tables = tables;
    this.lockTable =
        versionTable.sibling(
            Identifier.of(versionTable.name().value() + tables.fold("_lock").value()));
  }

  @Override
  public boolean tryAcquire() throws SQLException {
    if (!acquired) {
      try {
        acquired = selectExistingRow() || (createRow() && selectRow());
      } catch (SQLException e) {
        if (OracleErrors.INSTANCE.classify(e) != ServerFault.LOCK_TIMEOUT) {
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
      if (OracleErrors.INSTANCE.classify(e) != ServerFault.MISSING_OBJECT) {
        throw e;
      }
      execute(createTable());
      return false;
    }
  }

  /**
   * Locks the row once more: it is this transaction's own unless the session was replaced by a new
   * one behind the connection, as failover does.
   */
  @Override
  public boolean isHeld() throws SQLException {
    if (!acquired) {
      return false;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(select())) {
      return row.next();
    } catch (SQLException e) {
      ServerFault fault = OracleErrors.INSTANCE.classify(e);
      if (fault == ServerFault.LOCK_TIMEOUT || fault == ServerFault.CONNECTION_LOST) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public Optional<String> holder() {
    return Optional.empty();
  }

  @Override
  public void close() throws SQLException {
    if (acquired) {
      acquired = false;
      endTransaction();
    }
  }

  private boolean selectRow() throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(select())) {
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

  /** Inserts the row; another run may do so at the same moment, and it is the same row. */
  private boolean createRow() throws SQLException {
    try {
      execute(insert());
    } catch (SQLException e) {
      if (OracleErrors.INSTANCE.classify(e) != ServerFault.CONSTRAINT_VIOLATION) {
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

  /** Returns the statement that creates the table if it is not there. */
  String createTable() {
    return tables.create(
        lockTable,
        List.of(
            w -> w.name(id()).call("NUMBER", p -> p.number(1)).keyword("NOT NULL PRIMARY KEY")));
  }

  /** Returns the statement that adds the one row. */
  String insert() {
    return tables
        .writer()
        .keyword("INSERT INTO")
        .name(lockTable)
        .parentheses(w -> w.name(id()))
        .keyword("VALUES")
        .parentheses(w -> w.number(1))
        .toSql();
  }

  /** Returns the query that locks the row. */
  String select() {
    return tables
        .writer()
        .keyword("SELECT")
        .name(id())
        .keyword("FROM")
        .name(lockTable)
        .keyword("FOR UPDATE NOWAIT")
        .toSql();
  }

  private Identifier id() {
    return tables.fold("id");
  }
}
