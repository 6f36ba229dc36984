package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.testkit.contract.ContractProduct;
import dev.anabranch.testkit.server.PostgresControl;
import dev.anabranch.testkit.server.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** What the contract has to know of PostgreSQL. */
public final class PostgresContractProduct implements ContractProduct {

  /** Called by the service loader. */
  public PostgresContractProduct() {}

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public String slowQuery(String marker) {
    return "SELECT pg_sleep(90) AS " + marker;
  }

  @Override
  public boolean isRunning(TestDatabase database, String marker) {
    try (Connection connection = database.connect();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT 1 FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                    + " AND datname = current_database() AND state = 'active' AND query LIKE ?")) {
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
    return PostgresControl.of(database).terminateOtherSessions();
  }

  @Override
  public List<String> outsideTransaction(String table) {
    return List.of("CREATE INDEX CONCURRENTLY " + table + "_note ON " + table + " (note)");
  }

  @Override
  public String catalogQuery() {
    return """
    SELECT fact FROM (
      SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
          || ' ' || a.attnotnull || ' ' || COALESCE(pg_get_expr(d.adbin, d.adrelid), '') AS fact
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
          AND a.attnum > 0 AND NOT a.attisdropped
      UNION ALL SELECT pg_get_indexdef(i.indexrelid) || ' ' || i.indisvalid
        FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE c.relnamespace = current_schema()::regnamespace
      UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
      UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc
        WHERE pronamespace = current_schema()::regnamespace
    ) facts ORDER BY fact COLLATE "C"
    """;
  }

  /** Runs psql where it is on the path, and otherwise what psql would send. */
  @Override
  public ClientRun runScript(TestDatabase database, Path script) {
    return psql()
        .map(psql -> runPsql(psql, database, script))
        .orElseGet(() -> send(database, script));
  }

  private static java.util.Optional<Path> psql() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(java.io.File.pathSeparator))
        .map(folder -> Path.of(folder, "psql"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static ClientRun runPsql(Path psql, TestDatabase database, Path script) {
    // A test server's URL is jdbc:postgresql://host:port/name, perhaps with parameters of the
    // driver.
    String uri = database.url().replaceFirst("^jdbc:", "").replaceFirst("\\?.*$", "");
    ProcessBuilder builder =
        new ProcessBuilder(
                psql.toString(), "-X", "-v", "ON_ERROR_STOP=1", "-f", script.toString(), uri)
            .redirectErrorStream(true);
    if (!database.user().isEmpty()) {
      builder.environment().put("PGUSER", database.user());
    }
    builder.environment().put("PGPASSWORD", database.password());
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

  private static ClientRun send(TestDatabase database, Path script) {
    Dialect dialect = new PostgresDialectProvider().offline("postgresql");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (ScriptStatement each : dialect.splitter().split(Files.readString(script)).statements()) {
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
