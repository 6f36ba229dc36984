package dev.anabranch.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.server.MysqlControl;
import dev.anabranch.testkit.server.MysqlControl.ScriptRun;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** What the client makes of real scripts, their statements make one by one as well. */
class MysqlRealSchemasIT {

  /** The first error of a script, or nothing, and what users have made by then. */
  private record End(boolean failed, List<String> catalog) {}

  @EachServer({"mysql", "mariadb"})
  void statementsOneByOneEndWhereTheClientEnds(TestServer server, @TempDir Path folder)
      throws IOException, SQLException {
    Map<String, End> byClient = new LinkedHashMap<>();
    Map<String, End> oneByOne = new LinkedHashMap<>();
    Map<String, End> byScriptOfOurs = new LinkedHashMap<>();
    for (String name : RealSchemas.names()) {
      byClient.put(name, clientOn(server, RealSchemas.file(name)));
      List<String> statements = statements(server, name);
      oneByOne.put(name, sentTo(server, statements));
      // The rest is written back as it was.
      if (statements.stream().anyMatch(sql -> sql.indexOf(';') >= 0)) {
        Path script = folder.resolve(name);
        Files.writeString(
            script,
            String.join("", statements.stream().map(Splitters.offline()::terminate).toList()));
        byScriptOfOurs.put(name, clientOn(server, script));
      }
    }

    assertThat(oneByOne).isEqualTo(byClient);
    assertThat(byClient).containsAllEntriesOf(byScriptOfOurs);
    // Some are for other releases, or need the rights of another server.
    assertThat(byClient.values().stream().filter(end -> !end.failed())).hasSizeGreaterThan(15);
  }

  private static List<String> statements(TestServer server, String name) throws SQLException {
    try (TestDatabase database = server.createDatabase();
        Connection connection = database.connect()) {
      Dialect dialect = new MysqlDialectProvider().dialect(connection);
      return dialect.splitter().split(RealSchemas.read(name)).statements().stream()
          .map(ScriptStatement::text)
          .toList();
    }
  }

  private static End clientOn(TestServer server, Path script) throws SQLException {
    try (TestDatabase database = server.createDatabase()) {
      ScriptRun run = MysqlControl.of(database).runScript(script).orElseThrow();
      return new End(!run.succeeded(), catalog(database));
    }
  }

  private static End sentTo(TestServer server, List<String> statements) throws SQLException {
    try (TestDatabase database = server.createDatabase()) {
      boolean failed = false;
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      } catch (SQLException e) {
        failed = true;
      }
      return new End(failed, catalog(database));
    }
  }

  private static List<String> catalog(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet facts = statement.executeQuery(new MysqlContractProduct().catalogQuery())) {
      List<String> catalog = new ArrayList<>();
      while (facts.next()) {
        catalog.add(facts.getString(1));
      }
      return catalog;
    }
  }
}
