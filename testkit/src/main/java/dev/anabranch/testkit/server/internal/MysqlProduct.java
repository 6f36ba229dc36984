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

/** MySQL: a URL, a container, or binaries from a Maven artifact. */
public final class MysqlProduct implements ServerProduct {

  private final Map<String, String> environment;

  /** Creates the product as this machine has it. */
  public MysqlProduct() {
    this(System.getenv());
  }

  MysqlProduct(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "mysql";
  }

  @Override
  public String title() {
    return "MySQL";
  }

  @Override
  public List<ServerSource> sources() {
    return List.of(
        new UrlSource(name(), environment),
        new ContainerSource(image(), ContainerEngine.ofThisMachine()),
        new EmbeddedMysqlSource(new MysqlBinaries()));
  }

  /** The entry point of the image starts the server twice, the first time for its own set-up. */
  private ContainerImage image() {
    return new ContainerImage(
        environment.getOrDefault("ANABRANCH_TEST_MYSQL_IMAGE", "mysql:8.0"),
        3306,
        Map.of("MYSQL_ROOT_PASSWORD", "anabranch"),
        List.of(
            "--skip-log-bin",
            "--innodb-flush-log-at-trx-commit=0",
            "--max-connections=200",
            "--mysqlx=OFF"),
        ".*mysqld: ready for connections.*\\s",
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
    return MysqlFamily.isMariadb(server).equals(Optional.of(false));
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
