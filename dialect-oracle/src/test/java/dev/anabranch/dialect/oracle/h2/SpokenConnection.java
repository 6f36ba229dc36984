package dev.anabranch.dialect.oracle.h2;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection of H2 that is spoken to as one of Oracle: errors have ORA codes, settings of the
 * session are taken and dropped, the one block that the dialect writes for {@code IF NOT EXISTS}
 * does what it says, and a unit of PL/SQL is taken with a warning, whether it has errors or not.
 */
final class SpokenConnection implements InvocationHandler {

  private static final Pattern UNIT =
      Pattern.compile("CREATE (OR REPLACE )?(PROCEDURE|FUNCTION|PACKAGE) .*", Pattern.DOTALL);

  private final Object target;
  private final String url;
  private SQLWarning warning;

  private SpokenConnection(Object target, String url) {
    this.target = target;
    this.url = url;
  }

  private static final Map<Class<?>, Class<?>> SPOKEN =
      Map.of(
          Connection.class, Connection.class,
          Statement.class, Statement.class,
          PreparedStatement.class, PreparedStatement.class,
          ResultSet.class, ResultSet.class,
          DatabaseMetaData.class, DatabaseMetaData.class);

  private static final Pattern BLOCK =
      Pattern.compile(
          "BEGIN\\s+EXECUTE IMMEDIATE '((?:[^']|'')*)';\\s+EXCEPTION\\s+WHEN OTHERS THEN"
              + "\\s+IF SQLCODE <> \\(-(\\d+)\\) THEN\\s+RAISE;\\s+END IF;\\s+END;");

  static Connection spokenBy(Connection connection, String url) {
    return (Connection) spoken(connection, Connection.class, url);
  }

  private static Object spoken(Object target, Class<?> type, String url) {
    return Proxy.newProxyInstance(
        SpokenConnection.class.getClassLoader(),
        new Class<?>[] {type},
        new SpokenConnection(target, url));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("getURL")) {
      return url;
    }
    if (method.getName().startsWith("execute") && arguments != null) {
      String sql = (String) arguments[0];
      if (sql.startsWith("ALTER SESSION SET DDL_LOCK_TIMEOUT")) {
        return false;
      }
      if (UNIT.matcher(sql).matches()) {
        warning = new SQLWarning("ORA-17110: Execution completed with warning", "99999", 17110);
        return false;
      }
      Matcher block = BLOCK.matcher(sql);
      if (block.matches()) {
        return run(block);
      }
    }
    if (method.getName().equals("getWarnings") && warning != null) {
      return warning;
    }
    if (method.getName().equals("clearWarnings")) {
      warning = null;
    }
    Object result = call(method, arguments);
    Class<?> type = SPOKEN.get(method.getReturnType());
    return type == null || result == null ? result : spoken(result, type, url);
  }

  private Object run(Matcher block) throws SQLException {
    try {
      return ((Statement) target).execute(block.group(1).replace("''", "'"));
    } catch (SQLException e) {
      SQLException translated = OracleCodes.translated(e);
      if (translated.getErrorCode() != Integer.parseInt(block.group(2))) {
        throw translated;
      }
      return false;
    }
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof SQLException sql ? OracleCodes.translated(sql) : e.getCause();
    }
  }
}
