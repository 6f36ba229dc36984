package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.MigrationLock;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A session-level advisory lock, taken by polling.
 *
 * <p>A waiting {@code pg_advisory_lock} would hold a snapshot open, and {@code CREATE INDEX
 * CONCURRENTLY} of the run that holds the lock would wait for that snapshot for ever; {@code
 * pg_try_advisory_lock} in auto-commit mode holds none (PostgreSQL 18 documentation, 9.28.10 and
 * CREATE INDEX, "Building Indexes Concurrently"). Advisory locks are local to a database, so the
 * key stands for schema and table alone.
 */
final class PostgresLock implements MigrationLock {

  private static final String KEY =
      "hashtextextended('anabranch ' || COALESCE(?, current_schema(), '') || ' ' || ?, 0)";

  private static final String ACQUIRE = "SELECT pg_try_advisory_lock(" + KEY + ")";
  private static final String RELEASE = "SELECT pg_advisory_unlock(" + KEY + ")";

  // pg_locks shows a 64-bit key as two halves, classid and objid, with objsubid 1.
  private static final String GRANTED =
      " FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid, (SELECT "
          + KEY
          + " AS value) k WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
          + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
          + " AND l.classid::bigint = ((k.value >> 32) & 4294967295)"
          + " AND l.objid::bigint = (k.value & 4294967295)";

  private static final String HELD = "SELECT 1" + GRANTED + " AND l.pid = pg_backend_pid()";

  private static final String HOLDER =
      "SELECT 'server process ' || a.pid || ', user ' || COALESCE(a.usename, '?')"
          + " || ', application ' || COALESCE(NULLIF(a.application_name, ''), '?')"
          + " || COALESCE(', from ' || a.client_addr::text, '')"
          + " || ', connected since ' || to_char(a.backend_start AT TIME ZONE 'UTC',"
          + " 'YYYY-MM-DD HH24:MI:SS') || ' UTC'"
          + GRANTED;

  private final Connection connection;
  private final Optional<String> schema;
  private final String table;
  private boolean acquired;

  PostgresLock(Connection connection, QualifiedName versionTable) {
    this.connection = connection;
    this.schema = versionTable.schema().map(Identifier::value);
    this.table = versionTable.name().value();
  }

  @Override
  public boolean tryAcquire() throws SQLException {
    acquired = acquired || ask(ACQUIRE).map("t"::equals).orElse(false);
    return acquired;
  }

  @Override
  public boolean isHeld() throws SQLException {
    return acquired && ask(HELD).isPresent();
  }

  @Override
  public Optional<String> holder() throws SQLException {
    return ask(HOLDER);
  }

  @Override
  public void close() throws SQLException {
    if (acquired) {
      acquired = false;
      ask(RELEASE);
    }
  }

  private Optional<String> ask(String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, schema.orElse(null));
      statement.setString(2, table);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.ofNullable(result.getString(1)) : Optional.empty();
      }
    }
  }
}
