package dev.anabranch.testkit.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * What a test does to a PostgreSQL database from outside: counts and ends its sessions, makes users
 * with few rights.
 *
 * <p>Works on connections of its own, as the user who created the database.
 */
public final class PostgresControl {

  private static final String OTHERS =
      "datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TestDatabase database;

  private PostgresControl(TestDatabase database) {
    this.database = database;
  }

  /**
   * Returns the control of a database.
   *
   * @throws IllegalArgumentException if it is not one of PostgreSQL
   */
  public static PostgresControl of(TestDatabase database) {
    if (!database.product().equals("postgresql")) {
      throw new IllegalArgumentException("not a PostgreSQL database: " + database);
    }
    return new PostgresControl(database);
  }

  /**
   * Returns how many sessions of clients the database has, not counting the one that asks.
   *
   * @throws TestServerException if the server refuses
   */
  public int otherSessions() {
    return number("SELECT count(*) FROM pg_stat_activity WHERE " + OTHERS);
  }

  /**
   * Ends every session of the database, as an administrator or a lost connection would, and waits
   * until they are gone.
   *
   * @return how many there were
   * @throws TestServerException if the server refuses, or a session is still there after ten
   *     seconds
   */
  public int terminateOtherSessions() {
    int terminated =
        number("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE " + OTHERS);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (otherSessions() > 0) {
      if (System.nanoTime() - deadline > 0) {
        throw TestServerException.unavailable(
            "Cannot end the sessions of %s: %d remain.".formatted(database.name(), otherSessions()),
            "Something connects again and again.");
      }
    }
    return terminated;
  }

  /**
   * Creates a user who may connect to this database and nothing else in it: no schema to create in,
   * no table to read.
   *
   * <p>The user is dropped with the database. A test grants what it needs with {@link
   * TestDatabase#execute}.
   *
   * @return the name, fit for use in SQL without quotes, and the address for the new user
   * @throws TestServerException if the server refuses
   */
  public LimitedUser createUser() {
    String user = database.name() + "_" + Long.toString(System.nanoTime(), 36);
    String password = "limited";
    database.execute("CREATE ROLE " + user + " LOGIN PASSWORD '" + password + "'");
    // Up to 14 everybody may create tables in the schema public (PostgreSQL release notes, 15).
    database.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    database.afterDrop(() -> dropUser(database.server(), user));
    return new LimitedUser(user, new ServerAddress(database.url(), user, password));
  }

  private static void dropUser(ServerAddress server, String user) {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP ROLE " + user);
    } catch (SQLException e) {
      throw TestServerException.refused(
          "Cannot drop the user %s: %s".formatted(user, e.getMessage()), e);
    }
  }

  private int number(String query) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw TestServerException.refused(
          "Cannot look at the sessions of %s: %s".formatted(database.name(), e.getMessage()), e);
    }
  }

  /**
   * A user with few rights.
   *
   * @param name the name, fit for use in SQL without quotes
   * @param address the database as this user reaches it
   */
  public record LimitedUser(String name, ServerAddress address) {

    /**
     * Opens a connection as this user.
     *
     * @throws SQLException as the driver throws it
     */
    public Connection connect() throws SQLException {
      return address.connect();
    }
  }
}
