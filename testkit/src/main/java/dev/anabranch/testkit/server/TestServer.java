package dev.anabranch.testkit.server;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server shared by all tests of this JVM.
 *
 * <p>Safe for use by several threads. It is stopped when the JVM ends, never by a test.
 */
public final class TestServer {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final ServerProduct product;
  private final RunningServer running;
  private final Set<DatabaseSnapshot> snapshots = ConcurrentHashMap.newKeySet();

  TestServer(ServerProduct product, RunningServer running) {
    this.product = product;
    this.running = running;
  }

  /** Returns the product's name, such as {@code postgresql}. */
  public String product() {
    return product.name();
  }

  /** Returns where this server came from, such as {@code embedded binaries}. */
  public String origin() {
    return running.origin();
  }

  /** Returns where the server is and the user that may create databases on it. */
  public ServerAddress address() {
    return running.address();
  }

  /**
   * Creates an empty scratch database with a name of its own.
   *
   * @return the database; closing it drops it
   * @throws TestServerException if the server refuses
   */
  public TestDatabase createDatabase() {
    return product.createDatabase(running.address(), newName());
  }

  /**
   * Returns statements that make sessions of a scratch database quicker, which reads its catalogue
   * again and again and need not survive a crash; they change nothing else.
   */
  public List<String> scratchSettings() {
    return product.scratchSettings();
  }

  /** Returns whether {@link #snapshot} can be used on this product; Oracle is the one without. */
  public boolean canCopy() {
    return product.canCopy();
  }

  /**
   * Keeps what a database holds now, so that others can be made of it.
   *
   * <p>Other sessions of the source are ended where the server can copy an idle database only, as
   * PostgreSQL can. Rights and settings that belong to the database as a whole, not to what is in
   * it, are not copied, except for the settings of a PostgreSQL database.
   *
   * @param source a database of this server
   * @return a snapshot that the caller closes; a server that stops closes it, too
   * @throws TestServerException if the server refuses, or the product has no way to do it
   * @throws IllegalArgumentException if the database is of another product
   */
  public DatabaseSnapshot snapshot(TestDatabase source) {
    if (!source.product().equals(product.name())) {
      throw new IllegalArgumentException("not a database of " + this + ": " + source);
    }
    KeptDatabase kept = product.keep(running.address(), source, newName());
    DatabaseSnapshot[] made = new DatabaseSnapshot[1];
    made[0] = new DatabaseSnapshot(kept, TestServer::newName, () -> snapshots.remove(made[0]));
    snapshots.add(made[0]);
    return made[0];
  }

  /**
   * Drops scratch databases on this server that nobody dropped, because the JVM that made them was
   * killed. Only those with the testkit's mark and without a session are touched.
   *
   * @param age how long ago they must have been made, at least
   * @return the names of those dropped, in order; always none on H2, whose databases end with their
   *     JVM, and on Oracle, where nothing tells their age
   * @throws TestServerException if the server refuses
   */
  public List<String> dropLeftovers(Duration age) {
    return product.dropLeftovers(running.address(), Instant.now().minus(age));
  }

  /** Stops what was started; what snapshots keep on a server that goes on is dropped before. */
  void stop() {
    List.copyOf(snapshots).forEach(TestServer::giveUp);
    running.stop().run();
  }

  /** The JVM ends: what cannot be dropped now carries the mark and is a leftover. */
  @SuppressWarnings("EmptyCatch")
  private static void giveUp(DatabaseSnapshot snapshot) {
    try {
      snapshot.close();
    } catch (TestServerException e) {
      // Nobody is left who could do something about it.
    }
  }

  private static String newName() {
    byte[] bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    return "anabranch_test_" + HexFormat.of().formatHex(bytes);
  }

  /** Returns title, origin and address, without a password. */
  @Override
  public String toString() {
    return product.title() + " (" + running.origin() + ", " + running.address() + ")";
  }
}
