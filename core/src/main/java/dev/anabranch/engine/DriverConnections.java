package dev.anabranch.engine;

import dev.anabranch.dialect.Dialects;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens connections through the JDBC driver that accepts a URL.
 *
 * <p>Drivers are looked up on a class loader of the caller's choice rather than through {@link
 * java.sql.DriverManager}, which sees only the drivers of its callers' loaders and loads every
 * driver on the class path at the first use.
 */
public final class DriverConnections implements ConnectionSource {

  private static final Logger LOG = LoggerFactory.getLogger(DriverConnections.class);

  private final JdbcUrl url;
  private final Optional<String> user;
  private final Optional<String> password;
  private final ClassLoader classLoader;

  /**
   * Creates a source.
   *
   * @param url the URL
   * @param user the database user, if not in the URL
   * @param password the password, if not in the URL
   * @param classLoader where drivers are looked for
   */
  public DriverConnections(
      JdbcUrl url, Optional<String> user, Optional<String> password, ClassLoader classLoader) {
    this.url = Objects.requireNonNull(url, "url");
    this.user = Objects.requireNonNull(user, "user");
    this.password = Objects.requireNonNull(password, "password");
    this.classLoader = Objects.requireNonNull(classLoader, "classLoader");
  }

  @Override
  public Connection open(Map<String, String> properties) throws SQLException {
    Properties all = new Properties();
    properties.forEach(all::setProperty);
    user.ifPresent(value -> all.setProperty("user", value));
    password.ifPresent(value -> all.setProperty("password", value));
    List<Driver> drivers = drivers();
    Connection connection = connect(drivers, url.value(), all);
    if (connection == null) {
      Optional<String> other =
          Dialects.load(classLoader)
              .forUrl(url.value())
              .flatMap(provider -> provider.otherSpelling(url.value()));
      connection = other.isPresent() ? connect(drivers, other.get(), all) : null;
    }
    if (connection == null) {
      throw new NoDriverException(url);
    }
    return connection;
  }

  private static @Nullable Connection connect(
      List<Driver> drivers, String url, Properties properties) throws SQLException {
    for (Driver driver : drivers) {
      if (driver.acceptsURL(url)) {
        Connection connection = driver.connect(url, properties);
        if (connection != null) {
          return connection;
        }
      }
    }
    return null;
  }

  @Override
  public Optional<JdbcUrl> url() {
    return Optional.of(url);
  }

  // One broken driver on the class path must not hide the others.
  private List<Driver> drivers() {
    List<Driver> drivers = new ArrayList<>();
    var iterator = ServiceLoader.load(Driver.class, classLoader).iterator();
    while (true) {
      try {
        if (!iterator.hasNext()) {
          return drivers;
        }
        drivers.add(iterator.next());
      } catch (ServiceConfigurationError broken) {
        LOG.debug("a driver on the class path cannot be loaded", broken);
      }
    }
  }

  /** Says that no driver on the class path accepts a URL. */
  static final class NoDriverException extends SQLException {

    private static final long serialVersionUID = 1L;

    NoDriverException(JdbcUrl url) {
      super("no JDBC driver on the class path accepts " + url.redacted());
    }
  }
}
