package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.DdlCompiler;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.MigrationLock;
import dev.anabranch.dialect.OfflineSyntax;
import dev.anabranch.dialect.ReferencePause;
import dev.anabranch.dialect.SchemaInspector;
import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.StandardStateTables;
import dev.anabranch.dialect.StateTables;
import dev.anabranch.dialect.ValueRanges;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.IdentifierLimit;
import dev.anabranch.sql.IdentifierQuoting;
import dev.anabranch.sql.NameFolding;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlWriter;
import dev.anabranch.sql.StatementSplitter;
import java.sql.Connection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** PostgreSQL, as the engine sees it. */
final class PostgresDialect implements Dialect {

  // NAMEDATALEN is 64 and holds a NUL; longer names are cut with a notice (PostgreSQL 18
  // documentation, 4.1.1).
  static final SqlStyle STYLE =
      new SqlStyle(
          IdentifierQuoting.doubleQuotes(),
          new PostgresLiterals(),
          NameFolding.LOWER,
          new IdentifierLimit(63, IdentifierLimit.Unit.BYTES));

  static final StateTables STATE_TABLES =
      new StandardStateTables(
          STYLE,
          name -> name.toLowerCase(Locale.ROOT),
          RawSql.of("(clock_timestamp() AT TIME ZONE 'UTC')"));

  private static final Set<Capability> ALWAYS =
      Collections.unmodifiableSet(
          EnumSet.of(
              Capability.TRANSACTIONAL_DDL,
              Capability.LOCK_HOLDER,
              Capability.STATEMENTS_OUTSIDE_TRANSACTION,
              Capability.IF_EXISTS,
              Capability.SCHEMAS,
              Capability.SEQUENCES,
              Capability.RENAME_SEQUENCE,
              Capability.ENUM_TYPES,
              Capability.ADD_ENUM_VALUE,
              Capability.ENUM_VALUE_POSITION,
              Capability.ENUM_COMMENTS,
              Capability.TYPE_CHANGE_RULES,
              Capability.SET_DEFAULT_ACTION,
              Capability.MATERIALIZED_VIEWS,
              Capability.ARRAYS,
              Capability.TIME_OF_DAY,
              Capability.INTERVALS,
              Capability.VIEW_COMMENTS,
              Capability.SEQUENCE_COMMENTS,
              Capability.STORED_COLUMNS,
              Capability.ALTER_IDENTITY,
              Capability.IDENTITY_ALWAYS,
              Capability.IDENTITY_OPTIONS,
              Capability.DEFERRABLE_CONSTRAINTS,
              Capability.ON_UPDATE,
              Capability.MATCH_FULL,
              Capability.EXCLUSION_CONSTRAINTS,
              Capability.RENAME_CONSTRAINT,
              Capability.RENAME_INDEX,
              Capability.EXPRESSION_INDEXES,
              Capability.PARTIAL_INDEXES,
              Capability.INCLUDED_COLUMNS,
              Capability.NULLS_ORDER,
              Capability.ONLINE_INDEXES,
              Capability.UNIQUE_INDEXES,
              Capability.NAMED_PRIMARY_KEYS,
              Capability.EMPTY_TEXT));

  private static final StatementSplitter SPLITTER = new PostgresSplitter();

  // PostgreSQL 18 documentation, chapters 21 and 22: roles, databases and tablespaces are those of
  // the cluster. Inside a block as well, where they are made unless they are there.
  private static final Pattern OF_THE_CLUSTER =
      Pattern.compile(
          "\\b(?:CREATE|ALTER|DROP)\\s+(?:ROLE|USER(?!\\s+MAPPING)|GROUP|DATABASE|TABLESPACE|SUBSCRIPTION)\\b",
          Pattern.CASE_INSENSITIVE);

  // A savepoint may be gone back to: ROLLBACK TO leaves the transaction open.
  private static final Pattern TRANSACTION_CONTROL =
      Pattern.compile(
          "(?:BEGIN|START\\s+TRANSACTION|COMMIT|END|ABORT|PREPARE\\s+TRANSACTION"
              + "|ROLLBACK(?!(?:\\s+(?:WORK|TRANSACTION))?\\s+TO\\b))\\b",
          Pattern.CASE_INSENSITIVE);

