package dev.anabranch.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Histories of real projects, from the {@code shared/} folder beside the checkout; they belong to
 * others and are not copied into the repository.
 */
class RealGraphsTest {

  private static final Path FOLDER = Path.of("..", "..", "shared", "real-graphs");

  @BeforeAll
  static void needsTheFolder() {
    assumeTrue(
        Files.isDirectory(FOLDER),
        "no real graphs: the folder ../shared/real-graphs does not stand beside the checkout");
  }

  @TestFactory
  Stream<DynamicTest> everyHistoryLoadsAndPlansBothWays() throws IOException {
    Map<String, int[]> recorded = recorded();
    return files(FOLDER).stream()
        .map(
            file -> {
              String name = file.getFileName().toString().replace(".json", "");
              return DynamicTest.dynamicTest(name, () -> check(file, recorded.get(name)));
            });
  }

  private static void check(Path file, int[] counts) throws IOException {
    RevisionGraph graph = RevisionGraph.of(read(file));
    assertThat(counts).as("row of the table in the README").isNotNull();
    assertThat(
            new int[] {
              graph.size(),
              graph.bases().size(),
              graph.heads().size(),
              graph.effectiveHeads().size(),
              graph.effectiveBases().size(),
              graph.mergePoints().size(),
              graph.branchPoints().size(),
              graph.labels().size()
            })
        .as("revisions, bases, heads, real heads, real bases, merges, branch points, labels")
        .isEqualTo(counts);

    MigrationPlanner planner = new MigrationPlanner(graph);
    MigrationPlan up = planner.upgrade(List.of(), RevisionTarget.parse("heads"));
    assertThat(PlanRules.violations(graph, up)).isEmpty();
    assertThat(up.steps()).hasSize(graph.size());
    assertThat(up.rowsAfter()).isEqualTo(graph.effectiveHeads());

    MigrationPlan down = planner.downgrade(up.rowsAfter(), RevisionTarget.parse("base"));
    assertThat(PlanRules.violations(graph, down)).isEmpty();
    assertThat(down.rowsAfter()).isEmpty();
    List<MigrationStep> backwards = new ArrayList<>(down.steps());
    Collections.reverse(backwards);
    assertThat(backwards)
        .extracting(MigrationStep::revision)
        .isEqualTo(up.steps().stream().map(MigrationStep::revision).toList());
  }

  @Nested
  class BrokenStates {

    @Test
    void aMissingParentIsReportedWithTheFileThatNamesIt() throws IOException {
      for (String name : List.of("airflow-missing", "rdr-missing")) {
        List<Revision> revisions = read(FOLDER.resolve("broken").resolve(name + ".json"));
        List<GraphProblem> problems = problems(revisions);

        assertThat(problems)
            .as(name)
            .isNotEmpty()
            .allSatisfy(
                problem -> {
                  assertThat(problem.code()).isEqualTo(ErrorCode.MISSING_PARENT);
                  assertThat(problem.hint()).isPresent();
                  Revision child =
                      revisions.stream()
                          .filter(
                              revision ->
                                  revision.source().stream().toList().equals(problem.locations()))
                          .findFirst()
                          .orElseThrow();
                  assertThat(problem.message()).contains("\"" + child.id() + "\"");
                });
      }
    }

    @Test
    void anIdInTwoFilesIsReportedWithBoth() throws IOException {
      List<Revision> revisions = read(FOLDER.resolve("broken/cds-notify-duplicate.json"));
      Map<String, Integer> uses = new HashMap<>();
      revisions.forEach(revision -> uses.merge(revision.id(), 1, Integer::sum));
      List<String> twice =
          uses.entrySet().stream()
              .filter(use -> use.getValue() > 1)
              .map(Map.Entry::getKey)
              .toList();

      List<GraphProblem> duplicates =
          problems(revisions).stream()
              .filter(problem -> problem.code() == ErrorCode.DUPLICATE_ID)
              .toList();
      assertThat(duplicates).hasSameSizeAs(twice);
      assertThat(duplicates.get(0).message()).contains("\"" + twice.get(0) + "\" is used twice");
      assertThat(duplicates.get(0).locations())
          .hasSize(2)
          .extracting(SourceLocation::path)
          .doesNotHaveDuplicates();
    }

    @Test
    void anEmptyParentIsReported() throws IOException {
      List<GraphProblem> problems =
          problems(read(FOLDER.resolve("broken/dispatch-empty-down-3heads.json")));

      assertThat(problems)
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.code()).isEqualTo(ErrorCode.MISSING_PARENT);
                assertThat(problem.message()).endsWith("its parent \"\" does not exist.");
                assertThat(problem.hint()).contains("Leave the list of parents out for a base.");
                assertThat(problem.locations()).hasSize(1);
              });
    }

    private static List<GraphProblem> problems(List<Revision> revisions) {
      InvalidGraphException e =
          catchThrowableOfType(InvalidGraphException.class, () -> RevisionGraph.of(revisions));
      assertThat(e).isNotNull();
      return e.problems();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  static List<Revision> read(Path file) throws IOException {
    List<Revision> revisions = new ArrayList<>();
    for (JsonNode node : new ObjectMapper().readTree(file.toFile()).get("revisions")) {
      revisions.add(
          new Revision(
              node.get("id").asText(),
              GraphCase.strings(node.path("down")),
              GraphCase.strings(node.path("depends_on")),
              GraphCase.strings(node.path("labels")),
              node.path("message").asText(""),
              Optional.of(new SourceLocation(node.get("file").asText(), 1))));
    }
    return revisions;
  }

  /**
   * Reads the table of the README: revisions, bases, heads, real heads and bases, merges, branch
   * points, labels.
   */
  private static Map<String, int[]> recorded() throws IOException {
    Map<String, int[]> recorded = new HashMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve("README.md"))) {
      String[] cells = line.split("\\|", -1);
      if (cells.length > 10 && cells[3].strip().matches("\\d+")) {
        String[] real = cells[6].strip().split("/", -1);
        recorded.put(
            cells[1].strip(),
            new int[] {
              number(cells[3]),
              number(cells[4]),
              number(cells[5]),
              number(real[0]),
              number(real[1]),
              number(cells[7].strip().split(" ", -1)[0]),
              number(cells[8]),
              number(cells[9])
            });
      }
    }
    return recorded;
  }

  private static int number(String cell) {
    return Integer.parseInt(cell.strip());
  }
}
