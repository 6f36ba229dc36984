package dev.anabranch.testkit.server;

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
   * Returns statements that make a session quicker that reads the catalogue again and again, and
   * change nothing but that.
   */
  default List<String> readingSettings() {
    return List.of();
  }
}
