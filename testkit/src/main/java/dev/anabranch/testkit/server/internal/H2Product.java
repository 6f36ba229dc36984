package dev.anabranch.testkit.server.internal;

import dev.anabranch.testkit.server.KeptDatabase;
import dev.anabranch.testkit.server.RunningServer;
import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.ServerProduct;
import dev.anabranch.testkit.server.ServerSource;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** H2 in this JVM: every scratch database is one in memory that lives until it is shut down. */
public final class H2Product implements ServerProduct {

  private static final String MEMORY = "jdbc:h2:mem:";

  /** Creates the product. */
  public H2Product() {}

  @Override
  public String name() {
    return "h2";
  }

  @Override
  public String title() {
    return "H2";
  }

  @Override
  public List<ServerSource> sources() {
    return List.of(new InProcess());
  }

  @Override
  public TestDatabase createDatabase(ServerAddress server, String name) {
    return open(
        name,
        server.withUrl(MEMORY + name + ";DB_CLOSE_DELAY=-1"),
        server.withUrl(MEMORY + name + ";IFEXISTS=TRUE"));
  }

  @Override
  public boolean serves(ServerAddress server) {
    // Any other URL of H2 would create a database that is not the testkit's to create.
    return server.url().startsWith(MEMORY);
  }

  @Override
  public boolean canCopy() {
    return true;
  }

  @Override
  public KeptDatabase keep(ServerAddress server, TestDatabase source, String name) {
    return H2Script.of(source, copy -> createDatabase(server, copy), name);
  }

  /**
   * Opens a new database once, so that it exists.
   *
   * @param name its name
   * @param address where it is
   * @param existing where it is, for somebody who must not create it again
   */
  public static TestDatabase open(String name, ServerAddress address, ServerAddress existing) {
    try {
      address.connect().close();
    } catch (SQLException e) {
      throw TestServerException.refused(
          "Cannot create the H2 database %s: %s".formatted(name, e.getMessage()), e);
    }
    return new TestDatabase("h2", name, existing, address, () -> shutDown(name, existing));
  }

  private static void shutDown(String name, ServerAddress existing) {
    try (Connection connection = existing.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
    } catch (SQLException e) {
      // 90146: not there, so the test has shut it down itself. 90121 and 90098: closed while this
      // connection asked.
      int code = e.getErrorCode();
      if (code != 90146 && code != 90121 && code != 90098) {
        throw TestServerException.refused(
            "Cannot shut down the H2 database %s: %s".formatted(name, e.getMessage()), e);
      }
    }
  }

  private static final class InProcess implements ServerSource {

    @Override
    public String description() {
      return "in this JVM";
    }

    @Override
    public Outcome open() {
      return ClassPath.has("org.h2.Driver")
          ? new Opened(
              new RunningServer(new ServerAddress(MEMORY, "sa", ""), description(), () -> {}))
          : new Absent("com.h2database:h2 is not on the class path");
    }
  }
}
