package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.MigrationLock;
import dev.anabranch.dialect.OfflineSyntax;
import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.StandardStateTables;
import dev.anabranch.dialect.StateTables;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.StatementSplitter;
import java.sql.Connection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** H2, as the engine sees it. */
final class H2Dialect implements Dialect {

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

  private final ServerVersion version;
  private final StateTables stateTables;

  H2Dialect(ServerVersion version, Folding folding) {
    this.version = version;
    this.stateTables =
        new StandardStateTables(
            SqlStyle.standard(),
            folding,
            RawSql.of("CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(3))"));
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
    return Set.of();
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
  public MigrationLock lock(Connection connection, QualifiedName versionTable) {
    return new H2Lock(connection, stateTables, versionTable);
  }
}
