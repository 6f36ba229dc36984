package dev.anabranch.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.anabranch.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionDraftTest {

  private static final RevisionGraph GRAPH = Graphs.graph("a; b<a [lib]; c<b; z [app]; y<z");

  @Test
  void aDraftFollowsTheOneHead() {
    Revision revision = RevisionDraft.of("new", "add customer").on(Graphs.graph("a; b<a"));
    assertThat(revision.downRevisions()).containsExactly("b");
    assertThat(revision.message()).isEqualTo("add customer");
  }

  @Test
  void severalHeadsHaveToBeToldApart() {
    assertThatExceptionOfType(RevisionException.MultipleHeads.class)
        .isThrownBy(() -> RevisionDraft.of("new", "").on(GRAPH))
        .withMessage("Cannot create a revision after \"head\": the graph has 2 heads (c, y).");
  }

  @Test
  void severalParentsMakeAMerge() {
    assertThat(merge("heads").downRevisions()).containsExactly("c", "y");
    assertThat(merge("app@head", "lib@head").downRevisions()).containsExactly("y", "c");
  }

  private static Revision merge(String... targets) {
    RevisionTarget[] parents =
        List.of(targets).stream().map(RevisionTarget::parse).toArray(RevisionTarget[]::new);
    return RevisionDraft.of("new", "").withParents(parents).on(GRAPH);
  }

  @Test
  void onlySpliceComesAfterWhatIsNoHead() {
    RevisionDraft draft = RevisionDraft.of("new", "").withParents(RevisionTarget.parse("b"));
    assertThat(draft.withSplice().on(GRAPH).downRevisions()).containsExactly("b");
    assertThatExceptionOfType(RevisionException.Draft.class)
        .isThrownBy(() -> draft.on(GRAPH))
        .withMessage("Cannot create a revision after \"b\": revision b is not a head.")
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_A_HEAD));
  }

  @Test
  void aDependencyKeepsItsLabelAndGetsItsFullId() {
    RevisionDraft draft =
        RevisionDraft.of("new", "")
            .withParents(RevisionTarget.parse("base"))
            .withDependencies(RevisionTarget.parse("lib"), RevisionTarget.parse("app@head"));
    assertThat(draft.on(GRAPH).dependsOn()).containsExactly("lib", "y");
    assertThat(draft.on(GRAPH).downRevisions()).isEmpty();
  }

  @Test
  void everythingThatStandsInTheWayIsNamedAtOnce() {
    RevisionDraft draft =
        RevisionDraft.of("c", "")
            .withParents(RevisionTarget.parse("tpyo@base"), RevisionTarget.parse("a"))
            .withLabels("app", "b", "x@y");
    assertThatExceptionOfType(InvalidGraphException.class)
        .isThrownBy(() -> draft.on(GRAPH))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(GraphProblem::code)
                    .containsExactly(
                        ErrorCode.DUPLICATE_ID,
                        ErrorCode.DUPLICATE_LABEL,
                        ErrorCode.LABEL_EQUALS_ID,
                        ErrorCode.ILLEGAL_LABEL,
                        ErrorCode.UNKNOWN_BRANCH,
                        ErrorCode.NOT_A_HEAD));
  }

  @Test
  void aTakenIdIsOneClearSentence() {
    assertThatExceptionOfType(InvalidGraphException.class)
        .isThrownBy(
            () -> RevisionDraft.of("c", "").withParents(RevisionTarget.parse("lib@head")).on(GRAPH))
        .withMessage("Cannot create revision \"c\": the id \"c\" is taken.");
  }
}
