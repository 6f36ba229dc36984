package dev.anabranch.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.anabranch.testkit.server.TestServerException;
import dev.anabranch.testkit.verify.Moment;
import dev.anabranch.testkit.verify.RevisionCheck;
import dev.anabranch.testkit.verify.VerificationCheck;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;
import org.opentest4j.AssertionFailedError;

/** What {@link RevisionTests} makes of revisions, on H2; on servers in {@link RevisionTestsIT}. */
class RevisionTestsTest {

  private static final String GOOD = "src/test/resources/migrated";
  private static final String FORGETFUL = "src/test/resources/forgetful";

  @Test
  void aClassWithoutMethodsHasATestForEachRevisionAndCheck() {
    EngineExecutionResults results = run(Good.class);

    results.testEvents().assertStatistics(tests -> tests.failed(0).aborted(0));
    assertThat(tests(results))
        .contains(
            "h2 › a1 create customer › upgrade",
            "h2 › a1 create customer › way back",
            "h2 › a1 create customer › downgrade",
            "h2 › a1 create customer › second upgrade",
            "h2 › a1 create customer › rows",
            "h2 › a1 create customer › declared losses",
            "h2 › b2 add email › downgrade",
            "h2 › all revisions › heads",
            "h2 › all revisions › offline script",
            "h2 › all revisions › nothing left")
        .doesNotHaveDuplicates();
  }

  @Test
  void aTestIsAMethodForReportsAndItsRevisionAFileForEditors() {
    EngineExecutionResults results = run(Good.class);

    assertThat(sources(results, "h2 › b2 add email › downgrade"))
        .containsExactly(MethodSource.from(Good.class.getName(), "h2 › b2 add email › downgrade"));
    assertThat(sources(results, "b2 add email"))
        .singleElement()
        .isInstanceOfSatisfying(
            FileSource.class,
            source -> assertThat(source.getFile()).isFile().hasName("b2_add_email.sql"));
  }

