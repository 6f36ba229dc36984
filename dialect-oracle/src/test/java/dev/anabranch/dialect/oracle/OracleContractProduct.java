package dev.anabranch.dialect.oracle;

import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.testkit.contract.ContractProduct;
import dev.anabranch.testkit.server.OracleControl;
import dev.anabranch.testkit.server.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the contract has to know of Oracle. */
public final class OracleContractProduct implements ContractProduct {

  /** Called by the service loader. */
  public OracleContractProduct() {}

  @Override
  public String name() {
    return "oracle";
  }

  @Override
  public String slowQuery(String marker) {
    return "SELECT COUNT(*) AS "
        + marker
        + " FROM all_objects a CROSS JOIN all_objects b CROSS JOIN all_objects c";
  }

  @Override
  public boolean isRunning(TestDatabase database, String marker) {
    return OracleControl.of(database).isRunning(marker);
  }

  @Override
  public int endSessions(TestDatabase database) {
    return OracleControl.of(database).terminateSessions();
  }

  @Override
  public List<String> outsideTransaction(String table) {
    return List.of();
  }

  @Override
  public String createSchema(TestDatabase database, String name) {
    return OracleControl.of(database).createSchemaBeside(name);
  }

  // INTEGER has 38 digits.
  @Override
  public List<String> impossibleConversions(String table) {
    return List.of(
        "SELECT CAST(note AS INTEGER) FROM " + table,
        "SELECT CAST(note AS DATE) FROM " + table,
        "SELECT CAST(note AS DECIMAL(3, 1)) FROM " + table,
        "SELECT CAST(CONCAT('987654', note) AS TIMESTAMP) FROM " + table,
        "SELECT CAST(98765432 AS NUMBER(3)) FROM " + table);
  }

  @Override
  public String harmlessQuery() {
    return "SELECT 1 FROM dual";
  }

  @Override
  public String addNote(String table) {
    return "ALTER TABLE " + table + " ADD (note INTEGER)";
  }

  @Override
  public String catalogQuery() {
    return """
    SELECT fact FROM (
      SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || char_length
          || ' ' || data_precision || ' ' || data_scale || ' ' || nullable AS fact
        FROM user_tab_columns
      UNION ALL SELECT table_name || ' ' || constraint_type || ' ' || generated
        FROM user_constraints WHERE generated = 'USER NAME' OR constraint_type <> 'C'
      UNION ALL SELECT table_name || ' index ' || column_name FROM user_ind_columns
    ) WHERE fact NOT LIKE 'ANABRANCH%LOCK%' ORDER BY fact
    """;
  }

  /** Runs SQL*Plus where it is on the path, and otherwise what SQL*Plus would send. */
  @Override
  public ClientRun runScript(TestDatabase database, Path script) {
    return sqlPlus()
        .map(client -> runSqlPlus(client, database, script))
        .orElseGet(() -> send(database, script));
  }

  private static Optional<Path> sqlPlus() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(java.io.File.pathSeparator))
        .map(folder -> Path.of(folder, "sqlplus"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static ClientRun runSqlPlus(Path client, TestDatabase database, Path script) {
    String service = database.url().replaceFirst("^jdbc:oracle:thin:@", "");
    ProcessBuilder builder =
        new ProcessBuilder(
                client.toString(),
                "-L",
                "-S",
                database.user() + "/" + database.password() + "@" + service,
                "@" + script)
            .redirectErrorStream(true);
    builder.environment().put("NLS_LANG", ".AL32UTF8");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new ClientRun(process.waitFor() == 0, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  // The settings of SQL*Plus at the beginning say how it is to read what follows, which the
  // splitter
  // does anyway; a transaction is open as it would be there.
  private static ClientRun send(TestDatabase database, Path script) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.setEscapeProcessing(false);
      String sql =
          Files.readString(script).replaceAll("(?m)^(?:SET SQL|SET AUTO|WHENEVER ).*\\R", "");
      for (ScriptStatement each : new OracleSplitter().split(sql).statements()) {
        statement.execute(each.text());
      }
      return new ClientRun(true, "");
    } catch (SQLException e) {
      return new ClientRun(false, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
