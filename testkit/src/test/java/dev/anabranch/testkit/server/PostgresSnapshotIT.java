package dev.anabranch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.testkit.junit.RequiresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@RequiresServer("postgresql")
class PostgresSnapshotIT {

  @Test
  void aCopyIsWhatTheSourceWas(TestServer server, TestDatabase source) {
    source.execute("CREATE TABLE thing (id serial PRIMARY KEY, name text)");
    source.execute("INSERT INTO thing (name) VALUES ('Zoë'), (NULL)");

    try (DatabaseSnapshot snapshot = server.snapshot(source)) {
      source.execute("DROP TABLE thing");
      try (TestDatabase one = snapshot.restore();
          TestDatabase other = snapshot.restore()) {
        one.execute("DELETE FROM thing");
        other.execute("INSERT INTO thing (name) VALUES ('third')");

        assertThat(text(one, "SELECT count(*) FROM thing")).isEqualTo("0");
        assertThat(text(other, "SELECT string_agg(id || coalesce(name, ''), ' ') FROM thing"))
            .isEqualTo("1Zoë 2 3third");
        assertThat(text(other, "SELECT current_database()")).isEqualTo(other.name());
      }
    }
  }

  @Test
  void aSourceInUseIsCopiedAndItsSessionsAreEnded(TestServer server, TestDatabase source)
      throws SQLException {
    source.execute("CREATE TABLE thing (id int)");
    try (Connection connection = source.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO thing VALUES (1)");

      try (DatabaseSnapshot snapshot = server.snapshot(source);
          TestDatabase copy = snapshot.restore()) {
        assertThat(connection.isValid(5)).isFalse();
        assertThat(text(copy, "SELECT count(*) FROM thing")).isEqualTo("0");
      }
    }
  }

  @Test
  void settingsOfADatabaseAreThoseOfTheCopy(TestServer server, TestDatabase source) {
    String role = PostgresControl.of(source).createUser().name();
    String database = source.name();
    source.execute("CREATE SCHEMA \"my shop\"");
    source.execute(
        "ALTER DATABASE " + database + " SET search_path = \"my shop\", public, pg_temp");
    source.execute("ALTER DATABASE " + database + " SET \"app.Tenant\" = 'it''s, one'");
    source.execute("ALTER ROLE " + role + " IN DATABASE " + database + " SET work_mem = '7MB'");

    try (DatabaseSnapshot snapshot = server.snapshot(source);
        TestDatabase copy = snapshot.restore()) {
      assertThat(text(copy, "SHOW search_path")).isEqualTo("\"my shop\", public, pg_temp");
      assertThat(text(copy, "SELECT current_setting('app.Tenant')")).isEqualTo("it's, one");
      copy.execute("SET ROLE NONE");
      assertThat(
              text(
                  copy,
                  "SELECT setconfig[1] FROM pg_db_role_setting s JOIN pg_database d"
                      + " ON d.oid = s.setdatabase WHERE setrole <> 0"
                      + " AND datname = current_database()"))
          .isEqualTo("work_mem=7MB");
    }
  }

  @Test
  void whatIsKeptIsMarkedAndGoesWithTheSnapshot(TestServer server, TestDatabase source) {
    long before = databases(server);

    DatabaseSnapshot snapshot = server.snapshot(source);
    TestDatabase copy = snapshot.restore();
    assertThat(databases(server)).isEqualTo(before + 2);

    snapshot.close();
    assertThat(databases(server)).isEqualTo(before + 1);
    copy.execute("SELECT 1");
    copy.close();
    assertThat(databases(server)).isEqualTo(before);
  }

  @Test
  void aSnapshotOfAnotherProductIsRefused(TestServer server) {
    try (TestDatabase h2 = TestServers.shared().require("h2").createDatabase()) {
      assertThatThrownBy(() -> server.snapshot(h2))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("not a database of PostgreSQL (");
    }
  }

  @Nested
  class AServerNamedByItsUrl {

    @Test
    void isKnownByItsUrl(TestServer server) {
      TestServer named = TestServers.shared().at(server.address());

      assertThat(named.product()).isEqualTo("postgresql");
      assertThat(named.origin()).startsWith("named by its URL, ");
      try (TestDatabase database = named.createDatabase()) {
        database.execute("CREATE TABLE thing (id int)");
      }
    }

    @Test
    void thatDoesNotAnswerIsToldWithoutItsPassword() {
      ServerAddress nobody =
          new ServerAddress("jdbc:postgresql://localhost:1/x?password=secret", "me", "secret");

      assertThatThrownBy(() -> TestServers.shared().at(nobody))
          .isInstanceOf(TestServerException.class)
          .hasMessageStartingWith(
              "Cannot connect to me at jdbc:postgresql://localhost:1/x?password=***: ")
          .hasMessageNotContaining("secret");
    }
  }

  @Nested
  class Leftovers {

    @Test
    void areDroppedWhenTheyAreOldAndMarkedAndIdle(TestServer server) throws SQLException {
      TestDatabase young = server.createDatabase();
      TestDatabase old = made(server, "2020-01-01T00:00:00Z");
      TestDatabase used = made(server, "2020-01-01T00:00:00Z");
      TestDatabase someonesOwn = server.createDatabase();
      comment(someonesOwn, "made at 2020-01-01T00:00:00Z");
      TestDatabase changed = made(server, "long ago");
      try (Connection connection = used.connect()) {
        assertThat(server.dropLeftovers(Duration.ofDays(1)))
            .contains(old.name())
            .doesNotContain(young.name(), used.name(), someonesOwn.name(), changed.name());

        assertThat(connection.isValid(5)).isTrue();
        assertThatThrownBy(old::connect).hasMessageContaining("does not exist");
      }
      for (TestDatabase left : new TestDatabase[] {young, used, changed}) {
        left.execute("SELECT 1");
        left.close();
      }
      assertThatThrownBy(someonesOwn::close).hasMessageContaining("does not carry the comment");
      comment(someonesOwn, "scratch database of the Anabranch testkit");
      server.createDatabase().close();
      drop(server, someonesOwn);
    }

    @Test
    void ofAnotherOwnerAreLeftAlone(TestServer server, TestDatabase database) {
      TestDatabase old = made(server, "2020-01-01T00:00:00Z");
      TestServer asSomeoneElse =
          TestServers.shared().at(PostgresControl.of(database).createUser().address());

      assertThat(asSomeoneElse.dropLeftovers(Duration.ofDays(1))).isEmpty();

      old.execute("SELECT 1");
      old.close();
    }

    private TestDatabase made(TestServer server, String time) {
      TestDatabase database = server.createDatabase();
      comment(database, "scratch database of the Anabranch testkit, made at " + time);
      return database;
    }

    private void comment(TestDatabase database, String text) {
      database.execute("COMMENT ON DATABASE " + database.name() + " IS '" + text + "'");
    }

    private void drop(TestServer server, TestDatabase database) throws SQLException {
      try (Connection connection = server.address().connect();
          Statement statement = connection.createStatement()) {
        statement.execute("DROP DATABASE " + database.name() + " WITH (FORCE)");
      }
    }
  }

  private static long databases(TestServer server) {
    return Long.parseLong(
        text(
            server.address(),
            "SELECT count(*) FROM pg_database WHERE shobj_description(oid, 'pg_database')"
                + " LIKE 'scratch database of the Anabranch testkit, made at 20%Z'"));
  }

  private static String text(TestDatabase database, String query) {
    return text(database.address(), query);
  }

  private static String text(ServerAddress address, String query) {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
