package dev.anabranch.dialect.oracle.h2;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.DialectProvider;
import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.oracle.OracleDialectProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

/** Oracle's dialect for 19c, under another name. */
public final class OracleOnH2Provider implements DialectProvider {

  static final String PRODUCT = "oracleonh2";

  private final DialectProvider oracle = new OracleDialectProvider();

  /** Called by the service loader. */
  public OracleOnH2Provider() {}

  @Override
  public List<String> products() {
    return List.of(PRODUCT);
  }

  @Override
  public boolean accepts(String jdbcUrl) {
    return jdbcUrl.startsWith(OracleOnH2Driver.PREFIX);
  }

  @Override
  public String driver() {
    return "none";
  }

  @Override
  public Map<String, String> connectionProperties() {
    return oracle.connectionProperties();
  }

  @Override
  public ServerErrors errors() {
    return oracle.errors();
  }

  @Override
  public Dialect dialect(Connection connection) {
    return offline(PRODUCT);
  }

  @Override
  public Dialect offline(String product) {
    Dialect dialect = oracle.offline("oracle");
    return (Dialect)
        Proxy.newProxyInstance(
            Dialect.class.getClassLoader(),
            new Class<?>[] {Dialect.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("name")) {
                return PRODUCT;
              }
              if (method.getName().equals("names")) {
                return products();
              }
              try {
                return method.invoke(dialect, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
