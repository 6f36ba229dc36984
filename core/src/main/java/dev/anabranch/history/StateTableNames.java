package dev.anabranch.history;

import dev.anabranch.dialect.StateTables;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * The names of the tables that hold a database's state.
 *
 * @param version the version table, one row for each head
 * @param history the history table, append-only
 */
public record StateTableNames(QualifiedName version, QualifiedName history) {

  /** The name of the version table where none is configured. */
  public static final String DEFAULT_VERSION_TABLE = "anabranch_version";

  private static final String VERSION_SUFFIX = "_version";
  private static final String HISTORY_SUFFIX = "_history";

  /** Checks that both names are there. */
  public StateTableNames {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(history, "history");
  }

  /**
   * Derives both names from that of the version table, so that two version tables in one schema
   * never share a history: a last {@code _version} becomes {@code _history}, and any other name
   * gets {@code _history} behind it.
   *
   * @param versionTable the configured name, {@code table} or {@code schema.table}, read as if
   *     written without quotes
   * @param dialect folds the names
   * @throws IllegalArgumentException if a part is empty or there are more than two
   */
  public static StateTableNames of(String versionTable, StateTables dialect) {
    int dot = versionTable.indexOf('.');
    String table = versionTable.substring(dot + 1);
    if (table.indexOf('.') >= 0) {
      throw new IllegalArgumentException(
          "A version table is named \"table\" or \"schema.table\", not \"" + versionTable + "\".");
    }
    String stem =
        table.endsWith(VERSION_SUFFIX)
            ? table.substring(0, table.length() - VERSION_SUFFIX.length())
            : table;
    QualifiedName version =
        dialect.qualified(
            new QualifiedName(
                dot < 0
                    ? Optional.empty()
                    : Optional.of(dialect.fold(versionTable.substring(0, dot))),
                dialect.fold(table)));
    return new StateTableNames(version, version.sibling(dialect.fold(stem + HISTORY_SUFFIX)));
  }
}
