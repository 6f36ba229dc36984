package dev.anabranch.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.testkit.report.LaneLayout.Link;
import dev.anabranch.testkit.report.LaneLayout.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaneLayoutTest {

  private static LaneLayout layout(List<String> ids, Map<String, List<String>> parents) {
    return LaneLayout.of(ids, id -> parents.getOrDefault(id, List.of()));
  }

  @Test
  void aLineStaysInOneLane() {
    LaneLayout layout =
        layout(List.of("c", "b", "a"), Map.of("c", List.of("b"), "b", List.of("a")));

    assertThat(layout.lanes()).isEqualTo(1);
    assertThat(layout.place("a")).isEqualTo(new Place(2, 0));
    assertThat(layout.links())
        .containsExactly(
            new Link(new Place(0, 0), new Place(1, 0), 0),
            new Link(new Place(1, 0), new Place(2, 0), 0));
  }

  @Test
  void aMergeOpensALaneThatItsBranchPointCloses() {
    LaneLayout layout =
        layout(
            List.of("m", "c", "b", "a"),
            Map.of("m", List.of("b", "c"), "b", List.of("a"), "c", List.of("a")));

    assertThat(layout.lanes()).isEqualTo(2);
    assertThat(layout.place("c")).isEqualTo(new Place(1, 1));
    assertThat(layout.place("b")).isEqualTo(new Place(2, 0));
    assertThat(layout.links())
        .containsExactly(
            new Link(new Place(0, 0), new Place(2, 0), 0),
            new Link(new Place(0, 0), new Place(1, 1), 1),
            new Link(new Place(1, 1), new Place(3, 0), 1),
            new Link(new Place(2, 0), new Place(3, 0), 0));
  }

  @Test
  void aLaneThatEndedIsUsedAgain() {
    LaneLayout layout = layout(List.of("x", "b", "a"), Map.of("b", List.of("a")));

    assertThat(layout.lanes()).isEqualTo(1);
    assertThat(layout.place("b")).isEqualTo(new Place(1, 0));
  }

  @Test
  void aParentThatIsWaitedForIsSharedInItsLane() {
    LaneLayout layout =
        layout(
            List.of("h", "m", "c", "a"),
            Map.of("h", List.of("a"), "m", List.of("c", "a"), "c", List.of("a")));

    assertThat(layout.links()).contains(new Link(new Place(1, 1), new Place(3, 0), 0));
    assertThat(layout.lanes()).isEqualTo(2);
  }
}
