package dev.anabranch.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every graph, whatever its shape. */
class PlanLawsTest {

  private static final RevisionTarget HEADS = RevisionTarget.parse("heads");
  private static final RevisionTarget BASE = RevisionTarget.parse("base");

  /** A history of 1 to 60 revisions on up to 6 lines. */
  @Provide
  Arbitrary<List<Revision>> histories() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 60),
            Arbitraries.integers().between(1, 6),
            Arbitraries.longs())
        .as((size, lines, seed) -> Braids.braid(size, lines, new Random(seed)));
  }

  @Property(tries = 300)
  void everyPlanFromNothingIsCompleteAndKeepsTheRules(@ForAll("histories") List<Revision> history) {
    RevisionGraph graph = RevisionGraph.of(history);
    MigrationPlan plan = new MigrationPlanner(graph).upgrade(List.of(), HEADS);

    assertThat(PlanRules.violations(graph, plan)).isEmpty();
    assertThat(plan.steps()).hasSize(history.size());
    assertThat(plan.rowsAfter()).isEqualTo(graph.effectiveHeads());
  }

  @Property(tries = 300)
  void downgradeUndoesUpgrade(@ForAll("histories") List<Revision> history) {
    RevisionGraph graph = RevisionGraph.of(history);
    MigrationPlanner planner = new MigrationPlanner(graph);
    MigrationPlan up = planner.upgrade(List.of(), HEADS);
    MigrationPlan down = planner.downgrade(up.rowsAfter(), BASE);

    assertThat(PlanRules.violations(graph, down)).isEmpty();
    assertThat(down.rowsAfter()).isEmpty();
    List<String> undone = new ArrayList<>(ids(down));
    Collections.reverse(undone);
    assertThat(undone).isEqualTo(ids(up));
  }

  @Property(tries = 300)
  void theOrderOfTheInputDoesNotMatter(
      @ForAll("histories") List<Revision> history, @ForAll long seed) {
    List<Revision> shuffled = new ArrayList<>(history);
    Collections.shuffle(shuffled, new Random(seed));
    RevisionGraph graph = RevisionGraph.of(history);
    RevisionGraph other = RevisionGraph.of(shuffled);

    assertThat(ids(new MigrationPlanner(other).upgrade(List.of(), HEADS)))
        .isEqualTo(ids(new MigrationPlanner(graph).upgrade(List.of(), HEADS)));
    assertThat(other.revisions()).isEqualTo(graph.revisions());
    assertThat(other.heads()).isEqualTo(graph.heads());
    for (Revision revision : history) {
      assertThat(other.labels(revision.id())).isEqualTo(graph.labels(revision.id()));
    }
  }

  @Property(tries = 300)
  void anyWayUpReachesTheSameRows(@ForAll("histories") List<Revision> history, @ForAll long seed) {
    RevisionGraph graph = RevisionGraph.of(history);
    MigrationPlanner planner = new MigrationPlanner(graph);
    Random random = new Random(seed);
    List<String> rows = List.of();
    for (int round = 0; round < 8; round++) {
      String id = history.get(random.nextInt(history.size())).id();
      MigrationPlan plan = planner.upgrade(rows, RevisionTarget.ofId(id));
      assertThat(PlanRules.violations(graph, plan)).isEmpty();
      List<String> shuffled = new ArrayList<>(plan.rowsAfter());
      Collections.shuffle(shuffled, random);
      rows = shuffled;
    }
    assertThat(planner.upgrade(rows, HEADS).rowsAfter()).isEqualTo(graph.effectiveHeads());
  }

  @Property(tries = 300)
  void goingDownToARevisionAndUpAgainRestoresTheRows(
      @ForAll("histories") List<Revision> history, @ForAll long seed) {
    RevisionGraph graph = RevisionGraph.of(history);
    MigrationPlanner planner = new MigrationPlanner(graph);
    List<String> rows = graph.effectiveHeads();
    String id = history.get(new Random(seed).nextInt(history.size())).id();
    MigrationPlan down;
    try {
      down = planner.downgrade(rows, RevisionTarget.ofId(id));
    } catch (RevisionException.NothingToDowngrade applied) {
      assertThat(graph.children(id)).as("what has children can be gone down to").isEmpty();
      return;
    }

    assertThat(PlanRules.violations(graph, down)).isEmpty();
    Set<String> left = graph.applied(down.rowsAfter());
    assertThat(left).contains(id);
    assertThat(graph.children(id)).noneMatch(left::contains);
    assertThat(planner.upgrade(down.rowsAfter(), HEADS).rowsAfter()).isEqualTo(rows);
  }

  @Property(tries = 300)
  void theRowsAroundEachStepFollowFromTheApplied(@ForAll("histories") List<Revision> history) {
    RevisionGraph graph = RevisionGraph.of(history);
    MigrationPlan plan = new MigrationPlanner(graph).upgrade(List.of(), HEADS);
    Set<String> applied = new TreeSet<>();
    for (int count = 0; count < plan.steps().size(); count++) {
      assertThat(plan.rowsAfter(count)).isEqualTo(List.copyOf(PlanRules.antichain(graph, applied)));
      applied.add(plan.steps().get(count).revision().id());
      assertThat(graph.rowsOf(applied)).isEqualTo(plan.rowsAfter(count + 1));
    }
  }

  @Property(tries = 300)
  void stampingAnEmptyTableGivesTheRowsOfAnUpgrade(
      @ForAll("histories") List<Revision> history, @ForAll long seed) {
    RevisionGraph graph = RevisionGraph.of(history);
    MigrationPlanner planner = new MigrationPlanner(graph);
    RevisionTarget target =
        RevisionTarget.ofId(history.get(new Random(seed).nextInt(history.size())).id());

    assertThat(planner.stamp(List.of(), List.of(target)).rowsAfter())
        .isEqualTo(planner.upgrade(List.of(), target).rowsAfter());
  }

  @Property(tries = 300)
  void stampedRowsAreAlwaysAnAntichainThatImpliesTheTargets(
      @ForAll("histories") List<Revision> history, @ForAll long seed) {
    RevisionGraph graph = RevisionGraph.of(history);
    MigrationPlanner planner = new MigrationPlanner(graph);
    Random random = new Random(seed);
    List<String> rows =
        planner.upgrade(List.of(), RevisionTarget.ofId(pick(history, random))).rowsAfter();
    List<RevisionTarget> targets =
        List.of(
            RevisionTarget.ofId(pick(history, random)), RevisionTarget.ofId(pick(history, random)));
    StampPlan plan = planner.stamp(rows, targets);

    assertThat(plan.rowsAfter()).isEqualTo(graph.rowsOf(plan.rowsAfter()));
    assertThat(graph.applied(plan.rowsAfter())).containsAll(plan.resolved());
    assertThat(planner.stamp(plan.rowsAfter(), targets).isEmpty()).isTrue();
  }

  @Property(tries = 300)
  void historyIsTheUpgradeBackwards(@ForAll("histories") List<Revision> history) {
    MigrationPlanner planner = new MigrationPlanner(RevisionGraph.of(history));
    List<String> newestFirst =
        planner.history(RevisionRange.ALL, List.of()).stream().map(Revision::id).toList();
    List<String> upgrade = new ArrayList<>(ids(planner.upgrade(List.of(), HEADS)));
    Collections.reverse(upgrade);

    assertThat(newestFirst).isEqualTo(upgrade);
  }

  @Property(tries = 300)
  void currentNamesWhatIsMissing(@ForAll("histories") List<Revision> history, @ForAll long seed) {
    RevisionGraph graph = RevisionGraph.of(history);
    MigrationPlanner planner = new MigrationPlanner(graph);
    List<String> rows =
        planner
            .upgrade(List.of(), RevisionTarget.ofId(pick(history, new Random(seed))))
            .rowsAfter();
    CurrentState state = planner.current(rows);

    assertThat(state.pending()).isEqualTo(ids(planner.upgrade(rows, HEADS)));
    assertThat(state.atHeads()).isEqualTo(state.pending().isEmpty());
    assertThat(state.redundantRows()).isEmpty();
  }

  @Property
  void aTargetReadsBackFromItsText(@ForAll("targets") RevisionTarget target) {
    assertThat(RevisionTarget.parse(target.text())).isEqualTo(target);
  }

  @Property
  void whateverIsParsedReadsBackFromItsText(@ForAll("words") String text) {
    RevisionTarget target;
    try {
      target = RevisionTarget.parse(text);
    } catch (RevisionException.Syntax refused) {
      return;
    }
    assertThat(RevisionTarget.parse(target.text())).isEqualTo(target);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().withChars("ab1@+-:hed ").ofMinLength(0).ofMaxLength(12);
  }

  @Provide
  Arbitrary<RevisionTarget> targets() {
    Arbitrary<String> names =
        Arbitraries.strings().withChars("abcdefgh0123456789._").ofMinLength(1).ofMaxLength(10);
    Arbitrary<RevisionTarget.Anchor> anchors =
        Arbitraries.oneOf(
            Arbitraries.of(RevisionTarget.Symbol.values()),
            names
                .filter(name -> !RevisionNames.RESERVED.contains(name))
                .map(RevisionTarget.Named::new));
    Arbitrary<Optional<String>> branches = names.optional();
    Arbitrary<RevisionTarget> absolute =
        Combinators.combine(branches, anchors).as(RevisionTarget.Absolute::new);
    Arbitrary<RevisionTarget> relative =
        Combinators.combine(branches, anchors.optional(), Arbitraries.integers().between(-99, 99))
            .as(RevisionTarget.Relative::new);
    return Arbitraries.oneOf(absolute, relative);
  }

  private static String pick(List<Revision> history, Random random) {
    return history.get(random.nextInt(history.size())).id();
  }

  private static List<String> ids(MigrationPlan plan) {
    return plan.steps().stream().map(step -> step.revision().id()).toList();
  }
}
