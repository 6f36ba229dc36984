package dev.anabranch.testkit.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables of other projects' schemas can be filled, nearly all of them. */
class RealSchemasFillIT {

  private static final Pattern ENCODING = Pattern.compile("(?i)SET (client_encoding|names)\\b.*");

  /** What cannot be loaded: one extension is in no package of binaries that tests start. */
  private static final Map<String, Pattern> MISSING =
      Map.of("pagila-pg18.sql", Pattern.compile("\\bvector\\b|\\bfilm_embedding"));

  /** Tables without any partition, and a trigger that compares a row with another table's. */
  private static final Pattern CANNOT_BE =
      Pattern.compile("no partition of relation|Incorrect room_id in partial_state_events");

  /** What reads SQL that only MySQL knows. */
  private static final Set<String> FOR_MYSQL = Set.of("fw-kestra.sql", "temporal-visibility.sql");

  @RequiresServer("postgresql")
  static class PostgresIT {
    @Test
    void tablesAreFilled(TestServer server) throws SQLException {
      check(server, RealSchemas.of("postgresql"));
    }
  }

  @RequiresServer("mysql")
  static class MysqlIT {
    @Test
    void tablesAreFilled(TestServer server) throws SQLException {
      check(server, RealSchemas.of("mysql"));
    }
  }

  @RequiresServer("mariadb")
  static class MariadbIT {
    @Test
    void tablesAreFilled(TestServer server) throws SQLException {
      check(
          server,
          RealSchemas.of("mysql").stream()
              .filter(file -> !FOR_MYSQL.contains(file.getFileName().toString()))
              .toList());
    }
  }

  private static void check(TestServer server, List<Path> files) throws SQLException {
    int tables = 0;
    List<String> unfilled = new ArrayList<>();
    long nanos = 0;
    for (Path file : files) {
      try (TestDatabase database = server.createDatabase();
          Connection connection = database.connect()) {
        Dialect dialect =
            Dialects.load(RealSchemasFillIT.class.getClassLoader())
                .named(server.product())
                .dialect(connection);
        load(connection, dialect, file);
        DatabaseSchema schema =
            dialect
                .inspector()
                .inspect(
                    connection, new InspectionRequest(schemas(connection, dialect), List.of()));
        long begun = System.nanoTime();
        FillReport report = new RowFiller(dialect, FillOptions.of(7)).fill(connection, schema);
        nanos += System.nanoTime() - begun;
        tables += schema.tables().size();
        report
            .unfilled()
            .forEach(each -> unfilled.add(file.getFileName() + ": " + each.describe()));
        String chosen = connection.getCatalog();
        if (!server.product().equals("postgresql") && !chosen.equals(database.name())) {
          execute(connection, "SET foreign_key_checks = 0");
          execute(connection, "DROP DATABASE `" + chosen + "`");
        }
      }
    }
    System.out.printf(
        "rows: %s %d of %d tables filled, %.2f ms a table%n",
        server.product(), tables - unfilled.size(), tables, nanos / 1e6 / tables);
    assertThat(tables).isGreaterThan(700);
    assertThat(unfilled).allMatch(words -> CANNOT_BE.matcher(words).find());
    assertThat(unfilled.size()).isLessThan(tables / 50);
  }

  private static void load(Connection connection, Dialect dialect, Path file) throws SQLException {
    Pattern missing = MISSING.get(file.getFileName().toString());
    boolean postgres = dialect.name().equals("postgresql");
    connection.setAutoCommit(!postgres);
    for (ScriptStatement each : dialect.splitter().split(RealSchemas.read(file)).statements()) {
      boolean skipped =
          (postgres && ENCODING.matcher(each.text()).matches())
              || (missing != null && missing.matcher(each.text()).find());
      if (!skipped) {
        execute(connection, each.text());
      }
    }
    if (postgres) {
      execute(connection, "SELECT set_config('search_path', 'public', false)");
      connection.commit();
    } else {
      execute(connection, "SET SESSION sql_mode = DEFAULT");
      execute(connection, "SET foreign_key_checks = 1");
      execute(connection, "SET NAMES utf8mb4");
    }
    connection.setAutoCommit(true);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private static List<Identifier> schemas(Connection connection, Dialect dialect)
      throws SQLException {
    List<Identifier> schemas = new ArrayList<>();
    if (dialect.name().equals("postgresql")) {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'"
                      + " AND nspname <> 'information_schema'")) {
        while (rows.next()) {
          schemas.add(Identifier.of(rows.getString(1)));
        }
      }
    }
    return schemas;
  }
}
