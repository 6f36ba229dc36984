package dev.anabranch.dialect.h2;

import dev.anabranch.testkit.contract.ContractProduct;
import dev.anabranch.testkit.server.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.RunScript;

/** What the contract has to know of H2. */
public final class H2ContractProduct implements ContractProduct {

  /** Called by the service loader. */
  public H2ContractProduct() {}

  @Override
  public String name() {
    return "h2";
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
    return "SELECT fact FROM ("
        + "SELECT TABLE_NAME || '.' || COLUMN_NAME || ' ' || DATA_TYPE || ' '"
        + " || COALESCE(CHARACTER_MAXIMUM_LENGTH, 0) || ' ' || IS_NULLABLE || ' '"
        + " || COALESCE(COLUMN_DEFAULT, '') AS fact"
        + " FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = CURRENT_SCHEMA"
        + " UNION ALL SELECT TABLE_NAME || ' ' || CONSTRAINT_TYPE"
        + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = CURRENT_SCHEMA"
        + " UNION ALL SELECT TABLE_NAME || ' index ' || COLUMN_NAME"
        + " FROM INFORMATION_SCHEMA.INDEX_COLUMNS WHERE TABLE_SCHEMA = CURRENT_SCHEMA"
        + ") facts WHERE fact NOT LIKE 'ANABRANCH%LOCK%' ORDER BY fact";
  }

  @Override
  public ClientRun runScript(TestDatabase database, Path script) {
    try {
      RunScript.execute(
          database.url(),
          database.user(),
          database.password(),
          script.toString(),
          StandardCharsets.UTF_8,
          false);
      return new ClientRun(true, "");
    } catch (SQLException e) {
      return new ClientRun(false, String.valueOf(e.getMessage()));
    }
  }
}
