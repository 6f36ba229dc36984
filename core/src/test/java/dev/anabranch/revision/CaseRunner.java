package dev.anabranch.revision;

import static dev.anabranch.revision.GraphCase.strings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs a case and compares, by the rules of the section "Comparing" of {@code
 * graph-cases/README.md}.
 */
final class CaseRunner {

  /** What an answer of ours means in the words of the cases. */
  private static final Map<ErrorCode, Set<String>> KINDS =
      Map.ofEntries(
          Map.entry(ErrorCode.UNKNOWN_REVISION, Set.of("unknown")),
          Map.entry(ErrorCode.UNKNOWN_BRANCH, Set.of("unknown_branch", "unknown")),
          Map.entry(ErrorCode.UNKNOWN_VERSION_ROW, Set.of("unknown", "ambiguous_prefix")),
          Map.entry(ErrorCode.AMBIGUOUS_REVISION, Set.of("ambiguous_prefix", "unknown_branch")),
          Map.entry(ErrorCode.NOT_ON_BRANCH, Set.of("not_in_lineage")),
          Map.entry(ErrorCode.MULTIPLE_HEADS, Set.of("multiple_heads")),
          Map.entry(ErrorCode.AMBIGUOUS_WALK, Set.of("ambiguous_walk")),
          Map.entry(ErrorCode.AMBIGUOUS_CURRENT, Set.of("ambiguous_current")),
          Map.entry(ErrorCode.WALK_OUT_OF_RANGE, Set.of("relative_out_of_range", "walked_too_far")),
          Map.entry(ErrorCode.RANGE_NOT_CONNECTED, Set.of("range_not_ancestor")),
          Map.entry(ErrorCode.NOTHING_TO_DOWNGRADE, Set.of("nothing_to_drop")),
          Map.entry(ErrorCode.INVALID_DOWNGRADE_TARGET, Set.of("invalid_downgrade_target")),
          Map.entry(ErrorCode.OVERLAPPING_TARGETS, Set.of("overlapping_targets")),
          Map.entry(ErrorCode.REDUNDANT_VERSION_ROW, Set.of("overlapping_targets")),
          Map.entry(ErrorCode.RANGE_NOT_ALLOWED, Set.of("range_not_allowed")),
          Map.entry(ErrorCode.RANGE_REQUIRED, Set.of("range_required", "range_syntax")),
          Map.entry(ErrorCode.TARGET_SYNTAX, Set.of("range_syntax", "unknown", "unknown_branch")),
          Map.entry(ErrorCode.NOT_AT_HEAD, Set.of("not_at_head")),
          Map.entry(ErrorCode.NOT_A_HEAD, Set.of("not_a_head")),
          Map.entry(ErrorCode.DUPLICATE_PARENT, Set.of("duplicate_heads")),
          Map.entry(ErrorCode.ILLEGAL_ID, Set.of("illegal_id")),
          Map.entry(ErrorCode.DUPLICATE_LABEL, Set.of("duplicate_label")),
          Map.entry(ErrorCode.LABEL_EQUALS_ID, Set.of("duplicate_label")),
          Map.entry(ErrorCode.SELF_LOOP, Set.of("self_loop", "dependency_self_loop")),
          Map.entry(ErrorCode.CYCLE, Set.of("cycle")),
          Map.entry(ErrorCode.DEPENDENCY_CYCLE, Set.of("dependency_cycle")),
          Map.entry(ErrorCode.MISSING_PARENT, Set.of("missing_down_revision")),
          Map.entry(ErrorCode.MISSING_DEPENDENCY, Set.of("missing_dependency")));

  /**
   * What came out.
   *
   * @param differences what differs from the recorded answer; empty if both agree
   * @param violations which rules every answer has to keep are broken; never anything but empty
   * @param codes the codes of our error, or nothing if we succeeded
   */
  record Outcome(List<String> differences, List<String> violations, Set<ErrorCode> codes) {
    boolean agrees() {
      return differences.isEmpty();
    }
  }

  private final GraphCase example;
  private final JsonNode expected;
  private final NamePolicy policy;
  private final List<String> differences = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  private CaseRunner(GraphCase example, NamePolicy policy) {
    this.example = example;
    this.policy = policy;
    this.expected = example.expected();
  }

