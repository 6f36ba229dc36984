package dev.anabranch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anabranch.cli.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} on H2, which needs no server. */
class VerifyCommandTest {
  @TempDir Path folder;

  private CliRun cli;

  @BeforeEach
  void makeProject() {
    // A password that is nowhere: the configured database is not to be reached.
    cli =
        CliRun.in(folder)
            .file(
                "anabranch.toml",
                """
                [database]
                url = "jdbc:h2:file:${project}/configured"
                user = "sa"
                password = "${NOT_SET_ANYWHERE}"
                """);
  }

  private void sound(String id, String parents) {
    cli.revision(id, parents, "create " + id, "-- @loses t_" + id);
  }

  /** Its downgrade forgets an index. */
  private void forgetful(String id, String parents) {
    cli.file(
        "revisions/" + id + "_index.sql",
        """
        -- @revision %s
        -- @revises %s

        -- @upgrade
        CREATE INDEX ix_%s ON t_a1 (id);

        -- @downgrade
        SELECT 1;
        """
            .formatted(id, parents, id));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatIsSoundPasses() throws IOException {
    sound("a1", "");
    sound("b1", "a1");

    Result result = cli.run("verify");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.lines()).hasSize(2);
    assertThat(result.lines().get(0)).startsWith("product  result  revisions  passed  failed");
    assertThat(result.lines().get(1)).matches("h2 +passed +2 +2 +0 +0 +0 +20 +1 +\\d.*");
    assertThat(result.err().lines().toList().get(0))
        .matches("h2  passed  a1  create a1  \\(\\d+ m?s\\)");
    assertThat(files()).containsExactly("anabranch.toml", "revisions");
  }

  @Test
  void whatFailsIsToldWithWhatMendsIt() {
    sound("a1", "");
    forgetful("b1", "a1");

    Result result = cli.run("verify");

    assertThat(result.code()).isEqualTo(11);
    assertThat(result.out())
        .startsWith("b1 index  revisions/b1_index.sql\n  failed  h2, downgrade: ")
        .containsIgnoringCase("index ix_b1")
        .contains("\n      mended by: drop index ")
        .containsPattern("h2 +failed +2 +1 +1 +0 +0 ");
    assertThat(result.err()).contains("h2  failed  b1  index").doesNotContain("Error:");
  }

  @Test
  void jsonTellsEveryCheck() throws IOException {
    sound("a1", "");
    forgetful("b1", "a1");

    Result result = cli.run("verify", "--json", "--rows", "3", "--seed", "42");

    assertThat(result.code()).isEqualTo(11);
    assertThat(result.err()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.path("passed").asBoolean()).isFalse();
    JsonNode product = json.path("products").path(0);
    assertThat(product.path("product").asText()).isEqualTo("h2");
    assertThat(product.path("rows").asInt()).isEqualTo(3);
    assertThat(product.path("seed").asInt()).isEqualTo(42);
    assertThat(product.path("failedRevisions").asInt()).isEqualTo(1);
    assertThat(product.path("revisions").findValuesAsText("id")).containsExactly("a1", "b1");
    JsonNode failed = product.path("revisions").path(1);
    assertThat(failed.path("status").asText()).isEqualTo("failed");
    assertThat(failed.path("checks").findValuesAsText("check")).contains("upgrade", "downgrade");
    assertThat(failed.findValuesAsText("severity")).contains("failure");
    assertThat(failed.findValue("mending").get(0).asText()).startsWith("drop index");
  }

  @Test
  void aReportIsAPageAndXml() throws IOException {
    sound("a1", "");
    forgetful("b1", "a1");

    Result result = cli.run("verify", "--report", "build/verify");

    assertThat(result.code()).isEqualTo(11);
    Path page = folder.resolve("build/verify/verification.html");
    assertThat(result.err()).contains("The page is " + page + ".");
    assertThat(page).content().contains("Verification failed for 1 of 2 revisions");
    assertThat(folder.resolve("build/verify/TEST-anabranch-h2.xml"))
        .content()
        .contains("<testcase classname=\"h2.b1\" name=\"b1 index: downgrade\"")
        .contains("<property name=\"anabranch.seed\" value=\"1\">");
  }

