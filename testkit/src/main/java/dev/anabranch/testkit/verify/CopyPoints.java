package dev.anabranch.testkit.verify;

import dev.anabranch.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells when a copy of a database is worth keeping: where several revisions begin, until the last
 * of them is done. For one thread.
 */
final class CopyPoints {

  private final RevisionGraph graph;
  private final Set<String> wanted;
  // For each revision that several stand on alone: those that are still to be done.
  private final Map<Set<String>, Set<String>> waiting = new HashMap<>();

  CopyPoints(RevisionGraph graph, List<String> ids) {
    this.graph = graph;
    this.wanted = new HashSet<>(ids);
  }

  /** A revision is done: keeps a copy behind it, and forgets those that nobody needs any more. */
  void behind(String id, Workplace workplace) {
    for (Set<String> state : List.copyOf(waiting.keySet())) {
      Set<String> left = waiting.getOrDefault(state, Set.of());
      left.remove(id);
      if (left.isEmpty()) {
        waiting.remove(state);
        workplace.forgetCopy(state);
      }
    }
    Set<String> state = Set.copyOf(graph.ancestors(List.of(id)));
    List<String> next = new ArrayList<>(graph.children(id));
    next.addAll(graph.dependents(id));
    next.removeIf(child -> !wanted.contains(child));
    if (new HashSet<>(next).size() > 1 && workplace.keepCopy(state)) {
      waiting.put(state, new HashSet<>(next));
    }
  }
}
