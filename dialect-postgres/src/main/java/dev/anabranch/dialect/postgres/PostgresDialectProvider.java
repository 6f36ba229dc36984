package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.DialectProvider;
import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.UnsupportedServerException;
import dev.anabranch.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plugs PostgreSQL in. */
public final class PostgresDialectProvider implements DialectProvider {

  static final String PRODUCT = "postgresql";
  static final ServerVersion OLDEST = ServerVersion.of(13, 0);

  /** Creates the provider; called by the service loader. */
  public PostgresDialectProvider() {}

  @Override
  public List<String> products() {
    return List.of(PRODUCT);
  }

  @Override
  public boolean accepts(String jdbcUrl) {
    return jdbcUrl.startsWith("jdbc:postgresql:");
  }

  @Override
  public String driver() {
    return "org.postgresql:postgresql";
  }

  // logServerErrorDetail: without it the driver repeats the values of the offending row in its
  // message.
  @Override
  public Map<String, String> connectionProperties() {
    return Map.of("ApplicationName", "anabranch", "logServerErrorDetail", "false");
  }

  @Override
  public ServerErrors errors() {
    return PostgresErrors.INSTANCE;
  }

  @Override
  public Dialect dialect(Connection connection) throws SQLException {
    ServerVersion version = ServerVersion.of(connection);
    if (version.compareTo(OLDEST) < 0) {
      throw new UnsupportedServerException(
          ErrorCode.UNSUPPORTED_SERVER,
          "Cannot work with PostgreSQL " + version + ": it is older than " + OLDEST.major() + ".",
          "Use PostgreSQL " + OLDEST.major() + " or newer.");
    }
    return new PostgresDialect(version);
  }

  @Override
  public Dialect offline(String product) {
    if (!product.equals(PRODUCT)) {
      throw new IllegalArgumentException("not a product of this dialect: " + product);
    }
    return new PostgresDialect(OLDEST);
  }

  @Override
  public List<Dialect> releases(String product) {
    List<Dialect> releases = new ArrayList<>();
    releases.add(offline(product));
    for (PostgresFeature feature : PostgresFeature.values()) {
      releases.add(new PostgresDialect(ServerVersion.of(feature.since(), 0)));
    }
    return List.copyOf(releases);
  }
}
