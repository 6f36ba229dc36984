package dev.anabranch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.cli.CliRun.Result;
import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.server.MysqlControl;
import dev.anabranch.testkit.server.MysqlControl.ScriptRun;
import dev.anabranch.testkit.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The main commands on MySQL and MariaDB, through the driver that the product brings. */
class MysqlCommandsIT {
  @TempDir Path folder;

  private CliRun cli(TestDatabase database) {
    // The scheme that MariaDB's driver takes only on request.
    return CliRun.in(folder)
        .file(
            "anabranch.toml",
            "[database]\nurl = \"${url}\"\nuser = \"${dbuser}\"\npassword = \"${dbpassword}\"\n")
        .with("url", database.url().replace("jdbc:mariadb:", "jdbc:mysql:"))
        .with("dbuser", database.user())
        .with("dbpassword", database.password())
        .revision("a1", "", "create customer")
        .revision("b1", "a1", "add email")
        .revision("c1", "a1", "add total")
        .revision("m1", "b1, c1", "merge both");
  }

  @EachServer({"mysql", "mariadb"})
  void upgradesAndDowngrades(TestDatabase database) {
    CliRun cli = cli(database);

    Result upgrade = cli.run("upgrade", "heads");
    assertThat(upgrade.code()).as(upgrade.err()).isZero();
    assertThat(cli.run("current", "--check-heads").out())
        .isEqualTo("m1 (head, merge point, current), merge both\n");
    assertThat(cli.run("current", "-v").out()).contains("Server:     " + database.product());
    assertThat(cli.run("validate").code()).isZero();
    Result downgrade = cli.run("downgrade", "base", "--json");
    assertThat(downgrade.out()).contains("\"rowsAfter\" : [ ]");
    assertThat(cli.run("current").out()).isEmpty();
  }

  @EachServer({"mysql", "mariadb"})
  void writesAScriptThatReachesTheSameState(TestDatabase database) throws IOException {
    CliRun cli = cli(database);

    Result script = cli.run("upgrade", "heads", "--sql", "--dialect", database.product());
    assertThat(script.code()).as(script.err()).isZero();
    Path file = Files.writeString(folder.resolve("upgrade.sql"), script.out());
    ScriptRun run = MysqlControl.of(database).runScript(file).orElseThrow();

    assertThat(run.succeeded()).as(run.output()).isTrue();
    assertThat(cli.run("upgrade", "heads").err())
        .isEqualTo("Nothing to do: the database stands at m1.\n");
  }

  @EachServer({"mysql", "mariadb"})
  void whatTheServerCommittedStaysAndIsFinished(TestDatabase database) {
    CliRun cli = cli(database);
    cli.file(
        "revisions/n1.sql",
        "-- @revision n1\n-- @revises m1\n\n-- @upgrade\nCREATE TABLE fine (id INT);\nSELECT nonsuch;\n");

    Result failed = cli.run("upgrade", "heads");

    assertThat(failed.code()).isEqualTo(5);
    assertThat(failed.err())
        .contains("revisions/n1.sql:6", "nonsuch", "statement 1 stays done", "[ANB-4002]");
    assertThat(cli.run("current").out()).startsWith("m1 (merge point, current)");
    cli.file(
        "revisions/n1.sql",
        "-- @revision n1\n-- @revises m1\n\n-- @upgrade\nCREATE TABLE fine (id INT);\nSELECT 1;\n");
    Result resumed = cli.run("resume");
    assertThat(resumed.code()).as(resumed.err()).isZero();
  }
}
