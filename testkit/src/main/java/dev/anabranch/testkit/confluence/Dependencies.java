package dev.anabranch.testkit.confluence;

import dev.anabranch.revision.RevisionGraph;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Dependencies that a graph does not have yet. */
final class Dependencies {

  private Dependencies() {}

  /** Returns whether a graph with all of these dependencies would have no cycle. */
  static boolean arePossible(RevisionGraph graph, List<SharedObject.Order> orders) {
    return orders.stream()
        .noneMatch(order -> reached(graph, orders, order.first()).contains(order.second()));
  }

  // What has to come before a revision, over the graph and over new dependencies.
  private static Set<String> reached(
      RevisionGraph graph, List<SharedObject.Order> orders, String id) {
    Set<String> reached = new LinkedHashSet<>(graph.ancestors(List.of(id)));
    for (boolean grown = true; grown; ) {
      grown = false;
      for (SharedObject.Order order : orders) {
        if (reached.contains(order.second())) {
          grown |= reached.addAll(graph.ancestors(List.of(order.first())));
        }
      }
    }
    return reached;
  }

  /** Returns those that do not follow from one of the others. */
  static List<SharedObject.Order> smallest(RevisionGraph graph, List<SharedObject.Order> orders) {
    return orders.stream()
        .filter(
            order ->
                orders.stream()
                    .noneMatch(other -> !other.equals(order) && implies(graph, other, order)))
        .toList();
  }

  private static boolean implies(
      RevisionGraph graph, SharedObject.Order one, SharedObject.Order other) {
    return graph.ancestors(List.of(other.second())).contains(one.second())
        && graph.ancestors(List.of(one.first())).contains(other.first());
  }
}
