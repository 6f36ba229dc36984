package dev.anabranch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.junit.RequiresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MysqlSnapshotIT {

  private static final String[] SCHEMA = {
    // The order of names is not that of need.
    """
    CREATE TABLE a_line (
      id INT UNSIGNED NOT NULL AUTO_INCREMENT,
      customer BIGINT,
      amount DECIMAL(8, 2) NOT NULL DEFAULT 1.50 CHECK (amount < 1000),
      twice DECIMAL(9, 2) GENERATED ALWAYS AS (amount * 2) STORED,
      note VARCHAR(40) DEFAULT '{t ''x''; `b`.}' COMMENT 'it''s; so',
      at TIMESTAMP NULL DEFAULT '2026-03-29 01:30:00',
      PRIMARY KEY (id, amount), KEY by_note (note(5)),
      CONSTRAINT line_customer FOREIGN KEY (customer) REFERENCES z_customer (id) ON DELETE CASCADE
    ) AUTO_INCREMENT = 500 COMMENT = 'lines'\
    """,
    """
    CREATE TABLE z_customer (
      id BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
      name VARCHAR(50) CHARACTER SET latin1 NOT NULL, kind ENUM('a', 'b''c') DEFAULT 'a',
      friend BIGINT, UNIQUE KEY (name), FOREIGN KEY (friend) REFERENCES z_customer (id))\
    """,
    "INSERT INTO z_customer (id, name, friend) VALUES (1, 'Zoë', 2), (2, 'O''Hara', 1)",
    "INSERT INTO a_line (id, customer, amount) VALUES (7, 1, 2.25)",
    "CREATE TABLE empty_one (id INT)",
    "CREATE FUNCTION half(n INT) RETURNS INT DETERMINISTIC RETURN n / 2",
    """
    CREATE PROCEDURE tidy(IN least INT)
    BEGIN
      DECLARE n INT DEFAULT 0; -- {d ignored}
      DELETE FROM empty_one WHERE id < least;
    END\
    """,
    "CREATE VIEW z_base AS SELECT id, half(id) AS h FROM z_customer WHERE name <> 'ü;'",
    "CREATE VIEW a_top AS SELECT h FROM z_base",
    "CREATE TRIGGER second BEFORE INSERT ON empty_one FOR EACH ROW SET NEW.id = NEW.id * 2",
    """
    CREATE TRIGGER first BEFORE INSERT ON empty_one FOR EACH ROW PRECEDES second
    SET NEW.id = NEW.id + 1\
    """,
    "CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2036-01-01 03:00:00' DISABLE DO CALL tidy(1)"
  };

  @EachServer({"mysql", "mariadb"})
  void aCopyIsWhatTheSourceWas(TestServer server, TestDatabase source) throws SQLException {
    try (Connection connection = source.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
      statement.execute("SET foreign_key_checks = 0");
      for (String sql : SCHEMA) {
        statement.execute(sql);
      }
      statement.execute("SET sql_mode = 'ANSI_QUOTES,NO_AUTO_VALUE_ON_ZERO'");
      statement.execute("INSERT INTO z_customer (id, name) VALUES (0, 'nobody')");
      statement.execute("CREATE PROCEDURE ansi() SELECT \"id\" FROM empty_one");
      statement.execute("SET SESSION time_zone = '+05:00'");
      statement.execute(
          "CREATE EVENT far ON SCHEDULE EVERY 1 HOUR STARTS '2036-01-01 00:00:00' DISABLE DO DO 1");
    }
    List<String> description = description(source);
    assertThat(description).hasSize(15);

    try (DatabaseSnapshot snapshot = server.snapshot(source)) {
      source.execute("DELETE FROM a_line");
      source.execute("DROP VIEW a_top");
      try (TestDatabase one = snapshot.restore();
          TestDatabase other = snapshot.restore()) {
        assertThat(description(one)).isEqualTo(description);
        one.execute("DELETE FROM a_line");
        assertThat(description(other)).isEqualTo(description);
        other.execute("INSERT INTO empty_one VALUES (1)");
        assertThat(text(other, "SELECT id FROM empty_one")).isEqualTo("4");
        other.execute("INSERT INTO a_line (customer) VALUES (1)");
        assertThat(text(other, "SELECT max(id) FROM a_line")).isEqualTo("500");
        assertThatThrownBy(() -> other.execute("INSERT INTO a_line (customer) VALUES (9)"))
            .hasMessageContaining("foreign key constraint fails");
      }
    }
  }

  @Test
  @RequiresServer("mariadb")
  void sequencesGoOnAndBelongToTheCopy(TestServer server, TestDatabase source) throws SQLException {
    source.execute("CREATE SEQUENCE numbers START WITH 5 INCREMENT BY 5 CACHE 2");
    source.execute("CREATE TABLE numbered (id BIGINT DEFAULT NEXT VALUE FOR numbers, n INT)");
    source.execute("INSERT INTO numbered (n) VALUES (1), (2)");

    try (DatabaseSnapshot snapshot = server.snapshot(source);
        TestDatabase copy = snapshot.restore()) {
      source.execute("DROP SEQUENCE numbers");

      copy.execute("INSERT INTO numbered (n) VALUES (3)");
      assertThat(text(copy, "SELECT group_concat(id ORDER BY id) FROM numbered"))
          .isEqualTo("5,10,15");
      assertThat(text(copy, "SHOW CREATE TABLE numbered", 2))
          .contains("nextval(`" + copy.name() + "`.`numbers`)");
    }
  }

  @EachServer({"mysql", "mariadb"})
  void whatIsKeptGoesWithTheSnapshot(TestServer server, TestDatabase source) throws SQLException {
    source.execute("CREATE TABLE thing (id INT)");
    String before = marked(server);

    DatabaseSnapshot snapshot = server.snapshot(source);
    TestDatabase copy = snapshot.restore();
    assertThat(marked(server)).isNotEqualTo(before);

    snapshot.close();
    copy.execute("INSERT INTO thing VALUES (1)");
    copy.close();
    assertThat(marked(server)).isEqualTo(before);
  }

  @EachServer({"mysql", "mariadb"})
  void aServerNamedByItsUrlIsToldFromTheOtherProduct(TestServer server) {
    TestServer named = TestServers.shared().at(server.address());

    assertThat(named.product()).isEqualTo(server.product());
    try (TestDatabase database = named.createDatabase()) {
      database.execute("CREATE TABLE thing (id INT)");
    }
  }

  @EachServer({"mysql", "mariadb"})
  void leftoversAreDroppedWhenTheyAreOldAndMarkedAndIdle(TestServer server) throws SQLException {
    TestDatabase young = server.createDatabase();
    TestDatabase old = server.createDatabase();
    TestDatabase used = server.createDatabase();
    TestDatabase someonesOwn = server.createDatabase();
    String scratch = "anabranch_test_marks.scratch";
    for (TestDatabase each : List.of(old, used, someonesOwn)) {
      young.execute(
          "UPDATE " + scratch + " SET made = '2020-01-01' WHERE name = '" + each.name() + "'");
    }
    young.execute("DELETE FROM " + scratch + " WHERE name = '" + someonesOwn.name() + "'");

    try (Connection connection = used.connect()) {
      assertThat(server.dropLeftovers(Duration.ofDays(1)))
          .contains(old.name())
          .doesNotContain(young.name(), used.name(), someonesOwn.name());

      assertThat(connection.isValid(5)).isTrue();
      assertThatThrownBy(old::connect).hasMessageContaining("Unknown database");
    }
    young.execute("DROP DATABASE " + someonesOwn.name());
    used.close();
    young.close();
  }

  @EachServer({"mysql", "mariadb"})
  void whatAnEarlierReleaseMarkedCountsAsMadeNow(TestServer server) {
    TestDatabase database = server.createDatabase();
    database.execute("ALTER TABLE anabranch_test_marks.scratch DROP COLUMN made");

    assertThat(server.dropLeftovers(Duration.ofDays(1))).doesNotContain(database.name());
    database.close();
  }

  /** Returns everything that the server tells of a database, without its name. */
  private static List<String> description(TestDatabase database) throws SQLException {
    List<String> found = new ArrayList<>();
    String name = database.name();
    found.add(text(database, "SHOW CREATE DATABASE " + name, 2));
    for (String table : names(database, "TABLE_NAME", "TABLES", "TABLE_SCHEMA", "")) {
      found.add(text(database, "SHOW CREATE TABLE " + table, 2));
      if (!table.equals("a_top") && !table.equals("z_base")) {
        found.add(table + " " + text(database, "CHECKSUM TABLE " + table, 2));
      }
    }
    for (String kind : List.of("FUNCTION", "PROCEDURE")) {
      String only = " AND ROUTINE_TYPE = '" + kind + "'";
      for (String each : names(database, "ROUTINE_NAME", "ROUTINES", "ROUTINE_SCHEMA", only)) {
        found.add(texts(database, "SHOW CREATE " + kind + " " + each, 2, 3, 4, 5, 6));
      }
    }
    for (String each : names(database, "EVENT_NAME", "EVENTS", "EVENT_SCHEMA", "")) {
      found.add(texts(database, "SHOW CREATE EVENT " + each, 2, 3, 4, 5, 6, 7));
    }
    found.add(
        String.join(
            " | ",
            names(
                database,
                "concat(TRIGGER_NAME, ACTION_ORDER, ACTION_STATEMENT, SQL_MODE, DEFINER)",
                "TRIGGERS",
                "TRIGGER_SCHEMA",
                "")));
    // MySQL remembers whether a character set was written out beside its collation.
    return found.stream()
        .map(
            text ->
                text.replace(name, "database").replace("CHARACTER SET utf8mb4 COLLATE", "COLLATE"))
        .toList();
  }

  private static List<String> names(
      TestDatabase database, String what, String table, String schema, String condition)
      throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = database.connect();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT "
                        + what
                        + " FROM information_schema."
                        + table
                        + " WHERE "
                        + schema
                        + " = DATABASE()"
                        + condition
                        + " ORDER BY 1")) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  private static String marked(TestServer server) throws SQLException {
    try (Connection connection = server.address().connect();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT group_concat(name ORDER BY name) FROM anabranch_test_marks.scratch")) {
      row.next();
      return row.getString(1);
    }
  }

  private static String text(TestDatabase database, String query) throws SQLException {
    return text(database, query, 1);
  }

  private static String text(TestDatabase database, String query, int column) throws SQLException {
    return texts(database, query, column);
  }

  private static String texts(TestDatabase database, String query, int... columns)
      throws SQLException {
    try (Connection connection = database.connect();
        ResultSet row = connection.createStatement().executeQuery(query)) {
      assertThat(row.next()).isTrue();
      List<String> texts = new ArrayList<>();
      for (int column : columns) {
        texts.add(row.getString(column));
      }
      return String.join(" | ", texts);
    }
  }
}
