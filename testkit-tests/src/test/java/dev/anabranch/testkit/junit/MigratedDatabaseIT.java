package dev.anabranch.testkit.junit;

import static dev.anabranch.testkit.junit.MigratedDatabaseTest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.Anabranch;
import dev.anabranch.testkit.server.AnabranchServers;
import dev.anabranch.testkit.server.MigratedDatabases;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.server.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that are migrated already, on every product. */
class MigratedDatabaseIT {

  private static final String BOOKSHOP = "../examples/bookshop/revisions";
  private static final String REVISIONS = "src/test/resources/migrated";

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void aCopyIsWhatTheRevisionsMake(TestServer server) {
    try (TestDatabase migrated = server.createDatabase()) {
      Anabranch bookshop = bookshop(migrated);
      bookshop.upgrade("heads");

      MigratedDatabases databases =
          AnabranchServers.shared().migrated(server.product(), BOOKSHOP, "heads");
      try (TestDatabase one = databases.create();
          TestDatabase other = databases.create()) {
        assertThat(bookshop(one).inspect()).isEqualTo(bookshop.inspect());
        assertThat(bookshop(one).current().rows()).isEqualTo(bookshop.current().rows());
        bookshop(one).downgrade("base");
        assertThat(bookshop(other).inspect()).isEqualTo(bookshop.inspect());
        bookshop(other).downgrade("base");
        bookshop(other).upgrade("heads");
        assertThat(bookshop(other).inspect()).isEqualTo(bookshop.inspect());
      }
    }
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  @MigratedDatabase(locations = REVISIONS)
  void aTestHasItsOwn(DataSource dataSource, Connection connection) throws SQLException {
    connection.createStatement().execute("INSERT INTO customer (id, name) VALUES (2, 'Bob')");

    try (Connection other = dataSource.getConnection()) {
      assertThat(texts(other, "SELECT name FROM customer ORDER BY id"))
          .containsExactly("Ada", "Bob");
    }
  }

  @EachServer({"postgresql", "mysql", "mariadb"})
  void whatIsKeptAndMadeAheadGoesWithTheServers(TestServer server) throws SQLException {
    NamedServer named = new NamedServer(server);
    TestServers servers = TestServers.of(List.of(named));
    AnabranchServers.on(servers).migrated(server.product(), REVISIONS, "heads").create().close();
    assertThat(databases(server)).containsAnyElementsOf(named.made());

    servers.stop();

    assertThat(named.made()).hasSize(4);
    assertThat(databases(server)).doesNotContainAnyElementsOf(named.made());
  }

  private static List<String> databases(TestServer server) throws SQLException {
    String query =
        server.product().equals("postgresql")
            ? "SELECT datname FROM pg_database WHERE datname LIKE 'anabranch%' ORDER BY 1"
            : "SELECT name FROM anabranch_test_marks.scratch ORDER BY 1";
    try (Connection connection = server.address().connect()) {
      return texts(connection, query);
    }
  }

  @Test
  void theRevisionsRunAgainOnlyWhenAFileHasChanged(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.sql");
    Files.writeString(file, "-- @revision a\n-- @upgrade\nCREATE TABLE t (id INT);\n");
    AnabranchServers servers = AnabranchServers.on(TestServers.shared());
    MigratedDatabases first = servers.migrated("h2", folder.toString(), "heads");
    first.create().close();

    assertThat(servers.migrated("h2", folder.toString(), "heads")).isSameAs(first);
    assertThat(servers.migrated("h2", folder.toString(), "a")).isNotSameAs(first);

    Files.writeString(file, "-- @revision a\n-- @upgrade\nCREATE TABLE u (id INT);\n");
    try (TestDatabase changed = servers.migrated("h2", folder.toString(), "heads").create()) {
      changed.execute("SELECT id FROM u");
    }
  }

  private static Anabranch bookshop(TestDatabase database) {
    return Anabranch.builder()
        .url(database.url())
        .user(database.user())
        .password(database.password())
        .locations(BOOKSHOP)
        .build();
  }
}
