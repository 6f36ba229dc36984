package dev.anabranch.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.anabranch.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the tables {@code step-scenarios.txt} and {@code range-scenarios.txt}, which tell their
 * format.
 */
class ScenariosTest {

  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final Pattern STEP = Pattern.compile("(\\w+)\\[([^]]*)]");

  private static final Map<String, Set<ErrorCode>> ERRORS =
      Map.of(
          "MULTIPLE_HEADS", Set.of(ErrorCode.MULTIPLE_HEADS),
          "OUT_OF_RANGE", Set.of(ErrorCode.WALK_OUT_OF_RANGE),
          "AMBIGUOUS_WALK", Set.of(ErrorCode.AMBIGUOUS_WALK),
          "AMBIGUOUS_START", Set.of(ErrorCode.AMBIGUOUS_CURRENT),
          "NOT_A_DOWNGRADE_TARGET", Set.of(ErrorCode.NOTHING_TO_DOWNGRADE),
          "UNKNOWN_ID", Set.of(ErrorCode.UNKNOWN_REVISION, ErrorCode.NOT_ON_BRANCH),
          "OVERLAP", Set.of(ErrorCode.OVERLAPPING_TARGETS, ErrorCode.REDUNDANT_VERSION_ROW));

  @TestFactory
  Stream<DynamicTest> steps() throws IOException {
    return table("step-scenarios.txt")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.cell(0) + " " + row.cell(1) + " " + row.cell(2) + " from " + row.cell(3),
                    () -> check(row)));
  }

  private static void check(Row row) {
    MigrationPlanner planner = Graphs.planner(row.graph());
    List<String> rows = Graphs.names(row.cell(3), " ");
    List<RevisionTarget> targets =
        Graphs.names(row.cell(2), ",").stream().map(RevisionTarget::parse).toList();
    String expected = row.cell(4);
    if (expected.startsWith("error ")) {
      assertThatExceptionOfType(RevisionException.class)
          .isThrownBy(() -> rowsAfter(planner, row.cell(1), rows, targets))
          .satisfies(e -> assertThat(ERRORS.get(expected.substring(6))).contains(e.code()));
      return;
    }
    String after = expected.substring(expected.indexOf("=>") + 2).strip();
    assertThat(rowsAfter(planner, row.cell(1), rows, targets)).isEqualTo(Graphs.names(after, " "));
    if (!row.cell(1).equals("stamp")) {
      checkSteps(planner, row, rows, targets);
    }
  }

  private static List<String> rowsAfter(
      MigrationPlanner planner, String action, List<String> rows, List<RevisionTarget> targets) {
    return switch (action) {
      case "up" -> planner.upgrade(rows, targets).rowsAfter();
      case "down" -> planner.downgrade(rows, targets.get(0)).rowsAfter();
      default -> planner.stamp(rows, targets).rowsAfter();
    };
  }

  /** The same steps in the recorded order write the same rows; our own order keeps every rule. */
  private static void checkSteps(
      MigrationPlanner planner, Row row, List<String> rows, List<RevisionTarget> targets) {
    boolean up = row.cell(1).equals("up");
    MigrationPlan plan =
        up ? planner.upgrade(rows, targets) : planner.downgrade(rows, targets.get(0));
    assertThat(PlanRules.violations(planner.graph(), plan)).isEmpty();

    GraphIndex index = planner.graph().index();
    BitSet start = planner.graph().known(rows);
    RowTracker tracker = new RowTracker(index, start, Reach.down(index, start));
    boolean minimal = planner.current(rows).redundantRows().isEmpty();
    Set<String> recorded = new TreeSet<>();
    Matcher steps = STEP.matcher(row.cell(4));
    while (steps.find()) {
      int node = planner.graph().names().exact(steps.group(1));
      MigrationStep step = up ? tracker.up(node) : tracker.down(node);
      recorded.add(steps.group(1));
      if (minimal) {
        assertThat(text(step.rowChanges())).as(steps.group(1)).isEqualTo(steps.group(2));
      }
    }
    assertThat(plan.steps()).extracting(step -> step.revision().id()).hasSameElementsAs(recorded);
  }

  private static String text(List<RowChange> changes) {
    List<String> texts = new ArrayList<>();
    for (RowChange change : changes) {
      if (change instanceof RowChange.Insert insert) {
        texts.add("I " + insert.id());
      } else if (change instanceof RowChange.Delete delete) {
        texts.add("D " + delete.id());
      } else if (change instanceof RowChange.Update update) {
        texts.add("U " + update.from() + ">" + update.to());
      }
    }
    return String.join("; ", texts);
  }

  @TestFactory
  Stream<DynamicTest> ranges() throws IOException {
    return table("range-scenarios.txt")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.cell(0) + " in " + row.graph(),
                    () -> {
                      MigrationPlanner planner = Graphs.planner(row.graph());
                      RevisionRange range = RevisionRange.parse(row.cell(0));
                      if (row.cell(1).equals("-")) {
                        assertThatExceptionOfType(RevisionException.NotConnected.class)
                            .isThrownBy(() -> planner.history(range, List.of()));
                      } else {
                        assertThat(planner.history(range, List.of()))
                            .extracting(Revision::id)
                            .containsExactlyInAnyOrderElementsOf(Graphs.names(row.cell(1), " "));
                      }
                    }));
  }

  /** A line of a table under the graph it belongs to. */
  private record Row(String graph, List<String> cells) {
    String cell(int number) {
      return number < cells.size() ? cells.get(number) : "";
    }
  }

  private static Stream<Row> table(String name) throws IOException {
    List<Row> rows = new ArrayList<>();
    String graph = "";
    for (String line : Files.readAllLines(RESOURCES.resolve(name))) {
      if (line.startsWith("graph")) {
        graph = line.substring("graph".length()).strip();
      } else if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(new Row(graph, Graphs.names(line, "\\|")));
      }
    }
    return rows.stream();
  }
}
