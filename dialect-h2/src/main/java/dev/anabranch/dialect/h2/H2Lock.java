package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.MigrationLock;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.dialect.StateTables;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
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
  private boolean prepared;
  private boolean acquired;

  H2Lock(Connection connection, StateTables tables, QualifiedName versionTable) {
    this.connection = connection;
    this.tables = tables;
    this.lockTable =
        versionTable.sibling(
            Identifier.of(versionTable.name().value() + tables.fold("_lock").value()));
  }

  @Override
  public boolean tryAcquire() throws SQLException {
    if (acquired) {
      return true;
    }
    try {
      if (!prepared) {
        execute(createTable());
        execute(insertRow());
        prepared = true;
      }
      connection.setAutoCommit(false);
      execute(selectRow());
      acquired = true;
    } catch (SQLException e) {
      if (H2Errors.INSTANCE.classify(e) != ServerFault.LOCK_TIMEOUT) {
        throw e;
      }
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return acquired;
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

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String createTable() {
    return tables
        .writer()
        .keyword("CREATE TABLE IF NOT EXISTS")
        .name(lockTable)
        .parentheses(w -> w.name(id()).keyword("INTEGER NOT NULL PRIMARY KEY"))
        .toSql();
  }

  // Not MERGE: that would wait for the row while another run holds it.
  private String insertRow() {
    return tables
        .writer()
        .keyword("INSERT INTO")
        .name(lockTable)
        .keyword("SELECT")
        .number(1)
        .keyword("WHERE NOT EXISTS")
        .parentheses(w -> w.keyword("SELECT").number(1).keyword("FROM").name(lockTable))
        .toSql();
  }

  private String selectRow() {
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
