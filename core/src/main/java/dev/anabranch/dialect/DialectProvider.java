package dev.anabranch.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plugs a database product, or a family of products that share a driver, into Anabranch.
 *
 * <p>Implementations are found through {@link java.util.ServiceLoader}, have a public constructor
 * without parameters, hold no state, and do nothing costly when they are made.
 */
public interface DialectProvider {

  /**
   * Returns the names of the products, lower case, as they stand behind {@code @upgrade} in a
   * revision file. Never empty.
   */
  List<String> products();

  /** Returns whether a JDBC URL leads to one of these products; decided from the text alone. */
  boolean accepts(String jdbcUrl);

  /**
   * Returns the product that a JDBC URL most likely leads to, where no server can be asked.
   *
   * @param jdbcUrl a URL that {@linkplain #accepts leads to one of these products}
   * @return one of {@link #products()}
   */
  default String product(String jdbcUrl) {
    return products().get(0);
  }

  /**
   * Returns the URL in the spelling of another driver that speaks to the same server, to be tried
   * where no driver on the class path accepts the one a user wrote.
   *
   * @param jdbcUrl a URL that {@linkplain #accepts leads to one of these products}
   */
  default Optional<String> otherSpelling(String jdbcUrl) {
    return Optional.empty();
  }

  /**
   * Returns the Maven coordinates of a driver for these products, for the hint when none is found.
   */
  String driver();

  /**
   * Returns the driver properties that make a connection known to the server and keep its error
   * messages free of row data; what a user sets in the URL wins.
   */
  Map<String, String> connectionProperties();

  /** Returns how errors of the driver are read, also before a connection stands. */
  ServerErrors errors();

  /**
   * Asks an open connection which product and release it leads to.
   *
   * @return the dialect for that release
   * @throws SQLException if the server does not answer
   * @throws UnsupportedServerException if the release is older than what is supported
   */
  Dialect dialect(Connection connection) throws SQLException;

  /**
   * Returns the dialect for writing scripts without a server.
   *
   * @param product one of {@link #products()}
   * @throws IllegalArgumentException if the product is none of these
   */
  Dialect offline(String product);

  /**
   * Returns, without a server, a product as it is from each release on that can do more than the
   * one before; the oldest supported release first.
   *
   * @param product one of {@link #products()}
   * @throws IllegalArgumentException if the product is none of these
   */
  default List<Dialect> releases(String product) {
    return List.of(offline(product));
  }
}