  // pg_dump begins every dump with the second form, which empties the path.
  private static final Pattern SEARCH_PATH =
      Pattern.compile(
          "SET\\s+(?:SESSION\\s+)?(?:search_path|schema)\\b|SELECT\\s.*\\bset_config\\s*\\(\\s*'search_path'",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final ServerVersion version;
  private final Set<Capability> capabilities;

  PostgresDialect(ServerVersion version) {
    this.version = version;
    this.capabilities = capabilities(version);
  }

  @Override
  public String name() {
    return PostgresDialectProvider.PRODUCT;
  }

  @Override
  public ServerVersion version() {
    return version;
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  private static Set<Capability> capabilities(ServerVersion version) {
    EnumSet<Capability> capabilities = EnumSet.copyOf(ALWAYS);
    if (PostgresFeature.NULLS_NOT_DISTINCT.isIn(version)) {
      capabilities.add(Capability.NULLS_NOT_DISTINCT);
    }
    if (PostgresFeature.VIRTUAL_COLUMNS.isIn(version)) {
      capabilities.add(Capability.VIRTUAL_COLUMNS);
    }
    return Collections.unmodifiableSet(capabilities);
  }

  @Override
  public SqlStyle style() {
    return STYLE;
  }

  @Override
  public DdlCompiler ddl() {
    return new PostgresDdl(this);
  }

  @Override
  public SchemaInspector inspector() {
    return new PostgresInspector(version);
  }

  // CREATE TABLE and ALTER TABLE do not tell; ChooseConstraintName of the server adds these words,
  // and a number where the name is taken. After a rename the name is that of the old table.
  @Override
  public boolean mayHaveNamed(Table table, TableConstraint constraint) {
    String ending =
        switch (constraint.kind()) {
          case PRIMARY_KEY -> "pkey";
          case UNIQUE -> "key";
          case FOREIGN_KEY -> "fkey";
          case CHECK -> "check";
          case EXCLUSION -> "excl";
        };
    return constraint
        .name()
        .filter(name -> name.value().matches("(?s).+_" + ending + "\\d*"))
        .isPresent();
  }

  @Override
  public ValueRanges valueRanges() {
    return PostgresRanges.INSTANCE;
  }

  /** Makes the key deferred for a while (PostgreSQL 18 documentation, ALTER TABLE). */
  @Override
  public Optional<ReferencePause> referencePause(QualifiedName table, ForeignKey key) {
    return key.name()
        .map(
            name ->
                new ReferencePause(
                    List.of(alter(table, name).keyword("DEFERRABLE INITIALLY DEFERRED").toSql()),
                    List.of(
                        STYLE.writer().keyword("SET CONSTRAINTS ALL IMMEDIATE").toSql(),
                        alter(table, name).keyword("NOT DEFERRABLE").toSql())));
  }

  private static SqlWriter alter(QualifiedName table, Identifier key) {
    return STYLE.writer().keyword("ALTER TABLE").name(table).keyword("ALTER CONSTRAINT").name(key);
  }

  @Override
  public StatementSplitter splitter() {
    return SPLITTER;
  }

  @Override
  public StateTables stateTables() {
    return STATE_TABLES;
  }

  @Override
  public ServerErrors errors() {
    return PostgresErrors.INSTANCE;
  }

  @Override
  public OfflineSyntax offline() {
    return PostgresOffline.INSTANCE;
  }

  @Override
  public boolean commitsImplicitly(String statement) {
    return false;
  }

  @Override
  public boolean reachesOtherDatabases(String statement) {
    return OF_THE_CLUSTER.matcher(statement).find();
  }

  @Override
  public boolean controlsTransaction(String statement) {
    return TRANSACTION_CONTROL.matcher(statement).lookingAt();
  }

  @Override
  public Optional<String> nameScopeReset(String statement) {
    return SEARCH_PATH.matcher(statement).lookingAt()
        ? Optional.of("RESET search_path")
        : Optional.empty();
  }

  @Override
  public MigrationLock lock(Connection connection, QualifiedName versionTable) {
    return new PostgresLock(connection, versionTable);
  }
}
