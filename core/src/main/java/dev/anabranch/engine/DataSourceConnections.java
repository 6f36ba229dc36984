package dev.anabranch.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Opens connections through a data source of the application. A run takes two at a time: one to
 * migrate and one for the lock.
 *
 * @param dataSource the application's data source
 */
public record DataSourceConnections(DataSource dataSource) implements ConnectionSource {

  /** Checks that the data source is there. */
  public DataSourceConnections {
    Objects.requireNonNull(dataSource, "dataSource");
  }

  @Override
  public Connection open(Map<String, String> properties) throws SQLException {
    return dataSource.getConnection();
  }

  @Override
  public Optional<JdbcUrl> url() {
    return Optional.empty();
  }
}
