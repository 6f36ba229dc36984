package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.KeptDatabase;
import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.ServerProduct;
import dev.anabranch.testkit.server.ServerSource;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** MariaDB: a URL, a container, or binaries from a Maven artifact. */
public final class MariadbProduct implements ServerProduct {

  private final Map<String, String> environment;

  /** Creates the product as this machine has it. */
  public MariadbProduct() {
    this(System.getenv());
  }

  MariadbProduct(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "mariadb";
  }

  @Override
  public String title() {
    return "MariaDB";
  }

  @Override
  public List<ServerSource> sources() {
    return List.of(
        new UrlSource(name(), environment),
        new ContainerSource(image(), ContainerEngine.ofThisMachine()),
        new EmbeddedMysqlSource(new MariadbBinaries()));
  }

  /** The entry point of the image starts the server twice, the first time for its own set-up. */
  private ContainerImage image() {
    return new ContainerImage(
        environment.getOrDefault("ANABRANCH_TEST_MARIADB_IMAGE", "mariadb:11.4"),
        3306,
        Map.of("MARIADB_ROOT_PASSWORD", "anabranch"),
        List.of("--skip-log-bin", "--innodb-flush-log-at-trx-commit=0", "--max-connections=200"),
        ".*mariadbd: ready for connections.*\\s",
        2,
        MysqlUrl.of(name(), "{host}:{port}"),
        "root",
        "anabranch");
  }

  @Override
  public TestDatabase createDatabase(ServerAddress server, String name) {
    return MysqlFamily.createDatabase(name(), server, name);
  }

  @Override
  public boolean serves(ServerAddress server) throws SQLException {
    return MysqlFamily.isMariadb(server).equals(Optional.of(true));
  }

  @Override
  public boolean canCopy() {
    return true;
  }

  @Override
  public KeptDatabase keep(ServerAddress server, TestDatabase source, String name) {
    return MysqlCopy.of(server, source, name);
  }

  @Override
  public List<String> dropLeftovers(ServerAddress server, Instant madeBefore) {
    return MysqlFamily.dropLeftovers(server, madeBefore);
  }
}
