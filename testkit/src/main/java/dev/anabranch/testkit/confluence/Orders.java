package dev.anabranch.testkit.confluence;

import dev.anabranch.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;

/** The orders in which the revisions of a meeting may be applied. Deterministic. */
final class Orders {

  private final RevisionGraph graph;
  private final Meeting meeting;
  private final Set<String> region;

  Orders(RevisionGraph graph, Meeting meeting) {
    this.graph = graph;
    this.meeting = meeting;
    this.region = meeting.region();
  }

  /** Returns the order in which one branch comes after the other, in the order of the tips. */
  List<String> forwards() {
    Set<String> order = new LinkedHashSet<>();
    meeting.branches().forEach(order::addAll);
    return List.copyOf(order);
  }

  /** Returns the order in which the last branch comes first. */
  List<String> backwards() {
    Set<String> order = new LinkedHashSet<>();
    for (int i = meeting.branches().size() - 1; i >= 0; i--) {
      order.addAll(meeting.branches().get(i));
    }
    return List.copyOf(order);
  }

  /**
   * Returns different orders by chance.
   *
   * @param seed what the choices follow from
   * @param number how many at most; fewer where there are not so many
   */
  List<List<String>> byChance(long seed, int number) {
    Random random = new Random(seed * 31 + meeting.id().hashCode());
    Set<List<String>> orders = new LinkedHashSet<>(List.of(forwards(), backwards()));
    int given = orders.size();
    for (int tries = 0; tries < 4 * number && orders.size() < given + number; tries++) {
      Map<String, Integer> weights = new HashMap<>();
      forwards().forEach(id -> weights.put(id, random.nextInt()));
      orders.add(sorted(weights::get));
    }
    return List.copyOf(orders).subList(given, orders.size());
  }

  // Of those that may come next, the one with the smallest weight comes.
  private List<String> sorted(ToIntFunction<String> weight) {
    Set<String> open = new LinkedHashSet<>(region);
    List<String> order = new ArrayList<>();
    while (!open.isEmpty()) {
      String next =
          open.stream()
              .filter(id -> isPossible(id, open))
              .min(Comparator.comparingInt(weight).thenComparing(Comparator.naturalOrder()))
              .orElseThrow();
      open.remove(next);
      order.add(next);
    }
    return order;
  }

  private boolean isPossible(String id, Set<String> open) {
    return graph.parents(id).stream().noneMatch(open::contains)
        && graph.resolvedDependencies(id).stream().noneMatch(open::contains);
  }

  /**
   * Returns the way from one order to another, each step an exchange of two neighbours that do not
   * stand on each other.
   *
   * @return all orders on the way, the first and the last included
   */
  static List<List<String>> way(List<String> from, List<String> to) {
    Map<String, Integer> place = new HashMap<>();
    for (int i = 0; i < to.size(); i++) {
      place.put(to.get(i), i);
    }
    List<List<String>> way = new ArrayList<>();
    List<String> now = new ArrayList<>(from);
    way.add(List.copyOf(now));
    for (boolean moved = true; moved; ) {
      moved = false;
      for (int i = 0; i + 1 < now.size(); i++) {
        if (place.getOrDefault(now.get(i), 0) > place.getOrDefault(now.get(i + 1), 0)) {
          String first = now.set(i, now.get(i + 1));
          now.set(i + 1, first);
          way.add(List.copyOf(now));
          moved = true;
        }
      }
    }
    return way;
  }

  /** Returns the two revisions that stand the other way round in two neighbouring orders. */
  static Meeting.Pair exchanged(List<String> one, List<String> other) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).equals(other.get(i)) && seen.add(one.get(i))) {
        return new Meeting.Pair(one.get(i), other.get(i));
      }
    }
    throw new IllegalArgumentException("the orders are the same");
  }
}
