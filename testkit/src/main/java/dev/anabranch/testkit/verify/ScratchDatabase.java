package dev.anabranch.testkit.verify;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.SchemaInspector;
import dev.anabranch.engine.DatabaseException;
import dev.anabranch.engine.EngineSettings;
import dev.anabranch.engine.MigrationEngine;
import dev.anabranch.engine.MigrationSession;
import dev.anabranch.engine.TransactionScope;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.history.StateTableNames;
import dev.anabranch.revision.Direction;
import dev.anabranch.revision.MigrationPlanner;
import dev.anabranch.revision.RevisionTarget;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A scratch database, and which revisions are applied in it. For one thread. */
final class ScratchDatabase implements AutoCloseable {

  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

  private final TestDatabase database;
  private final ScratchSessions sessions;
  private final Dialect dialect;
  private final SchemaInspector inspector;
  private final List<QualifiedName> own;
  private final MigrationEngine engine;
  private final MigrationPlanner planner;
  private final SessionWatch watch = new SessionWatch();
  private final Set<String> applied = new LinkedHashSet<>();
  private final Set<String> schemasAtBase;
  private final Set<QualifiedName> filled = new HashSet<>();
  private @Nullable MigrationSession session;
  private @Nullable DatabaseSchema schema;

  private ScratchDatabase(
      TestDatabase database,
      ScratchSessions sessions,
      RevisionScripts scripts,
      VerificationOptions options,
      @Nullable Set<String> schemasAtBase)
      throws SQLException {
    this.database = database;
    this.sessions = sessions;
    this.dialect = sessions.dialect();
    this.inspector = dialect.inspector().remembering();
    this.planner = new MigrationPlanner(scripts.graph());
    StateTableNames names = StateTableNames.of(options.versionTable(), dialect.stateTables());
    this.own = new ArrayList<>(dialect.lockTables(names.version()));
    own.add(names.version());
    own.add(names.history());
    this.engine =
        new MigrationEngine(
            new EngineSettings(
                sessions.source(),
                options.dialects(),
                options.versionTable(),
                TransactionScope.REVISION,
                LOCK_TIMEOUT,
                watch,
                new EngineSettings.Author("verification", "anabranch testkit"),
                options.naming()),
            scripts);
    this.schemasAtBase = schemasAtBase == null ? schemas() : schemasAtBase;
  }

  /**
   * Creates an empty database.
   *
   * @param server its server
   */
  static ScratchDatabase create(
      TestServer server, RevisionScripts scripts, VerificationOptions options) {
    return open(server, server.createDatabase(), scripts, options, null);
  }

  /**
   * Opens a copy of a database.
   *
   * @param server its server
   * @param copy the copy, of which the result becomes the owner
   * @param kept what the copy was made of
   */
  static ScratchDatabase restore(
      TestServer server,
      TestDatabase copy,
      KeptCopy kept,
      RevisionScripts scripts,
      VerificationOptions options) {
    ScratchDatabase opened = open(server, copy, scripts, options, kept.schemasAtBase());
    opened.applied.addAll(kept.applied());
    return opened;
  }

  private static ScratchDatabase open(
      TestServer server,
      TestDatabase database,
      RevisionScripts scripts,
      VerificationOptions options,
      @Nullable Set<String> schemasAtBase) {
    ScratchSessions sessions = ScratchSessions.of(server, database, options);
    try {
      return new ScratchDatabase(database, sessions, scripts, options, schemasAtBase);
    } catch (SQLException e) {
      sessions.close();
      database.close();
      throw DatabaseException.of(
          "work in the scratch database " + database.name(), e, sessions.errors());
    } catch (RuntimeException e) {
      sessions.close();
      database.close();
      throw e;
    }
  }

  /** Returns the database on its server. */
  TestDatabase database() {
    return database;
  }

  /** Returns the product. */
  Dialect dialect() {
    return dialect;
  }

  /** Returns what is applied. */
  Set<String> applied() {
    return Set.copyOf(applied);
  }

  /** Returns the schemas that were there before any revision. */
  Set<String> schemasAtBase() {
    return schemasAtBase;
  }

  /** Returns a connection for reading and for rows, in auto-commit mode. */
  Connection connection() throws SQLException {
    return sessions.reading();
  }

