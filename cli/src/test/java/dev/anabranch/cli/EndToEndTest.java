package dev.anabranch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.cli.CliRun.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user does from an empty folder on, on H2. */
class EndToEndTest {
  @TempDir Path folder;

  private CliRun cli() {
    return CliRun.in(folder);
  }

  private CliRun braided() {
    return cli()
        .onMemoryDatabase()
        .revision("a1", "", "create customer")
        .revision("b1", "a1", "add email")
        .revision("c1", "a1", "add total")
        .revision("m1", "b1, c1", "merge both")
        .revision("x1", "", "billing", "-- @labels billing\n-- @depends-on b1");
  }

  private static String newFile(Result revision) {
    assertThat(revision.code()).as(revision.err()).isZero();
    return revision.out().strip();
  }

  @Test
  void aNewcomerMakesAProjectAndMigratesADatabase() throws IOException {
    Result init = cli().run("init");
    assertThat(init.lines()).containsExactly("revisions/", "anabranch.toml", ".gitignore");
    assertThat(init.code()).isZero();

    Path first =
        folder.resolve(newFile(cli().run("revision", "-m", "Größe: Ελλάδα!", "--rev-id", "one")));
    assertThat(first.getFileName()).hasToString("one_grosse_ellada.sql");
    Files.writeString(
        first,
        Files.readString(first)
            .replace("-- @upgrade", "-- @upgrade\nCREATE TABLE customer (id INT);")
            .replace("-- @downgrade", "-- @downgrade\nDROP TABLE customer;"));

    assertThat(cli().run("validate").err()).isEqualTo("Nothing is wrong.\n");
    assertThat(cli().run("current").out()).isEmpty();
    Result upgrade = cli().run("upgrade", "head");
    assertThat(upgrade.code()).as(upgrade.err()).isZero();
    assertThat(upgrade.out()).isEmpty();
    assertThat(upgrade.err()).contains("applied   one", "Applied 1 revision in");
    assertThat(cli().run("current").out()).isEqualTo("one (head, current), Größe: Ελλάδα!\n");
    assertThat(cli().run("upgrade", "head").err())
        .isEqualTo("Nothing to do: the database stands at one.\n");
    assertThat(cli().run("downgrade", "-1").err())
        .startsWith("Taking back one.\n")
        .contains("Took back 1 revision in", "the database stands at base.");
    assertThat(cli().run("current").out()).isEmpty();
  }

  @Nested
  class Revisions {
    @Test
    void showWhatTheirDowngradeLoses() {
      CliRun cli =
          cli()
              .onMemoryDatabase()
              .revision("a1", "", "create customer")
              .revision("b1", "a1", "add phone", "-- @loses customer.phone, invoice")
              .file(
                  "revisions/c1.java",
                  """
                  import dev.anabranch.migration.*;
                  @RevisionInfo(id = "c1", revises = "b1", loses = "customer.fax")
                  public class AddFax implements Migration {
                    @Override public void upgrade(Operations op) {}
                    @Override public void downgrade(Operations op) {}
                  }
                  """);

      assertThat(cli.run("show", "b1").out()).contains("\nLoses:      customer.phone, invoice\n");
      assertThat(cli.run("show", "c1").out()).contains("\nLoses:      customer.fax\n");
      assertThat(cli.run("show", "a1").out()).doesNotContain("Loses");
      assertThat(json(cli.run("show", "b1", "--json")))
          .contains("\"loses\":[\"customer.phone\",\"invoice\"]");
      assertThat(json(cli.run("show", "c1", "--json"))).contains("\"loses\":[\"customer.fax\"]");
      assertThat(json(cli.run("show", "a1", "--json"))).contains("\"loses\":[]");
    }

    private static String json(Result result) {
      return result.out().replaceAll("\\s+", "");
    }

    @Test
    void followTheHeadOrWhatIsNamed() {
      cli().run("init");
      newFile(cli().run("revision", "-m", "one", "--rev-id", "one"));
      newFile(cli().run("revision", "-m", "two", "--rev-id", "two"));
      Result notHead = cli().run("revision", "-m", "x", "--rev-id", "three", "--head", "one");
      assertThat(notHead.err()).contains("revision one is not a head. [ANB-1017]", "--splice");
      newFile(cli().run("revision", "--rev-id", "three", "--head", "one", "--splice"));
      newFile(
          cli()
              .run(
                  "revision",
                  "--rev-id",
                  "four",
                  "--head",
                  "base",
                  "--branch-label",
                  "side",
                  "--depends-on",
                  "two"));

      assertThat(cli().run("revision", "-m", "which").code()).isEqualTo(7);
      assertThat(cli().run("revision", "--rev-id", "two", "--head", "two").err())
          .contains("two")
          .contains("[ANB-1103]");
      newFile(cli().run("merge", "two", "three", "--rev-id", "five"));
      assertThat(cli().run("history").lines())
          .containsExactly(
              "<base> (needs two) -> four [side] (head)",
              "two, three -> five (head, merge point), merge two and three",
              "one -> two, two",
              "one -> three",
              "<base> -> one (branch point), one");
    }

