package dev.anabranch.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.testkit.confluence.ConfluenceOptions.ProofPolicy;
import dev.anabranch.testkit.project.Property;
import dev.anabranch.testkit.verify.ProjectDifference;
import dev.anabranch.testkit.verify.VerificationCheck;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can be proved, on two products: nothing is found where there is nothing. */
@RequiresServer("postgresql")
class ProvedPropertiesIT {

  private static final String DIFFERING = "src/test/resources/differing";
  private static final String SAME = "postgresql › all revisions › same on every product";

  @TempDir static Path copy;

  @Test
  void oneClassProvesAllOfIt() {
    ClassRun run = ClassRun.of(Branched.class);

    assertThat(run.failed()).isEmpty();
    assertThat(run.skipped()).isEmpty();
    assertThat(run.passed())
        .contains(
            "h2 › a1 spell notes › upgrade",
            "h2 › m1 merge both › order of branches",
            "postgresql › a1 spell notes › upgrade",
            "postgresql › m1 merge both › order of branches",
            SAME)
        .doesNotContain("h2 › all revisions › same on every product")
        .doesNotHaveDuplicates();
  }

  @Test
  void whatDoesNotCommuteIsFoundOnEachProduct() {
    assertThat(ClassRun.of(Quarrelling.class).failed())
        .containsOnlyKeys(
            "h2 › m1 merge both › order of branches",
            "postgresql › m1 merge both › order of branches");
  }

  @Test
  void whatIsDifferentFailsTheTestOfTheProductThatIsCompared() {
    ClassRun run = ClassRun.of(Differing.class);

    assertThat(run.failed()).containsOnlyKeys(SAME);
    assertThat(run.failed().get(SAME))
        .startsWith(
            "since b1: table customer column email: column type is varchar(90) on h2 and"
                + " varchar(80) on postgresql\n")
        .containsPattern("\non PostgreSQL \\(.*\\), without rows$");
  }

  @Test
  void differencesOfTheProjectAreAllowedByItsFile() {
    ClassRun run = ClassRun.of(Allowed.class);

    assertThat(run.failed()).isEmpty();
    assertThat(run.passed()).containsExactly(SAME);
  }

  @Test
  void aFactoryMakesTheSameTests() {
    ClassRun different = ClassRun.ofFactory(DifferingFactory.class);
    ClassRun allowed = ClassRun.ofFactory(AllowedFactory.class);

    assertThat(different.failed()).containsOnlyKeys(SAME);
    assertThat(allowed.failed()).isEmpty();
    assertThat(allowed.passed()).containsExactly(SAME);
  }

  @Test
  void aProductThatIsMissingLeavesTheOthersComparedWithTheFirstThatIsThere() {
    ClassRun run = ClassRun.of(WithoutTheFirst.class);

    assertThat(run.failed()).containsOnlyKeys(SAME);
    assertThat(run.failed().get(SAME)).contains("on h2 and");
    assertThat(run.skipped())
        .containsOnlyKeys("oracle › server", "oracle › all revisions › same on every product");
  }

  @Test
  void theProofOfEachProductIsKeptInOneFile() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/branched"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }

    assertThat(ClassRun.ofFactory(Proved.class).failed()).isEmpty();

    assertThat(copy.resolve("m1.proof.json"))
        .content()
        .contains("\"product\": \"h2\"", "\"product\": \"postgresql\"");
  }

  @RevisionTests(
      locations = "src/test/resources/branched",
      products = {"h2", "postgresql"},
      proves = {Property.ROUND_TRIP, Property.CONFLUENCE, Property.EQUIVALENCE},
      rows = 3)
  static class Branched {}

  @RevisionTests(
      locations = "src/test/resources/quarrelling",
      products = {"h2", "postgresql"},
      proves = {Property.ROUND_TRIP, Property.CONFLUENCE, Property.EQUIVALENCE},
      rows = 0)
  static class Quarrelling implements VerificationSettings {

    /** The script of one order is another one than that of the other, which is not the matter. */
    @Override
    public void configure(VerificationOptions.Builder options) {
      options.without(VerificationCheck.OFFLINE);
    }
  }

  @RevisionTests(
      locations = DIFFERING,
      products = {"h2", "postgresql"},
      proves = {Property.ROUND_TRIP, Property.EQUIVALENCE},
      rows = 0)
  static class Differing {}

  @RevisionTests(
      locations = DIFFERING,
      products = {"h2", "postgresql"},
      proves = Property.EQUIVALENCE,
      allowedDifferences = DIFFERING + "/allowed.txt")
  static class Allowed {}

  @RevisionTests(
      locations = DIFFERING,
      products = {"oracle", "h2", "postgresql"},
      proves = Property.EQUIVALENCE)
  static class WithoutTheFirst {}

  static class DifferingFactory {

    @TestFactory
    Stream<DynamicContainer> revisions() {
      return RevisionTestNodes.in(DIFFERING)
          .on("h2", "postgresql")
          .proving(Property.EQUIVALENCE)
          .stream();
    }
  }

  static class AllowedFactory {

    @TestFactory
    Stream<DynamicContainer> revisions() {
      return RevisionTestNodes.in(DIFFERING)
          .on("h2", "postgresql")
          .proving(Property.EQUIVALENCE)
          .allowing(ProjectDifference.read(Path.of(DIFFERING, "allowed.txt")))
          .stream();
    }
  }

  static class Proved {

    @TestFactory
    Stream<DynamicContainer> revisions() {
      return RevisionTestNodes.in(copy.toString())
          .on("h2", "postgresql")
          .proving(Property.CONFLUENCE)
          .configured(options -> options.rows(0))
          .confluence(options -> options.withProofs(ProofPolicy.WRITTEN))
          .stream();
    }
  }
}
