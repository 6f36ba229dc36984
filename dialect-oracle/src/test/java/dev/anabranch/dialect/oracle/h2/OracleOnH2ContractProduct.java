package dev.anabranch.dialect.oracle.h2;

import dev.anabranch.testkit.contract.ContractProduct;
import dev.anabranch.testkit.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the contract has to know of H2, whatever it plays. */
public final class OracleOnH2ContractProduct implements ContractProduct {

  /** Called by the service loader. */
  public OracleOnH2ContractProduct() {}

  @Override
  public String name() {
    return OracleOnH2Provider.PRODUCT;
  }

  @Override
  public String slowQuery(String marker) {
    return "SELECT SUM(a.x * b.x) AS "
        + marker
        + " FROM SYSTEM_RANGE(1, 1000000) a, SYSTEM_RANGE(1, 1000000) b";
  }

  @Override
  public boolean isRunning(TestDatabase database, String marker) {
    try (Connection connection = database.connect();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID <> SESSION_ID()"
                    + " AND EXECUTING_STATEMENT LIKE ?")) {
      query.setString(1, "%" + marker + "%");
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public int endSessions(TestDatabase database) {
    try (Connection connection = database.connect();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT SESSION_ID FROM INFORMATION_SCHEMA.SESSIONS"
                    + " WHERE SESSION_ID <> SESSION_ID()");
        PreparedStatement abort = connection.prepareStatement("SELECT ABORT_SESSION(?)")) {
      List<Integer> sessions = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          sessions.add(row.getInt(1));
        }
      }
      for (int session : sessions) {
        abort.setInt(1, session);
        abort.executeQuery().close();
      }
      return sessions.size();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public List<String> outsideTransaction(String table) {
    return List.of();
  }

  @Override
  public String catalogQuery() {
    throw new UnsupportedOperationException("scripts are for SQL*Plus, which H2 cannot play");
  }

  @Override
  public ClientRun runScript(TestDatabase database, Path script) {
    throw new UnsupportedOperationException("scripts are for SQL*Plus, which H2 cannot play");
  }
}
