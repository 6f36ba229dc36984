package dev.anabranch.testkit.verify;

import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.server.DatabaseSnapshot;
import dev.anabranch.testkit.server.TestServer;
import java.util.Optional;
import java.util.Set;

/** A scratch database as it was at one moment. */
final class KeptCopy implements AutoCloseable {

  // What a copy costs, in steps of a migration.
  private static final int COST = 6;

  private final TestServer server;
  private final DatabaseSnapshot snapshot;
  private final Set<String> applied;
  private final Set<String> schemasAtBase;

  private KeptCopy(TestServer server, DatabaseSnapshot snapshot, ScratchDatabase database) {
    this.server = server;
    this.snapshot = snapshot;
    this.applied = database.applied();
    this.schemasAtBase = database.schemasAtBase();
  }

  /** Makes a copy, if the product can. */
  static Optional<KeptCopy> of(TestServer server, ScratchDatabase database) {
    if (!server.canCopy()) {
      return Optional.empty();
    }
    database.rest();
    return Optional.of(new KeptCopy(server, server.snapshot(database.database()), database));
  }

  /** Returns the revisions that were applied. */
  Set<String> applied() {
    return applied;
  }

  /** Returns the schemas that were there before any revision. */
  Set<String> schemasAtBase() {
    return schemasAtBase;
  }

  /** Returns what it costs to restore it, in steps of a migration. */
  int cost() {
    return COST;
  }

  /** Makes a new database of it. */
  ScratchDatabase restore(RevisionScripts scripts, VerificationOptions options) {
    return ScratchDatabase.restore(server, snapshot.restore(), this, scripts, options);
  }

  @Override
  public void close() {
    snapshot.close();
  }
}
