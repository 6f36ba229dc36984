package dev.anabranch.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.Anabranch;
import dev.anabranch.AnabranchBuilder;
import dev.anabranch.engine.DatabaseException;
import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.engine.MigrationListener;
import dev.anabranch.engine.OutcomeUnknownException;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.MigrationStep;
import dev.anabranch.testkit.contract.ChildRun;
import dev.anabranch.testkit.contract.DialectContract;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.PostgresControl;
import dev.anabranch.testkit.server.PostgresControl.LimitedUser;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What happens to runs on PostgreSQL alone. */
@RequiresServer("postgresql")
class PostgresRunIT {

  @Nested
  class Commits extends DialectContract {

    /** Ends its own session when the transaction is committed. */
    private void writeSuicide() {
      revisions()
          .revision("a1")
          .upgrade(
              "CREATE TABLE a1 (id INTEGER NOT NULL PRIMARY KEY)",
              "CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                  + " PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$",
              "CREATE CONSTRAINT TRIGGER die AFTER INSERT ON a1 DEFERRABLE INITIALLY DEFERRED"
                  + " FOR EACH ROW EXECUTE FUNCTION die()")
          .downgrade("DROP TABLE a1")
          .write();
      revisions()
          .revision("b1", "a1")
          .upgrade("INSERT INTO a1 VALUES (1)")
          .downgrade("DELETE FROM a1")
          .write();
    }

    @Test
    void aCommitWithoutAnswerIsLookedInto() {
      writeSuicide();

      assertThatThrownBy(() -> anabranch().upgrade("heads"))
          .isInstanceOfSatisfying(
              OutcomeUnknownException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.CONNECTION_LOST);
                assertThat(e)
                    .hasMessageContaining("while b1 was being committed")
                    .hasMessageContaining("b1 was rolled back");
              });

