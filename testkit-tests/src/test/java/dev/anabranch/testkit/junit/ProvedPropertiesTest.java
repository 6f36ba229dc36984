package dev.anabranch.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.anabranch.testkit.confluence.ConfluenceOptions;
import dev.anabranch.testkit.confluence.ConfluenceOptions.ProofPolicy;
import dev.anabranch.testkit.project.Property;
import dev.anabranch.testkit.verify.ProjectDifference;
import dev.anabranch.testkit.verify.VerificationCheck;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * What {@link RevisionTests} proves besides the round trip, with no server but H2; on two products
 * in {@link ProvedPropertiesIT}.
 */
class ProvedPropertiesTest {

  private static final String BRANCHED = "src/test/resources/branched";
  private static final String ORDER = "h2 › m1 merge both › order of branches";

  @TempDir static Path copies;

  @Test
  void theOrderOfBranchesIsATestOfTheirMerge() {
    ClassRun run = ClassRun.of(Branched.class);

    assertThat(run.failed()).isEmpty();
    assertThat(run.passed()).contains("h2 › b1 mark tests › downgrade").endsWith(ORDER);
  }

  @Test
  void whatDoesNotCommuteFailsThatTestAlone() {
    ClassRun run = ClassRun.of(Quarrelling.class);

    assertThat(run.failed()).containsOnlyKeys(ORDER);
    assertThat(run.failed().get(ORDER))
        .startsWith(
            """
            a1 and b1 do not commute:
              column customer.name: default is 'b' after a1, b1 and 'a' after b1, a1
                Let one of a1 and b1 depend on the other""")
        .containsPattern("\non H2 \\(.*\\), without rows$");
  }

  @Test
  void theRoundTripCanBeLeftOut() {
    ClassRun run = ClassRun.of(OrderAlone.class);

    assertThat(run.passed()).containsExactly(ORDER);
    assertThat(run.failed()).isEmpty();
    assertThat(run.skipped()).isEmpty();
  }

  @Test
  void headsThatNobodyHasMergedAreATestAsWell() throws IOException {
    Path folder = Files.createDirectories(copies.resolve("unmerged"));
    for (String file : List.of("o1_create_customer", "a1_default_a", "b1_default_b")) {
      Files.copy(
          Path.of("src/test/resources/quarrelling", file + ".sql"), folder.resolve(file + ".sql"));
    }

    ClassRun run = ClassRun.ofFactory(Unmerged.class);

    assertThat(run.failed()).containsOnlyKeys("h2 › all revisions › order of branches at heads");
  }

  @Test
  void aLineOfRevisionsHasNoOrderToProveAndSaysIt() {
    ClassRun run = ClassRun.of(Linear.class);

    assertThat(run.skipped())
        .containsEntry(
            "h2 › all revisions › order of branches", "nowhere do branches come together");
    assertThat(run.failed()).isEmpty();
  }

  @Test
  void proofFilesAreWrittenWhereTheClassSaysSo() throws IOException {
    Path folder = Files.createDirectories(copies.resolve("proved"));
    try (Stream<Path> files = Files.list(Path.of(BRANCHED))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }

    ClassRun run = ClassRun.ofFactory(Proved.class);

    assertThat(run.passed()).containsExactly(ORDER);
    assertThat(folder.resolve("m1.proof.json")).content().contains("\"product\": \"h2\"");
  }

  @Test
  void settingsOfTheClassReachTheOrderOfBranches() {
    Settings.seen = null;

    ClassRun run = ClassRun.of(Settings.class);

    assertThat(run.passed()).containsExactly(ORDER);
    assertThat(Settings.seen).isNotNull();
    assertThat(Settings.seen.proofs()).isEqualTo(ProofPolicy.READ);
    assertThat(Settings.seen.verification().rows()).isEqualTo(3);
  }

  @Test
  void aProductWithoutAServerIsNotComparedAndSaysIt() {
    ClassRun run = ClassRun.of(OnOracleToo.class);

    assertThat(run.failed()).isEmpty();
    assertThat(run.skipped())
        .containsOnlyKeys("oracle › server", "oracle › all revisions › same on every product");
    assertThat(run.skipped().values())
        .allSatisfy(
            reason -> assertThat(reason).startsWith("no Oracle Database server: ANABRANCH_TEST"));
    assertThat(run.passed()).contains("h2 › a1 create customer › upgrade");
  }

