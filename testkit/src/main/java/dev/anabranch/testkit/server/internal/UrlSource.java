package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.RunningServer;
import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.ServerSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/**
 * A server somebody named in the environment: {@code ANABRANCH_TEST_<PRODUCT>_URL}, {@code _USER},
 * {@code _PASSWORD}.
 */
public final class UrlSource implements ServerSource {

  private final String prefix;
  private final Map<String, String> environment;

  /**
   * Creates the source for a product.
   *
   * @param product the product's name
   * @param environment the environment variables
   */
  public UrlSource(String product, Map<String, String> environment) {
    this.prefix = "ANABRANCH_TEST_" + product.toUpperCase(Locale.ROOT);
    this.environment = environment;
  }

  @Override
  public String description() {
    return prefix + "_URL";
  }

  @Override
  public Outcome open() {
    String url = environment.getOrDefault(prefix + "_URL", "").strip();
    if (url.isEmpty()) {
      return new Absent("not set");
    }
    ServerAddress address =
        new ServerAddress(
            url,
            environment.getOrDefault(prefix + "_USER", ""),
            environment.getOrDefault(prefix + "_PASSWORD", ""));
    try (Connection connection = address.connect()) {
      String release = connection.getMetaData().getDatabaseProductVersion();
      return new Opened(new RunningServer(address, description() + ", " + release, () -> {}));
    } catch (SQLException e) {
      return new Broken("cannot connect to " + address + ": " + e.getMessage());
    }
  }
}
