package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.schema.DatabaseSchema;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tables of H2 in Oracle mode that have the names and columns of the dictionary's views, to be
 * filled with rows as the documentation describes them. No row here comes from a server.
 *
 * <p>Columns of a result can be read once and from left to right only, as the driver wants it for a
 * LONG (ORA-17027).
 */
final class DictionaryOnH2 implements AutoCloseable {

  // What most rows have in common.
  private static final Map<String, Map<String, String>> USUAL =
      Map.of(
          "ALL_TABLES",
          Map.of(
              "TEMPORARY",
              "N",
              "NESTED",
              "NO",
              "SECONDARY",
              "N",
              "DROPPED",
              "NO",
              "EXTERNAL",
              "NO"),
          "ALL_OBJECT_TABLES",
          Map.of("NESTED", "NO", "SECONDARY", "N", "DROPPED", "NO"),
          "ALL_TAB_COLS",
          Map.of(
              "NULLABLE", "Y",
              "HIDDEN_COLUMN", "NO",
              "VIRTUAL_COLUMN", "NO",
              "USER_GENERATED", "YES",
              "IDENTITY_COLUMN", "NO",
              "DEFAULT_ON_NULL", "NO",
              "CHAR_LENGTH", "0",
              "DATA_LENGTH", "22"),
          "ALL_CONSTRAINTS",
          Map.of(
              "STATUS", "ENABLED",
              "DEFERRABLE", "NOT DEFERRABLE",
              "DEFERRED", "IMMEDIATE",
              "GENERATED", "USER NAME"),
          "ALL_INDEXES",
          Map.of(
              "INDEX_TYPE", "NORMAL",
              "UNIQUENESS", "NONUNIQUE",
              "GENERATED", "N",
              "SECONDARY", "N",
              "DROPPED", "NO",
              "VISIBILITY", "VISIBLE"),
          "ALL_IND_COLUMNS",
          Map.of("DESCEND", "ASC"),
          "ALL_VIEWS",
          Map.of("EDITIONING_VIEW", "N"),
          "ALL_PART_TABLES",
          Map.of("SUBPARTITIONING_TYPE", "NONE"),
          "ALL_TAB_PARTITIONS",
          Map.of("INTERVAL", "NO"),
          "ALL_OBJECTS",
          Map.of("GENERATED", "N", "SECONDARY", "N", "ORACLE_MAINTAINED", "N"));

  private final Dictionary dictionary = Dictionary.read();
  private final Connection connection;
  private final List<String> asked = new ArrayList<>();

  DictionaryOnH2() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:;MODE=Oracle", "sa", "");
    execute("CREATE SCHEMA SYS");
    execute("CREATE SCHEMA APP");
    execute("SET SCHEMA_SEARCH_PATH APP, SYS");
    execute(
        "CREATE ALIAS SYS.SYS_CONTEXT AS 'String context(String a, String b) { return \"APP\"; }'");
    for (Map.Entry<String, Map<String, Dictionary.DictionaryColumn>> view :
        dictionary.views().entrySet()) {
      execute(
          "CREATE TABLE SYS."
              + view.getKey()
              + view.getValue().entrySet().stream()
                  .map(column -> "\"" + column.getKey() + "\" " + type(column.getValue().type()))
                  .collect(Collectors.joining(", ", " (", ")")));
    }
  }

  private static String type(String type) {
    return switch (type) {
      case "LONG" -> "CLOB";
      case "NUMBER" -> "NUMERIC(40)";
      default -> "VARCHAR(4000)";
    };
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Adds a row.
   *
   * @param view the view
   * @param values columns and values, as {@link DictionaryFixture} writes them
   */
  DictionaryOnH2 row(String view, String values) {
    Map<String, @Nullable String> row = new LinkedHashMap<>(USUAL.getOrDefault(view, Map.of()));
    for (String each : values.split(" \\| ", -1)) {
      int equals = each.indexOf('=');
      String value = each.substring(equals + 1);
      row.put(each.substring(0, equals), value.isEmpty() ? null : value);
    }
    String names =
        row.keySet().stream().map(n -> "\"" + n + "\"").collect(Collectors.joining(", "));
    String marks = row.keySet().stream().map(n -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO SYS." + view + " (" + names + ") VALUES (" + marks + ")")) {
      int i = 1;
      for (String value : row.values()) {
        insert.setString(i++, value);
      }
      insert.execute();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  /** Reads the schema APP, or others. */
  DatabaseSchema inspect(InspectionRequest request) throws SQLException {
    asked.clear();
    return new OracleDialect(OracleRelease.offline(ServerVersion.of(19, 0)))
        .inspector()
        .inspect(connection(), request);
  }

  /** Returns a connection whose results are read as a LONG has to be. */
  Connection connection() {
    return strict(Connection.class, connection, this::prepared);
  }

  /** Returns the queries of the last reading. */
  List<String> asked() {
    return asked;
  }

  private Object prepared(Method method, Object[] arguments, Object result) {
    if (method.getName().equals("prepareStatement")) {
      asked.add((String) arguments[0]);
      return strict(PreparedStatement.class, (PreparedStatement) result, this::executed);
    } else if (method.getName().equals("createStatement")) {
      return strict(Statement.class, (Statement) result, this::executed);
    }
    return result;
  }

  private Object executed(Method method, Object[] arguments, Object result) {
    if (!method.getName().equals("executeQuery")) {
      return result;
    }
    if (arguments != null) {
      asked.add((String) arguments[0]);
    }
    int[] last = {0};
    return strict(
        ResultSet.class,
        (ResultSet) result,
        (called, parameters, value) -> {
          if (called.getName().equals("next")) {
            last[0] = 0;
          } else if (called.getName().startsWith("get")) {
            if (!(parameters[0] instanceof Integer column) || column <= last[0]) {
              throw new SQLException("Stream has already been closed", "99999", 17027);
            }
            last[0] = column;
          }
          return value;
        });
  }

  /** Sees each call and its result, and may put another in its place. */
  private interface Watcher {
    Object see(Method method, Object[] arguments, Object result) throws SQLException;
  }

  private static <T> T strict(Class<T> type, T real, Watcher watcher) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          try {
            return watcher.see(method, arguments, method.invoke(real, arguments));
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return type.cast(
        Proxy.newProxyInstance(
            DictionaryOnH2.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
