package dev.anabranch.testkit.junit;

import dev.anabranch.testkit.server.KeptDatabase;
import dev.anabranch.testkit.server.RunningServer;
import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.ServerProduct;
import dev.anabranch.testkit.server.ServerSource;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server that runs already, as one that somebody named; stopping does not stop it. Notes the name
 * of everything that is made on it.
 */
record NamedServer(ServerProduct product, TestServer running, Set<String> made)
    implements ServerProduct {

  NamedServer(TestServer running) {
    this(
        ServiceLoader.load(ServerProduct.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.name().equals(running.product()))
            .findFirst()
            .orElseThrow(),
        running,
        ConcurrentHashMap.newKeySet());
  }

  @Override
  public String name() {
    return product.name();
  }

  @Override
  public String title() {
    return product.title();
  }

  @Override
  public List<ServerSource> sources() {
    return List.of(
        new ServerSource() {
          @Override
          public String description() {
            return "running";
          }

          @Override
          public Outcome open() {
            return new Opened(new RunningServer(running.address(), "running", () -> {}));
          }
        });
  }

  @Override
  public TestDatabase createDatabase(ServerAddress server, String name) {
    made.add(name);
    return product.createDatabase(server, name);
  }

  @Override
  public boolean canCopy() {
    return product.canCopy();
  }

  @Override
  public KeptDatabase keep(ServerAddress server, TestDatabase source, String name) {
    made.add(name);
    KeptDatabase kept = product.keep(server, source, name);
    return new KeptDatabase() {
      @Override
      public TestDatabase restore(String copy) {
        made.add(copy);
        return kept.restore(copy);
      }

      @Override
      public void release() {
        kept.release();
      }
    };
  }
}
