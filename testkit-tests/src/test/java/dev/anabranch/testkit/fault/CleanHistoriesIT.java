package dev.anabranch.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.script.ScriptLocation;
import dev.anabranch.script.ScriptOptions;
import dev.anabranch.testkit.corpus.RevisionCorpus;
import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.verify.LossPolicy;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.RoundTripVerifier;
import dev.anabranch.testkit.verify.VerificationListener;
import dev.anabranch.testkit.verify.VerificationOptions;
import dev.anabranch.testkit.verify.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nothing is wrong nothing is found. */
@EachServer({"h2", "postgresql", "mysql", "mariadb"})
class CleanHistoriesIT {

  /** How many revisions of a corpus are taken on a product; where DDL is slow fewer. */
  private static final Map<String, Integer> REVISIONS =
      Map.of("h2", 150, "postgresql", 150, "mysql", 60, "mariadb", 40);

  @TempDir Path folder;

  private static VerificationReport verify(
      Path revisions, TestServer server, VerificationOptions options) {
    RevisionScripts scripts =
        RevisionScripts.load(
            ScriptOptions.of(ScriptLocation.parse(revisions.toString(), Path.of(""))),
            CleanHistoriesIT.class.getClassLoader());
    return new RoundTripVerifier(scripts, server, options, VerificationListener.NONE).verify();
  }

  private void writeCorpus(long seed, int revisions, TestServer server)
      throws IOException, SQLException {
    try (TestDatabase database = server.createDatabase();
        Connection connection = database.connect()) {
      Dialect dialect =
          Dialects.load(CleanHistoriesIT.class.getClassLoader())
              .requireForUrl(database.url(), database.url())
              .dialect(connection);
      new CorpusFiles(dialect, folder).write(RevisionCorpus.generate(seed, revisions));
    }
  }

  @Test
  void theBookshopPasses(TestServer server) {
    VerificationReport report =
        verify(
            Path.of("../examples/bookshop/revisions"),
            server,
            VerificationOptions.builder().allowedHeads(List.of("heads")).build());

    assertThat(Failure.of(report)).isEmpty();
    assertThat(report.count(RevisionResult.Status.PASSED)).isEqualTo(report.revisions().size());
  }

  // Whoever upgrades a second time does it in another session.
  @Test
  void revisionsThatLeaveSomethingInTheirSessionPass(TestServer server) throws IOException {
    Files.writeString(
        folder.resolve("a1.sql"),
        """
        -- @revision a1
        -- @loses t
        -- @upgrade
        CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, v INTEGER);
        -- @downgrade
        DROP TABLE t;
        """);
    Files.writeString(
        folder.resolve("b1.sql"),
        """
        -- @revision b1
        -- @revises a1
        -- @loses t.w

        -- @upgrade h2
        /* What is -- worked with. */ CREATE LOCAL TEMPORARY TABLE work (id INTEGER);
        INSERT INTO work SELECT id FROM t;
        ALTER TABLE t ADD COLUMN w INTEGER;

        -- @upgrade
        /* What is -- worked with. */ CREATE TEMPORARY TABLE work (id INTEGER);
        INSERT INTO work SELECT id FROM t;
        ALTER TABLE t ADD COLUMN w INTEGER;

        -- @downgrade h2
        ALTER TABLE t DROP COLUMN w;

        -- @downgrade mysql, mariadb
        CREATE TEMPORARY TABLE back (id INTEGER);
        ALTER TABLE t DROP COLUMN w;

        -- @downgrade
        PREPARE back AS SELECT 1;
        DECLARE held CURSOR WITH HOLD FOR SELECT 1;
        ALTER TABLE t DROP COLUMN w;
        """);

    VerificationReport report =
        verify(folder, server, VerificationOptions.builder().rows(5).build());

    assertThat(Failure.of(report)).isEmpty();
    assertThat(report.count(RevisionResult.Status.PASSED)).isEqualTo(2);
  }

  @Test
  void revisionsMadeByChancePass(TestServer server) throws IOException, SQLException {
    int revisions = REVISIONS.getOrDefault(server.product(), 0);
    writeCorpus(20_261_128, revisions, server);

    VerificationReport report =
        verify(folder, server, VerificationOptions.builder().rows(0).build());

    assertThat(Failure.of(report)).isEmpty();
    assertThat(report.revisions()).hasSize(revisions);
    // What cannot be taken back stands in the first third only.
    assertThat(report.count(RevisionResult.Status.PASSED))
        .isGreaterThanOrEqualTo(revisions - revisions / 3);
  }

  /**
   * Made by chance, some revisions narrow a type or demand what rows do not have, and many lose
   * values: nothing else may be found of them.
   */
  @Test
  void withRowsOnlyWhatRowsDoNotAllowIsFound(TestServer server) throws IOException, SQLException {
    writeCorpus(1, REVISIONS.getOrDefault(server.product(), 0) / 2, server);

    VerificationReport report =
        verify(folder, server, VerificationOptions.builder().losses(LossPolicy.REPORTED).build());

    assertThat(Failure.of(report))
        .allSatisfy(
            failure ->
                assertThat(failure.message())
                    .matches(
                        "(upgrade works on empty tables only, and fails with rows in them"
                            + "|downgrade failed): .*\\(SQL state (2[23]...|90081|HY000)\\)\\..*"));
    assertThat(report.count(RevisionResult.Status.FAILED))
        .isLessThan(report.revisions().size() / 4);
  }

  @Test
  void rowsThatComeAgainWithOtherNumbersPass(TestServer server) throws IOException {
    Files.writeString(
        folder.resolve("a1.sql"),
        """
        -- @revision a1
        -- @loses author, book
        -- @upgrade
        CREATE TABLE author (
          id INTEGER GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, name VARCHAR(20) NOT NULL);
        CREATE TABLE book (
          id INTEGER GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
          author_id INTEGER NOT NULL,
          title VARCHAR(20) NOT NULL,
          FOREIGN KEY (author_id) REFERENCES author (id));
        -- @upgrade mysql
        CREATE TABLE author (id INTEGER AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20) NOT NULL);
        CREATE TABLE book (
          id INTEGER AUTO_INCREMENT PRIMARY KEY,
          author_id INTEGER NOT NULL,
          title VARCHAR(20) NOT NULL,
          FOREIGN KEY (author_id) REFERENCES author (id));
        -- @downgrade
        DROP TABLE book;
        DROP TABLE author;
        """);
    Files.writeString(
        folder.resolve("b1.sql"),
        """
        -- @revision b1
        -- @revises a1
        -- @upgrade
        INSERT INTO author (name) VALUES ('Ann Ybody');
        INSERT INTO author (name) VALUES ('Sue Mebody');
        INSERT INTO book (author_id, title)
          SELECT id, CONCAT('by ', name) FROM author
          WHERE name IN ('Ann Ybody', 'Sue Mebody');
        -- @downgrade
        DELETE FROM book WHERE title LIKE 'by %';
        DELETE FROM author WHERE name IN ('Ann Ybody', 'Sue Mebody');
        """);

    assertThat(Failure.of(verify(folder, server, VerificationOptions.standard()))).isEmpty();
  }
}
