package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.DialectProvider;
import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.UnsupportedServerException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.sql.NameFolding;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Plugs H2 in. */
public final class H2DialectProvider implements DialectProvider {

  static final String PRODUCT = "h2";
  static final ServerVersion OLDEST = ServerVersion.of(2, 2);

  /** Creates the provider; called by the service loader. */
  public H2DialectProvider() {}

  @Override
  public List<String> products() {
    return List.of(PRODUCT);
  }

  @Override
  public boolean accepts(String jdbcUrl) {
    return jdbcUrl.startsWith("jdbc:h2:");
  }

  @Override
  public String driver() {
    return "com.h2database:h2";
  }

  @Override
  public Map<String, String> connectionProperties() {
    return Map.of();
  }

  @Override
  public ServerErrors errors() {
    return H2Errors.INSTANCE;
  }

  @Override
  public Dialect dialect(Connection connection) throws SQLException {
    ServerVersion version = ServerVersion.of(connection);
    if (version.compareTo(OLDEST) < 0) {
      throw new UnsupportedServerException(
          ErrorCode.UNSUPPORTED_SERVER,
          "Cannot work with H2 " + version + ": it is older than " + OLDEST + ".",
          "Use H2 " + OLDEST + " or newer.");
    }
    return new H2Dialect(version, folding(connection.getMetaData()));
  }

  // The settings DATABASE_TO_UPPER and DATABASE_TO_LOWER decide.
  private static NameFolding folding(DatabaseMetaData metaData) throws SQLException {
    if (metaData.storesUpperCaseIdentifiers()) {
      return NameFolding.UPPER;
    }
    return metaData.storesLowerCaseIdentifiers() ? NameFolding.LOWER : NameFolding.NONE;
  }

  @Override
  public Dialect offline(String product) {
    if (!product.equals(PRODUCT)) {
      throw new IllegalArgumentException("not a product of this dialect: " + product);
    }
    return new H2Dialect(OLDEST, NameFolding.UPPER);
  }

  @Override
  public List<Dialect> releases(String product) {
    return List.of(
        offline(product),
        new H2Dialect(ServerVersion.of(2, 3), NameFolding.UPPER),
        new H2Dialect(ServerVersion.of(2, 4), NameFolding.UPPER));
  }
}
