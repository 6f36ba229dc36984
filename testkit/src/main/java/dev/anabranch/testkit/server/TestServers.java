package dev.anabranch.testkit.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The servers that tests of this JVM can have, each looked for when it is first asked for.
 *
 * <p>A server is found or started once and then shared; a product without one is not looked for
 * again. Safe for use by several threads.
 */
public final class TestServers {

  private final Map<String, ServerProduct> products;
  private final Map<String, ServerLookup> lookups = new ConcurrentHashMap<>();

  private TestServers(Map<String, ServerProduct> products) {
    this.products = products;
  }

  /** Returns the servers of this JVM; what was started for them is stopped when the JVM ends. */
  public static TestServers shared() {
    return Shared.INSTANCE;
  }

  /**
   * Returns a set of servers apart from the shared one, with products of the caller's choice.
   *
   * @param products the products; of two with one name the first is taken
   * @return servers that the caller stops with {@link #stop()}
   */
  public static TestServers of(Iterable<? extends ServerProduct> products) {
    Map<String, ServerProduct> byName = new LinkedHashMap<>();
    products.forEach(product -> byName.putIfAbsent(product.name(), product));
    return new TestServers(byName);
  }

  /**
   * Returns the names of all known products in alphabetical order, whether there is a server or
   * not.
   */
  public List<String> products() {
    return products.keySet().stream().sorted().toList();
  }

  /**
   * Looks for a server of a product, and starts one if that is the way to it.
   *
   * @param product the product's name, such as {@code postgresql}
   * @return the server, or every way that was tried; the same answer each time
   * @throws TestServerException if no product has that name
   */
  public ServerLookup find(String product) {
    ServerProduct known = requireKnown(product);
    return lookups.computeIfAbsent(product, name -> look(known));
  }

  /** Returns the product of a name. */
  private ServerProduct requireKnown(String product) {
    ServerProduct known = products.get(product);
    if (known == null) {
      throw TestServerException.unavailable(
          "Cannot find a server of \"%s\": no product has that name.".formatted(product),
          "The products are " + String.join(", ", products()) + ".");
    }
    return known;
  }

  /**
   * Returns a server of a product, for tests that are of no use without one.
   *
   * @param product the product's name, such as {@code postgresql}
   * @throws TestServerException if there is none; the message tells every way that was tried
   */
  public TestServer require(String product) {
    ServerLookup lookup = find(product);
    if (lookup instanceof ServerLookup.NotFound missing) {
      throw TestServerException.unavailable(
          "Cannot run tests on %s: %s.".formatted(product, missing.reason()),
          "docs/how-to/test-servers.md tells how a server is found.");
    }
    return ((ServerLookup.Found) lookup).server();
  }

  /**
   * Returns the server that somebody names, of the product that its URL and the server itself tell.
   *
   * @param address any database on the server, and a user who may create databases; for H2 {@code
   *     jdbc:h2:mem:}, since a scratch database of H2 is in this JVM
   * @return the server; stopping is not for the testkit, but snapshots of it are for the caller to
   *     close
   * @throws TestServerException if no product has such URLs, or the server does not answer
   */
  public TestServer at(ServerAddress address) {
    try {
      for (ServerProduct product : products.values()) {
        if (product.serves(address)) {
          return at(product, address);
        }
      }
    } catch (SQLException e) {
      throw TestServerException.refused(
          "Cannot connect to %s: %s".formatted(address, e.getMessage()), e);
    }
    throw TestServerException.unavailable(
        "Cannot use the server at %s: it is of no product that the testkit knows."
            .formatted(address.redactedUrl()),
        "The products are %s; H2 is used as \"jdbc:h2:mem:\"."
            .formatted(String.join(", ", products())));
  }

  private static TestServer at(ServerProduct product, ServerAddress address) throws SQLException {
    try (Connection connection = address.connect()) {
      String release = connection.getMetaData().getDatabaseProductVersion();
      return new TestServer(
          product, new RunningServer(address, "named by its URL, " + release, () -> {}));
    }
  }

  /** Stops what was started; a later look finds nothing new. */
  public void stop() {
    for (ServerLookup lookup : lookups.values()) {
      if (lookup instanceof ServerLookup.Found found) {
        found.server().stop();
      }
    }
  }

  private static ServerLookup look(ServerProduct product) {
    List<ServerLookup.Attempt> attempts = new ArrayList<>();
    for (ServerSource source : product.sources()) {
      ServerSource.Outcome outcome = source.open();
      if (outcome instanceof ServerSource.Opened opened) {
        return new ServerLookup.Found(new TestServer(product, opened.server()));
      }
      if (outcome instanceof ServerSource.Broken broken) {
        attempts.add(new ServerLookup.Attempt(source.description(), broken.reason()));
        break;
      }
      attempts.add(
          new ServerLookup.Attempt(source.description(), ((ServerSource.Absent) outcome).reason()));
    }
    return new ServerLookup.NotFound(product.title(), attempts);
  }

  private static final class Shared {
    static final TestServers INSTANCE = create();

    private static TestServers create() {
      TestServers servers =
          of(ServiceLoader.load(ServerProduct.class, TestServers.class.getClassLoader()));
      Runtime.getRuntime().addShutdownHook(new Thread(servers::stop, "anabranch-test-servers"));
      return servers;
    }
  }
}
