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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The connections of a verification to one scratch database. For one thread. */
final class ScratchSessions implements AutoCloseable {

  private final DialectProvider provider;
  private final KeptConnections connections;
  private @Nullable Connection reading;

  private ScratchSessions(DialectProvider provider, KeptConnections connections) {
    this.provider = provider;
    this.connections = connections;
  }

  static ScratchSessions of(TestServer server, TestDatabase database, VerificationOptions options) {
    JdbcUrl url = new JdbcUrl(database.url());
    return new ScratchSessions(
        options.dialects().requireForUrl(url.value(), url.redacted()),
        new KeptConnections(
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
    return connections;
  }

  /** Returns the connection for reading and for rows; opens it where there is none. */
  Connection reading() throws SQLException {
    Connection open = reading;
    if (open == null) {
      open = connections.open(provider.connectionProperties());
      reading = open;
    }
    return open;
  }

  /** Ends the sessions of earlier runs, with what they have been told. */
  void renew() {
    connections.close();
  }

  /** Ends all sessions; they come back when they are needed. */
  @Override
  public void close() {
    Connection open = reading;
    reading = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        // It broke, and is ended by that.
        connections.close();
      }
    }
    connections.close();
  }
}