  @Test
  void aRequiredProductWithoutAServerIsAFailureOfTheComparisonToo() {
    ClassRun run =
        ClassRun.of(
            EngineTestKit.engine(RevisionTestEngine.ID)
                .selectors(selectClass(OnOracleToo.class))
                .configurationParameter("anabranch.test.require", "oracle"));

    assertThat(run.skipped()).isEmpty();
    assertThat(run.failed())
        .containsOnlyKeys("oracle › server", "oracle › all revisions › same on every product");
    assertThat(run.failed().values())
        .allSatisfy(reason -> assertThat(reason).startsWith("Cannot run tests on oracle: "));
  }

  @Test
  void oneProductIsNothingToCompare() {
    assertThat(ClassRun.of(Lonely.class).failed())
        .containsOnlyKeys("Lonely")
        .containsValue("Cannot compare products: only h2 is named.");
  }

  @Test
  void noPropertyIsNothingToProve() {
    assertThat(ClassRun.of(Idle.class).failed())
        .containsOnlyKeys("Idle")
        .containsValue("Cannot verify revisions: no property is named that is to be proved.");
  }

  @Test
  void differencesAreNotAllowedWhereNothingIsCompared() {
    assertThat(ClassRun.ofFactory(Generous.class).failed().values())
        .singleElement()
        .asString()
        .startsWith("Cannot allow differences between products: they are not compared");
  }

  @RevisionTests(
      locations = BRANCHED,
      products = "h2",
      proves = {Property.ROUND_TRIP, Property.CONFLUENCE},
      rows = 3)
  static class Branched {}

  @RevisionTests(
      locations = "src/test/resources/quarrelling",
      products = "h2",
      proves = {Property.ROUND_TRIP, Property.CONFLUENCE},
      rows = 0)
  static class Quarrelling implements VerificationSettings {

    /** The script of one order is another one than that of the other, which is not the matter. */
    @Override
    public void configure(VerificationOptions.Builder options) {
      options.without(VerificationCheck.OFFLINE);
    }
  }

  @RevisionTests(locations = BRANCHED, products = "h2", proves = Property.CONFLUENCE, rows = 0)
  static class OrderAlone {}

  @RevisionTests(
      locations = "src/test/resources/migrated",
      products = "h2",
      proves = Property.CONFLUENCE)
  static class Linear {}

  @RevisionTests(locations = BRANCHED, products = "h2", proves = Property.CONFLUENCE, rows = 3)
  static class Settings implements VerificationSettings {

    private static @org.jspecify.annotations.Nullable ConfluenceOptions seen;

    @Override
    public ConfluenceOptions confluence(ConfluenceOptions options) {
      seen = options;
      return options.withInterleavings(0);
    }
  }

  @RevisionTests(
      locations = "src/test/resources/migrated",
      products = {"oracle", "h2"},
      proves = {Property.ROUND_TRIP, Property.EQUIVALENCE},
      rows = 0)
  static class OnOracleToo {}

  @RevisionTests(locations = BRANCHED, products = "h2", proves = Property.EQUIVALENCE)
  static class Lonely {}

  @RevisionTests(
      locations = BRANCHED,
      products = "h2",
      proves = {})
  static class Idle {}

  static class Unmerged {

    @TestFactory
    Stream<DynamicContainer> revisions() {
      return RevisionTestNodes.in(copies.resolve("unmerged").toString())
          .on("h2")
          .configured(
              options ->
                  options.rows(0).allowedHeads(List.of("heads")).without(VerificationCheck.OFFLINE))
          .proving(Property.ROUND_TRIP, Property.CONFLUENCE)
          .stream();
    }
  }

  static class Proved {

    @TestFactory
    Stream<DynamicContainer> revisions() {
      return RevisionTestNodes.in(copies.resolve("proved").toString())
          .on("h2")
          .proving(Property.CONFLUENCE)
          .configured(options -> options.rows(2))
          .confluence(options -> options.withProofs(ProofPolicy.WRITTEN))
          .stream();
    }
  }

  static class Generous {

    @TestFactory
    Stream<DynamicContainer> revisions() {
      return RevisionTestNodes.in(BRANCHED)
          .on("h2")
          .allowing(List.of(new ProjectDifference(Pattern.compile("table t"), "*", "why not")))
          .stream();
    }
  }
}
