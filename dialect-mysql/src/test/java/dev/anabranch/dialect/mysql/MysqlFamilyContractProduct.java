package dev.anabranch.dialect.mysql;

import dev.anabranch.testkit.contract.ContractProduct;
import dev.anabranch.testkit.server.MysqlControl;
import dev.anabranch.testkit.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What the contract has to know of both products. */
abstract class MysqlFamilyContractProduct implements ContractProduct {

  @Override
  public String slowQuery(String marker) {
    // SLEEP ends without an error when it is cancelled.
    return "SELECT SUM(LENGTH(SHA2(CONCAT(a.n, b.n), 512))) AS "
        + marker
        + " FROM (WITH RECURSIVE s AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM s WHERE n < 1000)"
        + " SELECT n FROM s) a,"
        + " (WITH RECURSIVE s AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM s WHERE n < 1000)"
        + " SELECT n FROM s) b,"
        + " (WITH RECURSIVE s AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM s WHERE n < 1000)"
        + " SELECT n FROM s) c";
  }

  // A session that asked this a moment ago may still be listed with its question.
  @Override
  public boolean isRunning(TestDatabase database, String marker) {
    try (Connection connection = database.connect();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT 1 FROM information_schema.PROCESSLIST"
                    + " WHERE ID <> CONNECTION_ID() AND DB = DATABASE() AND INFO LIKE ?"
                    + " AND INFO NOT LIKE '%PROCESSLIST%'")) {
      query.setString(1, "%" + marker + "%");
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public boolean describesInEveryLetter() {
    return false;
  }

  @Override
  public boolean tellsColumnsByCase() {
    return false;
  }

  @Override
  public String dropSchema(String schema) {
    return "DROP SCHEMA IF EXISTS " + schema;
  }

  @Override
  public int endSessions(TestDatabase database) {
    return MysqlControl.of(database).terminateOtherSessions();
  }

  @Override
  public List<String> outsideTransaction(String table) {
    return List.of();
  }

  @Override
  public String createSchema(TestDatabase database, String name) {
    return MysqlControl.of(database).createDatabaseBeside(name);
  }

  @Override
  public List<String> impossibleConversions(String table) {
    return List.of(
        "UPDATE " + table + " SET id = note",
        "UPDATE " + table + " SET id = CONCAT('987654', note)",
        "UPDATE " + table + " SET id = CAST(note AS SIGNED)",
        "UPDATE " + table + " SET id = CAST(note AS DATE)",
        "UPDATE " + table + " SET id = note + 1",
        "UPDATE " + table + " SET id = '98765432109876'",
        "UPDATE " + table + " SET note = EXTRACTVALUE(1, CONCAT('~', note))");
  }

  @Override
  public String catalogQuery() {
    return """
    SELECT fact FROM (
      SELECT CONCAT_WS(' ', TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT,
          COLLATION_NAME, EXTRA, COLUMN_COMMENT) AS fact
        FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()
      UNION ALL SELECT CONCAT_WS(' ', TABLE_NAME, 'index', INDEX_NAME, SEQ_IN_INDEX, COLUMN_NAME,
          NON_UNIQUE)
        FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()
      UNION ALL SELECT CONCAT_WS(' ', TABLE_NAME, 'constraint', CONSTRAINT_NAME, CONSTRAINT_TYPE)
        FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE()
      UNION ALL SELECT CONCAT_WS(' ', ROUTINE_TYPE, ROUTINE_NAME, ROUTINE_DEFINITION)
        FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
      UNION ALL SELECT CONCAT_WS(' ', 'trigger', TRIGGER_NAME, ACTION_STATEMENT)
        FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
    ) facts ORDER BY fact
    """;
  }

  /** Runs the client of MariaDB, or what is installed; both products' clients read the same. */
  @Override
  public ClientRun runScript(TestDatabase database, Path script) {
    return MysqlControl.of(database)
        .runScript(script)
        .map(run -> new ClientRun(run.succeeded(), run.output()))
        .orElseThrow(() -> new AssertionError("no client runs scripts on this machine"));
  }
}
