package dev.anabranch.testkit.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * A scratch database: empty when it is created, dropped when it is closed, with whatever is
 * connected to it then.
 *
 * <p>Connections may be opened by several threads; closing is for the one who created it.
 */
public final class TestDatabase implements AutoCloseable {

  private final String product;
  private final String name;
  private final ServerAddress server;
  private final ServerAddress address;
  private final Runnable drop;
  private final Deque<Runnable> afterDrop = new ArrayDeque<>();
  private boolean closed;

  /**
   * Describes a database that a {@link ServerProduct} has just created.
   *
   * @param product the product's name
   * @param name the database's name on its server
   * @param server where its server is, as the user who created it
   * @param address where it is reached, as its owner
   * @param drop drops it, if it carries the testkit's mark
   */
  public TestDatabase(
      String product, String name, ServerAddress server, ServerAddress address, Runnable drop) {
    this.product = Objects.requireNonNull(product, "product");
    this.name = Objects.requireNonNull(name, "name");
    this.server = Objects.requireNonNull(server, "server");
    this.address = Objects.requireNonNull(address, "address");
    this.drop = Objects.requireNonNull(drop, "drop");
  }

  /** Returns the product's name, such as {@code postgresql}. */
  public String product() {
    return product;
  }

  /** Returns the database's name on its server. */
  public String name() {
    return name;
  }

  /** Returns where the database is and as whom it is reached. */
  public ServerAddress address() {
    return address;
  }

  /** Returns where its server is, which is there also when the database is dropped. */
  ServerAddress server() {
    return server;
  }

  /** Returns the JDBC URL. */
  public String url() {
    return address.url();
  }

  /** Returns the user, who may do everything in this database; empty when the URL names one. */
  public String user() {
    return address.user();
  }

  /** Returns the password, empty for none. */
  public String password() {
    return address.password();
  }

  /**
   * Opens a new connection with automatic commit.
   *
   * @return a connection that the caller closes; dropping the database ends it as well
   * @throws SQLException as the driver throws it, because the caller is a test that works with JDBC
   */
  public Connection connect() throws SQLException {
    return address.connect();
  }

  /** Returns a data source of the database, without a pool: each connection is a new one. */
  public DataSource dataSource() {
    return new AddressDataSource(address);
  }

  /**
   * Runs one statement that returns nothing on a connection of its own.
   *
   * @param sql the statement
   * @throws TestServerException if the server refuses it
   */
  public void execute(String sql) {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw TestServerException.refused(
          "Cannot run \"%s\" in %s: %s".formatted(sql, name, e.getMessage()), e);
    }
  }

  /**
   * Has something done after the database is dropped, such as dropping a user who owned a part of
   * it.
   */
  void afterDrop(Runnable action) {
    afterDrop.push(action);
  }

  /**
   * Drops the database and ends its sessions; does nothing the second time.
   *
   * @throws TestServerException if the database does not carry the testkit's mark or the server
   *     refuses
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    drop.run();
    afterDrop.forEach(Runnable::run);
  }

  /** Returns name and address, without a password. */
  @Override
  public String toString() {
    return name + " (" + address + ")";
  }
}