    @Test
    void haveSectionsForDialects() throws IOException {
      cli().run("init");
      Path file =
          folder.resolve(
              newFile(cli().run("revision", "-m", "x", "--dialect-sections", "h2,postgresql")));
      assertThat(file).content().contains("-- @upgrade h2", "-- @downgrade postgresql");
    }

    @Test
    void areNamedForTheShellOfTheUser(@TempDir Path elsewhere) {
      cli().run("init");
      assertThat(cli().run("revision", "--rev-id", "one").lines())
          .containsExactly(Path.of("revisions/one.sql").toString());
      assertThat(
              CliRun.in(elsewhere)
                  .run("-C", folder.toString(), "revision", "--rev-id", "two")
                  .lines())
          .containsExactly(folder.resolve("revisions/two.sql").toString());
    }

    @Test
    void areToldAsJson() {
      cli().run("init");
      assertThat(cli().run("revision", "-m", "x", "--rev-id", "one", "--json").out())
          .contains("\"id\" : \"one\"", "\"file\" : \"revisions/one_x.sql\"");
    }
  }

  @Nested
  class Running {
    @Test
    void appliesTheGraphAndTakesItBack() {
      braided();
      assertThat(cli().run("upgrade", "billing@head").code()).isZero();
      assertThat(cli().run("history", "--graph").out())
          .isEqualTo(
              """
              ◉    x1 [billing] (head, current) needs b1  billing

              ○    m1 (head, merge point)  merge both
              ├─╮
              │ ○  c1  add total
              ● │  b1  add email
              ├─╯
              ●    a1 (branch point)  create customer
              """);
      assertThat(cli().run("current").out())
          .isEqualTo(
              "b1, add email  needed by another branch\nx1 [billing] (head, current), billing\n");
      assertThat(cli().run("current", "--check-heads").code()).isEqualTo(4);
      assertThat(cli().run("upgrade", "heads").code()).isZero();
      assertThat(cli().run("current", "--check-heads", "-q").code()).isZero();
      Result fork = cli().run("downgrade", "m1-1");
      assertThat(fork.err()).contains("[ANB-1006]");
      Result down = cli().run("downgrade", "a1");
      assertThat(down.err()).contains("Taking back", "the database stands at a1.");
    }

    @Test
    void showsThePlan() {
      braided();
      Result plan = cli().run("upgrade", "m1", "--dry-run");

      assertThat(plan.out())
          .isEqualTo(
              """
              #  action   revision  version rows after  message
              1  upgrade  a1        a1                  create customer
              2  upgrade  b1        b1                  add email
              3  upgrade  c1        b1, c1              add total
              4  upgrade  m1        m1                  merge both
              """);
      assertThat(cli().run("current").out()).isEmpty();
      assertThat(cli().run("upgrade", "m1", "--dry-run", "--json").out())
          .contains("\"direction\" : \"upgrade\"", "\"rowsAfter\" : [", "\"revision\" : \"m1\"");
    }

    @Test
    void writesAScriptWithoutADatabase() {
      braided().file("anabranch.toml", "");
      Result script = cli().run("upgrade", "a1:m1", "--sql", "--dialect", "postgresql");

      assertThat(script.code()).as(script.err()).isZero();
      assertThat(script.out())
          .contains("CREATE TABLE t_b1", "CREATE TABLE t_m1", "anabranch_version")
          .doesNotContain("CREATE TABLE t_a1");
      assertThat(cli().run("downgrade", "m1", "--sql", "--dialect", "h2").code()).isEqualTo(2);
      assertThat(cli().run("ensure-version", "--sql", "--dialect", "h2").out())
          .containsIgnoringCase("CREATE TABLE IF NOT EXISTS \"anabranch_version\"");
      assertThat(cli().run("stamp", "base:m1", "--sql", "--dialect", "h2").out()).contains("m1");
      Result noDialect = cli().run("upgrade", "heads", "--sql");
      assertThat(noDialect.code()).isEqualTo(2);
      assertThat(noDialect.out()).isEmpty();
    }

    @Test
    void stampsWithoutRunning() {
      braided();
      assertThat(cli().run("stamp", "b1", "c1", "--dry-run").out()).isEqualTo("+ b1\n+ c1\n");
      assertThat(cli().run("stamp", "b1", "c1").err())
          .isEqualTo("Stamped: the database stands at b1, c1.\n");
      assertThat(cli().run("stamp", "--purge", "base").out()).isEqualTo("- b1\n- c1\n");
      assertThat(cli().run("stamp", "base").err())
          .isEqualTo("Nothing to do: the database stands at base.\n");
    }

