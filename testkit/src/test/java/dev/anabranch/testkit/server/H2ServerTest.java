package dev.anabranch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.testkit.junit.RequiresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@RequiresServer("h2")
class H2ServerTest {

  @Nested
  class InMemory {

    @Test
    void aDatabaseOutlivesItsLastConnection(TestDatabase database) {
      database.execute("CREATE TABLE thing (id int)");

      database.execute("INSERT INTO thing VALUES (1)");
    }

    @Test
    void databasesDoNotSeeEachOther(TestDatabase one, TestDatabase other) {
      one.execute("CREATE TABLE thing (id int)");

      assertThatThrownBy(() -> other.execute("SELECT * FROM thing"))
          .isInstanceOf(TestServerException.class)
          .hasMessageStartingWith("Cannot run \"SELECT * FROM thing\" in " + other.name());
    }

    @Test
    void closingDropsTheDatabaseUnderOpenConnections(TestServer server) throws SQLException {
      TestDatabase database = server.createDatabase();
      try (Connection connection = database.connect()) {
        database.close();
        database.close();

        assertThat(connection.isValid(1)).isFalse();
      }
      ServerAddress existing = database.address().withUrl(database.url() + ";IFEXISTS=TRUE");
      assertThatThrownBy(existing::connect)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("not found");
    }

    @Test
    void closingIsFineWhenTheTestHasShutTheDatabaseDown(TestServer server) {
      TestDatabase database = server.createDatabase();
      database.execute("SHUTDOWN");

      database.close();
    }
  }

  @Nested
  class InAFile {

    @Test
    void whatIsWrittenSurvivesShuttingDown() {
      try (TestDatabase database = H2Databases.inFile()) {
        database.execute("CREATE TABLE thing (id int)");
        database.execute("SHUTDOWN");

        database.execute("INSERT INTO thing VALUES (1)");
      }
    }

    @Test
    void closingDeletesTheFolder() {
      TestDatabase database = H2Databases.inFile();
      Path folder = Path.of(database.name()).getParent();
      assertThat(folder).isDirectoryContaining("glob:**/database.mv.db");

      database.close();

      assertThat(folder).matches(Files::notExists, "does not exist");
    }
  }
}