  @Test
  void aPartIsVerifiedOnRequest() {
    sound("a1", "");
    sound("b1", "a1");
    forgetful("c1", "b1");

    assertThat(cli.run("verify", "a1:b1").out()).containsPattern("h2 +passed +2 ");
    assertThat(cli.run("verify", "c1").out()).containsPattern("h2 +failed +1 ");
    assertThat(cli.run("verify", "b1").out()).containsPattern("h2 +passed +1 ");
    assertThat(cli.run("verify", "b1:").code()).isEqualTo(11);
  }

  @Test
  void severalHeadsFailUnlessTheyAreAllowed() {
    sound("a1", "");
    sound("b1", "a1");
    sound("c1", "a1");

    Result failed = cli.run("verify");
    assertThat(failed.code()).isEqualTo(11);
    assertThat(failed.out()).contains("the graph has 2 heads: b1, c1");
    assertThat(cli.run("verify", "--heads", "b1", "--heads", "c1").code()).isZero();
    assertThat(cli.run("verify", "--heads", "heads").code()).isZero();
    Result unknown = cli.run("verify", "--heads", "nonsuch");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("nonsuch", "ANB-1001").doesNotContain("h2  passed");
  }

  @Test
  void lossesAreOnlyReportedOnRequest() {
    cli.revision("a1", "", "create customer");

    Result strict = cli.run("verify");
    assertThat(strict.code()).isEqualTo(11);
    assertThat(strict.out()).contains("loses what it does not declare");
    Result lenient = cli.run("verify", "--losses", "reported");
    assertThat(lenient.code()).as(lenient.out()).isZero();
    assertThat(cli.run("verify", "--rows", "0").code()).isZero();
  }

  @Test
  void aTerminalHasOneLineOfProgress() {
    sound("a1", "");

    Result result = cli.onTerminal().run("verify", "--no-color");

    assertThat(result.code()).isZero();
    assertThat(result.err())
        .startsWith("\r\u001b[2KVerifying on h2 1 of 1: a1  ")
        .endsWith("\r\u001b[2K");
  }

  @Test
  void eachOfSeveralDatabasesHasAFolderOfItsOwn() {
    cli.file(
        "anabranch.toml",
        """
        [database.one]
        url = "jdbc:h2:mem:one"
        [database.two]
        url = "jdbc:h2:mem:two"
        """);
    sound("a1", "");

    Result result = cli.run("--all", "verify", "--report", "out");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(folder.resolve("out/one/verification.html")).exists();
    assertThat(folder.resolve("out/two/TEST-anabranch-h2.xml")).exists();
  }

  @Nested
  class OrderOfBranches {
    @BeforeEach
    void branches() {
      sound("a1", "");
      sound("b1", "a1");
      sound("c1", "a1");
    }

    @Test
    void makesNoDifference() {
      sound("m1", "b1, c1");

      Result result = cli.run("verify", "--confluence");

      assertThat(result.code()).as(result.out() + result.err()).isZero();
      assertThat(result.err()).contains("h2  disjoint  order of branches at m1  (1 pairs, 0 run)");
      assertThat(cli.run("verify", "--confluence", "--json").out())
          .contains("\"check\" : \"order\"", "\"title\" : \"order of branches at m1\"");
    }

    @Test
    void isNamedWhereItMatters() throws IOException {
      view("b2", "b1", "SELECT id FROM t_a1");
      view("c2", "c1", "SELECT id, id AS other FROM t_a1");
      cli.file(
          "revisions/m1.sql",
          "-- @revision m1\n-- @revises b2, c2\n\n-- @upgrade\n-- @downgrade\n");

      Result result = cli.run("verify", "m1", "--report", "out");
      assertThat(result.out()).doesNotContain("do not commute");
      Result orders = cli.run("verify", "b2", "--confluence", "--report", "out");

      assertThat(orders.code()).isEqualTo(11);
      assertThat(orders.out())
          .contains("  failed  h2, order of branches at m1: b2 and c2 do not commute");
      assertThat(folder.resolve("out/verification.html"))
          .content()
          .contains("order of branches at m1", "b2 and c2 do not commute");
      assertThat(folder.resolve("out/TEST-anabranch-h2.xml"))
          .content()
          .contains("<testcase classname=\"h2.project\" name=\"order of branches at m1\"");
    }

    /** Replaces a view, so that the branch applied last decides. */
    private void view(String id, String parent, String query) {
      cli.file(
          "revisions/" + id + ".sql",
          """
          -- @revision %s
          -- @revises %s

          -- @upgrade
          CREATE OR REPLACE VIEW seen AS %s;

          -- @downgrade
          DROP VIEW seen;
          """
              .formatted(id, parent, query));
    }

