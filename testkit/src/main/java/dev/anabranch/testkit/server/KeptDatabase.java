package dev.anabranch.testkit.server;

/**
 * What a database held at one time, kept by its {@link ServerProduct} so that further ones can be
 * made of it. Safe for use by several threads until it is released.
 */
public interface KeptDatabase {

  /**
   * Creates a database with the schema and the rows that are kept, marked as the testkit's own.
   *
   * @param name a name no other database has; lower-case letters, digits and underscores
   * @return the new database; closing it drops it
   * @throws TestServerException if the server refuses
   */
  TestDatabase restore(String name);

  /**
   * Gives up what is kept; nothing is restored afterwards.
   *
   * @throws TestServerException if the server refuses
   */
  void release();
}
