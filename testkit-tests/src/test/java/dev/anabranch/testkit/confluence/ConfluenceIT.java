package dev.anabranch.testkit.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.confluence.ConfluenceOptions.ColumnOrder;
import dev.anabranch.testkit.confluence.ConfluenceOptions.ProofPolicy;
import dev.anabranch.testkit.confluence.MeetingResult.Status;
import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is run, what is not, and what is told, on three products. */
@EachServer({"h2", "postgresql", "mysql"})
class ConfluenceIT {

  private static final String TABLE =
      "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, n INTEGER, s VARCHAR(20));";

  private static final ConfluenceOptions STRUCTURE =
      ConfluenceOptions.of(VerificationOptions.builder().rows(0).build());

  @TempDir Path folder;

  private ConfluenceReport verify(TestServer server, ConfluenceOptions options) {
    RevisionScripts scripts = new Branches(folder).load();
    return new ConfluenceVerifier(scripts, server, options, ConfluenceListener.NONE).verify();
  }

  private static MeetingResult only(ConfluenceReport report) {
    assertThat(report.meetings()).hasSize(1);
    return report.meetings().get(0);
  }

  @Test
  void whatTouchesNothingInCommonIsNotRun(TestServer server) {
    Branches.fork(
        folder,
        TABLE,
        "CREATE TABLE a (id INTEGER NOT NULL PRIMARY KEY);",
        "CREATE INDEX ix_t_n ON t (n);");

    ConfluenceReport report = verify(server, STRUCTURE);

    assertThat(report.passed()).isTrue();
    assertThat(only(report).status()).isEqualTo(Status.DISJOINT);
    assertThat(only(report).settled()).isEqualTo(1);
    assertThat(only(report).run()).isZero();
    assertThat(report.databases()).as("only to ask for the release").isEqualTo(1);
  }

  @Test
  void columnsInAnotherOrderAreToldAndFailOnlyWhereThatIsWanted(TestServer server) {
    Branches.fork(
        folder,
        TABLE,
        "ALTER TABLE t ADD COLUMN a INTEGER;",
        "ALTER TABLE t ADD COLUMN b INTEGER;");

    ConfluenceReport allowed = verify(server, STRUCTURE);
    ConfluenceReport compared = verify(server, STRUCTURE.withColumnOrder(ColumnOrder.COMPARED));

    assertThat(only(allowed).status()).isEqualTo(Status.DISJOINT);
    assertThat(only(allowed).notes())
        .containsExactly("the order of new columns of t depends on the order of the branches");
    assertThat(only(compared).status()).isEqualTo(Status.CONFLICTING);
    assertThat(compared.conflicts().get(0).differences())
        .extracting(OrderDifference::kind)
        .containsExactly(OrderDifference.Kind.COLUMN_ORDER);
  }

  @Test
  void whatIsInCommonIsRunAndMayBeConfluent(TestServer server) {
    Branches.fork(
        folder,
        TABLE + "INSERT INTO t (id, n) VALUES (901, 1);",
        "UPDATE t SET n = n + 1;",
        "UPDATE t SET s = 'x';");

    ConfluenceReport report =
        verify(server, ConfluenceOptions.of(VerificationOptions.builder().rows(5).build()));

    assertThat(report.conflicts()).isEmpty();
    assertThat(only(report).status()).isEqualTo(Status.CONFLUENT);
    assertThat(only(report).run()).isEqualTo(1);
    assertThat(only(report).orders()).isEqualTo(2);
  }

  @Test
  void thePresentMomentIsNoDifference(TestServer server) {
    Branches.fork(
        folder,
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, n INTEGER, seen TIMESTAMP);"
            + "INSERT INTO t (id, n) VALUES (1, 1);",
        "UPDATE t SET seen = CURRENT_TIMESTAMP;",
        "UPDATE t SET n = n + 1;");

    ConfluenceReport report = verify(server, STRUCTURE);

