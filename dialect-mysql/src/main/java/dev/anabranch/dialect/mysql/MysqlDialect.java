package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.DdlCompiler;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.MigrationLock;
import dev.anabranch.dialect.OfflineSyntax;
import dev.anabranch.dialect.ReferencePause;
import dev.anabranch.dialect.SchemaInspector;
import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.StateTables;
import dev.anabranch.dialect.UnsupportedServerException;
import dev.anabranch.dialect.ValueRanges;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlWriter;
import dev.anabranch.sql.StatementSplitter;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** MySQL and MariaDB, as the engine sees them. */
final class MysqlDialect implements Dialect {

  private static final String MARIADB_CHECK = "CONSTRAINT_\\d+";

  // The table and a number that none of its constraints has yet (Reference Manual, 13.1.20.5, 6).
  private static final Pattern MADE_UP_NAME = Pattern.compile("(?i).*_(ibfk|chk)_[0-9]+");

  private static final RawSql USE = RawSql.of("USE");
  private static final RawSql FOREIGN_KEY_CHECKS = RawSql.of("foreign_key_checks");
  private static final RawSql SQL_MODE = RawSql.of("sql_mode");
  private static final RawSql SEND_ALL_CHARACTERS = RawSql.of("SET NAMES utf8mb4");

  private final MysqlServer server;
  private final MysqlStateTables stateTables;
  private final StatementSplitter splitter;

  MysqlDialect(MysqlServer server) {
    this.server = server;
    this.stateTables = new MysqlStateTables(server.database().map(Identifier::of));
    this.splitter = new MysqlSplitter(server.conditionalComments(), server.mode());
  }

  @Override
  public String name() {
    return server.product().id();
  }

  @Override
  public List<String> names() {
    return server.product().names();
  }

  @Override
  public ServerVersion version() {
    return server.version();
  }

  @Override
  public Set<Capability> capabilities() {
    return MysqlFeatures.of(server).capabilities();
  }

  @Override
  public SqlStyle style() {
    return MysqlStateTables.STYLE;
  }

  @Override
  public DdlCompiler ddl() {
    return new MysqlDdl(this, server);
  }

  @Override
  public SchemaInspector inspector() {
    return new MysqlInspector(MysqlFeatures.of(server));
  }

  @Override
  public boolean makesUpName(String name) {
    return MADE_UP_NAME.matcher(name).matches();
  }

  /**
   * Besides those that are counted over the database, a unique constraint has the name of its first
   * column, with a number from 2 on where that is taken (MySQL 8.0 Reference Manual, 13.1.20); on
   * MariaDB a check is {@code CONSTRAINT_1} and so on, or has the name of the column it stands
   * with.
   */
  @Override
  public boolean mayHaveNamed(Table table, TableConstraint constraint) {
    Optional<String> name = constraint.name().map(Identifier::value);
    List<Identifier> columns =
        constraint instanceof UniqueConstraint unique
            ? unique.columns().subList(0, 1)
            : constraint instanceof CheckConstraint
                ? table.columns().stream().map(Column::name).toList()
                : List.of();
    return name.filter(
            text ->
                makesUpName(text)
                    || (constraint instanceof CheckConstraint && text.matches(MARIADB_CHECK))
                    || columns.stream().anyMatch(column -> isLike(text, column.value())))
        .isPresent();
  }

  /** The index of a foreign key without a name has that of its first column. */
  @Override
  public boolean mayHaveMade(Table table, Index index) {
    return index.uniqueness() == Index.Uniqueness.NOT_UNIQUE
        && index.details().equals(Index.Details.none())
        && index.name().filter(name -> isLikeFirst(name, index.columns())).isPresent()
        && table.foreignKeys().stream()
            .anyMatch(key -> mayHaveNamed(table, key) && key.columns().equals(index.columns()));
  }

  private static boolean isLikeFirst(Identifier name, List<Identifier> columns) {
    return !columns.isEmpty() && isLike(name.value(), columns.get(0).value());
  }

  private static boolean isLike(String name, String column) {
    return name.equalsIgnoreCase(column)
        || (name.regionMatches(true, 0, column, 0, column.length())
            && name.substring(column.length()).matches("_\\d+"));
  }

  @Override
  public ValueRanges valueRanges() {
    return new MysqlRanges(names());
  }

  /** Checks no reference for a while (MySQL 8.0 Reference Manual, 5.1.8). */
  @Override
  public Optional<ReferencePause> referencePause(QualifiedName table, ForeignKey key) {
    return Optional.of(new ReferencePause(List.of(checks(0)), List.of(checks(1))));
  }

  private static String checks(int on) {
    return writer().keyword("SET SESSION").raw(FOREIGN_KEY_CHECKS).operator("=").number(on).toSql();
  }

  @Override
  public StatementSplitter splitter() {
    return splitter;
  }

  @Override
  public StateTables stateTables() {
    return stateTables;
  }

  @Override
  public ServerErrors errors() {
    return MysqlErrors.INSTANCE;
  }

  @Override
  public OfflineSyntax offline() {
    return new MysqlOffline(server.product().id(), stateTables);
  }

  @Override
  public boolean commitsImplicitly(String statement) {
    return MysqlStatements.commitsImplicitly(statement);
  }

  @Override
  public boolean reachesOtherDatabases(String statement) {
    return MysqlStatements.reachesOtherDatabases(statement);
  }

  @Override
  public boolean controlsTransaction(String statement) {
    return MysqlStatements.controlsTransaction(statement);
  }

  @Override
  public Optional<String> nameScopeReset(String statement) {
    return switch (MysqlStatements.change(statement)) {
      case NONE -> Optional.empty();
      case DATABASE -> useAgain();
      case SQL_MODE -> Optional.of(sqlModeAgain());
      case CHARACTER_SET -> Optional.of(SEND_ALL_CHARACTERS.text());
    };
  }

  // A session that had chosen no database cannot go back to that.
  private Optional<String> useAgain() {
    if (!server.isAsked()) {
      throw new UnsupportedServerException(
          ErrorCode.UNSUPPORTED_STATEMENT,
          "it chooses a database by USE, and a script cannot know the one to go back to.",
          "Write the database before the names of its tables, or run the revision on a connection.");
    }
    return server.database().map(name -> writer().raw(USE).name(Identifier.of(name)).toSql());
  }

  private String sqlModeAgain() {
    SqlWriter writer = writer().keyword("SET SESSION").raw(SQL_MODE).operator("=");
    return server
        .sqlMode()
        .map(mode -> writer.literal(SqlLiteral.text(mode)))
        .orElseGet(() -> writer.keyword("DEFAULT"))
        .toSql();
  }

  private static SqlWriter writer() {
    return MysqlStateTables.STYLE.writer();
  }

  @Override
  public MigrationLock lock(Connection connection, QualifiedName versionTable) {
    return new MysqlLock(connection, versionTable);
  }
}
