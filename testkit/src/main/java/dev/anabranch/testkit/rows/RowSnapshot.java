package dev.anabranch.testkit.rows;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.SequencePosition;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of some tables at one moment, and the positions of sequences and identities. Immutable
 * and safe for use by several threads.
 *
 * <p>Values are kept as texts in a form that is the same for the same value, also where a type has
 * become a wider one in between.
 */
public final class RowSnapshot {

  private final Map<QualifiedName, TableRows> tables;
  private final List<SequencePosition> positions;

  private RowSnapshot(Map<QualifiedName, TableRows> tables, List<SequencePosition> positions) {
    this.tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    this.positions = List.copyOf(positions);
  }

  /**
   * Reads all rows of some tables and the positions in the schemas they stand in.
   *
   * @param connection an open connection; its transaction state is left as it is
   * @param dialect the product and release
   * @param tables the tables as the inspector read them
   * @throws SQLException if the server refuses
   */
  public static RowSnapshot take(Connection connection, Dialect dialect, List<Table> tables)
      throws SQLException {
    List<Identifier> others =
        tables.stream().flatMap(table -> table.name().schema().stream()).distinct().toList();
    List<SequencePosition> positions =
        new ArrayList<>(
            dialect.inspector().sequencePositions(connection, InspectionRequest.currentSchema()));
    if (!others.isEmpty()) {
      InspectionRequest request = new InspectionRequest(others, List.of());
      for (SequencePosition each : dialect.inspector().sequencePositions(connection, request)) {
        if (!positions.contains(each)) {
          positions.add(each);
        }
      }
    }
    return new RowSnapshot(read(connection, dialect, tables), positions);
  }

  /**
   * Reads all rows of some tables, and the positions in the schemas of a request.
   *
   * @param connection an open connection; its transaction state is left as it is
   * @param dialect the product and release
   * @param request the schemas whose sequences and identities count, and tables that do not
   * @param tables the tables as the inspector read them
   * @throws SQLException if the server refuses
   */
  public static RowSnapshot take(
      Connection connection, Dialect dialect, InspectionRequest request, List<Table> tables)
      throws SQLException {
    return new RowSnapshot(
        read(connection, dialect, tables),
        dialect.inspector().sequencePositions(connection, request));
  }

  private static Map<QualifiedName, TableRows> read(
      Connection connection, Dialect dialect, List<Table> tables) throws SQLException {
    Map<QualifiedName, TableRows> rows = new LinkedHashMap<>();
    RowReader reader = new RowReader(connection, dialect);
    for (Table table : tables) {
      rows.put(table.name(), reader.read(table));
    }
    return rows;
  }

  /** Returns the names of the tables, in the order in which they were given. */
  public List<QualifiedName> tables() {
    return List.copyOf(tables.keySet());
  }

  /** Returns how many rows there are in all tables. */
  public long rowCount() {
    return tables.values().stream().mapToLong(table -> table.rows().size()).sum();
  }

  /** Returns how many rows a table has; empty if it is none of those that were read. */
  public Optional<Integer> rowCount(QualifiedName table) {
    return rows(table).map(rows -> rows.rows().size());
  }

  /** Returns the rows of those tables that another snapshot has as well. */
  public RowSnapshot inTablesOf(RowSnapshot others) {
    Map<QualifiedName, TableRows> some = new LinkedHashMap<>(tables);
    some.keySet().retainAll(others.tables.keySet());
    return new RowSnapshot(some, positions);
  }

  /**
   * Returns the same without the rows of another snapshot: for each row there one that is like it
   * in all columns that both have, if there is one.
   *
   * @param others rows of some of the tables
   */
  public RowSnapshot without(RowSnapshot others) {
    Map<QualifiedName, TableRows> left = new LinkedHashMap<>(tables);
    left.replaceAll((name, rows) -> others.rows(name).map(rows::without).orElse(rows));
    return new RowSnapshot(left, positions);
  }

  /** Returns the rows of a table; empty if it is none of those that were read. */
  Optional<TableRows> rows(QualifiedName table) {
    return Optional.ofNullable(tables.get(table));
  }

  /** Returns the positions of sequences and identities. */
  public List<SequencePosition> positions() {
    return positions;
  }
}
