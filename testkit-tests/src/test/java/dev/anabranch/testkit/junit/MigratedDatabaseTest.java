package dev.anabranch.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.cause;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.anabranch.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What {@link MigratedDatabase} gives, on H2; on servers in {@link MigratedDatabaseIT}. */
class MigratedDatabaseTest {

  private static final String REVISIONS = "src/test/resources/migrated";
  private static final List<String> SEEN = new ArrayList<>();

  @Nested
  @MigratedDatabase(locations = REVISIONS, product = "h2")
  class ATest {

    private Connection ofSetUp;

    @BeforeEach
    void insert(DataSource dataSource, Connection connection) throws SQLException {
      ofSetUp = connection;
      try (Connection own = dataSource.getConnection()) {
        own.createStatement().execute("INSERT INTO customer (id, name) VALUES (2, 'Bob')");
      }
    }

    @Test
    void hasOneMigratedDatabaseForAllItsMethods(TestDatabase database, Connection connection)
        throws SQLException {
      assertThat(texts(connection, "SELECT name FROM customer ORDER BY id"))
          .containsExactly("Ada", "Bob");
      assertThat(texts(connection, "SELECT version_num FROM anabranch_version"))
          .containsExactly("b2");
      assertThat(texts(database.connect(), "SELECT name FROM customer WHERE email IS NULL"))
          .hasSize(2);
      assertThat(connection).isNotSameAs(ofSetUp);
    }

    @Test
    void hasItForItself(TestDatabase one, TestDatabase other) throws SQLException {
      one.execute("DROP TABLE customer");

      assertThat(other.name()).isNotEqualTo(one.name());
      assertThat(texts(other.connect(), "SELECT name FROM customer")).containsExactly("Ada");
    }

    @Test
    @MigratedDatabase(locations = REVISIONS, product = "h2", target = "a1")
    void mayStandElsewhere(Connection connection) throws SQLException {
      assertThat(texts(connection, "SELECT version_num FROM anabranch_version"))
          .containsExactly("a1");
    }

    @Test
    void mayHaveAParameterThatStandsElsewhere(
        TestDatabase here,
        @MigratedDatabase(locations = REVISIONS, product = "h2", target = "a1") TestDatabase there,
        @MigratedDatabase(locations = REVISIONS, product = "h2", target = "a1") Connection same,
        TestDatabase second)
        throws SQLException {
      there.execute("INSERT INTO customer (id, name) VALUES (3, 'Cleo')");

      assertThat(texts(same, "SELECT name FROM customer")).containsExactly("Ada", "Cleo");
      assertThat(texts(here.connect(), "SELECT name FROM customer")).containsExactly("Ada", "Bob");
      assertThat(texts(second.connect(), "SELECT name FROM customer")).containsExactly("Ada");
    }
  }

  @Nested
  class AParameterAlone {

    @Test
    void isEnough(@MigratedDatabase(locations = REVISIONS, product = "h2") DataSource dataSource)
        throws SQLException {
      assertThat(texts(dataSource.getConnection(), "SELECT name FROM customer"))
          .containsExactly("Ada");
    }
  }

  @Nested
  @MigratedDatabase(locations = REVISIONS)
  class WithoutAProduct {

    @EachServer("h2")
    void thatOfEachServerCounts(TestDatabase database) throws SQLException {
      assertThat(texts(database.connect(), "SELECT name FROM customer")).containsExactly("Ada");
    }

    @Test
    @RequiresServer("h2")
    void thatOfRequiresServerCounts(TestDatabase database) throws SQLException {
      assertThat(texts(database.connect(), "SELECT name FROM customer")).containsExactly("Ada");
    }
  }

  @Test
  void everythingIsDroppedAndClosedAfterEachTest() throws SQLException {
    SEEN.clear();
    run(Remembering.class).testEvents().assertStatistics(tests -> tests.succeeded(2));

    assertThat(SEEN).hasSize(5).doesNotHaveDuplicates();
    assertThat(Remembering.connection.isClosed()).isTrue();
    for (String url : SEEN) {
      assertThat(exists(url)).as(url).isFalse();
    }
  }

