package dev.anabranch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.testkit.junit.MigratedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MigratedDatabase(locations = "classpath:db/revisions", product = "postgresql")
class CustomersIT {

  @BeforeEach
  void insertOne(Connection connection) throws SQLException {
    connection.createStatement().execute("INSERT INTO customer (id, name) VALUES (1, 'Ada')");
  }

  @Test
  void areFound(DataSource dataSource) throws SQLException {
    // Here your own code would take the data source.
    try (Connection connection = dataSource.getConnection();
        var rows = connection.createStatement().executeQuery("SELECT name FROM customer")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("name")).isEqualTo("Ada");
    }
  }

  @Test
  @MigratedDatabase(
      locations = "classpath:db/revisions",
      product = "postgresql",
      target = "1975ea83b712")
  void wereThereBeforeTheirLastOrder(Connection connection) throws SQLException {
    try (var columns = connection.getMetaData().getColumns(null, null, "customer", "last_order")) {
      assertThat(columns.next()).isFalse();
    }
  }
}
