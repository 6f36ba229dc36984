package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.KeptDatabase;
import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.ServerProduct;
import dev.anabranch.testkit.server.ServerSource;
import dev.anabranch.testkit.server.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL: a URL, a container, or the binaries of {@code io.zonky.test}; a scratch database is a
 * database.
 */
public final class PostgresProduct implements ServerProduct {

  private final Map<String, String> environment;

  /** Creates the product as this machine has it. */
  public PostgresProduct() {
    this(System.getenv());
  }

  PostgresProduct(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public String title() {
    return "PostgreSQL";
  }

  @Override
  public List<ServerSource> sources() {
    return List.of(
        new UrlSource(name(), environment),
        new ContainerSource(image(), ContainerEngine.ofThisMachine()),
        new EmbeddedPostgresSource());
  }

  /** The entry point of the image starts the server twice, the first time for its own set-up. */
  private ContainerImage image() {
    return new ContainerImage(
        environment.getOrDefault("ANABRANCH_TEST_POSTGRESQL_IMAGE", "postgres:18-alpine"),
        5432,
        Map.of("POSTGRES_PASSWORD", "anabranch"),
        List.of("postgres", "-c", "fsync=off", "-c", "max_connections=200"),
        ".*database system is ready to accept connections.*\\s",
        2,
        "jdbc:postgresql://{host}:{port}/postgres",
        "postgres",
        "anabranch");
  }

  @Override
  public TestDatabase createDatabase(ServerAddress server, String name) {
    return PostgresDatabases.create(server, name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The queries of the inspector take longer to plan than to run; without the setting the server
   * plans most of them anew each time (PostgreSQL manual, 19.7.4). And nobody waits for the disk
   * (19.5.1).
   */
  @Override
  public List<String> scratchSettings() {
    return List.of("SET plan_cache_mode = force_generic_plan", "SET synchronous_commit = off");
  }

  @Override
  public boolean serves(ServerAddress server) {
    return server.url().startsWith("jdbc:postgresql:");
  }

  @Override
  public boolean canCopy() {
    return true;
  }

  @Override
  public KeptDatabase keep(ServerAddress server, TestDatabase source, String name) {
    return PostgresTemplate.of(server, source, name);
  }

  @Override
  public List<String> dropLeftovers(ServerAddress server, Instant madeBefore) {
    return PostgresDatabases.dropLeftovers(server, madeBefore);
  }
}
