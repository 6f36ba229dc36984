package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.MigrationLock;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lock by name, which belongs to the session and which no DDL and no end of a transaction
 * releases (MySQL 8.0 Reference Manual, 12.14; MariaDB, "GET_LOCK").
 *
 * <p>Such names are the whole server's, have 64 characters at most and are told apart without case.
 * The name is therefore made of a hash of database and table in small letters. The lock is that of
 * one server: in a cluster, other members do not see it.
 *
 * <p>The session is idle while the statements of a run take their time, so that it is asked to live
 * as long as the server allows.
 */
final class MysqlLock implements MigrationLock {

  private static final String NAME =
      "CONCAT('anabranch ', LEFT(SHA2(CONCAT(LOWER(COALESCE(?, DATABASE(), '')), ' ', LOWER(?)),"
          + " 256), 48))";

  // Nearly 25 days, the greatest value on every operating system.
  private static final String LIVE_LONG = "SET SESSION wait_timeout = 2147483";
  private static final String LIVE_AS_USUAL = "SET SESSION wait_timeout = DEFAULT";

  private static final String ACQUIRE = "SELECT GET_LOCK(" + NAME + ", 0)";
  private static final String RELEASE = "SELECT RELEASE_LOCK(" + NAME + ")";
  private static final String HELD = "SELECT IS_USED_LOCK(" + NAME + ") = CONNECTION_ID()";

  // Without a right of its own a user sees the sessions of the same user alone.
  private static final String HOLDER =
      "SELECT l.id, p.USER, p.HOST, p.DB FROM (SELECT IS_USED_LOCK("
          + NAME
          + ") AS id) l LEFT JOIN information_schema.PROCESSLIST p ON p.ID = l.id"
          + " WHERE l.id IS NOT NULL";

  private final Connection connection;
  private final @Nullable String schema;
  private final String table;
  private boolean acquired;

  MysqlLock(Connection connection, QualifiedName versionTable) {
    this.connection = connection;
    this.schema = versionTable.schema().map(Identifier::value).orElse(null);
    this.table = versionTable.name().value();
  }

  @Override
  public boolean tryAcquire() throws SQLException {
    // A session that asks again would hold it twice.
    if (!acquired && ask(ACQUIRE)) {
      acquired = true;
      execute(LIVE_LONG);
    }
    return acquired;
  }

  @Override
  public boolean isHeld() throws SQLException {
    return acquired && ask(HELD);
  }

  @Override
  public Optional<String> holder() throws SQLException {
    try (PreparedStatement query = prepare(HOLDER);
        ResultSet row = query.executeQuery()) {
      return row.next() ? Optional.of(describe(row)) : Optional.empty();
    }
  }

  private static String describe(ResultSet row) throws SQLException {
    String session = "connection " + row.getLong(1);
    String user = row.getString(2);
    if (user == null) {
      return session;
    }
    String host = row.getString(3);
    return session + ", user " + user + (host == null || host.isEmpty() ? "" : " from " + host);
  }

  @Override
  public void close() throws SQLException {
    if (acquired) {
      acquired = false;
      ask(RELEASE);
      execute(LIVE_AS_USUAL);
    }
  }

  private boolean ask(String sql) throws SQLException {
    try (PreparedStatement query = prepare(sql);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getInt(1) == 1;
    }
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setString(1, schema);
    statement.setString(2, table);
    return statement;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