  /** Returns whether a table has had its rows and nothing was done to them since. */
  boolean isFilled(QualifiedName table) {
    return filled.contains(table);
  }

  /** Notes that tables have their rows. */
  void noteFilled(Collection<QualifiedName> tables) {
    filled.addAll(tables);
  }

  /** Runs a script in SQL, split as the statements of a revision are. */
  void execute(String script) throws SQLException {
    schema = null;
    try (Statement statement = connection().createStatement()) {
      statement.setEscapeProcessing(false);
      for (ScriptStatement each : dialect.splitter().split(script).statements()) {
        statement.execute(each.text());
      }
    }
  }

  /** Ends all connections, so that the database can be copied; they come back when needed. */
  void rest() {
    endSession();
    sessions.close();
  }

  // One for all runs, because a verification makes thousands of short ones.
  private MigrationSession session() {
    MigrationSession open = session;
    if (open == null) {
      open = engine.open();
      session = open;
    }
    return open;
  }

  private void endSession() {
    MigrationSession open = session;
    session = null;
    watch.forget();
    if (open != null) {
      open.close();
    }
  }

  /**
   * Takes revisions one way, in the given order.
   *
   * @throws dev.anabranch.error.AnabranchException if one fails; the database is then of no more
   *     use
   */
  void run(Direction direction, Collection<String> ids) {
    run(direction, ids, table -> true);
  }

  /**
   * Takes revisions one way, as {@link #run(Direction, Collection)}.
   *
   * @param mayChange tells of which tables the rows may be others afterwards
   */
  void run(Direction direction, Collection<String> ids, Predicate<QualifiedName> mayChange) {
    if (ids.isEmpty()) {
      return;
    }
    schema = null;
    filled.removeIf(mayChange);
    try {
      session().run(rows -> planner.inOrder(rows, direction, ids));
    } catch (RuntimeException e) {
      endSession();
      throw e;
    }
    if (direction == Direction.UPGRADE) {
      applied.addAll(ids);
    } else {
      applied.removeAll(ids);
    }
    if (watch.hasSeen()) {
      // What a revision tells its session must not reach the next one.
      endSession();
    }
  }

  /**
   * Forgets a run that failed and has changed nothing.
   *
   * @param expected what the database consisted of before the run
   * @return whether it has changed nothing; else the database is of no more use
   */
  boolean standsAsBefore(DatabaseSchema expected) {
    schema = null;
    try {
      if (!schema().equals(expected)) {
        return false;
      }
      session()
          .stamp(rows -> planner.stamp(rows, rows.stream().map(RevisionTarget::parse).toList()));
      return true;
    } catch (AnabranchException e) {
      return false;
    }
  }

  /**
   * Returns what the database consists of, without the tables of Anabranch's own; read once for
   * each state.
   */
  DatabaseSchema schema() {
    DatabaseSchema known = schema;
    if (known == null) {
      known = read();
      schema = known;
    }
    return known;
  }

  /**
   * Returns what there is to read: the schema that connections work in, and those that revisions
   * have made; without the tables of Anabranch's own.
   */
  InspectionRequest inspection() throws SQLException {
    Set<String> added = new LinkedHashSet<>(schemas());
    added.removeAll(schemasAtBase);
    List<Identifier> all = new ArrayList<>();
    if (!added.isEmpty()) {
      all.add(Identifier.of(sessions.reading().getSchema()));
      added.forEach(name -> all.add(Identifier.of(name)));
    }
    return new InspectionRequest(all, own);
  }

  private DatabaseSchema read() {
    try {
      return inspector.inspect(sessions.reading(), inspection());
    } catch (SQLException e) {
      throw DatabaseException.of("read the schema of " + database, e, dialect.errors());
    }
  }

  private Set<String> schemas() throws SQLException {
    if (!dialect.has(Capability.SCHEMAS)) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>();
    try (ResultSet rows = sessions.reading().getMetaData().getSchemas()) {
      while (rows.next()) {
        String name = rows.getString("TABLE_SCHEM");
        // PostgreSQL keeps these names for itself and adds some for temporary tables (manual,
        // 5.10.5).
        if (!name.startsWith("pg_")) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** Drops the database. */
  @Override
  public void close() {
    rest();
    database.close();
  }
}