  static Outcome run(GraphCase example, NamePolicy policy) {
    CaseRunner runner = new CaseRunner(example, policy);
    Set<ErrorCode> codes = new TreeSet<>();
    try {
      runner.compare(runner.load());
      if (example.expectedError().isPresent()) {
        runner.differences.add(
            0, "should fail with " + example.expectedError().get() + ", but succeeds");
      }
    } catch (AnabranchException e) {
      codes.addAll(codes(e));
      runner.compareError(e, codes);
    }
    return new Outcome(List.copyOf(runner.differences), List.copyOf(runner.violations), codes);
  }

  private static Set<ErrorCode> codes(AnabranchException e) {
    Set<ErrorCode> codes = new TreeSet<>();
    if (e instanceof InvalidGraphException invalid) {
      invalid.problems().forEach(problem -> codes.add(problem.code()));
    } else {
      codes.add(e.code());
    }
    return codes;
  }

  private void compareError(AnabranchException e, Set<ErrorCode> codes) {
    Set<String> kinds = new HashSet<>();
    codes.forEach(code -> kinds.addAll(KINDS.getOrDefault(code, Set.of(code.name()))));
    Optional<String> wanted = example.expectedError();
    if (wanted.isEmpty() || !kinds.contains(wanted.get())) {
      differences.add(
          "should "
              + wanted.map(kind -> "fail with " + kind).orElse("succeed")
              + ", but fails with "
              + codes
              + ": "
              + e.getMessage());
    }
  }

  /**
   * Names that only Alembic accepts are accepted here too, so that behaviour behind them is
   * compared as well.
   */
  private RevisionGraph load() {
    return RevisionGraph.of(example.revisions(), policy);
  }

  private void compare(RevisionGraph graph) {
    MigrationPlanner planner = new MigrationPlanner(graph);
    switch (example.kind()) {
      case "load" -> load(graph);
      case "upgrade", "downgrade" -> plan(planner);
      case "stamp" -> stamp(planner);
      case "resolve" -> resolve(planner);
      case "history" -> history(planner);
      case "show" -> show(planner);
      case "current" -> current(planner);
      case "heads" -> heads(graph);
      case "branches" -> branches(planner);
      case "revision", "merge" -> create(graph);
      default -> differences.add("unknown kind " + example.kind());
    }
  }

  private void load(RevisionGraph graph) {
    same("heads", graph.heads());
    same("effective_heads", graph.effectiveHeads());
    same("bases", graph.bases());
    same("effective_bases", graph.effectiveBases());
    same("branch_points", graph.branchPoints());
    same("effective_branch_points", graph.effectiveBranchPoints());
    same("merge_points", graph.mergePoints());
    Map<String, Object> labels = new LinkedHashMap<>();
    Map<String, Object> dependencies = new LinkedHashMap<>();
    Map<String, Object> reduced = new LinkedHashMap<>();
    for (Revision revision : graph.revisions()) {
      String id = revision.id();
      Set<String> all = new TreeSet<>(graph.parents(id));
      all.addAll(graph.resolvedDependencies(id));
      if (!graph.labels(id).isEmpty()) {
        labels.put(id, graph.labels(id));
      }
      if (!graph.resolvedDependencies(id).isEmpty()) {
        dependencies.put(id, sorted(graph.resolvedDependencies(id)));
      }
      if (!all.equals(new TreeSet<>(graph.reducedParents(id)))) {
        reduced.put(id, sorted(graph.reducedParents(id)));
      }
    }
    same("labels", labels, map(expected.path("labels")));
    same("resolved_deps", dependencies, map(expected.path("resolved_deps")));
    same("reduced_parents", reduced, map(expected.path("reduced_parents")));
  }