  @Test
  void aFailedCheckTellsWhatIsWrongAndWhatMendsIt() {
    EngineExecutionResults results = run(Forgetful.class);

    results
        .testEvents()
        .failed()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test(),
                displayName("h2 › b2 index names › downgrade"),
                finishedWithFailure(
                    instanceOf(AssertionFailedError.class),
                    message(
                        text ->
                            text.matches(
                                "(?s)after downgrade of b2: .*by_name.* is still there\n"
                                    + "    mended by: drop index by_name.*"
                                    + "on H2 \\(.*\\), without rows")))));
    assertThat(tests(results)).contains("h2 › a1 create customer › second upgrade");
  }

  @Test
  void settingsOfTheClassCount() {
    Own.SEEN.clear();

    EngineExecutionResults results = run(Own.class);

    assertThat(tests(results))
        .contains("h2 › a1 create customer › tables have names")
        .doesNotContain("h2 › all revisions › offline script");
    assertThat(Own.SEEN).contains("a1 AFTER_UPGRADE", "a1 AFTER_DOWNGRADE", "b2 AFTER_UPGRADE");
  }

  @Test
  void aProductWithoutAServerIsOneSkippedTest() {
    EngineExecutionResults results = run(OnOracleToo.class);

    results
        .testEvents()
        .assertStatistics(tests -> tests.failed(0).skipped(1))
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                displayName("oracle › server"),
                skippedWithReason(
                    reason -> reason.startsWith("no Oracle Database server: ANABRANCH_TEST"))));
    assertThat(tests(results)).contains("h2 › b2 add email › upgrade");
  }

  @Test
  void aRequiredProductWithoutAServerFails() {
    EngineTestKit.engine(RevisionTestEngine.ID)
        .selectors(selectClass(OnOracleToo.class))
        .configurationParameter("anabranch.test.require", "oracle")
        .execute()
        .testEvents()
        .failed()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                displayName("oracle › server"),
                finishedWithFailure(instanceOf(TestServerException.class))));
  }

  @Test
  void wrongLocationsFailTheClass() {
    run(Misled.class)
        .containerEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                container(Misled.class.getSimpleName()),
                finishedWithFailure(
                    message(
                        text -> text.startsWith("Cannot read revisions of \"src/nowhere\":")))));
  }

  @Test
  void disabledAndTagsCountAsForJupiter() {
    run(SwitchedOff.class)
        .containerEvents()
        .assertThatEvents()
        .haveExactly(1, event(container("SwitchedOff"), skippedWithReason("not today")));

    EngineTestKit.engine(RevisionTestEngine.ID)
        .selectors(selectClass(SwitchedOff.class))
        .filters(TagFilter.excludeTags("slow"))
        .execute()
        .containerEvents()
        .assertStatistics(containers -> containers.skipped(0).started(1));
  }

  @Test
  void oneTestIsRunAgainWithItsClass() {
    String id = "[engine:anabranch-revisions]/[class:" + Good.class.getName() + "]/[product:h2]";

    EngineExecutionResults results =
        EngineTestKit.engine(RevisionTestEngine.ID).selectors(selectUniqueId(id)).execute();

    assertThat(tests(results)).contains("h2 › b2 add email › downgrade");
  }

  @Test
  void aFactoryMakesTheSameTests() {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(Factory.class)).execute();

    assertThat(tests(results)).containsExactlyInAnyOrderElementsOf(tests(run(Forgetful.class)));
    results
        .testEvents()
        .failed()
        .assertThatEvents()
        .haveAtLeastOne(
            event(
                displayName("h2 › b2 index names › downgrade"),
                finishedWithFailure(message(text -> text.startsWith("after downgrade of b2: ")))));
  }

  private static EngineExecutionResults run(Class<?> tests) {
    return EngineTestKit.engine(RevisionTestEngine.ID).selectors(selectClass(tests)).execute();
  }

  private static List<String> tests(EngineExecutionResults results) {
    return results
        .testEvents()
        .filter(each -> each.getType() == EventType.STARTED || each.getType() == EventType.SKIPPED)
        .map(Event::getTestDescriptor)
        .map(TestDescriptor::getDisplayName)
        .toList();
  }

  private static List<TestSource> sources(EngineExecutionResults results, String name) {
    return results
        .allEvents()
        .started()
        .map(Event::getTestDescriptor)
        .filter(each -> each.getDisplayName().equals(name))
        .flatMap(each -> each.getSource().stream())
        .toList();
  }

  @RevisionTests(locations = GOOD, products = "h2")
  static class Good {}

  @RevisionTests(locations = FORGETFUL, products = "h2", rows = 0)
  static class Forgetful {}

  @RevisionTests(locations = GOOD, products = "h2", rows = 0)
  static class Own implements VerificationSettings {

    private static final List<String> SEEN = new ArrayList<>();

    @Override
    public void configure(VerificationOptions.Builder options) {
      options
          .without(VerificationCheck.OFFLINE)
          .check(RevisionCheck.of("tables have names", Own::check));
    }

    private static void check(RevisionCheck.State state) {
      Moment moment = state.moment();
      SEEN.add(state.revision().id() + " " + moment);
      assertThat(state.schema().tables()).allMatch(table -> !table.name().toString().isEmpty());
    }
  }

  @RevisionTests(
      locations = GOOD,
      products = {"oracle", "h2"},
      rows = 0)
  static class OnOracleToo {}

  @RevisionTests(locations = "src/nowhere", products = "h2")
  static class Misled {}

  @Tag("slow")
  @Disabled("not today")
  @RevisionTests(locations = GOOD, products = "h2")
  static class SwitchedOff {}

  static class Factory {

    @TestFactory
    Stream<DynamicContainer> revisions() {
      return RevisionTestNodes.in(FORGETFUL)
          .on("h2")
          .configured(options -> options.rows(0))
          .stream();
    }
  }
}
