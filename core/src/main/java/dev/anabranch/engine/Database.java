package dev.anabranch.engine;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.DialectProvider;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.dialect.UnsupportedServerException;
import dev.anabranch.engine.DatabaseState.Presence;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.history.Journal;
import dev.anabranch.history.JournalEntry;
import dev.anabranch.history.StateStatements;
import dev.anabranch.history.StateTableNames;
import dev.anabranch.history.VersionTable;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open connection with the dialect that speaks to it. For one thread. */
final class Database implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final Connection connection;
  private final DialectProvider provider;
  private final Dialect dialect;
  private final StateStatements statements;
  private final String url;

  private Database(
      Connection connection,
      DialectProvider provider,
      Dialect dialect,
      StateStatements statements,
      String url) {
    this.connection = connection;
    this.provider = provider;
    this.dialect = dialect;
    this.statements = statements;
    this.url = url;
  }

  /**
   * Connects and asks the server who it is.
   *
   * @throws DatabaseException if there is no driver or the server refuses
   * @throws UnsupportedServerException if no dialect knows the server
   */
  static Database connect(EngineSettings settings) {
    ConnectionSource source = settings.connections();
    Optional<DialectProvider> known = source.url().map(url -> provider(url, settings.dialects()));
    Map<String, String> properties =
        known.map(DialectProvider::connectionProperties).orElseGet(Map::of);
    Connection connection = null;
    try {
      connection = source.open(properties);
      connection.setAutoCommit(true);
      JdbcUrl url = new JdbcUrl(connection.getMetaData().getURL());
      DialectProvider provider =
          known.isPresent() ? known.get() : provider(url, settings.dialects());
      Dialect dialect = provider.dialect(connection);
      return new Database(
          connection,
          provider,
          dialect,
          new StateStatements(dialect.stateTables(), settings.versionTable()),
          source.url().orElse(url).redacted());
    } catch (SQLException e) {
      close(connection);
      throw refused(source, known, e);
    } catch (RuntimeException e) {
      close(connection);
      throw e;
    }
  }

  private static DatabaseException refused(
      ConnectionSource source, Optional<DialectProvider> known, SQLException e) {
    String where = source.url().map(JdbcUrl::redacted).orElse("the data source");
    if (e instanceof DriverConnections.NoDriverException) {
      return new DatabaseException(
          ErrorCode.NO_DRIVER,
          "Cannot connect to " + where + ": no JDBC driver on the class path accepts this URL.",
          known
              .map(p -> "Add the driver, " + p.driver() + ", to the class path, or mend the URL.")
              .orElse(null),
          e);
    }
    ServerErrors errors = known.map(DialectProvider::errors).orElse(UnknownErrors.INSTANCE);
    return DatabaseException.of(
        "connect to " + where,
        e,
        source.url().<ServerErrors>map(url -> new MaskedErrors(errors, url)).orElse(errors));
  }

  // Some drivers repeat the URL they were given, with the password in it.
  private record MaskedErrors(ServerErrors errors, JdbcUrl url) implements ServerErrors {

    @Override
    public ServerFault classify(SQLException error) {
      return errors.classify(error);
    }

    @Override
    public String describe(SQLException error) {
      return url.redactedIn(errors.describe(error));
    }
  }

  private static DialectProvider provider(JdbcUrl url, Dialects dialects) {
    return dialects.requireForUrl(url.value(), url.redacted());
  }

  Connection connection() {
    return connection;
  }

  DialectProvider provider() {
    return provider;
  }

  Dialect dialect() {
    return dialect;
  }

  StateStatements statements() {
    return statements;
  }

  String url() {
    return url;
  }

  /** Reads version rows and newest journal entry: two round trips. */
  DatabaseState state() {
    try {
      connection.setAutoCommit(true);
      Optional<List<String>> rows = new VersionTable(statements, dialect.errors()).rows(connection);
      Optional<List<JournalEntry>> newest =
          new Journal(statements, dialect.errors()).newest(connection, 1);
      return new DatabaseState(
          dialect.name(),
          dialect.version(),
          url,
          Presence.of(rows),
          Presence.of(newest),
          rows.orElse(List.of()),
          newest.stream()
              .flatMap(List::stream)
              .filter(entry -> entry.outcome().leavesUnfinished())
              .findFirst());
    } catch (SQLException e) {
      throw DatabaseException.of(
          "read the version table " + statements.names().version(), e, dialect.errors());
    }
  }

  DatabaseSchema inspect(List<Identifier> schemas) {
    StateTableNames names = statements.names();
    List<QualifiedName> own = new ArrayList<>(dialect.lockTables(names.version()));
    own.add(names.version());
    own.add(names.history());
    try {
      connection.setAutoCommit(true);
      return dialect.inspector().inspect(connection, new InspectionRequest(schemas, own));
    } catch (SQLException e) {
      throw DatabaseException.of("read the schema of " + url, e, dialect.errors());
    }
  }

  List<JournalEntry> journal(int limit) {
    try {
      connection.setAutoCommit(true);
      return new Journal(statements, dialect.errors()).newest(connection, limit).orElse(List.of());
    } catch (SQLException e) {
      throw DatabaseException.of(
          "read the history table " + statements.names().history(), e, dialect.errors());
    }
  }

  /**
   * Creates the state tables that are missing; a user who may not create tables can work where both
   * are there.
   */
  void createTables(DatabaseState state) {
    StateTableNames names = statements.names();
    if (state.versionTable() == Presence.ABSENT) {
      create("version table " + names.version(), statements.createVersionTable());
    }
    if (state.historyTable() == Presence.ABSENT) {
      create("history table " + names.history(), statements.createHistoryTable());
    }
  }

  private void create(String table, String sql) {
    try (Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      statement.execute(sql);
    } catch (SQLException e) {
      throw DatabaseException.of("create the " + table, e, dialect.errors());
    }
  }

  /** Rolls back the open transaction, if there is one. */
  void rollback() {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException e) {
      LOG.debug("the rollback failed; the server rolls back with the connection", e);
    }
  }

  // A data source may hand the connection to somebody else next.
  @Override
  public void close() {
    rollback();
    try {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      LOG.debug("the connection is broken", e);
    }
    close(connection);
  }

  private static void close(@Nullable Connection connection) {
    if (connection == null) {
      return;
    }
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("closing the connection failed", e);
    }
  }
}
