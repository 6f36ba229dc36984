package dev.anabranch.revision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What holds for every plan, checked by plain sets and no code of the planner. */
final class PlanRules {

  private PlanRules() {}

  /** Returns what is wrong with a plan; empty if it keeps every rule. */
  static List<String> violations(RevisionGraph graph, MigrationPlan plan) {
    List<String> violations = new ArrayList<>();
    Set<String> applied = applied(graph, plan.rowsBefore());
    TreeSet<String> rows = new TreeSet<>(plan.rowsBefore());
    for (MigrationStep step : plan.steps()) {
      String id = step.revision().id();
      boolean up = step.direction() == Direction.UPGRADE;
      if (step.direction() != plan.direction()) {
        violations.add(id + " goes the wrong way");
      }
      if (up) {
        if (!applied.containsAll(below(graph, id))) {
          violations.add(id + " runs before what it stands on");
        }
        if (!applied.add(id)) {
          violations.add(id + " runs twice");
        }
      } else {
        if (graph.dependents(id).stream().anyMatch(applied::contains)) {
          violations.add(id + " is undone before what stands on it");
        }
        if (!applied.remove(id)) {
          violations.add(id + " is undone although it is not applied");
        }
      }
      if (!rows.containsAll(step.removedRows())) {
        violations.add(id + " removes rows that are not there");
      }
      step.removedRows().forEach(rows::remove);
      for (String added : step.addedRows()) {
        if (!rows.add(added)) {
          violations.add(id + " adds a row that is there");
        }
      }
      if (!rows.equals(antichain(graph, applied))) {
        violations.add("after " + id + " rows are " + rows + ", not " + antichain(graph, applied));
      }
    }
    return violations;
  }

  static Set<String> applied(RevisionGraph graph, Iterable<String> rows) {
    Set<String> applied = new HashSet<>();
    List<String> open = new ArrayList<>();
    rows.forEach(open::add);
    while (!open.isEmpty()) {
      String id = open.remove(open.size() - 1);
      if (applied.add(id)) {
        open.addAll(below(graph, id));
      }
    }
    return applied;
  }

  static Set<String> antichain(RevisionGraph graph, Set<String> applied) {
    Set<String> rows = new TreeSet<>(applied);
    applied.forEach(id -> rows.removeAll(below(graph, id)));
    return rows;
  }

  private static List<String> below(RevisionGraph graph, String id) {
    List<String> below = new ArrayList<>(graph.parents(id));
    below.addAll(graph.resolvedDependencies(id));
    return below;
  }
}