  private void plan(MigrationPlanner planner) {
    boolean up = example.kind().equals("upgrade");
    List<String> targets = strings(example.command().get("target"));
    MigrationPlan plan;
    if (example.command().path("offline").asBoolean()) {
      OfflineRange range = OfflineRange.parse(targets.get(0));
      plan = up ? planner.upgrade(range) : planner.downgrade(range);
    } else {
      List<RevisionTarget> parsed = targets.stream().map(RevisionTarget::parse).toList();
      plan =
          up
              ? planner.upgrade(example.start(), parsed)
              : planner.downgrade(example.start(), parsed.get(0));
    }
    violations.addAll(PlanRules.violations(planner.graph(), plan));
    List<String> steps = plan.steps().stream().map(step -> step.revision().id()).toList();
    List<String> wanted = new ArrayList<>();
    expected.path("steps").forEach(step -> wanted.add(step.get("rev").asText()));
    same("steps", sorted(steps), sorted(wanted));
    pairs(steps);
    same("rows", plan.rowsAfter());
  }

  private void pairs(List<String> order) {
    for (JsonNode pair : example.json().path("pairs")) {
      int before = order.indexOf(pair.get(0).asText());
      int after = order.indexOf(pair.get(1).asText());
      if (before >= 0 && after >= 0 && before > after) {
        violations.add("order breaks " + pair + " in " + order);
      }
    }
  }

  private void stamp(MigrationPlanner planner) {
    List<RevisionTarget> targets =
        strings(example.command().get("targets")).stream().map(RevisionTarget::parse).toList();
    StampPlan plan =
        example.command().path("purge").asBoolean()
            ? planner.stampPurging(example.start(), targets)
            : planner.stamp(example.start(), targets);
    if (!plan.rowsAfter().equals(planner.graph().rowsOf(plan.rowsAfter()))) {
      violations.add("rows are no antichain: " + plan.rowsAfter());
    }
    same("rows", plan.rowsAfter());
    same("resolved", plan.resolved(), distinct(expected.path("resolved")));
  }

  private void resolve(MigrationPlanner planner) {
    RevisionTarget target = RevisionTarget.parse(example.command().get("symbol").asText());
    if (example.expectedError().isPresent()) {
      planner.resolve(target);
    } else if (expected.has("revisions")) {
      Set<String> wanted = new TreeSet<>();
      for (JsonNode id : expected.get("revisions")) {
        if (!id.isNull() && !id.asText().equals("<base>")) {
          wanted.add(id.asText());
        }
      }
      boolean left = wanted.isEmpty() && !expected.get("revisions").isEmpty();
      try {
        same("revisions", planner.resolve(target), List.copyOf(wanted));
      } catch (RevisionException.WalkOutOfRange e) {
        if (!left) {
          throw e;
        }
      }
    }
    if (!expected.has("single") && !expected.has("single_error")) {
      return;
    }
    try {
      Optional<String> single = planner.resolveOne(target);
      if (expected.has("single_error")) {
        differences.add("one revision should fail with " + expected.get("single_error"));
      } else {
        String wanted = expected.path("single").isNull() ? "" : expected.path("single").asText();
        same("single", single.orElse(""), wanted);
      }
    } catch (RevisionException e) {
      String wanted = expected.path("single_error").asText();
      if (!KINDS.getOrDefault(e.code(), Set.of()).contains(wanted)) {
        differences.add("one revision: wanted " + wanted + ", got " + e.getMessage());
      }
    }
  }

  private void history(MigrationPlanner planner) {
    RevisionRange range =
        example.command().has("range")
            ? RevisionRange.parse(example.command().get("range").asText())
            : RevisionRange.ALL;
    List<String> ids = ids(planner.history(range, example.start()));
    same("revisions", sorted(ids), sorted(strings(expected.path("revisions"))));
    pairs(ids);
  }

  private void show(MigrationPlanner planner) {
    RevisionGraph graph = planner.graph();
    RevisionTarget target = RevisionTarget.parse(example.command().get("symbol").asText());
    List<String> ids = ids(planner.show(target, example.start()));
    same("revisions", sorted(ids), sorted(strings(expected.path("revisions"))));
    for (String id : ids) {
      JsonNode info = expected.path("info").path(id);
      Revision revision = graph.get(id);
      same("parents", sorted(revision.downRevisions()), sorted(strings(info.path("parents"))));
      same("deps", sorted(revision.dependsOn()), sorted(strings(info.path("deps"))));
      List<String> children = graph.children(id);
      same(
          "branches_into",
          children.size() > 1 ? children : List.of(),
          strings(info.path("branches_into")));
      same("labels", graph.labels(id), strings(info.path("labels")));
      same("head", graph.isHead(id), info.path("head").asBoolean());
      same(
          "branch_point", graph.branchPoints().contains(id), info.path("branch_point").asBoolean());
      same("merge_point", graph.mergePoints().contains(id), info.path("merge_point").asBoolean());
    }
  }