    @Test
    void isProvedOnceAndForAll() {
      sound("m1", "b1, c1");

      assertThat(cli.run("verify", "--confluence", "--proofs", "written").code()).isZero();
      assertThat(folder.resolve("revisions/m1.proof.json")).exists();
      assertThat(cli.run("verify", "--confluence").err())
          .contains("h2  proved before  order of branches at m1");
      assertThat(cli.run("verify", "--confluence", "--proofs", "ignored").err())
          .contains("h2  disjoint  order of branches at m1");
      Result alone = cli.run("verify", "--proofs", "read");
      assertThat(alone.code()).isEqualTo(2);
      assertThat(alone.err()).contains("--proofs goes with --confluence only");
      Result some = cli.run("verify", "b1", "--confluence", "--proofs", "written");
      assertThat(some.code()).isEqualTo(2);
      assertThat(some.err()).contains("--proofs written is about whole branches");
    }
  }

  @Nested
  class RowsWrittenByHand {
    @Test
    void areThere() {
      sound("a1", "");
      cli.file(
          "revisions/b1.sql",
          """
          -- @revision b1
          -- @revises a1

          -- @upgrade
          ALTER TABLE t_a1 ADD CONSTRAINT below CHECK (id <> -4711);

          -- @downgrade
          ALTER TABLE t_a1 DROP CONSTRAINT below;
          """);
      assertThat(cli.run("verify", "b1").code()).isZero();

      cli.file("rows/b1.before.sql", "INSERT INTO t_a1 VALUES (-4711);\n");
      Result result = cli.run("verify", "b1", "--rows-folder", "rows");

      assertThat(result.code()).isEqualTo(11);
      assertThat(result.out()).contains("b1");
    }

    @Test
    void areRefusedWhereNothingWouldUseThem() {
      sound("a1", "");

      Result missing = cli.run("verify", "--rows-folder", "nowhere");
      assertThat(missing.code()).isEqualTo(2);
      assertThat(missing.err()).contains("Cannot read the rows in \"nowhere\"", "[ANB-3003]");

      cli.file("rows/a1.sql", "SELECT 1;");
      Result name = cli.run("verify", "--rows-folder", "rows");
      assertThat(name.code()).isEqualTo(2);
      assertThat(name.err()).contains("a1.sql", "<revision>.before.sql");

      cli.file("others/a2.before.sql", "SELECT 1;");
      Result revision = cli.run("verify", "--rows-folder", "others");
      assertThat(revision.code()).isEqualTo(2);
      assertThat(revision.err()).contains("a2.before.sql\": no revision has the id \"a2\".");

      cli.file("third/a1.before.postgres.sql", "SELECT 1;");
      Result product = cli.run("verify", "--rows-folder", "third");
      assertThat(product.code()).isEqualTo(2);
      assertThat(product.err()).contains("Cannot find the dialect \"postgres\"");
    }
  }

  @Nested
  class WrongCalls {
    @Test
    void anUnknownProduct() {
      sound("a1", "");

      Result result = cli.run("verify", "--on", "postgres");

      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err())
          .contains("Cannot find the dialect \"postgres\"", "postgresql", "[ANB-4108]");
    }

