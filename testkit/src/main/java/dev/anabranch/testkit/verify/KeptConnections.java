package dev.anabranch.testkit.verify;

import dev.anabranch.engine.ConnectionSource;
import dev.anabranch.engine.DriverConnections;
import dev.anabranch.engine.JdbcUrl;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one scratch database that are opened once and used again, because a verification
 * makes thousands of short runs. For one thread.
 */
final class KeptConnections implements ConnectionSource, AutoCloseable {

  private final DriverConnections driver;
  private final List<String> settings;
  private final Deque<Connection> idle = new ArrayDeque<>();

  KeptConnections(DriverConnections driver, List<String> settings) {
    this.driver = driver;
    this.settings = List.copyOf(settings);
  }

  @Override
  public Connection open(Map<String, String> properties) throws SQLException {
    Connection kept = idle.poll();
    Connection connection = kept == null ? opened(properties) : kept;
    return (Connection)
        Proxy.newProxyInstance(
            KeptConnections.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> call(connection, method, arguments));
  }

  private Connection opened(Map<String, String> properties) throws SQLException {
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

  private @Nullable Object call(Connection connection, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("close")) {
      giveBack(connection);
      return null;
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private void giveBack(Connection connection) throws SQLException {
    if (connection.isClosed() || idle.contains(connection)) {
      return;
    }
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      connection.clearWarnings();
      idle.push(connection);
    } catch (SQLException e) {
      // It broke: the next one who asks gets another.
      connection.close();
    }
  }

  /** Ends the connections that nobody uses, with what their sessions have been told. */
  @Override
  public void close() {
    for (Connection connection : idle) {
      try {
        connection.close();
      } catch (SQLException e) {
        // The server ends a session that cannot be ended from here.
      }
    }
    idle.clear();
  }
}
