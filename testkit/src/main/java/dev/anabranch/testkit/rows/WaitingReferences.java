package dev.anabranch.testkit.rows;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.ReferencePause;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * References that rows need and that are not there yet, because two tables refer to each other.
 * While some are waiting the server checks none of them. For one filling.
 */
final class WaitingReferences {

  private final Connection connection;
  private final Dialect dialect;
  private final Map<QualifiedName, List<ForeignKey>> waiting = new LinkedHashMap<>();
  private final Set<QualifiedName> since = new LinkedHashSet<>();
  private final List<String> end = new ArrayList<>();
  private @Nullable Savepoint before;

  WaitingReferences(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** Returns what lets references wait; empty if that cannot be. */
  private Optional<ReferencePause> pause(Table table, ForeignKey key) {
    if (key.rules().deferrability() == Deferrability.NOT_DEFERRABLE) {
      return key.name().isEmpty() ? Optional.empty() : dialect.referencePause(table.name(), key);
    }
    return Optional.of(
        new ReferencePause(List.of(constraints("DEFERRED")), List.of(constraints("IMMEDIATE"))));
  }

  private String constraints(String when) {
    return dialect.style().writer().keyword("SET CONSTRAINTS ALL").keyword(when).toSql();
  }

  /**
   * Lets references of a table wait.
   *
   * @return false if the server cannot do that
   */
  boolean begin(Table table, List<ForeignKey> keys) throws SQLException {
    List<ReferencePause> pauses = new ArrayList<>();
    keys.forEach(key -> pause(table, key).ifPresent(pauses::add));
    if (pauses.size() < keys.size()) {
      return false;
    }
    if (before == null) {
      before = connection.setSavepoint();
    }
    waiting.put(table.name(), keys);
    for (ReferencePause pause : pauses) {
      run(pause.begin());
      pause.end().stream().filter(each -> !end.contains(each)).forEach(end::add);
    }
    return true;
  }

  /** Returns whether references are waiting. */
  boolean isOpen() {
    return before != null;
  }

  /** Notes that a table was filled while references wait. */
  void filled(QualifiedName table) {
    since.add(table);
  }

  /** Returns whether every table that a reference waits for has been filled, or tried. */
  boolean isComplete() {
    return waiting.values().stream()
        .flatMap(List::stream)
        .allMatch(key -> since.contains(key.referredTable()));
  }

  /** Returns the references by their tables. */
  Map<QualifiedName, List<ForeignKey>> all() {
    return waiting;
  }

  /**
   * Has the references checked.
   *
   * @return why they do not hold; empty if they do
   */
  Optional<String> end() throws SQLException {
    try {
      run(end);
      close();
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(dialect.errors().describe(e));
    }
  }

  /**
   * Takes everything back that was done while references waited.
   *
   * @return the tables that were filled since
   */
  Set<QualifiedName> rollback() throws SQLException {
    Set<QualifiedName> emptied = new LinkedHashSet<>(since);
    if (before != null) {
      connection.rollback(before);
      run(end);
    }
    close();
    return emptied;
  }

  private void close() {
    before = null;
    waiting.clear();
    since.clear();
    end.clear();
  }

  private void run(List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
