package dev.anabranch.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.anabranch.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetMessagesTest {

  private static final String GRAPH =
      "r0; r1<r0; east1<r1 [east]; east2<east1; west1<r1 [west]; west2<west1; abcdef01; abcdef02<abcdef01";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "up|head||MULTIPLE_HEADS|Cannot upgrade to \"head\": the graph has 3 heads (abcdef02, east2, west2).",
        "up|r1@head||MULTIPLE_HEADS|Cannot upgrade to \"r1@head\": branch \"r1\" has 2 heads (east2, west2).",
        "up|nothere||UNKNOWN_REVISION|Cannot upgrade to \"nothere\": no revision or label is called \"nothere\".",
        "up|abcdef||AMBIGUOUS_REVISION|Cannot upgrade to \"abcdef\": \"abcdef\" fits 2 names (abcdef01, abcdef02).",
        "up|tpyo@head||UNKNOWN_BRANCH|Cannot upgrade to \"tpyo@head\": no branch is called \"tpyo\".",
        "up|west@east1||NOT_ON_BRANCH|Cannot upgrade to \"west@east1\": revision east1 is not on branch \"west\".",
        "up|+1|r1|AMBIGUOUS_WALK|Cannot upgrade to \"+1\": the way up forks after r1 (east1, west1).",
        "up|+1|east1 west1|AMBIGUOUS_CURRENT|Cannot upgrade to \"+1\": the database stands at 2 revisions (east1, west1).",
        "up|+9|abcdef01|WALK_OUT_OF_RANGE|Cannot upgrade to \"+9\": there are fewer than 9 revisions above.",
        "up|-1|r1|WALK_OUT_OF_RANGE|Cannot upgrade to \"-1\": an upgrade goes up, and -1 does not.",
        "up|east1|gone|UNKNOWN_VERSION_ROW|Cannot upgrade to \"east1\": the version table holds the row \"gone\", which no revision has.",
        "up|east1|r0 r1|REDUNDANT_VERSION_ROW|Cannot upgrade to \"east1\": the version table holds r0, which another row implies.",
        "up|east1 east2||OVERLAPPING_TARGETS|Cannot upgrade to \"east1 east2\": target east1 is already part of target east2.",
        "down|-3|r1|WALK_OUT_OF_RANGE|Cannot downgrade to \"-3\": only 2 revisions lie at or below r1 on its line.",
        "down|-1|east1 west1|AMBIGUOUS_CURRENT|Cannot downgrade to \"-1\": the database stands at 2 revisions (east1, west1).",
        "down|east1|r1|NOTHING_TO_DOWNGRADE|Cannot downgrade to \"east1\": revision east1 is not applied.",
        "down|tpyo@r0|r1|UNKNOWN_BRANCH|Cannot downgrade to \"tpyo@r0\": no branch is called \"tpyo\".",
        "down|abcdef01@r0|r1|NOT_ON_BRANCH|Cannot downgrade to \"abcdef01@r0\": revision r0 is not on branch \"abcdef01\".",
        "down|r1@r1|east1 west1|INVALID_DOWNGRADE_TARGET|Cannot downgrade to \"r1@r1\": nothing above it belongs to branch \"r1\".",
      })
  void theMessageSaysWhatAndWhy(
      String direction, String targets, String rows, ErrorCode code, String message) {
    MigrationPlanner planner = Graphs.planner(GRAPH);
    List<String> start = Graphs.names(rows, " ");
    List<RevisionTarget> parsed = new ArrayList<>();
    Graphs.names(targets, " ").forEach(text -> parsed.add(RevisionTarget.parse(text)));

    assertThatExceptionOfType(RevisionException.class)
        .isThrownBy(
            () -> {
              if (direction.equals("up")) {
                planner.upgrade(start, parsed);
              } else {
                planner.downgrade(start, parsed.get(0));
              }
            })
        .withMessage(message)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void whatIsNotFoundComesWithTheNearest() {
    assertThatExceptionOfType(RevisionException.NotFound.class)
        .isThrownBy(() -> Graphs.planner(GRAPH).resolve(RevisionTarget.parse("esat1")))
        .satisfies(
            e -> {
              assertThat(e.candidates()).containsExactly("east1");
              assertThat(e.hint()).contains("Did you mean east1?");
            });
  }

  @Test
  void aMistypedWordComesWithTheWord() {
    assertThatExceptionOfType(RevisionException.NotFound.class)
        .isThrownBy(() -> Graphs.planner(GRAPH).resolve(RevisionTarget.parse("haeds")))
        .satisfies(e -> assertThat(e.hint()).contains("Did you mean heads?"));
  }

  @Test
  void aWordThatMeansNothingHereIsNotSuggestedAgain() {
    assertThatExceptionOfType(RevisionException.NotFound.class)
        .isThrownBy(
            () ->
                Graphs.planner(GRAPH).upgrade(List.of(), List.of(RevisionTarget.parse("current"))))
        .satisfies(
            e ->
                assertThat(e.hint())
                    .contains(
                        "The word \"current\" has no meaning here; name a revision or label."));
  }

  @Test
  void stepsFromSeveralRowsCanBeCountedOnABranch() {
    List<String> rows = List.of("east1", "west1");
    assertThatExceptionOfType(RevisionException.AmbiguousCurrent.class)
        .isThrownBy(() -> Graphs.planner(GRAPH).upgrade(rows, List.of(RevisionTarget.parse("+2"))))
        .satisfies(
            e ->
                assertThat(e.hint())
                    .hasValueSatisfying(hint -> assertThat(hint).contains("as in label@+2")));
  }

  @Test
  void whatIsAmbiguousComesWithTheMatches() {
    assertThatExceptionOfType(RevisionException.Ambiguous.class)
        .isThrownBy(() -> Graphs.planner(GRAPH).resolve(RevisionTarget.parse("abc")))
        .satisfies(e -> assertThat(e.matches()).containsExactly("abcdef01", "abcdef02"));
  }

  @Test
  void severalHeadsAreNamed() {
    assertThatExceptionOfType(RevisionException.MultipleHeads.class)
        .isThrownBy(() -> Graphs.planner(GRAPH).resolve(RevisionTarget.parse("head")))
        .satisfies(e -> assertThat(e.heads()).containsExactly("abcdef02", "east2", "west2"));
  }

  @Test
  void theEndsOfARangeHaveToLieOnOneLine() {
    assertThatExceptionOfType(RevisionException.NotConnected.class)
        .isThrownBy(
            () -> Graphs.planner(GRAPH).history(RevisionRange.parse("east1:west2"), List.of()))
        .withMessage(
            "Cannot take the revisions of \"east1:west2\": \"east1\" is not below \"west2\".");
  }
}