    @Test
    void createsTheTables() {
      braided();
      assertThat(cli().run("ensure-version", "--dry-run").err())
          .isEqualTo("Would create the version table and the history table.\n");
      assertThat(cli().run("ensure-version").err())
          .isEqualTo("Created the version table and the history table.\n");
      assertThat(cli().run("ensure-version").err())
          .isEqualTo("Nothing to do: both tables are there.\n");
    }

    @Test
    void tellsWhereAStatementFailed() {
      braided()
          .file(
              "revisions/n1_broken.sql",
              "-- @revision n1\n-- @revises m1\n\n-- @upgrade\nCREATE TABLE fine (id INT);\nCREATE TABEL broken;\n");
      Result result = cli().run("upgrade", "n1");

      assertThat(result.code()).isIn(1, 5);
      assertThat(result.err())
          .contains("n1", "revisions/n1_broken.sql:6", "[ANB-400")
          .doesNotContain("\tat ");
      assertThat(cli().run("upgrade", "n1", "--stacktrace").err()).contains("\tat ");
    }

    @Test
    void namesAnUnknownRow() throws IOException {
      braided();
      cli().run("stamp", "m1");
      Files.delete(folder.resolve("revisions/m1_merge_both.sql"));

      Result current = cli().run("current");
      assertThat(current.code()).isZero();
      assertThat(current.out()).isEqualTo("m1 (unknown: no revision file has it)\n");
      Result upgrade = cli().run("upgrade", "heads");
      assertThat(upgrade.code()).isEqualTo(8);
      assertThat(upgrade.err()).contains("m1", "[ANB-1019]");
    }
  }

  @Nested
  class SeveralDatabases {
    private CliRun two() {
      String name = folder.toAbsolutePath().toString().replaceAll("[^A-Za-z0-9]", "_");
      return braided()
          .file(
              "anabranch.toml",
              """
              [database]
              user = "sa"
              [database.north]
              url = "jdbc:h2:mem:%1$s_n;DB_CLOSE_DELAY=-1"
              [database.south]
              url = "jdbc:h2:mem:%1$s_s;DB_CLOSE_DELAY=-1"
              """
                  .formatted(name));
    }

    @Test
    void runOneAfterTheOtherUnderHeadings() {
      Result result = two().run("--all", "upgrade", "m1");

      assertThat(result.code()).as(result.err()).isZero();
      assertThat(result.err())
          .containsSubsequence("== north ==", "Applied 4", "== south ==", "Applied 4");
      assertThat(cli().run("-n", "south", "-n", "north", "current", "-q").out())
          .isEqualTo("m1 (head, merge point, current), merge both\n".repeat(2));
    }

    @Test
    void nameThemselvesInJson() {
      Result result = two().run("--all", "current", "--json");

      assertThat(result.code()).as(result.err()).isZero();
      assertThat(result.out())
          .containsSubsequence("\"database\" : \"north\"", "\"database\" : \"south\"");
    }

    @Test
    void stopAtAFailureUnlessToldToGoOn() {
      two();
      Result missing = cli().run("--all", "downgrade", "m1");
      assertThat(missing.code()).isEqualTo(1);
      assertThat(missing.err()).contains("== north ==").doesNotContain("== south ==");
      Result goingOn = cli().run("--all", "--keep-going", "downgrade", "m1");
      assertThat(goingOn.code()).isEqualTo(1);
      assertThat(goingOn.err())
          .containsSubsequence("== north ==", "Error:", "== south ==", "Error:");
    }
  }

  @Nested
  class BadFiles {
    @Test
    void areAllReportedWithTheirLines() {
      braided()
          .file(
              "revisions/p1.sql", "-- @revision p1\n-- @revises nonsuch\n-- @upgrade\nSELECT 1;\n")
          .file("revisions/p2.sql", "-- @revision a1\n-- @upgrade\nSELECT 1;\n")
          .file("revisions/p3.sql", "-- @revision p@3\n-- @frob\n-- @upgrade\nSELECT 1;\n");
      Result result = cli().run("heads");

      assertThat(result.code()).isEqualTo(3);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .contains(
              "Error: Cannot use the revision files: 4 problems. [ANB-2000]",
              "  revisions/p1.sql:1: Cannot place revision \"p1\": its parent \"nonsuch\" does not"
                  + " exist. [ANB-1109]",
              "revisions/p2.sql:1",
              "  revisions/p3.sql:2: Unknown directive \"@frob\". [ANB-2011]")
          .doesNotContain("\tat ");
      Result validate = cli().run("validate");
      assertThat(validate.code()).isEqualTo(3);
      assertThat(validate.out()).contains("revisions/p1.sql:1: error:", "[ANB-1109]");
    }

