package dev.anabranch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.junit.RequiresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class MysqlServerIT {

  @EachServer({"mysql", "mariadb"})
  void aNewDatabaseIsEmptyAndSpeaksUnicode(TestDatabase database) {
    assertThat(text(database.address(), "SELECT DATABASE()")).isEqualTo(database.name());
    assertThat(text(database.address(), "SELECT @@character_set_database")).isEqualTo("utf8mb4");
    assertThat(
            text(
                database.address(),
                "SELECT count(*) FROM information_schema.tables WHERE table_schema = DATABASE()"))
        .isEqualTo("0");
  }

  @EachServer({"mysql", "mariadb"})
  void theProductIsTheOneThatWasAskedFor(TestDatabase database) {
    boolean mariadb = text(database.address(), "SELECT VERSION()").contains("MariaDB");

    assertThat(database.product()).isEqualTo(mariadb ? "mariadb" : "mysql");
  }

  @EachServer({"mysql", "mariadb"})
  void databasesDoNotSeeEachOther(TestDatabase one, TestDatabase other) {
    one.execute("CREATE TABLE thing (id int)");

    assertThat(other.name()).isNotEqualTo(one.name());
    assertThatThrownBy(() -> other.execute("SELECT * FROM thing"))
        .isInstanceOf(TestServerException.class)
        .hasMessageContaining("doesn't exist");
  }

  @EachServer({"mysql", "mariadb"})
  void closingDropsTheDatabaseUnderOpenTransactions(TestServer server) throws SQLException {
    TestDatabase database = server.createDatabase();
    String beside = MysqlControl.of(database).createDatabaseBeside("more");
    database.execute("CREATE TABLE thing (id int)");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO thing VALUES (1)");

      database.close();

      assertThat(connection.isValid(5)).isFalse();
    }
    assertThat(exists(server, database.name())).isFalse();
    assertThat(exists(server, beside)).isFalse();
  }

  @EachServer({"mysql", "mariadb"})
  void aDatabaseWithoutTheMarkIsNotDropped(TestServer server) {
    TestDatabase database = server.createDatabase();
    database.execute(
        "DELETE FROM anabranch_test_marks.scratch WHERE name = '" + database.name() + "'");

    assertThatThrownBy(database::close)
        .isInstanceOf(TestServerException.class)
        .hasMessage(
            "Cannot drop the scratch database %s: it is not noted in anabranch_test_marks as the"
                + " testkit's",
            database.name());
    assertThat(exists(server, database.name())).isTrue();

    execute(server.address(), "DROP DATABASE " + database.name());
  }

  @EachServer({"mysql", "mariadb"})
  void otherSessionsAreEndedAndGone(TestDatabase database) throws SQLException {
    MysqlControl control = MysqlControl.of(database);
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

  @EachServer({"mysql", "mariadb"})
  void aLimitedUserConnectsAndMayDoNothingUntilItIsGranted(TestDatabase database) {
    database.execute("CREATE TABLE thing AS SELECT 7 AS id");
    MysqlControl.LimitedUser user = MysqlControl.of(database).createUser();

    assertThat(text(user.address(), "SELECT CURRENT_USER()")).isEqualTo(user.name() + "@%");
    assertThatThrownBy(() -> execute(user.address(), "CREATE TABLE other (id int)"))
        .hasMessageContaining("command denied");
    assertThatThrownBy(() -> text(user.address(), "SELECT id FROM thing"))
        .hasMessageContaining("command denied");

    database.execute("GRANT SELECT ON thing TO " + user.name());
    assertThat(text(user.address(), "SELECT id FROM thing")).isEqualTo("7");
  }

  @Test
  @RequiresServer("h2")
  void isRefusedForAnotherProduct(TestDatabase database) {
    assertThatThrownBy(() -> MysqlControl.of(database))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a database of MySQL or MariaDB: anabranch_test_");
  }

  private static boolean exists(TestServer server, String name) {
    return text(
            server.address(),
            "SELECT count(*) FROM information_schema.schemata WHERE schema_name = '" + name + "'")
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
