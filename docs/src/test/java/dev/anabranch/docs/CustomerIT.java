package dev.anabranch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.PostgresControl;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RequiresServer("postgresql")
class CustomerIT {

  @BeforeEach
  void createTable(TestDatabase database) {
    database.execute("CREATE TABLE customer (id BIGINT PRIMARY KEY, name VARCHAR(100))");
  }

  @Test
  void aNewTableIsEmpty(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        var rows = connection.createStatement().executeQuery("SELECT * FROM customer")) {
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void aLostConnectionIsNoticed(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      PostgresControl.of(database).terminateOtherSessions();

      assertThat(connection.isValid(1)).isFalse();
    }
  }
}
