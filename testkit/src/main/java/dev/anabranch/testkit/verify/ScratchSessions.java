package dev.anabranch.testkit.verify;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.DialectProvider;
import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.engine.ConnectionSource;
import dev.anabranch.engine.DriverConnections;
import dev.anabranch.engine.JdbcUrl;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The connections of a verification to one scratch database. For one thread. */
final class ScratchSessions implements AutoCloseable {

  private final DialectProvider provider;
  private final Source source;
  private @Nullable Connection reading;

  private ScratchSessions(DialectProvider provider, Source source) {
    this.provider = provider;
    this.source = source;
  }

  /** Opens connections that are told how the server's scratch databases are worked in. */
  private record Source(DriverConnections driver, List<String> settings)
      implements ConnectionSource {

    @Override
    public Connection open(Map<String, String> properties) throws SQLException {
      Connection connection = driver.open(properties);
      try (Statement statement = connection.createStatement()) {
        for (String setting : settings) {
          statement.execute(setting);
        }
        return connection;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    }

    @Override
    public Optional<JdbcUrl> url() {
      return driver.url();
    }
  }

  static ScratchSessions of(TestServer server, TestDatabase database, VerificationOptions options) {
    JdbcUrl url = new JdbcUrl(database.url());
    return new ScratchSessions(
        options.dialects().requireForUrl(url.value(), url.redacted()),
        new Source(
            new DriverConnections(
                url,
                Optional.of(database.user()).filter(user -> !user.isEmpty()),
                Optional.of(database.password()).filter(password -> !password.isEmpty()),
                options.classLoader()),
            server.scratchSettings()));
  }

  /** Returns how errors are read. */
  ServerErrors errors() {
    return provider.errors();
  }

  /** Asks the server who it is. */
  Dialect dialect() throws SQLException {
    return provider.dialect(reading());
  }

  /** Returns where runs take their connections from. */
  ConnectionSource source() {
    return source;
  }

  /** Returns the connection for reading and for rows; opens it where there is none. */
  Connection reading() throws SQLException {
    Connection open = reading;
    if (open == null) {
      open = source.open(provider.connectionProperties());
      reading = open;
    }
    return open;
  }

  /** Ends the connection for reading; it comes back when it is needed. */
  @Override
  public void close() {
    Connection open = reading;
    reading = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        // The server ends a session that cannot be ended from here.
        return;
      }
    }
  }
}