    @Test
    void aProductWithoutAServer() {
      assumeTrue(
          System.getenv("ANABRANCH_TEST_ORACLE_URL") == null,
          "ANABRANCH_TEST_ORACLE_URL is set, so there is a server");
      sound("a1", "");

      Result result = cli.run("verify", "--on", "oracle");

      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err())
          .contains(
              "Cannot verify on oracle: no Oracle",
              "--scratch jdbc:oracle:thin:",
              "ANABRANCH_SCRATCH_PASSWORD",
              "[ANB-3301]");
    }

    @Test
    void leftoversThatMayBeSomeonesOwn() {
      sound("a1", "");

      for (String age : List.of("59m", "0", "soon")) {
        Result result = cli.run("verify", "--drop-leftovers", age);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
            .contains(
                "Cannot use \"" + age + "\" for --drop-leftovers: it is no span of time of an hour")
            .contains("such as 24h");
      }
      assertThat(cli.run("verify", "--drop-leftovers", "1h").code()).isZero();
    }

    @Test
    void noProductAtAll() {
      cli.file("anabranch.toml", "revisions = [\"revisions\"]\n");
      sound("a1", "");

      Result result = cli.run("verify");

      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err())
          .contains("Cannot choose a product to verify on", "--on PRODUCT", "[ANB-3301]");
      assertThat(cli.run("verify", "--on", "h2").code()).isZero();
    }

    @Test
    void aServerThatDoesNotAnswerAndAPasswordThatIsNotShown() {
      sound("a1", "");

      Result inUrl =
          cli.run(
              "verify", "--scratch", "jdbc:postgresql://localhost:1/x?user=me&password=hush-hush");
      assertThat(inUrl.code()).isEqualTo(1);
      assertThat(inUrl.err()).contains("Cannot connect to", "localhost:1").doesNotContain("hush");

      Result inVariable =
          cli.with("ANABRANCH_SCRATCH_PASSWORD", "hush-hush")
              .run(
                  "verify", "--scratch", "jdbc:postgresql://localhost:1/x", "--scratch-user", "me");
      assertThat(inVariable.code()).isEqualTo(1);
      assertThat(inVariable.err()).contains("me at jdbc:postgresql:").doesNotContain("hush");
      assertThat(cli.run("verify", "--scratch", "jdbc:postgresql://localhost:1/x", "--json").err())
          .doesNotContain("hush");
    }

    @Test
    void aUrlOfNoProduct() {
      sound("a1", "");

      Result result = cli.run("verify", "--scratch", "jdbc:sqlite:x?password=hush");

      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).contains("no dialect knows this product").doesNotContain("hush");
    }

    @Test
    void aDatabaseOfH2ThatIsNotInMemory() throws IOException {
      sound("a1", "");

      Result result = cli.run("verify", "--scratch", "jdbc:h2:file:" + folder + "/precious");

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err()).contains("H2 is used as \"jdbc:h2:mem:\"");
      assertThat(files()).containsExactly("anabranch.toml", "revisions");
    }

    @Test
    void serversThatContradictTheProducts() {
      sound("a1", "");

      Result other = cli.run("verify", "--on", "postgresql", "--scratch", "jdbc:h2:mem:");
      assertThat(other.code()).isEqualTo(2);
      assertThat(other.err()).contains("it is h2, and --on names only postgresql");
      Result twice = cli.run("verify", "--scratch", "jdbc:h2:mem:", "--scratch", "jdbc:h2:mem:x");
      assertThat(twice.code()).isEqualTo(2);
      assertThat(twice.err()).contains("Cannot use two scratch servers of h2");
    }

    @Test
    void numbersThatAreNone() {
      sound("a1", "");

      assertThat(cli.run("verify", "--rows", "-1").err()).contains("no number from 0 to 999999");
      assertThat(cli.run("verify", "--rows", "many").code()).isEqualTo(2);
      assertThat(cli.run("verify", "--seed", "x").err()).contains("it is no whole number");
      assertThat(cli.run("verify", "--losses", "maybe").code()).isEqualTo(2);
    }

    @Test
    void rangesThatAreNone() {
      sound("a1", "");

      assertThat(cli.run("verify", "a1:b1:c1").code()).isEqualTo(2);
      assertThat(cli.run("verify", "nonsuch").err()).contains("Cannot find \"nonsuch\"");
      Result current = cli.run("verify", "a1:current");
      assertThat(current.code()).isEqualTo(2);
      assertThat(current.err()).contains("no database is asked where it stands");
    }

    @Test
    void aScratchServerThatIsNotThere() {
      sound("a1", "");

      Result result = cli.run("verify", "--scratch", "jdbc:postgresql://user:secret@localhost:1/x");

      assertThat(result.code()).isNotZero();
      assertThat(result.err())
          .contains("Cannot connect to jdbc:postgresql://user:***@localhost:1/x", "--scratch-user")
          .doesNotContain("secret");
    }

    @Test
    void aRangeThatIsNone() {
      sound("a1", "");
      sound("b1", "a1");

      Result result = cli.run("verify", "b1:a1");

      assertThat(result.err()).contains("Cannot take the revisions of \"b1:a1\"");
    }

    @Test
    void aFolderThatCannotBeMade() {
      sound("a1", "");

      Result result = cli.run("verify", "--report", "anabranch.toml/x");

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err())
          .contains("Cannot write the report", ": Not a directory.", "[ANB-2033]")
          .doesNotContain("h2  passed");
    }
  }
}
