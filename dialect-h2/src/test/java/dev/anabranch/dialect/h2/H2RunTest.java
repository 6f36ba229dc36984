package dev.anabranch.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.Anabranch;
import dev.anabranch.engine.DatabaseException;
import dev.anabranch.engine.DatabaseState;
import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.engine.UnfinishedMigrationException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.history.JournalEntry.Progress;
import dev.anabranch.testkit.contract.ChildRun;
import dev.anabranch.testkit.contract.DialectContract;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.H2Databases;
import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.TestDatabase;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to runs on H2 alone. */
@RequiresServer("h2")
class H2RunTest {

  @Nested
  class Crashes extends DialectContract {

    private void writeRevisions() {
      writeTable("a1");
      revisions()
          .revision("b1", "a1")
          .upgrade(
              "CREATE TABLE b1 (id INTEGER)",
              "INSERT INTO b1 VALUES (1)",
              "INSERT INTO b1 VALUES (2)",
              "CREATE TABLE b2 (id INTEGER)",
              "INSERT INTO b2 VALUES (1)")
          .downgrade("DROP TABLE b2", "DROP TABLE b1")
          .write();
    }

    // H2 writes commits to disk half a second later unless it is told otherwise.
    private ServerAddress durable(TestDatabase file) {
      return file.address().withUrl(file.url() + ";WRITE_DELAY=0");
    }

    private Anabranch on(TestDatabase file) {
      return builder().url(file.url()).build();
    }

    private void crash(TestDatabase file, String place) throws Exception {
      try (ChildRun child = ChildRun.start(durable(file), revisions().project(), place)) {
        child.await("statement " + place);
        child.kill();
      }
    }

    @Test
    void whatSharesATransactionIsSurelyNotDoneAndRunAgain() throws Exception {
      writeRevisions();
      try (TestDatabase file = H2Databases.inFile()) {
        crash(file, "b1 3");

        DatabaseState state = on(file).current();
        assertThat(state.rows()).containsExactly("a1");
        assertThat(state.unfinished())
            .hasValueSatisfying(
                entry -> assertThat(entry.progress()).isEqualTo(new Progress(1, 5)));

        on(file).upgrade("heads");

        DatabaseState after = on(file).current();
        assertThat(after.rows()).containsExactly("b1");
        assertThat(after.unfinished()).isEmpty();
        assertRows(file, "SELECT COUNT(*) FROM b1", 2);
      }
    }

    @Test
    void whatIsCommittedByItselfIsLeftToAPerson() throws Exception {
      writeRevisions();
      try (TestDatabase file = H2Databases.inFile()) {
        crash(file, "b1 4");

        assertThatThrownBy(() -> on(file).upgrade("heads"))
            .isInstanceOf(UnfinishedMigrationException.class)
            .hasMessageContaining("statement 4 (revisions/b1_test.sql:8) may or may not have run");

        on(file).resume(OptionalInt.of(4));

        assertThat(on(file).current().rows()).containsExactly("b1");
        assertRows(file, "SELECT COUNT(*) FROM b2", 1);
      }
    }

    private void assertRows(TestDatabase file, String sql, int rows) throws Exception {
      try (var connection = file.connect();
          var statement = connection.createStatement();
          var result = statement.executeQuery(sql)) {
        result.next();
        assertThat(result.getInt(1)).isEqualTo(rows);
      }
    }

    @Test
    void aFileThatAnotherProcessHasOpenIsNamed() throws Exception {
      writeRevisions();
      try (TestDatabase file = H2Databases.inFile()) {
        try (ChildRun child = ChildRun.start(file.address(), revisions().project(), "b1 3")) {
          child.await("statement b1 3");

          assertThatThrownBy(() -> on(file).current())
              .isInstanceOfSatisfying(
                  DatabaseException.class,
                  e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_IN_USE);
                    assertThat(e.hint()).get().asString().contains("AUTO_SERVER=TRUE");
                  });
          child.kill();
        }
      }
    }
  }

  @Nested
  class Rights extends DialectContract {

    @Test
    void whoMayOnlyChangeRowsCanRunWhatOnlyChangesRows() {
      writeTable("a1");
      anabranch().upgrade("heads");
      database().execute("CREATE USER limited PASSWORD 'limited'");
      for (String table :
          new String[] {"a1", "anabranch_version", "anabranch_history", "anabranch_version_lock"}) {
        database().execute("GRANT SELECT, INSERT, UPDATE, DELETE ON " + table + " TO limited");
      }
      revisions()
          .revision("b1", "a1")
          .upgrade("INSERT INTO a1 VALUES (1, 'x')")
          .downgrade("DELETE FROM a1")
          .write();
      writeTable("c1", "b1");
      Anabranch limited =
          builder()
              .url(database().url().replace(";DB_CLOSE_DELAY=-1", ""))
              .user("limited")
              .password("limited")
              .build();

      limited.upgrade("b1");
      assertThat(rows()).containsExactly("b1");

      assertThatThrownBy(() -> limited.upgrade("heads"))
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageContaining("No statement of it is done.");
      assertThat(rows()).containsExactly("b1");
      assertThat(anabranch().current().unfinished()).isEmpty();
    }
  }

  @Nested
  class Connecting extends DialectContract {

    @Test
    void aWrongPasswordIsRefusedAndNotShown() {
      writeTable("a1");

      assertThatThrownBy(() -> builder().password("pa55").build().current())
          .isInstanceOfSatisfying(
              DatabaseException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
                assertThat(e.toString()).doesNotContain("pa55");
              });
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
      writeTable("a1");

      assertThatThrownBy(() -> builder().url("jdbc:h2:mem:nowhere;IFEXISTS=TRUE").build().current())
          .isInstanceOfSatisfying(
              DatabaseException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_DATABASE);
                assertThat(e).hasMessageContaining("nowhere");
              });
    }

    @Test
    void aUrlTheDriverCannotReadIsShownWithoutItsPassword() {
      writeTable("a1");
      String url = "jdbc:h2:mem:x;PASSWORD=pa55;NONSENSE=1";

      assertThatThrownBy(() -> builder().url(url).build().current())
          .isInstanceOf(DatabaseException.class)
          .hasMessageNotContaining("pa55");
    }
  }

  @Nested
  class Names extends DialectContract {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "DATABASE_TO_UPPER=FALSE",
          "DATABASE_TO_LOWER=TRUE",
          "DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
          "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
          "MODE=Oracle",
          "MODE=MySQL;DATABASE_TO_LOWER=TRUE"
        })
    void theStateTablesAreFoundHoweverNamesAreKept(String settings) throws Exception {
      writeTable("a1");
      String url = "jdbc:h2:mem:" + database().name() + "_kept;DB_CLOSE_DELAY=-1;" + settings;
      Anabranch anabranch = builder().url(url).build();

      anabranch.upgrade("heads");
      anabranch.downgrade("base");
      anabranch.upgrade("heads");

      assertThat(anabranch.current().rows()).containsExactly("a1");
      ServerAddress address = database().address().withUrl(url);
      try (var connection = address.connect();
          var statement = connection.createStatement();
          var result = statement.executeQuery("SELECT version_num FROM anabranch_version")) {
        assertThat(result.next()).isTrue();
        statement.execute("SHUTDOWN");
      }
    }
  }
}
