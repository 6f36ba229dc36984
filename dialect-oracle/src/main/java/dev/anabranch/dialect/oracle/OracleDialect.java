package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.DdlCompiler;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.MigrationLock;
import dev.anabranch.dialect.OfflineSyntax;
import dev.anabranch.dialect.SchemaInspector;
import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.StateTables;
import dev.anabranch.dialect.ValueRanges;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.StatementSplitter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Oracle Database, as the engine sees it. */
final class OracleDialect implements Dialect {

  // A number from a sequence of the server (SQL Language Reference, constraint).
  private static final Pattern MADE_UP_NAME = Pattern.compile("(?i)SYS_C[0-9]+");

  /**
   * Has DDL wait for other sessions; the server's own default is to fail at once (Database
   * Reference 19c, DDL_LOCK_TIMEOUT).
   */
  static final String PATIENCE = "ALTER SESSION SET DDL_LOCK_TIMEOUT = 30";

  // Of these no implicit commit follows; everything else is, or may be, DDL. A block may do
  // anything (SQL Language Reference 19c, "Types of SQL Statements").
  private static final List<String> DATA_WORDS =
      List.of(
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "SELECT",
          "WITH",
          "EXPLAIN",
          "LOCK",
          "SAVEPOINT",
          "ROLLBACK",
          "SET");

  private static final StatementSplitter SPLITTER = new OracleSplitter();

  private final OracleRelease release;
  private final OracleStateTables stateTables;

  OracleDialect(OracleRelease release) {
    this.release = release;
    this.stateTables = new OracleStateTables(release);
  }

  @Override
  public String name() {
    return OracleDialectProvider.PRODUCT;
  }

  @Override
  public ServerVersion version() {
    return release.version();
  }

  /** Returns what is known of the server. */
  OracleRelease release() {
    return release;
  }

  @Override
  public Set<Capability> capabilities() {
    return OracleCapabilities.ALL;
  }

  @Override
  public DdlCompiler ddl() {
    return new OracleDdl(this);
  }

  @Override
  public SqlStyle style() {
    return stateTables.style();
  }

  @Override
  public SchemaInspector inspector() {
    return new OracleInspector(style());
  }

  @Override
  public boolean makesUpName(String name) {
    return MADE_UP_NAME.matcher(name).matches();
  }

  @Override
  public ValueRanges valueRanges() {
    return new OracleRanges(style());
  }

  @Override
  public StatementSplitter splitter() {
    return SPLITTER;
  }

  @Override
  public StateTables stateTables() {
    return stateTables;
  }

  @Override
  public ServerErrors errors() {
    return OracleErrors.INSTANCE;
  }

  @Override
  public OfflineSyntax offline() {
    return new OracleOffline(stateTables);
  }

  @Override
  public boolean commitsImplicitly(String statement) {
    List<String> words = OracleWords.first(statement, 2);
    boolean setsSession = words.equals(List.of("ALTER", "SESSION"));
    return !setsSession && (words.isEmpty() || !DATA_WORDS.contains(words.get(0)));
  }

  // A savepoint may be gone back to: ROLLBACK TO leaves the transaction open. A BEGIN alone is no
  // block, but what other products begin a transaction with.
  @Override
  public boolean controlsTransaction(String statement) {
    List<String> words = OracleWords.first(statement, 3);
    String first = words.isEmpty() ? "" : words.get(0);
    return switch (first) {
      case "COMMIT" -> true;
      case "BEGIN" -> words.size() == 1;
      case "ROLLBACK" -> !words.contains("TO");
      case "SET" -> words.size() > 1 && words.get(1).equals("TRANSACTION");
      default -> false;
    };
  }

  @Override
  public Optional<String> nameScopeReset(String statement) {
    List<String> words = OracleWords.first(statement, 40);
    boolean changes =
        words.size() > 1
            && words.subList(0, 2).equals(List.of("ALTER", "SESSION"))
            && words.contains("CURRENT_SCHEMA");
    return changes ? Optional.of(release.schemaReset(stateTables.style())) : Optional.empty();
  }

  @Override
  public List<String> runSettings() {
    return List.of(PATIENCE);
  }

  @Override
  public Optional<SQLException> failureBehind(
      SQLWarning warning, String statement, Connection connection) throws SQLException {
    return new CompilationErrors(stateTables.style()).behind(warning, statement, connection);
  }

  @Override
  public List<QualifiedName> lockTables(QualifiedName versionTable) {
    return List.of(OracleLock.table(stateTables, versionTable));
  }

  @Override
  public MigrationLock lock(Connection connection, QualifiedName versionTable) {
    return new OracleLock(connection, stateTables, versionTable);
  }
}
