package dev.anabranch.testkit.junit;

import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.ServerProduct;
import dev.anabranch.testkit.server.ServerSource;
import dev.anabranch.testkit.server.TestDatabase;
import java.util.List;

/** A product no machine has a server of. */
public final class NowhereProduct implements ServerProduct {

  @Override
  public String name() {
    return "nowhere";
  }

  @Override
  public String title() {
    return "Nowhere";
  }

  @Override
  public List<ServerSource> sources() {
    return List.of(new Missing("by land", "no road"), new Missing("by sea", "no ship"));
  }

  @Override
  public TestDatabase createDatabase(ServerAddress server, String name) {
    throw new AssertionError("there is no server to create a database on");
  }

  private record Missing(String description, String reason) implements ServerSource {

    @Override
    public Outcome open() {
      return new Absent(reason);
    }
  }
}
