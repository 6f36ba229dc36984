package dev.anabranch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.anabranch.cli.CliRun.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify --only-changed-since}, on repositories that git makes. */
class VerifyChangesTest {
  @TempDir Path repository;

  private Path project;
  private CliRun cli;

  @BeforeEach
  void makeRepository() throws IOException {
    assumeTrue(hasGit(), "git does not run");
    // A project in a folder of the repository, with a blank and a letter that git would quote.
    project = Files.createDirectories(repository.resolve("über all/db"));
    cli =
        CliRun.in(project)
            .file("anabranch.toml", "[database]\nurl = \"jdbc:h2:mem:x\"\n")
            .revision("a1", "", "create a1", "-- @loses t_a1")
            .revision("b1", "a1", "create b1", "-- @loses t_b1");
    git("init", "--quiet", "--initial-branch=main");
    commit();
    git("checkout", "--quiet", "-b", "feature");
  }

  private static boolean hasGit() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void git(String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "git",
                "-c",
                "user.name=Test",
                "-c",
                "user.email=test@example.org",
                "-c",
                "commit.gpgsign=false"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .directory(repository.toFile())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as(out).isZero();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void commit() throws IOException {
    git("add", "--all");
    git("commit", "--quiet", "--message", "x");
  }

  private List<String> verified(String reference) {
    Result result = cli.run("verify", "--only-changed-since", reference);
    assertThat(result.code()).as(result.err()).isZero();
    return result
        .err()
        .lines()
        .map(line -> line.split(" +"))
        .filter(w -> w[0].equals("h2"))
        .map(w -> w[2])
        .toList();
  }

  @Test
  void nothingHasChanged() {
    Result result = cli.run("verify", "--only-changed-since", "main");

    assertThat(result.code()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo("Nothing to verify: no revision has changed since main.\n");
    assertThat(cli.run("verify", "--only-changed-since", "main", "--json").out())
        .contains("\"products\" : [ ]");
  }

  @Test
  void whatIsCommittedStagedChangedOrNewIsVerified() throws IOException {
    cli.revision("c1", "b1", "create c1", "-- @loses t_c1");
    commit();
    assertThat(verified("main")).containsExactly("c1");

    cli.revision("d1", "c1", "create d1", "-- @loses t_d1");
    git("add", "--all");
    cli.revision("e1", "d1", "create e1", "-- @loses t_e1");
    cli.revision("a1", "", "create a1", "-- @loses t_a1\n-- More words.");
    assertThat(verified("main")).containsExactly("a1", "c1", "d1", "e1");
    assertThat(verified("HEAD")).containsExactly("a1", "d1", "e1");
  }

  @Test
  void whatTheOtherBranchGotSinceIsNot() throws IOException {
    git("checkout", "--quiet", "main");
    cli.revision("b1", "a1", "create b1", "-- @loses t_b1\n-- Changed on main.");
    commit();
    git("checkout", "--quiet", "feature");
    cli.revision("c1", "b1", "create c1", "-- @loses t_c1");
    commit();

    assertThat(verified("main")).containsExactly("c1");
  }

  @Test
  void aRangeNarrowsIt() throws IOException {
    cli.revision("c1", "b1", "create c1", "-- @loses t_c1");
    cli.revision("d1", "c1", "create d1", "-- @loses t_d1");

    assertThat(cli.run("verify", "d1", "--only-changed-since", "main").err())
        .contains("h2  passed  d1")
        .doesNotContain("c1");
  }

  @Test
  void aRevisionWhoseRowsHaveChangedIsVerified() {
    cli.file("rows/b1.after.sql", "INSERT INTO t_b1 VALUES (1);\n");

    Result result = cli.run("verify", "--only-changed-since", "main", "--rows-folder", "rows");

    assertThat(result.err()).contains("h2  passed  b1").doesNotContain("a1");
  }

  @Test
  void anUnknownCommit() {
    Result result = cli.run("verify", "--only-changed-since", "origin/nonsuch");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains(
            "Cannot tell what has changed since \"origin/nonsuch\": git knows no commit of that"
                + " name.",
            "fetch-depth: 0",
            "[ANB-3302]");
    assertThat(cli.run("verify", "--only-changed-since", "--output=x").code()).isEqualTo(2);
    assertThat(cli.run("verify", "--only-changed-since=--all").code()).isEqualTo(2);
  }

  @Test
  void noAncestorInCommon() throws IOException {
    git("checkout", "--quiet", "--orphan", "apart");
    cli.file("other.txt", "not the commit on main");
    commit();

    Result result = cli.run("verify", "--only-changed-since", "main");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("no ancestor in common", "[ANB-3302]");
  }

  @Test
  void noRepository(@TempDir Path elsewhere) {
    CliRun other =
        CliRun.in(elsewhere)
            .file("anabranch.toml", "[database]\nurl = \"jdbc:h2:mem:x\"\n")
            .revision("a1", "", "create a1");

    Result result = other.run("verify", "--only-changed-since", "main");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("is in no repository of git", "[ANB-3302]");
  }
}