    assertThat(report.conflicts()).isEmpty();
    assertThat(only(report).status()).isEqualTo(Status.CONFLUENT);
  }

  /** Each two commute, and all three do not: the exchange that makes it is found. */
  @Test
  void whatOnlyWholeBranchesShowIsNarrowedToTwoNeighbours(TestServer server) {
    new Branches(folder)
        .revision(
            "o1", "", TABLE + "INSERT INTO t (id, n) VALUES (1, 0); CREATE TABLE flag (f INTEGER);")
        .revision("a1", "@revises o1", "UPDATE t SET n = n * 2 WHERE EXISTS (SELECT f FROM flag);")
        .revision("b1", "@revises o1", "UPDATE t SET n = n + 1;")
        .revision("c1", "@revises o1", "INSERT INTO flag (f) VALUES (1);")
        .merge("m1", "a1, b1, c1");

    ConfluenceReport report = verify(server, STRUCTURE);

    assertThat(report.conflicts()).hasSize(1);
    NonCommutingPair pair = report.conflicts().get(0);
    assertThat(List.of(pair.first(), pair.second())).isSubsetOf("a1", "b1", "c1");
    assertThat(pair.below()).isSubsetOf("a1", "b1", "c1").hasSize(1);
    assertThat(pair.differences())
        .extracting(OrderDifference::words)
        .containsExactly("t.n: 1 value differs");
  }

  @Test
  void whatFailsByItselfIsNotProved(TestServer server) {
    Branches.fork(folder, TABLE, "UPDATE t SET missing = 1;", "UPDATE t SET n = 1;");

    ConfluenceReport report = verify(server, STRUCTURE);

    assertThat(report.passed()).isFalse();
    assertThat(only(report).status()).isEqualTo(Status.NOT_PROVED);
    assertThat(only(report).reason())
        .hasValueSatisfying(
            reason -> assertThat(reason).startsWith("a1 and b1 cannot be compared: "));
  }

  @Test
  void aDependencySettlesTheOrder(TestServer server) {
    new Branches(folder)
        .revision("o1", "", TABLE)
        .revision("a1", "@revises o1", "CREATE TABLE a (id INTEGER);")
        .revision("b1", "@revises o1\n@depends-on a1", "INSERT INTO a VALUES (1);")
        .merge("m1", "a1, b1");

    assertThat(verify(server, STRUCTURE).meetings()).isEmpty();
  }

  @Test
  void headsThatNobodyHasMergedAreVerifiedAsWell(TestServer server) {
    new Branches(folder)
        .revision("o1", "", TABLE)
        .revision("a1", "@revises o1", "UPDATE t SET n = 1;")
        .revision("b1", "@revises o1", "INSERT INTO t (id, n) VALUES (7, 7);");

    ConfluenceReport report = verify(server, STRUCTURE);

    assertThat(only(report).meeting()).isEqualTo("heads");
    assertThat(report.conflicts()).hasSize(1);
  }

  @Test
  void anInnerMergeIsNotRunAgainWithTheOuterOne(TestServer server) {
    new Branches(folder)
        .revision("o1", "", TABLE + "INSERT INTO t (id, n) VALUES (1, 0);")
        .revision("a1", "@revises o1", "UPDATE t SET n = n + 1;")
        .revision("b1", "@revises o1", "UPDATE t SET n = n + 2;")
        .revision("c1", "@revises o1", "CREATE TABLE c (id INTEGER);")
        .merge("m1", "a1, b1")
        .merge("m2", "m1, c1");

    ConfluenceReport report = verify(server, STRUCTURE);

    assertThat(report.meetings())
        .extracting(MeetingResult::meeting, MeetingResult::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("m1", Status.CONFLUENT),
            org.assertj.core.groups.Tuple.tuple("m2", Status.DISJOINT));
    assertThat(report.run()).isEqualTo(1);
  }

  /** Only the server can tell that rows of the child go with those of the parent. */
  @Test
  void whatIsNotUnderstoodIsLookedUp(TestServer server) {
    String child =
        "CREATE TABLE child (id INTEGER, t_id INTEGER,"
            + " FOREIGN KEY (t_id) REFERENCES t (id) ON DELETE CASCADE)";
    Map<String, String> unknown =
        Map.of(
            "h2", "EXECUTE IMMEDIATE '" + child + "';",
            "postgresql", "DO 'BEGIN " + child + "; END';",
            "mysql", "PREPARE made FROM '" + child + "'; EXECUTE made;");
    Branches.fork(
        folder,
        TABLE + "INSERT INTO t (id) VALUES (1);" + unknown.get(server.product()),
        "DELETE FROM t WHERE id = 1;",
        "INSERT INTO child (id, t_id) VALUES (1, 1);");

    ConfluenceReport report = verify(server, STRUCTURE);

    assertThat(only(report).status()).isEqualTo(Status.CONFLICTING);
    assertThat(report.conflicts().get(0).describe()).contains("b1 fails behind a1: ");
  }

  @Test
  void onlyPairsOfWhatIsAskedForAreLookedAt(TestServer server) {
    Branches.fork(folder, TABLE, "UPDATE t SET n = 1;", "UPDATE t SET n = 2;");
    VerificationOptions others =
        VerificationOptions.builder().rows(0).revisions(List.of("o1")).build();

    assertThat(only(verify(server, ConfluenceOptions.of(others))).pairs()).isZero();
    assertThat(verify(server, STRUCTURE).pairs()).isEqualTo(1);
  }

  /** A new merge of branches that have not changed is where their order matters first. */
  @Test
  void allPairsOfAMergeThatIsAskedForAreLookedAt(TestServer server) {
    Branches.fork(folder, TABLE, "UPDATE t SET n = 1;", "UPDATE t SET n = 2;");
    new Branches(folder)
        .revision("c1", "@revises m1", "UPDATE t SET n = 3;")
        .revision("d1", "@revises m1", "UPDATE t SET n = 4;")
        .merge("m2", "c1, d1");
    VerificationOptions merge =
        VerificationOptions.builder().rows(3).revisions(List.of("m1")).build();

    ConfluenceReport report = verify(server, ConfluenceOptions.of(merge));

    assertThat(report.meetings()).extracting(MeetingResult::meeting).containsExactly("m1", "m2");
    assertThat(report.meetings()).extracting(MeetingResult::pairs).containsExactly(1, 0);
    assertThat(report.meetings().get(0).status()).isEqualTo(Status.CONFLICTING);
  }

  @Test
  void aProofStandsNextToTheMergeUntilSomethingChanges(TestServer server) throws IOException {
    Branches files =
        Branches.fork(
            folder,
            TABLE + "INSERT INTO t (id, n) VALUES (1, 0);",
            "UPDATE t SET n = n + 1;",
            "UPDATE t SET n = n + 2;");
    ConfluenceOptions writing = STRUCTURE.withProofs(ProofPolicy.WRITTEN);

    assertThat(only(verify(server, writing)).status()).isEqualTo(Status.CONFLUENT);

    Path proof = folder.resolve("m1.proof.json");
    assertThat(Files.readString(proof))
        .startsWith("{\n  \"format\": 1,\n  \"revision\": \"m1\",\n  \"proofs\": [\n")
        .contains("{\"product\": \"" + server.product() + "\", \"hash\": \"");
    // The finder of revisions passes over it.
    assertThat(files.load().scripts()).hasSize(4);
    MeetingResult again = only(verify(server, STRUCTURE.withProofs(ProofPolicy.READ)));
    assertThat(again.status()).isEqualTo(Status.PROVED_BEFORE);
    assertThat(again.run()).isZero();

    // Another option, and then another text, are another question.
    assertThat(only(verify(server, writing.withInterleavings(1))).status())
        .isEqualTo(Status.CONFLUENT);
    assertThat(only(verify(server, STRUCTURE.withProofs(ProofPolicy.READ))).status())
        .isEqualTo(Status.CONFLUENT);
    files.revision("b1", "@revises o1", "UPDATE t SET n = n * 2;");
    ConfluenceReport changed = verify(server, writing.withInterleavings(1));
    assertThat(only(changed).status()).isEqualTo(Status.CONFLICTING);
    assertThat(ProofFile.read(proof)).as("what failed is not written").isPresent();
  }

  // What stands for a class that a revision uses, and that is not in its file.
  private static final String USED = "anabranch.test.proof";

  @Test
  void aProofFallsWithWhatTheCodeOfARevisionUses(TestServer server) throws IOException {
    Branches.fork(folder, TABLE, "", "INSERT INTO t (id, n) VALUES (2, 0);")
        .write(
            "a1.java",
            """
            import dev.anabranch.migration.Migration;
            import dev.anabranch.migration.Operations;
            import dev.anabranch.migration.RevisionInfo;

            @RevisionInfo(id = "a1", revises = "o1")
            public class Inserts implements Migration {
              @Override
              public void upgrade(Operations op) {
                op.execute("INSERT INTO t (id, n) VALUES (" + System.getProperty("%s") + ", 0)");
              }

              @Override
              public void downgrade(Operations op) {}
            }
            """
                .formatted(USED));
    Files.delete(folder.resolve("a1.sql"));
    System.setProperty(USED, "1");
    try {
      MeetingResult first = only(verify(server, STRUCTURE.withProofs(ProofPolicy.WRITTEN)));
      assertThat(first.status()).as("%s", first).isEqualTo(Status.CONFLUENT);
      assertThat(only(verify(server, STRUCTURE.withProofs(ProofPolicy.READ))).status())
          .isEqualTo(Status.PROVED_BEFORE);

      System.setProperty(USED, "2");
      assertThat(only(verify(server, STRUCTURE.withProofs(ProofPolicy.READ))).status())
          .isEqualTo(Status.CONFLICTING);
    } finally {
      System.clearProperty(USED);
    }
  }
}
