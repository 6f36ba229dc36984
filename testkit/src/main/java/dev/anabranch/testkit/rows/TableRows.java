package dev.anabranch.testkit.rows;

import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table.
 *
 * @param table its name
 * @param columns its columns, without those that are computed when they are read
 * @param key the columns of its primary key; none if it has none
 * @param numbered the column that is its primary key and gets its numbers from the server; empty if
 *     none does
 * @param references its foreign keys of one column
 * @param rows its rows, each with a text or null for each column
 */
record TableRows(
    QualifiedName table,
    List<Identifier> columns,
    List<Identifier> key,
    Optional<Identifier> numbered,
    List<Reference> references,
    List<List<@Nullable String>> rows) {

  /**
   * A column that holds the key of a row of another table.
   *
   * @param column the column
   * @param table the other table
   * @param key its column
   */
  record Reference(Identifier column, QualifiedName table, Identifier key) {}

  /** Copies the lists. */
  TableRows {
    Objects.requireNonNull(table, "table");
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    references = List.copyOf(references);
    rows = List.copyOf(rows);
  }

  /** Returns no rows of a table yet. */
  static TableRows of(Table table) {
    List<Identifier> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    return new TableRows(
        table.name(),
        table.columns().stream().filter(TableRows::isKept).map(Column::name).toList(),
        key,
        key.size() == 1
            ? table.column(key.get(0)).filter(TableRows::isNumbered).map(Column::name)
            : Optional.empty(),
        table.foreignKeys().stream()
            .filter(each -> each.columns().size() == 1)
            .map(
                each ->
                    new Reference(
                        each.columns().get(0), each.referredTable(), each.referredColumns().get(0)))
            .toList(),
        List.of());
  }

  // What is computed when it is read follows from the others, and may fail for some rows.
  private static boolean isKept(Column column) {
    return !(column.value() instanceof ColumnValue.Computed computed
        && computed.storage() == ColumnValue.Storage.VIRTUAL);
  }

  private static boolean isNumbered(Column column) {
    return column.value() instanceof ColumnValue.Identity
        || (column.value() instanceof ColumnValue.Default given
            && given.value() instanceof SqlValue.NextValue);
  }

  /** Returns the same table with other rows. */
  TableRows with(List<? extends List<@Nullable String>> others) {
    return new TableRows(table, columns, key, numbered, references, List.copyOf(others));
  }

  /** Returns the same table without as many rows as another has that are like its own. */
  TableRows without(TableRows others) {
    List<Identifier> common = columns.stream().filter(others.columns::contains).toList();
    List<Integer> otherPlaces = others.places(common);
    Map<String, Integer> counts = new HashMap<>();
    others.rows.forEach(row -> counts.merge(part(row, otherPlaces), 1, Integer::sum));
    List<Integer> places = places(common);
    List<List<@Nullable String>> left = new ArrayList<>();
    for (List<@Nullable String> row : rows) {
      String part = part(row, places);
      int count = counts.getOrDefault(part, 0);
      if (count == 0) {
        left.add(row);
      } else {
        counts.put(part, count - 1);
      }
    }
    return with(left);
  }

  /** Returns the places of columns. */
  List<Integer> places(List<Identifier> wanted) {
    List<Integer> places = new ArrayList<>();
    wanted.forEach(column -> places.add(columns.indexOf(column)));
    return places;
  }

  /** Returns what a row has in some places, as one text that no other values give. */
  static String part(List<@Nullable String> row, List<Integer> places) {
    StringJoiner part = new StringJoiner(",");
    for (int place : places) {
      String value = row.get(place);
      part.add(value == null ? "-" : value.length() + ":" + value);
    }
    return part.toString();
  }
}
