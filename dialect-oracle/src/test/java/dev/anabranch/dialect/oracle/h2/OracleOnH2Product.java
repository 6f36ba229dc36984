package dev.anabranch.dialect.oracle.h2;

import dev.anabranch.testkit.server.RunningServer;
import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.ServerProduct;
import dev.anabranch.testkit.server.ServerSource;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** H2 in Oracle mode, in this JVM. */
public final class OracleOnH2Product implements ServerProduct {

  /** Called by the service loader. */
  public OracleOnH2Product() {}

  @Override
  public String name() {
    return OracleOnH2Provider.PRODUCT;
  }

  @Override
  public String title() {
    return "Oracle, as H2 plays it";
  }

  @Override
  public List<ServerSource> sources() {
    return List.of(
        new ServerSource() {
          @Override
          public String description() {
            return "in this JVM";
          }

          @Override
          public Outcome open() {
            return new Opened(
                new RunningServer(
                    new ServerAddress(OracleOnH2Driver.PREFIX, "sa", ""), "this JVM", () -> {}));
          }
        });
  }

  @Override
  public TestDatabase createDatabase(ServerAddress server, String name) {
    String h2 = "jdbc:h2:mem:" + name + ";MODE=Oracle";
    execute(h2 + ";DB_CLOSE_DELAY=-1", "SET LOCK_TIMEOUT 2000");
    return new TestDatabase(
        name(),
        name,
        server,
        server.withUrl(OracleOnH2Driver.PREFIX + name),
        () -> execute(h2, "SHUTDOWN IMMEDIATELY"));
  }

  static void execute(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      // The database is gone while it shuts down.
      if (e.getErrorCode() != 90121 && e.getErrorCode() != 90098) {
        throw new AssertionError(e);
      }
    }
  }
}
