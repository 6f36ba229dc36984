package dev.anabranch.testkit.server;

import dev.anabranch.testkit.server.internal.MysqlClients;
import dev.anabranch.testkit.server.internal.MysqlFamily;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a test does to a MySQL or MariaDB database from outside: counts and ends its sessions, makes
 * users with few rights and databases beside it, finds the command line client.
 *
 * <p>Works on connections of its own, as the user who created the database.
 */
public final class MysqlControl {

  private static final Set<String> PRODUCTS = Set.of("mysql", "mariadb");

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TestDatabase database;

  private MysqlControl(TestDatabase database) {
    this.database = database;
  }

  /**
   * Returns the control of a database.
   *
   * @throws IllegalArgumentException if it is not one of MySQL or MariaDB
   */
  public static MysqlControl of(TestDatabase database) {
    if (!PRODUCTS.contains(database.product())) {
      throw new IllegalArgumentException("not a database of MySQL or MariaDB: " + database);
    }
    return new MysqlControl(database);
  }

  /**
   * Returns how many sessions have chosen the database, not counting the one that asks.
   *
   * @throws TestServerException if the server refuses
   */
  public int otherSessions() {
    try (Connection connection = database.connect()) {
      return MysqlFamily.sessions(connection, database.name()).size();
    } catch (SQLException e) {
      throw refused("look at the sessions of " + database.name(), e);
    }
  }

  /**
   * Ends every session that has chosen the database, as an administrator or a lost connection
   * would, and waits until they are gone.
   *
   * @return how many there were
   * @throws TestServerException if the server refuses, or a session is still there after ten
   *     seconds
   */
  public int terminateOtherSessions() {
    int terminated;
    try (Connection connection = database.connect()) {
      terminated = MysqlFamily.endSessions(connection, database.name());
    } catch (SQLException e) {
      throw refused("end the sessions of " + database.name(), e);
    }
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
   * Creates another empty database on the same server, which is dropped with this one.
   *
   * @param suffix lower-case letters and digits
   * @return its name, fit for use in SQL without quotes
   * @throws TestServerException if the server refuses
   */
  public String createDatabaseBeside(String suffix) {
    TestDatabase beside =
        MysqlFamily.createDatabase(
            database.product(), database.server(), database.name() + "_" + suffix);
    database.afterDrop(beside::close);
    return beside.name();
  }

  /**
   * Creates a user who may connect to this database and nothing else.
   *
   * <p>The user is dropped with the database. A test grants what it needs with {@link
   * TestDatabase#execute}.
   *
   * @return the name, fit for use in SQL without quotes, and the address for the new user
   * @throws TestServerException if the server refuses
   */
  public LimitedUser createUser() {
    // No database can be chosen without any right in it; this one shows nothing but its name.
    String user = "ab_" + Long.toString(System.nanoTime(), 36);
    String password = "limited";
    database.execute("CREATE USER " + user + "@'%' IDENTIFIED BY '" + password + "'");
    database.execute(
        "GRANT CREATE TEMPORARY TABLES ON " + database.name() + ".* TO " + user + "@'%'");
    database.afterDrop(() -> dropUser(database.server(), user));
    return new LimitedUser(user, new ServerAddress(database.url(), user, password));
  }

  private static void dropUser(ServerAddress server, String user) {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP USER " + user + "@'%'");
    } catch (SQLException e) {
      throw refused("drop the user " + user, e);
    }
  }

  /**
   * Runs a script by the client on this machine, {@code mariadb} or {@code mysql} on the path or
   * the one among the binaries of MariaDB on the class path, up to the first error.
   *
   * @param script the file, in UTF-8
   * @return what the client said; empty if there is no client
   * @throws TestServerException if the server refuses the client's user
   */
  public Optional<ScriptRun> runScript(Path script) {
    Optional<Path> client = MysqlClients.find();
    if (client.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(MysqlClients.run(client.get(), clientAddress(), database.name(), script));
    } catch (IOException e) {
      throw TestServerException.refused("Cannot run " + script + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TestServerException.refused("Cannot run " + script + ": interrupted", e);
    }
  }

  // MariaDB's client comes without the plug-in for the way in which MySQL 8.0 usually asks for a
  // password; the older way needs none.
  private ServerAddress clientAddress() {
    if (!database.product().equals("mysql")) {
      return database.address();
    }
    String user = "ac_" + Long.toString(System.nanoTime(), 36);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE USER " + user + "@'%' IDENTIFIED WITH mysql_native_password BY 'client'");
      statement.execute("GRANT ALL PRIVILEGES ON *.* TO " + user + "@'%'");
    } catch (SQLException e) {
      // 1524: the server is one that has given the older way up.
      if (e.getErrorCode() == 1524) {
        return database.address();
      }
      throw refused("create the user " + user, e);
    }
    database.afterDrop(() -> dropUser(database.server(), user));
    return new ServerAddress(database.url(), user, "client");
  }

  /**
   * The end of a client.
   *
   * @param succeeded whether it ran the whole script
   * @param output what it wrote
   */
  public record ScriptRun(boolean succeeded, String output) {}

  private static TestServerException refused(String action, SQLException e) {
    return TestServerException.refused("Cannot %s: %s".formatted(action, e.getMessage()), e);
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
