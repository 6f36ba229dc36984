package dev.anabranch.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a step and a stamp do to the version table. */
class VersionRowsTest {

  @Nested
  class Steps {

    @Test
    void aMergeTakesItsRowsInDeclaredOrderAndUpdatesTheLast() {
      MigrationPlan plan =
          Graphs.planner("a; b; c; m<c+a+b").upgrade(List.of("a", "b", "c"), target("m"));
      assertThat(plan.steps().get(0).rowChanges())
          .containsExactly(
              new RowChange.Delete("c"), new RowChange.Delete("a"), new RowChange.Update("b", "m"));
    }

    @Test
    void undoingAMergeRestoresThemTheSameWay() {
      MigrationPlan plan = Graphs.planner("a; b; c; m<c+a+b").downgrade(List.of("m"), target("a"));
      assertThat(plan.steps().get(0).rowChanges())
          .containsExactly(
              new RowChange.Insert("c"), new RowChange.Insert("a"), new RowChange.Update("m", "b"));
    }

    @Test
    void aRedundantParentIsNoRowThatCouldBeDeleted() {
      MigrationPlanner planner = Graphs.planner("a; b; c<a; d<a{b,c}");
      MigrationPlan plan = planner.upgrade(List.of("b", "c"), target("d"));
      assertThat(plan.steps().get(0).rowChanges())
          .containsExactly(new RowChange.Delete("b"), new RowChange.Update("c", "d"));
      assertThat(planner.downgrade(List.of("d"), target("a")).steps().get(0).addedRows())
          .containsExactly("b", "c");
    }

    @Test
    void aFirstRowIsInsertedAndALastOneDeleted() {
      MigrationPlanner planner = Graphs.planner("a");
      assertThat(planner.upgrade(List.of(), target("a")).steps().get(0).rowChanges())
          .containsExactly(new RowChange.Insert("a"));
      assertThat(planner.downgrade(List.of("a"), target("base")).steps().get(0).rowChanges())
          .containsExactly(new RowChange.Delete("a"));
    }

    @Test
    void aDowngradeRepairsRowsThatOthersImply() {
      MigrationPlan plan =
          Graphs.planner("a; b<a; c<b; d<c").downgrade(List.of("a", "d"), target("b"));
      assertThat(plan.steps().get(0).removedRows()).containsExactly("a", "d");
      assertThat(plan.rowsAfter()).containsExactly("b");
    }
  }

  @Nested
  class Stamping {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          // graph | rows | targets | rows after
          "a; b<a; c<b | c | b | b",
          "a; b<a; c<b | | c | c",
          "a; b<a; c<b | c | base | ",
          "a; b<a; c<b | a c | c | c",
          "a; b<a; c<b | | b c | c",
          "r0; r1<r0; e1<r1; e2<e1; w1<r1; w2<w1 | e2 w1 | heads | e2 w2",
          "d0; l<d0; q<d0; m<l+q | m | l q | l q",
          "d0; l<d0; q<d0; m<l+q | m | l | l",
          "n1; n2<n1; z1 | z1 | n2 | n2 z1",
          "n1; n2<n1; z1 | z1 | n2 base | n2 z1",
          "x1 [x]; y1; y2<y1{x1} | | x1 y2 | y2",
        })
    void leavesTheTargetsAndWhatLiesOnNoneOfTheirLines(
        String graph, String rows, String targets, String after) {
      StampPlan plan =
          Graphs.planner(graph)
              .stamp(
                  Graphs.names(rows, " "),
                  Graphs.names(targets, " ").stream().map(RevisionTarget::parse).toList());
      assertThat(plan.rowsAfter()).isEqualTo(Graphs.names(after, " "));
    }

    @Test
    void whatIsForgottenBesideTheLineIsNamed() {
      StampPlan plan =
          Graphs.planner("d0; l<d0; q<d0; m<l+q").stamp(List.of("m"), List.of(target("l")));
      assertThat(plan.rowsAfter()).containsExactly("l");
      assertThat(plan.forgotten()).containsExactly("q");
      assertThat(Graphs.planner("a; b<a").stamp(List.of("b"), List.of(target("base"))).forgotten())
          .isEmpty();
    }

    @Test
    void purgingForgetsUnknownRows() {
      MigrationPlanner planner = Graphs.planner("a; b<a");
      assertThat(planner.stampPurging(List.of("gone", "a"), List.of(target("b"))).rowChanges())
          .containsExactly(new RowChange.Delete("a"), new RowChange.Update("gone", "b"));
      assertThatExceptionOfType(RevisionException.VersionRows.class)
          .isThrownBy(() -> planner.stamp(List.of("gone"), List.of(target("b"))))
          .satisfies(e -> assertThat(e.rows()).containsExactly("gone"));
    }

    @Test
    void aMistypedTargetIsFoundBeforeAnythingIsForgotten() {
      assertThatExceptionOfType(RevisionException.NotFound.class)
          .isThrownBy(
              () -> Graphs.planner("a").stampPurging(List.of("a"), List.of(target("nothere"))));
    }
  }

  @Nested
  class Current {

    @Test
    void unknownAndRedundantRowsAreMarked() {
      CurrentState state = Graphs.planner("a; b<a; c<b").current(List.of("gone", "b", "a"));
      assertThat(state.rows()).containsExactly("a", "b", "gone");
      assertThat(state.revisions()).containsExactly("b");
      assertThat(state.unknownRows()).containsExactly("gone");
      assertThat(state.redundantRows()).containsExactly("a");
      assertThat(state.pending()).containsExactly("c");
      assertThat(state.atHeads()).isFalse();
    }

    @Test
    void aRevisionThatAnotherBranchStandsOnIsShownToo() {
      CurrentState state = Graphs.planner("x1; y1{x1}").current(List.of("y1"));
      assertThat(state.revisions()).containsExactly("x1", "y1");
      assertThat(state.atHeads()).isTrue();
    }
  }

  @Nested
  class Order {

    @Test
    void oneBranchIsFinishedBeforeTheNextBegins() {
      MigrationPlan plan =
          Graphs.planner("r; b1<r; a1<r; b2<b1; a2<a1; b3<b2; a3<a2; m<b3+a3")
              .upgrade(List.of(), target("m"));
      assertThat(plan.steps().stream().map(step -> step.revision().id()))
          .containsExactly("r", "a1", "a2", "a3", "b1", "b2", "b3", "m");
    }

    @Test
    void aMergeOfTwentyThousandHeadsIsOneStep() {
      List<Revision> revisions = new ArrayList<>();
      for (int number = 0; number < 20_000; number++) {
        revisions.add(Revision.of(Braids.id(number)));
      }
      String[] parents = revisions.stream().map(Revision::id).toArray(String[]::new);
      revisions.add(Revision.of("merge", parents));
      MigrationPlanner planner = new MigrationPlanner(RevisionGraph.of(revisions));
      MigrationPlan plan = planner.upgrade(List.of(), target("heads"));
      assertThat(plan.rowsAfter()).containsExactly("merge");
      assertThat(plan.steps().get(20_000).removedRows()).hasSize(20_000);
    }

    @Test
    void aLineOfAHundredThousandDoesNotOverflow() {
      MigrationPlanner planner = new MigrationPlanner(RevisionGraph.of(Braids.line(100_000)));
      MigrationPlan plan = planner.upgrade(List.of(), target("heads"));
      assertThat(plan.steps()).hasSize(100_000);
      assertThat(planner.downgrade(plan.rowsAfter(), target("base")).rowsAfter()).isEmpty();
    }
  }

  private static RevisionTarget target(String text) {
    return RevisionTarget.parse(text);
  }
}
