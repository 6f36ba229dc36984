package dev.anabranch.testkit.rows;

import dev.anabranch.schema.Column;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.QualifiedName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The order in which tables are filled: the ones referred to before those that refer, by Tarjan's
 * strongly connected components. Within a cycle a reference is left for later that can be null, or
 * else one that is checked at the end of the transaction.
 *
 * @param tables the tables in order
 * @param late the references that are null at first, by table
 * @param deferred the references to rows that come later, by table
 */
record FillOrder(
    List<Table> tables,
    Map<QualifiedName, List<ForeignKey>> late,
    Map<QualifiedName, List<ForeignKey>> deferred) {

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
    List<Table> waiting = new ArrayList<>(component);
    while (!waiting.isEmpty()) {
      Set<QualifiedName> names = new HashSet<>();
      waiting.forEach(table -> names.add(table.name()));
      Table next =
          first(waiting, table -> needed(table, names).isEmpty())
              .or(
                  () ->
                      first(
                          waiting,
                          table -> needed(table, names).stream().allMatch(FillOrder::canWait)))
              .orElse(waiting.get(0));
      waiting.remove(next);
      tables.add(next);
      for (ForeignKey key : next.foreignKeys()) {
        boolean itself = key.referredTable().equals(next.name());
        if (names.contains(key.referredTable())) {
          if (isNullable(next, key)) {
            late.computeIfAbsent(next.name(), name -> new ArrayList<>()).add(key);
          } else if (!itself && canWait(key)) {
            deferred.computeIfAbsent(next.name(), name -> new ArrayList<>()).add(key);
          }
        }
      }
    }
  }

  private static Optional<Table> first(List<Table> tables, Predicate<Table> condition) {
    return tables.stream().filter(condition).findFirst();
  }

  private static List<ForeignKey> needed(Table table, Set<QualifiedName> waiting) {
    return table.foreignKeys().stream()
        .filter(key -> waiting.contains(key.referredTable()))
        .filter(key -> !key.referredTable().equals(table.name()) && !isNullable(table, key))
        .toList();
  }

  private static boolean canWait(ForeignKey key) {
    return key.rules().deferrability() != Deferrability.NOT_DEFERRABLE;
  }

  // A column that another reference needs as well cannot be left out for this one.
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
