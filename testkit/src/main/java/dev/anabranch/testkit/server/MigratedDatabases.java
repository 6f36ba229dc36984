package dev.anabranch.testkit.server;

import dev.anabranch.Anabranch;
import dev.anabranch.AnabranchBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * New databases that are all migrated alike: by the revisions themselves the first time, and from
 * then on as copies, where the product can be copied. A copy for the next one who asks is made
 * while the one before is in use.
 *
 * <p>Made by {@link AnabranchServers}. Safe for use by several threads.
 */
public final class MigratedDatabases {

  private final TestServers servers;
  private final String product;
  private final List<String> locations;
  private final String target;
  private final ClassLoader loader;
  private @Nullable DatabaseSnapshot snapshot;
  private @Nullable RuntimeException failure;

  MigratedDatabases(
      TestServers servers,
      String product,
      List<String> locations,
      String target,
      ClassLoader loader) {
    this.servers = servers;
    this.product = product;
    this.locations = locations;
    this.target = target;
    this.loader = loader;
  }

  /** Returns the product's name, such as {@code postgresql}. */
  public String product() {
    return product;
  }

  /**
   * Creates a database that stands at the target.
   *
   * @return a new database; closing it drops it
   * @throws TestServerException if there is no server, or it refuses
   * @throws dev.anabranch.error.AnabranchException if the revisions cannot be run; the same each
   *     time
   */
  public TestDatabase create() {
    TestServer server = servers.require(product);
    if (!server.canCopy()) {
      return migrated(server);
    }
    DatabaseSnapshot present = snapshot(server);
    TestDatabase database = present.restore();
    // The next test finds its database ready.
    present.prepareNext();
    return database;
  }

  private synchronized DatabaseSnapshot snapshot(TestServer server) {
    if (failure != null) {
      // Trying again would take as long for every test, and end alike.
      throw failure;
    }
    DatabaseSnapshot present = snapshot;
    if (present == null) {
      try (TestDatabase database = migrated(server)) {
        present = server.snapshot(database);
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
      snapshot = present;
    }
    return present;
  }

  private TestDatabase migrated(TestServer server) {
    TestDatabase database = server.createDatabase();
    try {
      AnabranchBuilder builder =
          Anabranch.builder()
              .url(database.url())
              .locations(locations.toArray(String[]::new))
              .classLoader(loader);
      if (!database.user().isEmpty()) {
        builder.user(database.user()).password(database.password());
      }
      builder.build().upgrade(target);
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Returns product, places and target. */
  @Override
  public String toString() {
    return product + ", " + String.join(", ", locations) + " at " + target;
  }
}
