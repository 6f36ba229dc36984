package dev.anabranch.history;

import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerFault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads the heads of a database. */
public final class VersionTable {

  private final StateStatements statements;
  private final ServerErrors errors;

  /**
   * Creates the reader of a version table.
   *
   * @param statements the texts
   * @param errors tells a missing table from other failures
   */
  public VersionTable(StateStatements statements, ServerErrors errors) {
    this.statements = statements;
    this.errors = errors;
  }

  /**
   * Reads the rows in one round trip.
   *
   * @param connection a connection in auto-commit mode, as a missing table would break a
   *     transaction
   * @return the rows, sorted; empty if there is no such table
   * @throws SQLException if the server refuses for another reason than a missing table
   */
  public Optional<List<String>> rows(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(statements.selectRows())) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      Collections.sort(rows);
      return Optional.of(List.copyOf(rows));
    } catch (SQLException e) {
      if (errors.classify(e) == ServerFault.MISSING_OBJECT) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
