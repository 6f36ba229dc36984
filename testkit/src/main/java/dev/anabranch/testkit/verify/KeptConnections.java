package dev.anabranch.testkit.verify;

import dev.anabranch.engine.ConnectionSource;
import dev.anabranch.engine.DriverConnections;
import dev.anabranch.engine.JdbcUrl;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one scratch database that are opened once and used again, because a verification
 * makes thousands of short runs. For one thread.
 */
final class KeptConnections implements ConnectionSource, AutoCloseable {

  private final DriverConnections driver;
  private final Deque<Connection> idle = new ArrayDeque<>();

  KeptConnections(DriverConnections driver) {
    this.driver = driver;
  }

  @Override
  public Connection open(Map<String, String> properties) throws SQLException {
    Connection kept = idle.poll();
    Connection connection = kept == null ? driver.open(properties) : kept;
    return (Connection)
        Proxy.newProxyInstance(
            KeptConnections.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> call(connection, method, arguments));
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
