package dev.anabranch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.testkit.junit.RequiresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@RequiresServer("postgresql")
class PostgresServerIT {

  @Test
  void aNewDatabaseIsEmptyAndSpeaksUnicode(TestDatabase database) {
    assertThat(text(database.address(), "SELECT current_database()")).isEqualTo(database.name());
    assertThat(
            text(
                database.address(),
                "SELECT pg_encoding_to_char(encoding) FROM pg_database "
                    + "WHERE datname = current_database()"))
        .isEqualTo("UTF8");
    assertThat(
            text(
                database.address(),
                "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"))
        .isEqualTo("0");
  }

  @Test
  void databasesDoNotSeeEachOther(TestDatabase one, TestDatabase other) {
    one.execute("CREATE TABLE thing (id int)");

    assertThat(other.name()).isNotEqualTo(one.name());
    assertThatThrownBy(() -> other.execute("SELECT * FROM thing"))
        .isInstanceOf(TestServerException.class)
        .hasMessageContaining("relation \"thing\" does not exist");
  }

  @Test
  void closingDropsTheDatabaseUnderOpenConnections(TestServer server) throws SQLException {
    TestDatabase database = server.createDatabase();
    try (Connection connection = database.connect()) {
      database.close();

      assertThat(connection.isValid(5)).isFalse();
    }
    assertThat(exists(server, database.name())).isFalse();
  }

  @Test
  void aDatabaseWithoutTheMarkIsNotDropped(TestServer server) {
    TestDatabase database = server.createDatabase();
    database.execute("COMMENT ON DATABASE " + database.name() + " IS 'somebody else''s'");

    assertThatThrownBy(database::close)
        .isInstanceOf(TestServerException.class)
        .hasMessage(
            "Cannot drop the scratch database %s: it does not carry the comment that marks it"
                + " as the testkit's",
            database.name());
    assertThat(exists(server, database.name())).isTrue();

    execute(server.address(), "DROP DATABASE " + database.name());
  }

  @Nested
  class Control {

    @Test
    void endsOtherSessionsAndWaitsUntilTheyAreGone(TestDatabase database) throws SQLException {
      PostgresControl control = PostgresControl.of(database);
      try (Connection one = database.connect();
          Connection two = database.connect()) {
        assertThat(control.otherSessions()).isEqualTo(2);

        assertThat(control.terminateOtherSessions()).isEqualTo(2);

        assertThat(control.otherSessions()).isZero();
        assertThat(one.isValid(5)).isFalse();
        assertThatThrownBy(() -> two.createStatement().execute("SELECT 1"))
            .isInstanceOf(SQLException.class);
      }
    }

    @Test
    void aLimitedUserConnectsAndMayDoNothingUntilItIsGranted(TestDatabase database) {
      database.execute("CREATE TABLE thing AS SELECT 7 AS id");
      PostgresControl.LimitedUser user = PostgresControl.of(database).createUser();

      assertThat(text(user.address(), "SELECT current_user")).isEqualTo(user.name());
      assertThatThrownBy(() -> execute(user.address(), "CREATE TABLE other (id int)"))
          .hasMessageContaining("permission denied for schema public");
      assertThatThrownBy(() -> text(user.address(), "SELECT id FROM thing"))
          .hasMessageContaining("permission denied for table thing");

      database.execute("GRANT SELECT ON thing TO " + user.name());
      assertThat(text(user.address(), "SELECT id FROM thing")).isEqualTo("7");
    }

    @Test
    void aLimitedUserGoesWithTheDatabaseAlsoWhenItOwnsTables(TestServer server) {
      PostgresControl.LimitedUser user;
      try (TestDatabase database = server.createDatabase()) {
        user = PostgresControl.of(database).createUser();
        database.execute("GRANT CREATE ON SCHEMA public TO " + user.name());
        execute(user.address(), "CREATE TABLE mine (id int)");
      }

      assertThat(
              text(
                  server.address(),
                  "SELECT count(*) FROM pg_roles WHERE rolname = '" + user.name() + "'"))
          .isEqualTo("0");
    }

    @Test
    @RequiresServer("h2")
    void isRefusedForAnotherProduct(TestDatabase database) {
      assertThatThrownBy(() -> PostgresControl.of(database))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("not a PostgreSQL database: anabranch_test_");
    }
  }

  private static boolean exists(TestServer server, String name) {
    return text(server.address(), "SELECT count(*) FROM pg_database WHERE datname = '" + name + "'")
        .equals("1");
  }

  private static void execute(ServerAddress address, String sql) {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e.getMessage(), e);
    }
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
