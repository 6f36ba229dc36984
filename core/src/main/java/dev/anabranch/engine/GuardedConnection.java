package dev.anabranch.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a run as an author's code gets it: everything but the end of its transaction
 * and of itself, which are the run's. Closing does nothing, since code may do so out of habit.
 *
 * <p>A proxy, because {@link Connection} has more than fifty methods and gets new ones.
 */
final class GuardedConnection {

  private static final Set<String> REFUSED = Set.of("commit", "setAutoCommit", "abort");

  private final Connection connection;

  private GuardedConnection(Connection connection) {
    this.connection = connection;
  }

  static Connection of(Connection connection) {
    GuardedConnection guard = new GuardedConnection(connection);
    return (Connection)
        Proxy.newProxyInstance(
            GuardedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> guard.call(method, arguments));
  }

  // Going back to a savepoint leaves the transaction open.
  private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
    String name = method.getName();
    boolean whole = name.equals("rollback") && (arguments == null || arguments.length == 0);
    if (REFUSED.contains(name) || whole) {
      throw new SQLException(
          "A revision does not call " + name + ": its transaction is ended by the run.");
    }
    if (name.equals("close")) {
      return null;
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