      assertThat(rows()).containsExactly("a1");
      database().execute("DROP TRIGGER die ON a1");
      anabranch().upgrade("heads");
      assertThat(rows()).containsExactly("b1");
    }

    @Test
    void aConstraintCheckedLateIsAFailureOfTheCommit() {
      revisions()
          .revision("a1")
          .upgrade(
              "CREATE TABLE a1 (id INTEGER UNIQUE DEFERRABLE INITIALLY DEFERRED)",
              "INSERT INTO a1 VALUES (1)",
              "INSERT INTO a1 VALUES (1)")
          .downgrade("DROP TABLE a1")
          .write();

      assertThatThrownBy(() -> anabranch().upgrade("heads"))
          .isInstanceOfSatisfying(
              MigrationFailedException.class,
              e -> {
                assertThat(e)
                    .hasMessageContaining("its statements ran, but the commit failed")
                    .hasMessageContaining("a1_id_key")
                    .hasMessageContaining("The revision was rolled back.");
                assertThat(e.statement()).isEmpty();
              });
      assertThat(has("a1")).isFalse();
      assertThat(history()).containsExactly("upgrade a1 failed 0 of 3");
    }
  }

  @Nested
  class Rights extends DialectContract {

    private AnabranchBuilder as(LimitedUser user) {
      return builder().user(user.address().user()).password(user.address().password());
    }

    @Test
    void whoMayCreateNothingIsToldWhichTableIsMissing() {
      writeTable("a1");
      LimitedUser user = PostgresControl.of(database()).createUser();
      database().execute("GRANT USAGE ON SCHEMA public TO " + user.name());

      assertThatThrownBy(() -> as(user).build().upgrade("heads"))
          .isInstanceOfSatisfying(
              DatabaseException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
                assertThat(e).hasMessageContaining("Cannot create the version table");
                assertThat(e.hint()).isPresent();
              });

      anabranch().ensureVersion();
      database().execute("DROP TABLE anabranch_history");
      database().execute("GRANT ALL ON anabranch_version TO " + user.name());
      assertThatThrownBy(() -> as(user).build().upgrade("heads"))
          .hasMessageContaining("Cannot create the history table");
    }

    @Test
    void whoMayNotReadTheTableIsToldSo() {
      writeTable("a1");
      anabranch().upgrade("heads");
      LimitedUser user = PostgresControl.of(database()).createUser();

      assertThatThrownBy(() -> as(user).build().current())
          .isInstanceOfSatisfying(
              DatabaseException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
                assertThat(e).hasMessageContaining("anabranch_version");
              });
    }

    @Test
    void whoMayOnlyChangeRowsCanRunWhatOnlyChangesRows() {
      writeTable("a1");
      anabranch().upgrade("heads");
      LimitedUser user = PostgresControl.of(database()).createUser();
      database().execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO " + user.name());
      revisions()
          .revision("b1", "a1")
          .upgrade("INSERT INTO a1 VALUES (1, 'x')")
          .downgrade("DELETE FROM a1")
          .write();
      writeTable("c1", "b1");

      as(user).build().upgrade("b1");
      assertThat(rows()).containsExactly("b1");

      assertThatThrownBy(() -> as(user).build().upgrade("heads"))
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageContaining("permission denied")
          .hasMessageContaining("42501");
      assertThat(rows()).containsExactly("b1");
    }
  }

  @Nested
  class Connecting extends DialectContract {

    private void assertRefused(String url, ErrorCode code, String words) {
      writeTable("a1");
      assertThatThrownBy(() -> builder().url(url).password("pa55").build().upgrade("heads"))
          .isInstanceOfSatisfying(
              AnabranchException.class,
              e -> {
                assertThat(e.code()).isEqualTo(code);
                assertThat(e).hasMessageContaining(words).hasMessageNotContaining("pa55");
                assertThat(e.hint()).isPresent();
                assertThat(e.hint().orElseThrow()).doesNotContain("pa55");
              });
    }

    @Test
    void anUnknownDatabaseIsNamed() {
      String url = database().url().replace(database().name(), "no_such_database");

      assertRefused(url, ErrorCode.UNKNOWN_DATABASE, "no_such_database");
    }

    @Test
    void aPortNobodyListensAtIsUnreachable() throws IOException {
      int port;
      try (ServerSocket socket = new ServerSocket(0)) {
        port = socket.getLocalPort();
      }

      assertRefused(
          "jdbc:postgresql://localhost:" + port + "/shop?password=pa55",
          ErrorCode.DATABASE_UNREACHABLE,
          "localhost:" + port);
    }

    @Test
    void aUrlTheDriverCannotReadIsMended() {
      assertRefused(
          "jdbc:postgresql://localhost:port/shop?password=pa55",
          ErrorCode.NO_DRIVER,
          "jdbc:postgresql://localhost:port/shop?password=***");
    }
  }

  @Nested
  class Sources extends DialectContract {

    @Test
    void aDataSourceKeepsValuesOfRowsOutOfMessagesToo() {
      revisions()
          .revision("a1")
          .upgrade(
              "CREATE TABLE a1 (note VARCHAR(20) UNIQUE CHECK (length(note) < 9))",
              "INSERT INTO a1 VALUES ('s3cret')",
              "INSERT INTO a1 VALUES ('s3cret')")
          .downgrade("DROP TABLE a1")
          .write();
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(database().url());
      source.setUser(database().user());
      source.setPassword(database().password());
      Anabranch anabranch =
          Anabranch.builder()
              .dataSource(source)
              .baseDirectory(revisions().project())
              .locations("revisions")
              .build();

      assertThatThrownBy(() -> anabranch.upgrade("heads"))
          .hasMessageContaining("a1_note_key")
          .hasMessageNotContaining("s3cret");
    }

    @Test
    void noticesOfTheServerReachTheListener() {
      List<String> heard = new ArrayList<>();
      revisions()
          .revision("a1")
          .upgrade("DO $$ BEGIN RAISE NOTICE 'half of it'; END $$", "DROP TABLE IF EXISTS nowhere")
          .downgrade()
          .write();

      builder()
          .listener(
              new MigrationListener() {
                @Override
                public void serverWarning(MigrationStep step, String message) {
                  heard.add(step.revision().id() + ": " + message);
                }
              })
          .build()
          .upgrade("heads");

      assertThat(heard)
          .containsExactly("a1: half of it", "a1: table \"nowhere\" does not exist, skipping");
    }
  }

  @Nested
  class SearchPaths extends DialectContract {

    private void writeDump(String emptyingThePath) {
      revisions()
          .revision("a1")
          .upgrade(
              emptyingThePath, "CREATE TABLE public.a1 (id INTEGER)", "CREATE SCHEMA elsewhere")
          .downgrade(emptyingThePath, "DROP TABLE public.a1", "DROP SCHEMA elsewhere")
          .write();
      writeTable("b1", "a1");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT pg_catalog.set_config('search_path', '', false)",
          "SET search_path TO pg_catalog",
          "set schema 'pg_catalog'"
        })
    void aDumpThatChangesThePathLeavesItAsItWas(String emptyingThePath) {
      writeDump(emptyingThePath);

      anabranch().upgrade("heads");
      assertThat(rows()).containsExactly("b1");
      assertThat(count("public.b1")).hasValue(0);

      anabranch().downgrade("base");
      assertThat(has("a1")).isFalse();
    }

    @Test
    void aScriptDoesSoToo() throws IOException {
      writeDump("SELECT pg_catalog.set_config('search_path', '', false)");
      StringBuilder script = new StringBuilder();
      anabranch().upgradeScript("heads", script);
      Path file = Files.writeString(revisions().project().resolve("script.sql"), script);

      assertThat(product().runScript(database(), file).succeeded()).isTrue();

      assertThat(rows()).containsExactly("b1");
    }
  }

  @Nested
  class Crashes extends DialectContract {

    @Test
    void aKilledProcessLeavesNothingOfItsRevision() throws Exception {
      writeTable("a1");
      String slow = product().slowQuery("crash_marker");
      revisions()
          .revision("b1", "a1")
          .upgrade("CREATE TABLE b1 (id INTEGER)", "INSERT INTO a1 VALUES (1, 'x')", slow)
          .downgrade("DROP TABLE b1")
          .write();
      try (ChildRun child = ChildRun.start(database().address(), revisions().project(), "")) {
        child.await("statement b1 3");
        awaitRunning("crash_marker");
        child.kill();
      }
      // The server notices the lost client when it next speaks to it; an administrator would end
      // it.
      product().endSessions(database());

      assertThat(has("b1")).isFalse();
      assertThat(count("a1")).hasValue(0);
      assertThat(rows()).containsExactly("a1");
      assertThat(anabranch().current().unfinished()).isEmpty();

      revisions().edit("b1", slow, "INSERT INTO b1 VALUES (1)");
      anabranch().upgrade("heads");
      assertThat(rows()).containsExactly("b1");
      assertThat(count("b1")).hasValue(1);
    }
  }
}