  @Test
  void aMissingServerSkipsTheTestAlsoThatOfOneParameter() {
    EngineExecutionResults results = run(OnOracle.class);

    results
        .testEvents()
        .assertStatistics(tests -> tests.started(0).skipped(2))
        .assertThatEvents()
        .haveExactly(
            2,
            event(
                skippedWithReason(
                    reason -> reason.startsWith("no Oracle Database server: ANABRANCH_TEST"))));
  }

  @Test
  void aMissingServerFailsTheTestWhenItIsRequired() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(OnOracle.class))
        .configurationParameter("anabranch.test.require", "oracle")
        .execute()
        .testEvents()
        .assertStatistics(tests -> tests.failed(2));
  }

  @Test
  void wrongLocationsAreToldWithTheFolderThatWasLookedFor() {
    EngineExecutionResults results = run(Misled.class);

    String here = java.nio.file.Path.of("").toAbsolutePath().toString();
    results
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("noFolder"),
                finishedWithFailure(
                    cause(
                        message(
                            "Cannot read revisions of \"src/nowhere\": there is no folder \""
                                + here
                                + "/src/nowhere\".")))))
        .haveExactly(
            1,
            event(
                test("noRevisions"),
                finishedWithFailure(
                    cause(message("Cannot read revisions of \"src/test\": there are none.")))))
        .haveExactly(
            1,
            event(
                test("noPlaceOnTheClassPath"),
                finishedWithFailure(cause(message(text -> text.contains("classpath:nowhere"))))))
        .haveExactly(
            1,
            event(
                test("noTarget"),
                finishedWithFailure(cause(message(text -> text.contains("\"zz\""))))))
        .haveExactly(
            1,
            event(
                test("noProduct"),
                finishedWithFailure(
                    message(
                        text -> text.startsWith("Cannot tell the product of @MigratedDatabase")))));
  }

  private static EngineExecutionResults run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
  }

  private static boolean exists(String url) {
    try (Connection connection =
        java.sql.DriverManager.getConnection(url + ";IFEXISTS=TRUE", "sa", "")) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  static List<String> texts(Connection connection, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet row = connection.createStatement().executeQuery(query)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }

  @MigratedDatabase(locations = REVISIONS, product = "h2")
  static class Remembering {

    private static Connection connection;

    @BeforeAll
    static void forTheClass(TestDatabase database) {
      SEEN.add(database.url());
    }

    @Test
    void two(TestDatabase one, TestDatabase other) {
      SEEN.add(one.url());
      SEEN.add(other.url());
    }

    @Test
    void twoMore(Connection given, TestDatabase one, TestDatabase other) throws SQLException {
      connection = given;
      SEEN.add(one.url());
      SEEN.add(other.url());
    }
  }

  static class OnOracle {

    @Test
    @MigratedDatabase(locations = REVISIONS, product = "oracle")
    void aMethod(TestDatabase database) {}

    @Test
    void aParameter(@MigratedDatabase(locations = REVISIONS, product = "oracle") DataSource data) {}
  }

  static class Misled {

    @Test
    @MigratedDatabase(locations = "src/nowhere", product = "h2")
    void noFolder(TestDatabase database) {}

    @Test
    @MigratedDatabase(locations = "src/test", product = "h2")
    void noRevisions(TestDatabase database) {}

    @Test
    @MigratedDatabase(locations = "classpath:nowhere", product = "h2")
    void noPlaceOnTheClassPath(TestDatabase database) {}

    @Test
    @MigratedDatabase(locations = REVISIONS, target = "zz", product = "h2")
    void noTarget(TestDatabase database) {}

    @Test
    @MigratedDatabase(locations = REVISIONS)
    void noProduct(TestDatabase database) {}
  }
}
