package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.DdlCompiler;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.MigrationLock;
import dev.anabranch.dialect.OfflineSyntax;
import dev.anabranch.dialect.SchemaInspector;
import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.StandardStateTables;
import dev.anabranch.dialect.StateTables;
import dev.anabranch.dialect.ValueRanges;
import dev.anabranch.sql.IdentifierLimit;
import dev.anabranch.sql.IdentifierQuoting;
import dev.anabranch.sql.NameFolding;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.StatementSplitter;
import java.sql.Connection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** H2, as the engine sees it. */
final class H2Dialect implements Dialect {

  // A word and a number in hexadecimal digits that no object has yet.
  private static final Pattern MADE_UP_NAME =
      Pattern.compile("(?i)(CONSTRAINT|PRIMARY_KEY|INDEX|CONSTRAINT_INDEX)_[0-9A-F]+(_[0-9]+)?");

  // Everything else is, or may be, DDL, which commits (H2 documentation, "Transaction Isolation").
  private static final Set<String> DATA_WORDS =
      Set.of(
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "SELECT",
          "VALUES",
          "WITH",
          "TABLE",
          "SAVEPOINT",
          "ROLLBACK");

  private static final StatementSplitter SPLITTER = new H2Splitter();

  // A savepoint may be gone back to: ROLLBACK TO leaves the transaction open.
  private static final Pattern TRANSACTION_CONTROL =
      Pattern.compile(
          "(?:BEGIN|COMMIT|SET\\s+AUTOCOMMIT|ROLLBACK(?!\\s+TO\\b))\\b", Pattern.CASE_INSENSITIVE);

  // org.h2.engine.Constants.MAX_IDENTIFIER_LENGTH.
  private static final IdentifierLimit LIMIT =
      new IdentifierLimit(256, IdentifierLimit.Unit.CHARACTERS);

  private final ServerVersion version;
  private final Set<Capability> capabilities;
  private final SqlStyle style;
  private final StateTables stateTables;
  private final DdlCompiler ddl;
  private final SchemaInspector inspector;

  H2Dialect(ServerVersion version, NameFolding folding) {
    this.version = version;
    this.capabilities = capabilities(version);
    this.style =
        new SqlStyle(IdentifierQuoting.doubleQuotes(), H2Literals.INSTANCE, folding, LIMIT);
    this.stateTables =
        new StandardStateTables(
            SqlStyle.standard(),
            folding::fold,
            RawSql.of("CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(3))"));
    this.ddl = new H2Ddl(this);
    this.inspector = new H2Inspector(version, style);
  }

  private static Set<Capability> capabilities(ServerVersion version) {
    EnumSet<Capability> capabilities =
        EnumSet.of(
            Capability.IF_EXISTS,
            Capability.SCHEMAS,
            Capability.SEQUENCES,
            Capability.ENUM_TYPES,
            Capability.ARRAYS,
            Capability.TIME_OF_DAY,
            Capability.INTERVALS,
            Capability.VIEW_COMMENTS,
            Capability.SEQUENCE_COMMENTS,
            Capability.STORED_COLUMNS,
            Capability.TYPE_CHANGE_RULES,
            Capability.IDENTITY_ALWAYS,
            Capability.IDENTITY_OPTIONS,
            Capability.SET_DEFAULT_ACTION,
            Capability.ON_UPDATE,
            Capability.NULLS_NOT_DISTINCT,
            Capability.RENAME_CONSTRAINT,
            Capability.RENAME_INDEX,
            Capability.INCLUDED_COLUMNS,
            Capability.NULLS_ORDER,
            Capability.UNIQUE_INDEXES,
            Capability.NAMED_PRIMARY_KEYS,
            Capability.EMPTY_TEXT);
    // 2.2 takes the change of a column in the primary key for a second primary key.
    if (version.isAtLeast(2, 3)) {
      capabilities.add(Capability.ALTER_IDENTITY);
    }
    if (version.isAtLeast(2, 4)) {
      capabilities.add(Capability.ADD_ENUM_VALUE);
    }
    return Collections.unmodifiableSet(capabilities);
  }

  @Override
  public String name() {
    return H2DialectProvider.PRODUCT;
  }

  @Override
  public ServerVersion version() {
    return version;
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public SqlStyle style() {
    return style;
  }

  @Override
  public DdlCompiler ddl() {
    return ddl;
  }

  @Override
  public SchemaInspector inspector() {
    return inspector;
  }

  @Override
  public boolean makesUpName(String name) {
    return MADE_UP_NAME.matcher(name).matches();
  }

  @Override
  public ValueRanges valueRanges() {
    return new H2Ranges(style);
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
    return H2Errors.INSTANCE;
  }

  @Override
  public OfflineSyntax offline() {
    return new H2Offline(stateTables);
  }

  @Override
  public boolean commitsImplicitly(String statement) {
    int end = 0;
    while (end < statement.length() && Character.isLetter(statement.charAt(end))) {
      end++;
    }
    return !DATA_WORDS.contains(statement.substring(0, end).toUpperCase(Locale.ROOT));
  }

  @Override
  public boolean controlsTransaction(String statement) {
    return TRANSACTION_CONTROL.matcher(statement).lookingAt();
  }

  @Override
  public List<QualifiedName> lockTables(QualifiedName versionTable) {
    return List.of(H2Lock.table(stateTables, versionTable));
  }

  @Override
  public MigrationLock lock(Connection connection, QualifiedName versionTable) {
    return new H2Lock(connection, stateTables, versionTable);
  }
}
