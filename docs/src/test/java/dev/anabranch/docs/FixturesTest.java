package dev.anabranch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FixturesTest {

  @Test
  void eachDatabaseIsNewAndHasOneCustomer() throws SQLException {
    Fixtures fixtures = new Fixtures();

    for (int i = 0; i < 2; i++) {
      try (TestDatabase database = fixtures.withOneCustomer();
          Connection connection = database.connect();
          var row = connection.createStatement().executeQuery("SELECT count(*) FROM customer")) {
        row.next();
        assertThat(row.getInt(1)).isEqualTo(1);
      }
    }
  }
}
