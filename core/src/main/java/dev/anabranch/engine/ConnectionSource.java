package dev.anabranch.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Opens connections to one database. Safe for use by several threads. */
public interface ConnectionSource {

  /**
   * Opens a new connection; the caller closes it.
   *
   * @param properties driver properties the dialect would like, for a source that can still set
   *     them
   * @throws SQLException if the driver or the server refuses
   */
  Connection open(Map<String, String> properties) throws SQLException;

  /** Returns the URL, where it is known before a connection stands. */
  Optional<JdbcUrl> url();

  /**
   * Returns a source for where no database is configured: whoever wants a connection is told so.
   */
  static ConnectionSource none() {
    return NoConnections.INSTANCE;
  }
}
