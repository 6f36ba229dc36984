package dev.anabranch.testkit.rows;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers rows have now that are gone and came back: the server gives a row that is made anew
 * another number. For one thread.
 */
final class Renumbering {

  private final RowSnapshot before;
  private final RowSnapshot after;
  private final Map<QualifiedName, Map<String, String>> numbers = new HashMap<>();

  Renumbering(RowSnapshot before, RowSnapshot after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Returns the old rows of a table with the numbers that they and those they refer to have now.
   */
  TableRows applied(TableRows old) {
    return replaced(followed(old), old.numbered(), numbers(old.table()));
  }

  private TableRows followed(TableRows old) {
    TableRows rows = old;
    for (TableRows.Reference reference : old.references()) {
      if (!reference.table().equals(old.table())) {
        rows = replaced(rows, Optional.of(reference.column()), numbers(reference));
      }
    }
    return rows;
  }

  private Map<String, String> numbers(TableRows.Reference reference) {
    return before
        .rows(reference.table())
        .filter(rows -> rows.numbered().equals(Optional.of(reference.key())))
        .map(rows -> numbers(reference.table()))
        .orElse(Map.of());
  }

  private Map<String, String> numbers(QualifiedName table) {
    Map<String, String> known = numbers.get(table);
    if (known == null) {
      // Who refers to himself by way of others keeps his numbers.
      numbers.put(table, Map.of());
      known = find(table);
      numbers.put(table, known);
    }
    return known;
  }

  private Map<String, String> find(QualifiedName table) {
    Optional<TableRows> old = before.rows(table);
    Optional<TableRows> now = after.rows(table);
    if (old.isEmpty()
        || now.isEmpty()
        || old.get().numbered().isEmpty()
        || !old.get().numbered().equals(now.get().numbered())) {
      return Map.of();
    }
    return find(followed(old.get()), now.get(), old.get().numbered().get());
  }

  private static Map<String, String> find(TableRows old, TableRows now, Identifier number) {
    int oldPlace = old.columns().indexOf(number);
    int place = now.columns().indexOf(number);
    List<Identifier> others = new ArrayList<>(old.columns());
    others.remove(number);
    if (!now.columns().containsAll(others)) {
      return Map.of();
    }
    List<Integer> oldPlaces = old.places(others);
    List<Integer> places = now.places(others);
    Set<@Nullable String> oldNumbers = column(old, oldPlace);
    Set<@Nullable String> nowNumbers = column(now, place);
    Map<String, Deque<String>> made = new HashMap<>();
    for (List<@Nullable String> row : now.rows()) {
      String given = row.get(place);
      if (given != null && !oldNumbers.contains(given)) {
        made.computeIfAbsent(TableRows.part(row, places), key -> new ArrayDeque<>()).add(given);
      }
    }
    Map<String, String> found = new HashMap<>();
    for (List<@Nullable String> row : old.rows()) {
      String had = row.get(oldPlace);
      Deque<String> same = made.get(TableRows.part(row, oldPlaces));
      if (had != null && !nowNumbers.contains(had) && same != null && !same.isEmpty()) {
        found.put(had, same.remove());
      }
    }
    return found;
  }

  private static Set<@Nullable String> column(TableRows rows, int place) {
    Set<@Nullable String> values = new HashSet<>();
    rows.rows().forEach(row -> values.add(row.get(place)));
    return values;
  }

  private static TableRows replaced(
      TableRows rows, Optional<Identifier> column, Map<String, String> numbers) {
    if (column.isEmpty() || numbers.isEmpty()) {
      return rows;
    }
    int place = rows.columns().indexOf(column.get());
    List<List<@Nullable String>> replaced = new ArrayList<>();
    for (List<@Nullable String> row : rows.rows()) {
      List<@Nullable String> copy = new ArrayList<>(row);
      String old = row.get(place);
      copy.set(place, old == null ? null : numbers.getOrDefault(old, old));
      replaced.add(copy);
    }
    return rows.with(replaced);
  }
}
