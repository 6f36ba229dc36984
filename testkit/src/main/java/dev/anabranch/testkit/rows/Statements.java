package dev.anabranch.testkit.rows;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.operation.Operation;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs statements each of which the server may refuse without harm to those before it. */
final class Statements {

  /** Errors after which another try is in vain. */
  private static final Set<ServerFault> FATAL =
      EnumSet.of(
          ServerFault.CONNECTION_LOST,
          ServerFault.CANCELLED,
          ServerFault.LOCK_TIMEOUT,
          ServerFault.UNREACHABLE);

  private final Connection connection;
  private final Dialect dialect;

  Statements(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /**
   * Runs operations, all or none of them.
   *
   * @return why they were refused; empty if they were not
   * @throws SQLException if it is not about the values
   */
  Optional<String> attempt(List<? extends Operation> operations) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (Operation operation : operations) {
      dialect.ddl().compile(operation).stream().map(DdlStatement::sql).forEach(texts::add);
    }
    Savepoint before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      if (texts.size() == 1) {
        statement.execute(texts.get(0));
      } else {
        for (String text : texts) {
          statement.addBatch(text);
        }
        statement.executeBatch();
      }
    } catch (SQLException e) {
      SQLException error = told(e);
      if (FATAL.contains(dialect.errors().classify(error))) {
        throw e;
      }
      connection.rollback(before);
      return Optional.of(dialect.errors().describe(error));
    }
    release(before);
    return Optional.empty();
  }

  // A batch says only that it failed, and the server's error stands behind it.
  private static SQLException told(SQLException error) {
    SQLException next = error.getNextException();
    return error instanceof BatchUpdateException && next != null ? next : error;
  }

  // Oracle has no way to release one.
  private void release(Savepoint savepoint) throws SQLException {
    try {
      connection.releaseSavepoint(savepoint);
    } catch (SQLFeatureNotSupportedException e) {
      return;
    }
  }
}
