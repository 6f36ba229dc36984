package dev.anabranch.testkit.server;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * A server shared by all tests of this JVM.
 *
 * <p>Safe for use by several threads. It is stopped when the JVM ends, never by a test.
 */
public final class TestServer {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final ServerProduct product;
  private final RunningServer running;

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
   * Returns statements that make a session quicker that reads the catalogue again and again, and
   * change nothing but that.
   */
  public List<String> readingSettings() {
    return product.readingSettings();
  }

  void stop() {
    running.stop().run();
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
