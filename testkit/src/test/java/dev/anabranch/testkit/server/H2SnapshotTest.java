package dev.anabranch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.testkit.junit.RequiresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@RequiresServer("h2")
class H2SnapshotTest {

  private static final String[] SCHEMA = {
    "CREATE SCHEMA shop",
    "CREATE DOMAIN shop.amount AS DECIMAL(10, 2) CHECK (VALUE >= 0)",
    "CREATE SEQUENCE shop.numbers START WITH 7 INCREMENT BY 3",
    """
    CREATE TABLE shop.customer (
      id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      name VARCHAR(100) NOT NULL,
      upper_name VARCHAR(100) GENERATED ALWAYS AS (UPPER(name)),
      credit shop.amount DEFAULT 1.5,
      photo BLOB,
      story CLOB,
      note VARCHAR(100) DEFAULT '{t; ''x'']}')\
    """,
    "COMMENT ON TABLE shop.customer IS 'who; buys'",
    """
    CREATE TABLE customer_order (
      number INT DEFAULT NEXT VALUE FOR shop.numbers,
      customer BIGINT REFERENCES shop.customer ON DELETE CASCADE,
      CHECK (number > 0))\
    """,
    "CREATE UNIQUE INDEX by_name ON shop.customer(name, credit)",
    "INSERT INTO shop.customer(name, photo, story) VALUES ('Zoë', X'00ff', 'long; text')",
    "INSERT INTO shop.customer(name, credit) VALUES ('O''Hara', NULL)",
    "INSERT INTO shop.customer(name, story) VALUES ('Big', REPEAT('ab;', 3000))",
    "INSERT INTO customer_order(customer) VALUES (1), (2)"
  };

  @Test
  void aCopyIsWhatTheSourceWas(TestServer server, TestDatabase source) throws SQLException {
    fill(source);
    source.execute(
        """
        CREATE VIEW buyers AS SELECT c.name, o.number FROM shop.customer c
        JOIN customer_order o ON o.customer = c.id WHERE o.number > 2 AND c.id < 100 AND c.name <> ''\
        """);
    source.execute("CREATE VIEW buyers_of_many AS SELECT name FROM buyers WHERE number > 5");
    Set<String> script = script(source);

    try (DatabaseSnapshot snapshot = server.snapshot(source)) {
      source.execute("DROP ALL OBJECTS");
      try (TestDatabase one = snapshot.restore();
          TestDatabase other = snapshot.restore()) {
        assertThat(script(one)).isEqualTo(script);
        one.execute("DELETE FROM customer_order");
        assertThat(script(other)).isEqualTo(script);
        assertThat(text(other, "SELECT name FROM buyers_of_many")).isEqualTo("Zoë");
        assertThat(text(other, "SELECT length(story) FROM shop.customer WHERE name = 'Big'"))
            .isEqualTo("9000");
        assertThat(text(other, "SELECT NEXT VALUE FOR shop.numbers")).isEqualTo("13");
        assertThatThrownBy(() -> other.execute("INSERT INTO customer_order VALUES (0, 1)"))
            .hasMessageContaining("Check constraint violation");
      }
    }
  }

  /** H2 gives the id of what was dropped to what is new, and writes its script by id. */
  @Test
  void aViewMayStandInTheScriptBeforeItsTables(TestServer server, TestDatabase source)
      throws SQLException {
    source.execute("CREATE TABLE gone (id INT)");
    fill(source);
    source.execute("CREATE TABLE later (id INT)");
    source.execute("DROP TABLE gone");
    source.execute("CREATE VIEW early AS SELECT id FROM later");
    Set<String> script = script(source);

    try (DatabaseSnapshot snapshot = server.snapshot(source);
        TestDatabase copy = snapshot.restore()) {
      assertThat(script(copy)).isEqualTo(script);
      copy.execute("SELECT id FROM early");
    }
  }

  @Test
  void aViewThatIsBrokenStaysBroken(TestServer server, TestDatabase source) throws SQLException {
    source.execute("CREATE FORCE VIEW broken AS SELECT id FROM nowhere");

    try (DatabaseSnapshot snapshot = server.snapshot(source);
        TestDatabase copy = snapshot.restore()) {
      assertThatThrownBy(() -> copy.execute("SELECT * FROM broken"))
          .hasMessageContaining("is invalid");
    }
  }

  @Test
  void aClosedSnapshotRestoresNothing(TestServer server, TestDatabase source) {
    DatabaseSnapshot snapshot = server.snapshot(source);
    snapshot.close();
    snapshot.close();

    assertThatThrownBy(snapshot::restore)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the snapshot is closed");
  }

  @Test
  void theDataSourceOpensConnectionsToTheDatabase(TestDatabase database) throws SQLException {
    database.execute("CREATE TABLE thing (id INT)");

    try (Connection one = database.dataSource().getConnection();
        Connection other = database.dataSource().getConnection("sa", "")) {
      assertThat(one).isNotSameAs(other);
      one.createStatement().execute("INSERT INTO thing VALUES (1)");
      other.createStatement().execute("INSERT INTO thing VALUES (2)");
    }
    assertThat(text(database, "SELECT count(*) FROM thing")).isEqualTo("2");
    assertThatThrownBy(() -> database.dataSource().unwrap(Connection.class))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void aServerNamedByItsUrlMakesDatabasesInThisJvm() {
    TestServer server = TestServers.shared().at(new ServerAddress("jdbc:h2:mem:", "sa", ""));

    assertThat(server.product()).isEqualTo("h2");
    assertThat(server.dropLeftovers(java.time.Duration.ZERO)).isEmpty();
    try (TestDatabase database = server.createDatabase()) {
      database.execute("CREATE TABLE thing (id INT)");
    }
  }

  @Test
  void aUrlThatWouldMakeAFileIsRefused() {
    assertThatThrownBy(
            () -> TestServers.shared().at(new ServerAddress("jdbc:h2:./production", "sa", "")))
        .isInstanceOfSatisfying(
            TestServerException.class,
            e -> assertThat(e.hint().orElseThrow()).contains("H2 is used as \"jdbc:h2:mem:\""))
        .hasMessage(
            "Cannot use the server at jdbc:h2:./production: it is of no product that the testkit"
                + " knows.");
  }

  private static void fill(TestDatabase database) {
    for (String sql : SCHEMA) {
      database.execute(sql);
    }
  }

  private static Set<String> script(TestDatabase database) throws SQLException {
    Set<String> lines = new TreeSet<>();
    try (Connection connection = database.connect();
        var rows = connection.createStatement().executeQuery("SCRIPT")) {
      while (rows.next()) {
        String line = rows.getString(1);
        // The password of the one who made the database is salted anew.
        if (!line.startsWith("CREATE USER ")) {
          lines.add(line.length() < 1000 ? line : line.substring(0, 1000) + line.hashCode());
        }
      }
    }
    return lines;
  }

  private static String text(TestDatabase database, String query) throws SQLException {
    try (Connection connection = database.connect();
        var row = connection.createStatement().executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
