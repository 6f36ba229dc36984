package dev.anabranch.testkit.rows;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table.
 *
 * @param table its name
 * @param columns its columns, computed ones included
 * @param key the columns of its primary key; none if it has none
 * @param rows its rows, each with a text or null for each column
 */
record TableRows(
    QualifiedName table,
    List<Identifier> columns,
    List<Identifier> key,
    List<List<@Nullable String>> rows) {

  /** Copies the lists. */
  TableRows {
    Objects.requireNonNull(table, "table");
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    rows = List.copyOf(rows);
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
