package dev.anabranch.dialect.oracle.replay;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * What a server says to statements. Each answer is given once, in the order in which the answers to
 * one statement were recorded. For one thread.
 */
public final class Tape {

  private final List<Answer> answers = new ArrayList<>();

  /** What is said to one statement: rows, an error, or a warning. */
  private record Answer(
      String sql, List<Object> binds, List<Row> rows, SQLException error, SQLWarning warning) {}

  /** Starts an empty tape. */
  public Tape() {}

  /**
   * Records rows.
   *
   * @param sql the statement; blanks and line breaks do not count
   * @param binds the values of its parameters
   */
  public Tape rows(String sql, List<Object> binds, Row... rows) {
    answers.add(new Answer(normal(sql), binds, List.of(rows), null, null));
    return this;
  }

  /** Records that a statement succeeds and returns nothing. */
  public Tape done(String sql) {
    return rows(sql, List.of());
  }

  /** Records that a statement fails. */
  public Tape fails(String sql, int code, String state, String message) {
    answers.add(
        new Answer(
            normal(sql), List.of(), List.of(), new SQLException(message, state, code), null));
    return this;
  }

  /** Records that a statement succeeds with a warning. */
  public Tape warns(String sql, int code, String message) {
    answers.add(
        new Answer(
            normal(sql), List.of(), List.of(), null, new SQLWarning(message, "99999", code)));
    return this;
  }

  /** Returns the statements whose answers nobody has asked for. */
  public List<String> unused() {
    return answers.stream().map(Answer::sql).toList();
  }

  /** Returns a connection that answers from this tape. */
  public Connection connection() {
    return proxy(Connection.class, new ConnectionHandler());
  }

  private Answer take(String sql, List<Object> binds) {
    String normal = normal(sql);
    for (Answer answer : answers) {
      if (answer.sql().equals(normal) && answer.binds().equals(binds)) {
        answers.remove(answer);
        return answer;
      }
    }
    throw new AssertionError("not on the tape: " + normal + " with " + binds);
  }

  private static String normal(String sql) {
    return sql.strip().replaceAll("\\s+", " ");
  }

  static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Tape.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private final class ConnectionHandler implements InvocationHandler {

    private boolean autoCommit = true;

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
      return switch (method.getName()) {
        case "createStatement" -> proxy(Statement.class, new StatementHandler(null));
        case "prepareStatement" ->
            proxy(PreparedStatement.class, new StatementHandler((String) arguments[0]));
        case "getAutoCommit" -> autoCommit;
        case "setAutoCommit" -> {
          autoCommit = (boolean) arguments[0];
          yield null;
        }
        case "commit", "rollback", "close" -> null;
        case "isValid" -> true;
        case "toString" -> "replayed connection";
        default -> throw new AssertionError("not replayed: " + method);
      };
    }
  }

  private final class StatementHandler implements InvocationHandler {

    private final String prepared;
    private final TreeMap<Integer, Object> binds = new TreeMap<>();
    private SQLWarning warning;

    StatementHandler(String prepared) {
      this.prepared = prepared;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws SQLException {
      String name = method.getName();
      if (name.startsWith("execute")) {
        Answer answer =
            take(
                prepared == null ? (String) arguments[0] : prepared,
                new ArrayList<>(binds.values()));
        if (answer.error() != null) {
          throw answer.error();
        }
        warning = answer.warning();
        return name.equals("executeQuery")
            ? Row.resultSet(answer.rows())
            : name.equals("executeUpdate") ? (Object) 0 : (Object) false;
      }
      if (name.startsWith("set") && prepared != null && arguments.length == 2) {
        binds.put((Integer) arguments[0], arguments[1]);
        return null;
      }
      return switch (name) {
        case "getWarnings" -> warning;
        case "clearWarnings" -> {
          warning = null;
          yield null;
        }
        case "close", "setEscapeProcessing", "setFetchSize", "setMaxRows" -> null;
        default -> throw new AssertionError("not replayed: " + method + Arrays.toString(arguments));
      };
    }
  }
}