    @Test
    void aMissingFolderIsNamed() {
      Result result = cli().file("anabranch.toml", "revisions = \"nowhere\"").run("heads");

      assertThat(result.code()).isEqualTo(3);
      assertThat(result.err()).contains("nowhere", "[ANB-2002]");
    }
  }

  @Nested
  class BadDatabases {
    private Result current(String url) {
      return cli()
          .file("revisions/keep.txt", "")
          .file("anabranch.toml", "[database]\nurl = \"" + url + "\"\npassword = \"geheim\"\n")
          .run("current");
    }

    @Test
    void thatDoNotAnswerAreNamedWithoutThePassword() {
      Result result = current("jdbc:postgresql://localhost:1/shop?password=geheim&user=app");

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err()).contains("[ANB-4101]", "localhost:1").doesNotContain("geheim");
      assertThat(cli().run("current", "--stacktrace").err()).doesNotContain("geheim");
    }

    @Test
    void ofAnUnknownProductAreRefused() {
      assertThat(current("jdbc:db2://localhost/x").code()).isEqualTo(2);
    }

    @Test
    void leaveThePictureOfTheGraphAlone() {
      braided().file("anabranch.toml", "[database]\nurl = \"jdbc:postgresql://localhost:1/shop\"");
      Result result = cli().run("history", "--graph");

      assertThat(result.code()).isZero();
      assertThat(result.out()).startsWith("●    x1 [billing] (head) needs b1  billing\n");
      assertThat(result.err().lines()).hasSize(1);
      assertThat(result.err()).startsWith("What is applied is not shown. Cannot connect");
      assertThat(cli().run("history", "-i").code()).isEqualTo(1);
    }
  }

  @Nested
  class Streams {
    @Test
    void aReaderThatGoesAwayIsNoFailure() {
      braided();
      OutputStream gone =
          new OutputStream() {
            @Override
            public void write(int value) throws IOException {
              throw new IOException("Broken pipe");
            }
          };
      ByteArrayOutputStream err = new ByteArrayOutputStream();

      assertThat(cli().run(gone, err, "history")).isZero();
      assertThat(cli().run(gone, err, "history", "--json")).isZero();
      assertThat(cli().run(gone, err, "upgrade", "heads", "--sql")).isZero();
      assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aFullDiskIsOne() {
      braided();
      OutputStream full =
          new OutputStream() {
            @Override
            public void write(int value) throws IOException {
              throw new IOException("No space left on device");
            }
          };
      ByteArrayOutputStream err = new ByteArrayOutputStream();

      assertThat(cli().run(full, err, "history")).isEqualTo(1);
      assertThat(err.toString(StandardCharsets.UTF_8))
          .isEqualTo("Error: Cannot write the result: No space left on device. [ANB-3900]\n");
    }

    @Test
    void aTerminalWithoutLinesGetsAscii() {
      braided();

      assertThat(cli().writing(StandardCharsets.US_ASCII).run("history", "--graph", "-q").out())
          .contains("+-.", "o |  b1")
          .doesNotContain("?");
      assertThat(cli().with("TERM", "dumb").run("history", "--graph", "-q").out()).contains("+-.");
    }

    @Test
    void aScriptIsUtf8WhateverTheTerminalIs() throws IOException {
      cli()
          .file("anabranch.toml", "")
          .file(
              "revisions/u.sql", "-- @revision u\n-- @upgrade\nINSERT INTO t VALUES ('größe');\n");
      ByteArrayOutputStream out = new ByteArrayOutputStream();

      assertThat(
              cli()
                  .writing(StandardCharsets.US_ASCII)
                  .run(
                      out,
                      OutputStream.nullOutputStream(),
                      "upgrade",
                      "u",
                      "--sql",
                      "--dialect",
                      "h2"))
          .isZero();
      assertThat(out.toString(StandardCharsets.UTF_8)).contains("größe");
    }

    @Test
    void progressIsOneLineOnATerminalAndLeavesNothingBehind() {
      braided();
      Result result = cli().onTerminal().run("upgrade", "heads", "--no-color");

      assertThat(result.err()).contains("\r\u001b[2KApplying 1 of 5: a1 create customer");
      assertThat(result.err().replaceAll("\r[^\n]*\r\u001b\\[2K", ""))
          .matches("Applied 5 revisions in .*\n");
    }

    @Test
    void quietLeavesOnlyTheResult() {
      braided();
      Result result = cli().run("upgrade", "heads", "--quiet");

      assertThat(List.of(result.out(), result.err())).containsOnly("");
    }
  }
}
