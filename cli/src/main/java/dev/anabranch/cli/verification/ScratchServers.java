package dev.anabranch.cli.verification;

import dev.anabranch.dialect.DialectProvider;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.engine.JdbcUrl;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.ServerLookup;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.server.TestServerException;
import dev.anabranch.testkit.server.TestServers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds a server for scratch databases of each product: the one that the user names, one in this
 * process, or one in a container. Never one of another product, and never the configured database.
 */
public final class ScratchServers {
  private static final String PREFIX = "ANABRANCH_SCRATCH_";

  private final Dialects dialects;
  private final Map<String, String> environment;
  private final Optional<String> user;
  private final Consumer<String> secrets;

  /**
   * Creates a search.
   *
   * @param dialects the products there are
   * @param environment the environment variables, for users and passwords
   * @param user the user on every server named by a URL
   * @param secrets hears each password and each URL before they are used
   */
  public ScratchServers(
      Dialects dialects,
      Map<String, String> environment,
      Optional<String> user,
      Consumer<String> secrets) {
    this.dialects = dialects;
    this.environment = environment;
    this.user = user;
    this.secrets = secrets;
  }

  /**
   * Returns a server for each product.
   *
   * @param products the products to verify on; empty for those of the URLs, or else {@code
   *     configured}
   * @param urls where servers are, as the user names them
   * @param configured the product of the configured database
   */
  public List<TestServer> find(
      List<String> products, List<String> urls, Supplier<Optional<String>> configured) {
    for (String product : products) {
      // An unknown name is told with the known ones.
      dialects.named(product);
    }
    Map<String, TestServer> named = named(urls);
    List<String> wanted = wanted(products, named, configured);
    for (Map.Entry<String, TestServer> each : named.entrySet()) {
      if (!wanted.contains(each.getKey())) {
        throw new VerificationException(
            ErrorCode.INVALID_ARGUMENT,
            "Cannot use the scratch server "
                + each.getValue().address().redactedUrl()
                + ": it is "
                + each.getKey()
                + ", and --on names only "
                + String.join(", ", wanted)
                + ".",
            "Add --on " + each.getKey() + ", or leave the URL away.");
      }
    }
    List<TestServer> servers = new ArrayList<>();
    for (String product : wanted) {
      TestServer server = named.get(product);
      servers.add(server != null ? server : started(product));
    }
    return servers;
  }

  private static List<String> wanted(
      List<String> products, Map<String, TestServer> named, Supplier<Optional<String>> configured) {
    if (!products.isEmpty()) {
      return products.stream().distinct().toList();
    }
    if (!named.isEmpty()) {
      return List.copyOf(named.keySet());
    }
    return List.of(
        configured
            .get()
            .orElseThrow(
                () ->
                    new VerificationException(
                        ErrorCode.NO_SCRATCH_SERVER,
                        "Cannot choose a product to verify on: the configuration has no URL that tells"
                            + " one.",
                        "Add --on PRODUCT, or --scratch URL.")));
  }

  private Map<String, TestServer> named(List<String> urls) {
    Map<String, TestServer> servers = new LinkedHashMap<>();
    for (String url : urls) {
      secrets.accept(url);
      TestServer server = at(address(url));
      TestServer other = servers.put(server.product(), server);
      if (other != null) {
        throw new VerificationException(
            ErrorCode.INVALID_ARGUMENT,
            "Cannot use two scratch servers of "
                + server.product()
                + ": "
                + other.address().redactedUrl()
                + " and "
                + server.address().redactedUrl()
                + ".",
            "Give one URL for each product.");
      }
    }
    return servers;
  }

  private static TestServer at(ServerAddress address) {
    try {
      return TestServers.shared().at(address);
    } catch (TestServerException e) {
      throw e.hint().isPresent()
          ? e
          : new VerificationException(
              e.code(),
              String.valueOf(e.getMessage()),
              "Look whether the server runs at this address. Who connects is told by --scratch-user NAME"
                  + " and the password in "
                  + PREFIX
                  + "PASSWORD, not by the URL.",
              e);
    }
  }

  private ServerAddress address(String url) {
    JdbcUrl parsed = new JdbcUrl(url);
    DialectProvider provider = dialects.requireForUrl(url, parsed.redacted());
    String product = provider.product(url);
    String password = variable(product + "_PASSWORD").or(() -> variable("PASSWORD")).orElse("");
    if (!password.isEmpty()) {
      secrets.accept(password);
    }
    String name = user.or(() -> variable(product + "_USER")).or(() -> variable("USER")).orElse("");
    String spelling =
        hasDriver(url) ? url : provider.otherSpelling(url).filter(this::hasDriver).orElse(url);
    return new ServerAddress(spelling, name, password);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(PREFIX + name.toUpperCase(Locale.ROOT)))
        .filter(value -> !value.isEmpty());
  }

  private boolean hasDriver(String url) {
    try {
      DriverManager.getDriver(url);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private static TestServer started(String product) {
    TestServers servers = TestServers.shared();
    String tried = "the testkit knows no server of it";
    if (servers.products().contains(product)) {
      ServerLookup lookup = servers.find(product);
      if (lookup instanceof ServerLookup.Found found) {
        return found.server();
      }
      tried = ((ServerLookup.NotFound) lookup).reason();
    }
    throw new VerificationException(
        ErrorCode.NO_SCRATCH_SERVER,
        "Cannot verify on " + product + ": " + tried + ".",
        "Name a server on which databases may be created, such as --scratch "
            + example(product)
            + " --scratch-user NAME, with the password in "
            + PREFIX
            + "PASSWORD; or let ANABRANCH_CLASSPATH bring Testcontainers where a container engine"
            + " runs; or verify on another product with --on.");
  }

  private static String example(String product) {
    return product.equals("oracle")
        ? "jdbc:oracle:thin:@//localhost:1521/FREEPDB1"
        : "jdbc:" + product + "://localhost/";
  }
}
