package dev.anabranch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.cli.CliRun.Result;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main commands on a PostgreSQL server. */
@RequiresServer("postgresql")
class PostgresCommandsIT {
  @TempDir Path folder;

  private CliRun cli;

  @BeforeEach
  void makeProject(TestDatabase database) {
    cli =
        CliRun.in(folder)
            .file(
                "anabranch.toml",
                "[database]\nurl = \"${url}\"\nuser = \"${dbuser}\"\npassword = \"${dbpassword}\"\n")
            .with("url", database.url())
            .with("dbuser", database.user())
            .with("dbpassword", database.password())
            .revision("a1", "", "create customer")
            .revision("b1", "a1", "add email")
            .revision("c1", "a1", "add total")
            .revision("m1", "b1, c1", "merge both");
  }

  @Test
  void upgradesAndDowngrades() {
    Result upgrade = cli.run("upgrade", "heads");
    assertThat(upgrade.code()).as(upgrade.err()).isZero();
    assertThat(cli.run("current", "--check-heads").out())
        .isEqualTo("m1 (head, merge point, current), merge both\n");
    assertThat(cli.run("current", "-v").out()).contains("Server:     postgresql");
    assertThat(cli.run("history", "-i", "-r", "a1:current").lines()).hasSize(4);
    Result downgrade = cli.run("downgrade", "base", "--json");
    assertThat(downgrade.out()).contains("\"rowsAfter\" : [ ]");
    assertThat(cli.run("current").out()).isEmpty();
  }

  @Test
  void rollsTheFailedRevisionBackAndSaysWhere() {
    cli.file(
        "revisions/n1.sql",
        "-- @revision n1\n-- @revises m1\n\n-- @upgrade\nCREATE TABLE fine (id INT);\nSELECT nonsuch;\n");
    Result failed = cli.run("upgrade", "heads");

    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err()).contains("revisions/n1.sql:6", "nonsuch", "rolled back", "[ANB-4001]");
    assertThat(cli.run("current").out()).startsWith("m1 (merge point, current)");
  }

  @Test
  void writesAScriptThatReachesTheSameState(TestDatabase database) throws SQLException {
    Result script = cli.run("upgrade", "heads", "--sql");
    assertThat(script.code()).as(script.err()).isZero();

    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(script.out());
      try (ResultSet rows = statement.executeQuery("SELECT version_num FROM anabranch_version")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("m1");
        assertThat(rows.next()).isFalse();
      }
    }
    assertThat(cli.run("upgrade", "heads").err())
        .isEqualTo("Nothing to do: the database stands at m1.\n");
  }

  @Test
  void saysWhatIsWrongWithTheDatabase() {
    Result nowhere = cli.run("current", "--set", "database.url=jdbc:postgresql://localhost:1/x");
    assertThat(nowhere.code()).isEqualTo(1);
    assertThat(nowhere.err()).contains("[ANB-4101]");
    String missing = "-xurl=" + databaseUrl().replaceFirst("/[^/?]+(\\?.*)?$", "/nonsuch_database");
    assertThat(cli.run("current", missing).err()).contains("[ANB-4103]");
  }

  private String databaseUrl() {
    String line =
        cli.run("config").lines().stream()
            .filter(text -> text.startsWith("database.url"))
            .findFirst()
            .orElseThrow();
    return line.split(" +", -1)[1];
  }
}
