package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.DialectProvider;
import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.UnsupportedServerException;
import dev.anabranch.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Plugs Oracle Database in. */
public final class OracleDialectProvider implements DialectProvider {

  static final String PRODUCT = "oracle";
  static final ServerVersion OLDEST = ServerVersion.of(19, 0);

  /** Creates the provider; called by the service loader. */
  public OracleDialectProvider() {}

  @Override
  public List<String> products() {
    return List.of(PRODUCT);
  }

  @Override
  public boolean accepts(String jdbcUrl) {
    return jdbcUrl.startsWith("jdbc:oracle:");
  }

  @Override
  public String driver() {
    return "com.oracle.database.jdbc:ojdbc11";
  }

  /** What V$SESSION shows as PROGRAM. */
  @Override
  public Map<String, String> connectionProperties() {
    return Map.of("v$session.program", "anabranch");
  }

  @Override
  public ServerErrors errors() {
    return OracleErrors.INSTANCE;
  }

  @Override
  public Dialect dialect(Connection connection) throws SQLException {
    ServerVersion version = OracleRelease.shortened(ServerVersion.of(connection));
    if (version.compareTo(OLDEST) < 0) {
      throw new UnsupportedServerException(
          ErrorCode.UNSUPPORTED_SERVER,
          "Cannot work with Oracle Database "
              + version
              + ": it is older than "
              + OLDEST.major()
              + "c.",
          "Use Oracle Database " + OLDEST.major() + "c or newer.");
    }
    return new OracleDialect(OracleRelease.ask(connection, version));
  }

  @Override
  public Dialect offline(String product) {
    if (!product.equals(PRODUCT)) {
      throw new IllegalArgumentException("not a product of this dialect: " + product);
    }
    return new OracleDialect(OracleRelease.offline(OLDEST));
  }
}