  private void current(MigrationPlanner planner) {
    CurrentState state = planner.current(example.start());
    boolean wantsUnknown = example.expectedError().equals(Optional.of("unknown"));
    boolean wantsNotAtHead = example.expectedError().equals(Optional.of("not_at_head"));
    if (wantsUnknown && !state.unknownRows().isEmpty()) {
      throw new RevisionException.VersionRows(
          ErrorCode.UNKNOWN_VERSION_ROW, "marked", null, state.unknownRows());
    }
    boolean checked = example.command().path("check_heads").asBoolean();
    same("at heads", checked && !state.atHeads(), wantsNotAtHead);
    if (wantsNotAtHead) {
      differences.clear();
      if (state.atHeads()) {
        differences.add("is at the heads");
      }
      throw new RevisionException.VersionRows(
          ErrorCode.NOT_AT_HEAD, "not at head", null, List.of());
    }
    same("revisions", state.revisions());
  }

  private void heads(RevisionGraph graph) {
    boolean effective = example.command().path("resolve_dependencies").asBoolean();
    same("revisions", effective ? graph.effectiveHeads() : graph.heads());
  }

  private void branches(MigrationPlanner planner) {
    List<String> ids = ids(planner.branches());
    same("revisions", sorted(ids), sorted(strings(expected.path("revisions"))));
    pairs(ids);
    for (String id : ids) {
      same(
          "branches into",
          planner.graph().children(id),
          strings(expected.path("branches_into").path(id)));
    }
  }

  private void create(RevisionGraph graph) {
    JsonNode command = example.command();
    RevisionDraft draft = RevisionDraft.of(command.get("rev_id").asText(), "new");
    String heads = example.kind().equals("merge") ? "revisions" : "head";
    if (command.has(heads)) {
      draft = draft.withParents(targets(command.get(heads)));
    }
    if (command.path("splice").asBoolean()) {
      draft = draft.withSplice();
    }
    draft =
        draft
            .withLabels(strings(command.path("branch_label")).toArray(new String[0]))
            .withDependencies(targets(command.path("depends_on")));
    Revision revision = draft.on(graph);
    JsonNode wanted = expected.path("new");
    same("id", revision.id(), wanted.path("id").asText());
    same("down", sorted(revision.downRevisions()), sorted(strings(wanted.path("down"))));
    same("deps", sorted(revision.dependsOn()), distinct(wanted.path("deps")));
    same("labels", sorted(revision.labels()), sorted(strings(wanted.path("labels"))));
    List<Revision> after = new ArrayList<>(example.revisions());
    after.add(revision);
    RevisionGraph grown = RevisionGraph.of(after, policy);
    same("heads_after", grown.heads());
    same("new_labels", grown.labels(revision.id()));
  }

  private static RevisionTarget[] targets(JsonNode node) {
    return strings(node).stream().map(RevisionTarget::parse).toArray(RevisionTarget[]::new);
  }

  private static List<String> ids(Collection<Revision> revisions) {
    return revisions.stream().map(Revision::id).toList();
  }

  /** Some recorded lists name an id twice; lists of ids compare as sets. */
  private static List<String> distinct(JsonNode node) {
    return List.copyOf(new TreeSet<>(strings(node)));
  }

  private static List<String> sorted(Collection<String> ids) {
    return ids.stream().sorted().toList();
  }

  private static Map<String, Object> map(JsonNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    node.properties().forEach(entry -> map.put(entry.getKey(), distinct(entry.getValue())));
    return map;
  }

  private void same(String field, List<String> actual) {
    same(field, sorted(actual), sorted(strings(expected.path(field))));
  }

  private void same(String what, Object actual, Object wanted) {
    if (!actual.equals(wanted)) {
      differences.add(what + ": wanted " + wanted + ", got " + actual);
    }
  }
}
