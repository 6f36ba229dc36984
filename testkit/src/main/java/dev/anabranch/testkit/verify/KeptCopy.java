package dev.anabranch.testkit.verify;

import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import java.util.Optional;
import java.util.Set;

/** A copy of a scratch database, as it was at one moment. */
final class KeptCopy implements AutoCloseable {

  private final Set<String> applied;

  private KeptCopy(Set<String> applied) {
    this.applied = applied;
  }

  static Optional<KeptCopy> of(TestServer server, ScratchDatabase database) {
    return Optional.empty();
  }

  Set<String> applied() {
    return applied;
  }

  int cost() {
    return 4;
  }

  TestDatabase restore() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
