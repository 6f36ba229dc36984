package dev.anabranch.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.server.TestServerException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class ServerAnnotationsTest {

  private static final String NO_NOWHERE = "no Nowhere server: by land (no road); by sea (no ship)";

  private static final List<String> SEEN = new ArrayList<>();

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  @Nested
  class WithoutAServer {

    @Test
    void aClassIsSkippedWithEveryWayThatWasTried() {
      EngineExecutionResults results = run(OnNowhere.class, "");

      results
          .containerEvents()
          .assertThatEvents()
          .haveExactly(1, event(container(OnNowhere.class), skippedWithReason(NO_NOWHERE)));
      results.testEvents().assertStatistics(tests -> tests.started(0));
    }

    @Test
    void aMethodIsSkippedAloneAmongOthers() {
      run(OneMethodOnNowhere.class, "")
          .testEvents()
          .assertStatistics(tests -> tests.started(1).succeeded(1).skipped(1))
          .assertThatEvents()
          .haveExactly(1, event(test("onNowhere"), skippedWithReason(NO_NOWHERE)));
    }

    @Test
    void aClassFailsWhenTheProductIsRequired() {
      run(OnNowhere.class, "h2, nowhere")
          .containerEvents()
          .assertThatEvents()
          .haveExactly(
              1,
              event(
                  container(OnNowhere.class),
                  finishedWithFailure(
                      instanceOf(TestServerException.class),
                      message("Cannot run tests on nowhere: " + NO_NOWHERE + "."))));
    }

    @Test
    void aMethodFailsWhenTheProductIsRequired() {
      run(OneMethodOnNowhere.class, "nowhere")
          .testEvents()
          .assertStatistics(tests -> tests.started(2).succeeded(1).failed(1))
          .assertThatEvents()
          .haveExactly(
              1,
              event(test("onNowhere"), finishedWithFailure(instanceOf(TestServerException.class))));
    }

    @Test
    void anotherRequiredProductChangesNothing() {
      run(OnNowhere.class, "h2")
          .containerEvents()
          .assertThatEvents()
          .haveExactly(1, event(container(OnNowhere.class), skippedWithReason(NO_NOWHERE)));
    }

    @Test
    void aRequiredNameThatIsNoProductFailsEveryTest() {
      run(OnH2.class, "postgres")
          .containerEvents()
          .assertThatEvents()
          .haveExactly(
              1,
              event(
                  container(OnH2.class),
                  finishedWithFailure(
                      message(
                          "Cannot require a server of \"postgres\" (anabranch.test.require): the"
                              + " products are h2, mariadb, mysql, nowhere, oracle, postgresql."))));
    }

    @Test
    void anUnknownProductInTheAnnotationFails() {
      run(OnTypingError.class, "")
          .containerEvents()
          .assertThatEvents()
          .haveExactly(
              1,
              event(
                  container(OnTypingError.class),
                  finishedWithFailure(
                      message(
                          "Cannot find a server of \"postgersql\": no product has that name."))));
    }
  }

  @Nested
  class WithAServer {

    @Test
    void eachTestHasAFreshDatabaseThatItsMethodsShare() {
      run(OnH2.class, "h2").testEvents().assertStatistics(tests -> tests.started(2).succeeded(2));

      assertThat(SEEN).hasSize(8);
      assertThat(Set.copyOf(SEEN.subList(0, 4))).hasSize(1);
      assertThat(Set.copyOf(SEEN.subList(4, 8))).hasSize(1);
      assertThat(SEEN.get(0)).isNotEqualTo(SEEN.get(4));
    }

    @Test
    void aClassHasADatabaseOfItsOwnApartFromThoseOfItsTests() {
      run(WithClassDatabase.class, "").testEvents().assertStatistics(tests -> tests.succeeded(2));

      assertThat(SEEN).hasSize(4);
      assertThat(SEEN.get(0)).isEqualTo(SEEN.get(3));
      assertThat(new LinkedHashSet<>(SEEN)).hasSize(3);
    }

    @Test
    void anInstanceForTheWholeClassTakesTheDatabaseOfTheClass() {
      run(WithOneInstance.class, "").testEvents().assertStatistics(tests -> tests.succeeded(1));

      assertThat(new LinkedHashSet<>(SEEN)).hasSize(2);
    }

    @Test
    void aTestThatFailsLeavesNoDatabaseBehind() {
      run(Failing.class, "").testEvents().assertStatistics(tests -> tests.failed(1));

      assertThat(SEEN).singleElement().matches(url -> !exists(url), "is gone");
    }
  }

  @Nested
  class OnEachServer {

    @Test
    void aMethodRunsOnceForEachProductUnderItsName() {
      run(MethodOnEach.class, "")
          .testEvents()
          .assertStatistics(tests -> tests.started(1).succeeded(1).skipped(1))
          .assertThatEvents()
          .haveExactly(1, event(displayName("h2"), finishedSuccessfully()))
          .haveExactly(1, event(displayName("nowhere"), skippedWithReason(NO_NOWHERE)));
      assertThat(SEEN).containsExactly("h2");
    }

    @Test
    void aMethodFailsOnTheRequiredProductOnly() {
      run(MethodOnEach.class, "nowhere")
          .testEvents()
          .assertStatistics(tests -> tests.succeeded(1).failed(1))
          .assertThatEvents()
          .haveExactly(
              1,
              event(
                  displayName("nowhere"),
                  finishedWithFailure(instanceOf(TestServerException.class))));
    }

    @Test
    void aClassRunsOnceForEachProductAndItsTestsAreSkippedOneByOne() {
      EngineExecutionResults results = run(ClassOnEach.class, "");

      results
          .containerEvents()
          .assertThatEvents()
          .haveExactly(1, event(displayName("h2"), finishedSuccessfully()))
          .haveExactly(1, event(displayName("nowhere"), finishedSuccessfully()));
      results
          .testEvents()
          .assertStatistics(tests -> tests.started(2).succeeded(2).skipped(2))
          .assertThatEvents()
          .haveExactly(2, event(skippedWithReason(NO_NOWHERE)));
      assertThat(SEEN).containsExactly("h2", "h2");
    }

    @Test
    void aClassFailsOnTheRequiredProductOnly() {
      run(ClassOnEach.class, "nowhere")
          .testEvents()
          .assertStatistics(tests -> tests.succeeded(2).failed(2))
          .assertThatEvents()
          .haveExactly(2, event(finishedWithFailure(instanceOf(TestServerException.class))));
    }
  }

  private static EngineExecutionResults run(Class<?> testClass, String required) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("anabranch.test.require", required)
        .selectors(selectClass(testClass))
        .execute();
  }

  private static boolean exists(String url) {
    try {
      DriverManager.getConnection(url + ";IFEXISTS=TRUE", "sa", "").close();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  @RequiresServer("nowhere")
  static class OnNowhere {
    @Test
    void works() {}
  }

  @RequiresServer("postgersql")
  static class OnTypingError {
    @Test
    void works() {}
  }

  static class OneMethodOnNowhere {
    @Test
    @RequiresServer("nowhere")
    void onNowhere() {}

    @Test
    @RequiresServer("h2")
    void onH2(TestServer server) {
      assertThat(server.product()).isEqualTo("h2");
    }
  }

  @RequiresServer("h2")
  static class OnH2 {

    OnH2(TestDatabase database) {
      SEEN.add(database.url());
    }

    @BeforeEach
    void prepare(TestDatabase database) {
      SEEN.add(database.url());
      database.execute("CREATE TABLE prepared (id int)");
    }

    @Test
    void one(TestDatabase database) {
      SEEN.add(database.url());
      database.execute("SELECT * FROM prepared");
    }

    @Test
    void two(TestDatabase database, TestDatabase second) {
      SEEN.add(database.url());
      assertThat(second.url()).isNotEqualTo(database.url());
    }

    @AfterEach
    void look(TestDatabase database) {
      SEEN.add(database.url());
    }
  }

  @RequiresServer("h2")
  static class WithClassDatabase {

    @BeforeAll
    static void prepare(TestDatabase database) {
      SEEN.add(database.url());
    }

    @Test
    void one(TestDatabase database) {
      SEEN.add(database.url());
    }

    @Test
    void two(TestDatabase database) {
      SEEN.add(database.url());
    }

    @AfterAll
    static void look(TestDatabase database) {
      SEEN.add(database.url());
    }
  }

  @RequiresServer("h2")
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class WithOneInstance {

    WithOneInstance(TestDatabase database) {
      SEEN.add(database.url());
    }

    @Test
    void one(TestDatabase database) {
      SEEN.add(database.url());
    }
  }

  @RequiresServer("h2")
  static class Failing {
    @Test
    void fails(TestDatabase database) {
      SEEN.add(database.url());
      throw new IllegalStateException("on purpose");
    }
  }

  static class MethodOnEach {
    @EachServer({"h2", "nowhere"})
    void works(TestDatabase database) {
      SEEN.add(database.product());
    }
  }

  @EachServer({"h2", "nowhere"})
  static class ClassOnEach {
    @Test
    void one(TestDatabase database) {
      SEEN.add(database.product());
    }

    @Test
    void two(TestServer server) {
      SEEN.add(server.product());
    }
  }
}
