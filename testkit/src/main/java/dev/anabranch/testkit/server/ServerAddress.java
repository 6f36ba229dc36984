package dev.anabranch.testkit.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Where a server or a database is reached, and as whom.
 *
 * @param url the JDBC URL
 * @param user the user, empty when the URL names one or the server asks for none
 * @param password the password, empty for none
 */
public record ServerAddress(String url, String user, String password) {

  /** What {@link DriverManager} says when no driver takes a URL; others use it as well. */
  private static final String NO_DRIVER = "08001";

  /** Checks that nothing is null. */
  public ServerAddress {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
  }

  /**
   * Opens a connection.
   *
   * @return a connection that the caller closes
   * @throws SQLException if the driver is not on the class path or the server refuses
   */
  public Connection connect() throws SQLException {
    try {
      return connect(url);
    } catch (SQLException e) {
      // MariaDB's driver takes a URL of MySQL when the URL itself says so ("Connection Strings").
      if (!NO_DRIVER.equals(e.getSQLState()) || !url.startsWith("jdbc:mysql:")) {
        throw e;
      }
      return connect(url + (url.indexOf('?') < 0 ? "?" : "&") + "permitMysqlScheme");
    }
  }

  private Connection connect(String jdbcUrl) throws SQLException {
    return user.isEmpty()
        ? DriverManager.getConnection(jdbcUrl)
        : DriverManager.getConnection(jdbcUrl, user, password);
  }

  /** Returns the same user at another URL. */
  public ServerAddress withUrl(String otherUrl) {
    return new ServerAddress(otherUrl, user, password);
  }

  /** Returns the URL fit for a message: a password in it is masked. */
  public String redactedUrl() {
    return url.replaceAll("(?i)(password=)[^&;]*", "$1***")
        .replaceAll("//([^/@:]+):[^/@]*@", "//$1:***@");
  }

  /** Returns user and URL without any password. */
  @Override
  public String toString() {
    return user.isEmpty() ? redactedUrl() : user + " at " + redactedUrl();
  }
}
