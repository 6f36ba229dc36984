package dev.anabranch.testkit.server;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A database product tests can run on: what it is called, the ways to a server of it, and how a
 * scratch database is made.
 *
 * <p>Products are found through {@link java.util.ServiceLoader}, so that a module adds one without
 * a change here. An implementation needs a public constructor without parameters, does nothing in
 * it, and is safe for use by several threads.
 */
public interface ServerProduct {

  /**
   * Returns the name used in annotations, in {@code anabranch.test.require} and, in capitals, in
   * environment variables.
   *
   * @return lower-case letters and digits, such as {@code postgresql}
   */
  String name();

  /** Returns the name people know the product by, such as {@code PostgreSQL}. */
  String title();

  /** Returns the ways to a server of this product, the preferred one first. */
  List<ServerSource> sources();

  /**
   * Creates an empty database on a server and marks it as the testkit's own.
   *
   * @param server where the server is, with the rights to create databases
   * @param name a name no other database has; lower-case letters, digits and underscores
   * @return the new database; closing it drops it, if it still carries the mark
   * @throws TestServerException if the server refuses
   */
  TestDatabase createDatabase(ServerAddress server, String name);

  /**
   * Returns statements that make sessions of a scratch database quicker, which reads its catalogue
   * again and again and need not survive a crash; they change nothing else.
   */
  default List<String> scratchSettings() {
    return List.of();
  }

  /**
   * Returns whether a server is of this product, as far as its URL tells, and where two products
   * share the URLs, as the server itself tells. A server of another product is not connected to.
   *
   * @throws SQLException if the server has to be asked and does not answer
   */
  default boolean serves(ServerAddress server) throws SQLException {
    return false;
  }

  /** Returns whether databases can be copied, that is, whether {@link #keep} can be used. */
  default boolean canCopy() {
    return false;
  }

  /**
   * Keeps what a database holds, so that others can be made of it.
   *
   * @param server where the server is
   * @param source a database on this server; its sessions may be ended for it
   * @param name a name that no other database has, for what is kept on the server
   * @throws TestServerException if the server refuses, or the product has no way to do it
   */
  default KeptDatabase keep(ServerAddress server, TestDatabase source, String name) {
    throw TestServerException.unavailable(
        "Cannot copy %s: the testkit has no way to copy a database of %s."
            .formatted(source.name(), title()),
        "Migrate a new database instead.");
  }

  /**
   * Drops scratch databases that nobody dropped, because the JVM that made them was killed.
   *
   * @param server where the server is
   * @param madeBefore only those are dropped that were made before this time, carry the testkit's
   *     mark and have no session
   * @return the names of those dropped, in order; none where the product keeps nothing that
   *     outlives a JVM
   * @throws TestServerException if the server refuses
   */
  default List<String> dropLeftovers(ServerAddress server, Instant madeBefore) {
    return List.of();
  }
}
