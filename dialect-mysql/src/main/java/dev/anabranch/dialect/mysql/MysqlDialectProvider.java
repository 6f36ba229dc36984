package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.DialectProvider;
import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.UnsupportedServerException;
import dev.anabranch.dialect.mysql.MysqlServer.Product;
import dev.anabranch.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plugs MySQL and MariaDB in. */
public final class MysqlDialectProvider implements DialectProvider {

  private static final String MYSQL_SCHEME = "jdbc:mysql:";
  private static final String MARIADB_SCHEME = "jdbc:mariadb:";
  private static final String PERMISSION = "permitMysqlScheme";

  /** Creates the provider; called by the service loader. */
  public MysqlDialectProvider() {}

  @Override
  public List<String> products() {
    return Arrays.stream(Product.values()).map(Product::id).toList();
  }

  @Override
  public boolean accepts(String jdbcUrl) {
    return jdbcUrl.startsWith(MYSQL_SCHEME) || jdbcUrl.startsWith(MARIADB_SCHEME);
  }

  @Override
  public String product(String jdbcUrl) {
    return jdbcUrl.startsWith(MARIADB_SCHEME) ? Product.MARIADB.id() : Product.MYSQL.id();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Each driver reaches both servers. MariaDB's takes the scheme of MySQL's only on request;
   * MySQL's does not take the other at all.
   */
  @Override
  public Optional<String> otherSpelling(String jdbcUrl) {
    if (jdbcUrl.startsWith(MARIADB_SCHEME)) {
      return Optional.of(MYSQL_SCHEME + jdbcUrl.substring(MARIADB_SCHEME.length()));
    } else if (!jdbcUrl.startsWith(MYSQL_SCHEME) || jdbcUrl.contains(PERMISSION)) {
      return Optional.empty();
    }
    return Optional.of(jdbcUrl + (jdbcUrl.indexOf('?') < 0 ? "?" : "&") + PERMISSION);
  }

  @Override
  public String driver() {
    return "org.mariadb.jdbc:mariadb-java-client";
  }

  // Both drivers send these attributes, which the tables of performance_schema show.
  @Override
  public Map<String, String> connectionProperties() {
    return Map.of("connectionAttributes", "program_name:anabranch");
  }

  @Override
  public ServerErrors errors() {
    return MysqlErrors.INSTANCE;
  }

  @Override
  public Dialect dialect(Connection connection) throws SQLException {
    MysqlServer server = MysqlServer.of(connection);
    Product product = server.product();
    if (server.version().compareTo(product.oldest()) < 0) {
      throw new UnsupportedServerException(
          ErrorCode.UNSUPPORTED_SERVER,
          "Cannot work with "
              + product.title()
              + " "
              + server.version()
              + ": it is older than "
              + product.oldest()
              + ".",
          "Use " + product.title() + " " + product.oldest() + " or newer.");
    }
    return new MysqlDialect(server);
  }

  @Override
  public Dialect offline(String product) {
    return Arrays.stream(Product.values())
        .filter(each -> each.id().equals(product))
        .findFirst()
        .map(MysqlServer::oldest)
        .map(MysqlDialect::new)
        .orElseThrow(
            () -> new IllegalArgumentException("not a product of this dialect: " + product));
  }
}
