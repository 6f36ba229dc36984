package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.GraphProblem;
import dev.anabranch.revision.InvalidGraphException;
import dev.anabranch.revision.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Writes the histories of real projects as SQL revisions and reads them again. */
class RealGraphsAsFilesTest {

  private static final Path GRAPHS = Path.of("..", "..", "shared", "real-graphs");

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> everyHeaderOfARealHistoryIsReadAsItIs() throws IOException {
    assumeGraphs();
    List<Path> graphs;
    try (Stream<Path> files = Files.list(GRAPHS)) {
      graphs = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    return graphs.stream()
        .map(graph -> DynamicTest.dynamicTest(name(graph), () -> readAgain(graph)));
  }

  @Test
  void aMissingParentIsReportedWithTheFileThatNamesIt() throws IOException {
    assumeGraphs();

    List<GraphProblem> problems = brokenBy("airflow-missing");

    assertThat(problems).extracting(GraphProblem::code).containsOnly(ErrorCode.MISSING_PARENT);
    assertThat(problems.get(0).locations())
        .allSatisfy(location -> assertThat(location.line()).isEqualTo(1));
  }

  @Test
  void anIdInTwoFilesIsReportedWithBoth() throws IOException {
    assumeGraphs();

    List<GraphProblem> problems = brokenBy("cds-notify-duplicate");

    assertThat(problems).extracting(GraphProblem::code).contains(ErrorCode.DUPLICATE_ID);
    assertThat(problems.get(0).locations()).hasSize(2).doesNotHaveDuplicates();
  }

  private List<GraphProblem> brokenBy(String name) throws IOException {
    ScriptFolder folder = new ScriptFolder(directory);
    write(folder, GRAPHS.resolve("broken").resolve(name + ".json"));
    return catchThrowableOfType(InvalidGraphException.class, folder::load).problems();
  }

  private void readAgain(Path graph) throws IOException {
    ScriptFolder folder = new ScriptFolder(directory.resolve(name(graph)));
    List<String> written = write(folder, graph);

    Headers headers = Headers.read(folder.options(), getClass().getClassLoader());

    assertThat(headers.problems()).isEmpty();
    assertThat(headers.revisions())
        .extracting(RealGraphsAsFilesTest::summary)
        .containsExactlyInAnyOrderElementsOf(written);
  }

  private static List<String> write(ScriptFolder folder, Path graph) throws IOException {
    List<String> written = new ArrayList<>();
    for (JsonNode node : new ObjectMapper().readTree(graph.toFile()).get("revisions")) {
      Revision revision =
          new Revision(
              node.get("id").asText(),
              texts(node.get("down")),
              texts(node.get("depends_on")),
              texts(node.get("labels")),
              node.get("message").asText().lines().findFirst().orElse("").strip(),
              Optional.empty());
      written.add(summary(revision));
      String text = RevisionTemplate.render(revision, "\n", Instant.EPOCH, List.of());
      // Files of one project may stand in several folders and have one name; a revision without a
      // message gets none from a name that is its id.
      String name =
          revision.message().isEmpty()
              ? FileNames.safeId(revision.id()) + ".sql"
              : node.get("path").asText().replace('/', '_') + ".sql";
      folder.write(name, text);
    }
    return written;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    texts.removeIf(String::isEmpty);
    return texts;
  }

  private static String summary(Revision revision) {
    return String.join(
        " | ",
        revision.id(),
        revision.downRevisions().toString(),
        revision.dependsOn().toString(),
        revision.labels().toString(),
        revision.message());
  }

  private static String name(Path graph) {
    return graph.getFileName().toString().replace(".json", "");
  }

  private static void assumeGraphs() {
    assumeTrue(
        Files.isDirectory(GRAPHS),
        "the shared/ folder beside the checkout with the graphs of real projects is not there");
  }
}
