package dev.anabranch.testkit.rows;

import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which tables are filled: the ones referred to before those that refer, by Tarjan's
 * strongly connected components. Within a cycle a reference is left for later that can be null;
 * where there is none, one has to wait that cannot.
 *
 * @param tables the tables in order
 * @param late the references that are null at first, by table
 * @param waiting the references to rows that come later and that cannot be null, by table
 */
record FillOrder(
    List<Table> tables,
    Map<QualifiedName, List<ForeignKey>> late,
    Map<QualifiedName, List<ForeignKey>> waiting) {

  /** Returns the order for some tables. */
  static FillOrder of(List<Table> tables) {
    Search search = new Search(tables);
    FillOrder order = new FillOrder(new ArrayList<>(), new LinkedHashMap<>(), new HashMap<>());
    for (List<Table> component : search.components()) {
      order.place(component);
    }
    return order;
  }

  // A component of one table may refer to itself.
  private void place(List<Table> component) {
    List<Table> left = new ArrayList<>(component);
    while (!left.isEmpty()) {
      Set<QualifiedName> names = new HashSet<>();
      left.forEach(table -> names.add(table.name()));
      Table next = left.get(0);
      for (Table each : left) {
        next = needed(each, names).size() < needed(next, names).size() ? each : next;
      }
      left.remove(next);
      tables.add(next);
      for (ForeignKey key : next.foreignKeys()) {
        if (names.contains(key.referredTable()) && isNullable(next, key)) {
          late.computeIfAbsent(next.name(), name -> new ArrayList<>()).add(key);
        }
      }
      List<ForeignKey> needed = needed(next, names);
      if (!needed.isEmpty()) {
        waiting.put(next.name(), needed);
      }
    }
  }

  private static List<ForeignKey> needed(Table table, Set<QualifiedName> left) {
    return table.foreignKeys().stream()
        .filter(key -> left.contains(key.referredTable()) && !isNullable(table, key))
        .filter(key -> !key.referredTable().equals(table.name()) || isCounted(table, key))
        .toList();
  }

  // A row can refer to itself, unless it does not know its key.
  private static boolean isCounted(Table table, ForeignKey key) {
    return key.referredColumns().stream()
        .flatMap(column -> table.column(column).stream())
        .map(Column::value)
        .anyMatch(
            value ->
                value instanceof ColumnValue.Identity
                    || (value instanceof ColumnValue.Default given
                        && given.value() instanceof SqlValue.NextValue));
  }

  private static boolean isNullable(Table table, ForeignKey key) {
    return key.columns().stream()
        .anyMatch(column -> table.column(column).filter(Column::isNullable).isPresent());
  }

  /** Tarjan's search, without recursion into the depth of long chains. */
  private static final class Search {

    private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    private final Map<QualifiedName, Integer> indexes = new HashMap<>();
    private final Map<QualifiedName, Integer> lowest = new HashMap<>();
    private final Deque<QualifiedName> open = new ArrayDeque<>();
    private final Set<QualifiedName> isOpen = new HashSet<>();
    private final List<List<Table>> components = new ArrayList<>();

    Search(List<Table> tables) {
      tables.forEach(table -> this.tables.put(table.name(), table));
    }

    List<List<Table>> components() {
      tables.keySet().stream().filter(name -> !indexes.containsKey(name)).forEach(this::visitFrom);
      return components;
    }

    private record Frame(QualifiedName table, Deque<QualifiedName> referred) {}

    private void visitFrom(QualifiedName start) {
      Deque<Frame> path = new ArrayDeque<>();
      path.push(enter(start));
      while (!path.isEmpty()) {
        Frame frame = path.peek();
        QualifiedName next = frame.referred().poll();
        if (next == null) {
          path.pop();
          leave(frame.table());
          Frame caller = path.peek();
          if (caller != null) {
            lower(caller.table(), lowestOf(frame.table()));
          }
        } else if (!indexes.containsKey(next)) {
          path.push(enter(next));
        } else if (isOpen.contains(next)) {
          lower(frame.table(), indexes.getOrDefault(next, 0));
        }
      }
    }

    private int lowestOf(QualifiedName table) {
      return lowest.getOrDefault(table, 0);
    }

    private void lower(QualifiedName table, int index) {
      lowest.merge(table, index, Math::min);
    }

    private Frame enter(QualifiedName name) {
      indexes.put(name, indexes.size());
      lowest.put(name, indexes.size() - 1);
      open.push(name);
      isOpen.add(name);
      Deque<QualifiedName> referred = new ArrayDeque<>();
      Table table = tables.get(name);
      if (table != null) {
        table.foreignKeys().stream()
            .map(ForeignKey::referredTable)
            .filter(tables::containsKey)
            .forEach(referred::add);
      }
      return new Frame(name, referred);
    }

    private void leave(QualifiedName name) {
      if (lowestOf(name) != indexes.getOrDefault(name, 0)) {
        return;
      }
      List<Table> component = new ArrayList<>();
      QualifiedName member;
      do {
        member = open.pop();
        isOpen.remove(member);
        Table table = tables.get(member);
        if (table != null) {
          component.add(0, table);
        }
      } while (!member.equals(name));
      components.add(component);
    }
  }
}
