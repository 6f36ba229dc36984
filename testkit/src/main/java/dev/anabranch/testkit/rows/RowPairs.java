package dev.anabranch.testkit.rows;

import dev.anabranch.sql.Identifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which row of a table has become which.
 *
 * @param pairs the rows that were and are there
 * @param lost how many are gone
 * @param added how many are new
 */
record RowPairs(List<Pair> pairs, int lost, int added) {

  /** With more rows than these left over, one after the other is taken for the same. */
  private static final int MOST_COMPARED = 300;

  /** A row before and after. */
  record Pair(List<@Nullable String> before, List<@Nullable String> after) {}

  /** Returns the pairs of a table's rows. */
  static RowPairs of(TableRows old, TableRows now) {
    boolean keyed =
        !old.key().isEmpty()
            && new HashSet<>(old.key()).equals(new HashSet<>(now.key()))
            && now.columns().containsAll(old.key());
    return keyed ? byKey(old, now) : byLikeness(old, now);
  }

  private static RowPairs byKey(TableRows old, TableRows now) {
    List<Integer> oldPlaces = old.places(old.key());
    List<Integer> places = now.places(old.key());
    Map<String, List<@Nullable String>> rows = new LinkedHashMap<>();
    now.rows().forEach(row -> rows.put(TableRows.part(row, places), row));
    List<Pair> pairs = new ArrayList<>();
    int lost = 0;
    for (List<@Nullable String> row : old.rows()) {
      List<@Nullable String> same = rows.remove(TableRows.part(row, oldPlaces));
      if (same == null) {
        lost++;
      } else {
        pairs.add(new Pair(row, same));
      }
    }
    return new RowPairs(List.copyOf(pairs), lost, rows.size());
  }

  // First those that are wholly alike, then what is left by the most columns in common.
  private static RowPairs byLikeness(TableRows old, TableRows now) {
    List<Identifier> common = old.columns().stream().filter(now.columns()::contains).toList();
    List<Integer> oldPlaces = old.places(common);
    List<Integer> places = now.places(common);
    Map<String, Deque<List<@Nullable String>>> rows = new HashMap<>();
    for (List<@Nullable String> row : now.rows()) {
      rows.computeIfAbsent(TableRows.part(row, places), key -> new ArrayDeque<>()).add(row);
    }
    List<Pair> pairs = new ArrayList<>();
    List<List<@Nullable String>> left = new ArrayList<>();
    for (List<@Nullable String> row : old.rows()) {
      Optional<List<@Nullable String>> same =
          Optional.ofNullable(rows.get(TableRows.part(row, oldPlaces))).map(Deque::poll);
      same.ifPresentOrElse(found -> pairs.add(new Pair(row, found)), () -> left.add(row));
    }
    List<List<@Nullable String>> unknown = new ArrayList<>(now.without(old).rows());
    while (!left.isEmpty() && !unknown.isEmpty()) {
      List<@Nullable String> row = left.remove(0);
      int best = 0;
      for (int i = 1; i < Math.min(unknown.size(), MOST_COMPARED); i++) {
        if (alike(row, oldPlaces, unknown.get(i), places)
            > alike(row, oldPlaces, unknown.get(best), places)) {
          best = i;
        }
      }
      pairs.add(new Pair(row, unknown.remove(best)));
    }
    return new RowPairs(List.copyOf(pairs), left.size(), unknown.size());
  }

  private static int alike(
      List<@Nullable String> row,
      List<Integer> rowPlaces,
      List<@Nullable String> other,
      List<Integer> otherPlaces) {
    int alike = 0;
    for (int i = 0; i < rowPlaces.size(); i++) {
      if (Objects.equals(row.get(rowPlaces.get(i)), other.get(otherPlaces.get(i)))) {
        alike++;
      }
    }
    return alike;
  }
}
