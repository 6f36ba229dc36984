package dev.anabranch.testkit.contract;

import dev.anabranch.testkit.server.TestDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that writes down what is sent through its connections. */
final class CountingDataSource {

  private final TestDatabase database;
  private final List<Connection> opened = new CopyOnWriteArrayList<>();
  private final List<String> statements = new CopyOnWriteArrayList<>();
  private final List<String> leftInTransaction = new CopyOnWriteArrayList<>();
  private final AtomicInteger batches = new AtomicInteger();
  private final AtomicInteger commits = new AtomicInteger();

  CountingDataSource(TestDatabase database) {
    this.database = database;
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          if (!method.getName().equals("getConnection")) {
            throw new UnsupportedOperationException(method.getName());
          }
          Connection connection = database.connect();
          opened.add(connection);
          return wrap(connection);
        });
  }

  /** Returns the connections as the driver made them, in the order of their opening. */
  List<Connection> opened() {
    return List.copyOf(opened);
  }

  int connections() {
    return opened.size();
  }

  List<String> statements() {
    return List.copyOf(statements);
  }

  int batches() {
    return batches.get();
  }

  int commits() {
    return commits.get();
  }

  List<String> leftInTransaction() {
    return List.copyOf(leftInTransaction);
  }

  boolean allClosed() throws SQLException {
    for (Connection connection : opened) {
      if (!connection.isClosed()) {
        return false;
      }
    }
    return true;
  }

  private Connection wrap(Connection connection) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          if (method.getName().equals("commit")) {
            commits.incrementAndGet();
          } else if (method.getName().equals("close")
              && !connection.isClosed()
              && !connection.getAutoCommit()) {
            leftInTransaction.add("connection " + opened.indexOf(connection));
          }
          Object result = call(connection, method, arguments);
          if (result instanceof PreparedStatement prepared) {
            return wrap(PreparedStatement.class, prepared, String.valueOf(arguments[0]));
          }
          return result instanceof Statement statement
              ? wrap(Statement.class, statement, "")
              : result;
        });
  }

  private <T extends Statement> T wrap(Class<T> type, T statement, String prepared) {
    return proxy(
        type,
        (self, method, arguments) -> {
          String name = method.getName();
          if (name.equals("executeBatch")) {
            batches.incrementAndGet();
          } else if (name.startsWith("execute")) {
            statements.add(arguments == null ? prepared : String.valueOf(arguments[0]));
          }
          return call(statement, method, arguments);
        });
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Returns what was opened and sent, for a failing test. */
  @Override
  public String toString() {
    return new ArrayList<>(statements).toString();
  }
}
