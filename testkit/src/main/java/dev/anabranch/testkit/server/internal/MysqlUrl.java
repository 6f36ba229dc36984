package dev.anabranch.testkit.server.internal;

import java.util.Optional;

/** JDBC URLs of the MySQL family, which two drivers share. */
final class MysqlUrl {

  /** A driver and the scheme of its URLs. */
  enum Driver {
    /** Connector/J of MySQL. */
    MYSQL("jdbc:mysql:", "com.mysql.cj.jdbc.Driver"),
    /** Connector/J of MariaDB. */
    MARIADB("jdbc:mariadb:", "org.mariadb.jdbc.Driver");

    private final String scheme;
    private final String className;

    Driver(String scheme, String className) {
      this.scheme = scheme;
      this.className = className;
    }

    /** Returns why it cannot be used, as half a sentence; empty if it can. */
    Optional<String> whyAbsent() {
      return ClassPath.has(className)
          ? Optional.empty()
          : Optional.of("neither driver is on the class path");
    }
  }

  private static final int DEFAULT_PORT = 3306;

  private MysqlUrl() {}

  /** Returns the product's own driver, or the other one where only that is on the class path. */
  static Driver driverFor(String product) {
    Driver own = product.equals("mysql") ? Driver.MYSQL : Driver.MARIADB;
    Driver other = own == Driver.MYSQL ? Driver.MARIADB : Driver.MYSQL;
    return own.whyAbsent().isPresent() && other.whyAbsent().isEmpty() ? other : own;
  }

  /** Returns the URL of a server, without a database, for the driver that is there. */
  static String of(String product, String hostAndPort) {
    // Test data only: to encrypt would take more time than the statements do.
    return driverFor(product).scheme
        + "//"
        + hostAndPort
        + "/?sslMode=DISABLED&allowPublicKeyRetrieval=true";
  }

  /**
   * Returns the URL of another database on the same server, with the same hosts and parameters.
   *
   * <p>The form common to both drivers is {@code scheme://hosts/[database][?parameters]} (MySQL
   * Connector/J Developer Guide, 6.2; MariaDB Connector/J, "Connection Strings").
   */
  static String withDatabase(String url, String database) {
    int hosts = url.indexOf("//");
    if (hosts < 0 || !(url.startsWith("jdbc:mysql:") || url.startsWith("jdbc:mariadb:"))) {
      throw new IllegalArgumentException("not a URL of MySQL or MariaDB");
    }
    int question = url.indexOf('?');
    String parameters = question < 0 ? "" : url.substring(question);
    String target = question < 0 ? url : url.substring(0, question);
    int slash = target.indexOf('/', hosts + 2);
    return (slash < 0 ? target : target.substring(0, slash)) + "/" + database + parameters;
  }

  /**
   * Where a server listens.
   *
   * @param host the host
   * @param port the port
   */
  record Endpoint(String host, int port) {}

  /** Returns where the first server of a URL listens. */
  static Endpoint endpoint(String url) {
    String hosts = url.substring(url.indexOf("//") + 2).split("[/?]", 2)[0];
    String[] first = hosts.split(",", 2)[0].split(":", 2);
    int port = first.length > 1 ? Integer.parseInt(first[1]) : DEFAULT_PORT;
    return new Endpoint(first[0].isEmpty() ? "localhost" : first[0], port);
  }
}
