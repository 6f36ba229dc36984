package dev.anabranch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestServersTest {

  private final List<String> events = new ArrayList<>();

  @Test
  void theFirstWayThatWorksIsTaken() {
    TestServers servers = servers(absent("URL", "not set"), opens("container"), opens("binaries"));

    assertThat(servers.require("fake").origin()).isEqualTo("container");
    assertThat(events).containsExactly("URL", "container");
  }

  @Test
  void aServerIsLookedForOnceAndThenShared() {
    TestServers servers = servers(absent("URL", "not set"), opens("container"));

    assertThat(servers.require("fake")).isSameAs(servers.require("fake"));
    assertThat(events).containsExactly("URL", "container");
  }

  @Test
  void aMissingServerIsNotLookedForAgainAndEveryWayIsTold() {
    TestServers servers = servers(absent("URL", "not set"), absent("container", "no engine"));

    assertThatThrownBy(() -> servers.require("fake"))
        .isInstanceOf(TestServerException.class)
        .hasMessage(
            "Cannot run tests on fake: no Fake server: URL (not set); container (no engine).");
    assertThat(servers.find("fake")).isInstanceOf(ServerLookup.NotFound.class);
    assertThat(events).containsExactly("URL", "container");
  }

  @Test
  void aWayThatWasChosenOnPurposeAndDoesNotWorkIsNotReplaced() {
    TestServers servers =
        servers(new FakeSource("URL", new ServerSource.Broken("refused")), opens("container"));

    assertThatThrownBy(() -> servers.require("fake"))
        .hasMessage("Cannot run tests on fake: no Fake server: URL (refused).");
    assertThat(events).containsExactly("URL");
  }

  @Test
  void onlyWhatWasStartedIsStopped() {
    TestServers servers = servers(opens("container"));
    servers.stop();
    assertThat(events).isEmpty();

    servers.require("fake");
    servers.stop();
    assertThat(events).containsExactly("container", "container stopped");
  }

  @Test
  void anUnknownNameIsToldTogetherWithTheKnownOnes() {
    assertThatThrownBy(() -> servers().find("faake"))
        .isInstanceOfSatisfying(
            TestServerException.class, e -> assertThat(e.hint()).contains("The products are fake."))
        .hasMessage("Cannot find a server of \"faake\": no product has that name.");
  }

  @Test
  void theSharedOnesKnowTheProductsOfTheTestkit() {
    assertThat(TestServers.shared().products()).contains("h2", "postgresql");
  }

  @Test
  void anAddressNeverShowsAPassword() {
    assertThat(
            new ServerAddress("jdbc:x://host/db?user=u&password=secret&a=b", "me", "secret")
                .toString())
        .isEqualTo("me at jdbc:x://host/db?user=u&password=***&a=b");
    assertThat(new ServerAddress("jdbc:x://u:secret@host/db", "", "").toString())
        .isEqualTo("jdbc:x://u:***@host/db");
  }

  private TestServers servers(FakeSource... sources) {
    return TestServers.of(List.of(new FakeProduct(List.of(sources))));
  }

  private FakeSource absent(String description, String reason) {
    return new FakeSource(description, new ServerSource.Absent(reason));
  }

  private FakeSource opens(String description) {
    RunningServer server =
        new RunningServer(
            new ServerAddress("jdbc:fake:", "", ""),
            description,
            () -> events.add(description + " stopped"));
    return new FakeSource(description, new ServerSource.Opened(server));
  }

  private final class FakeSource implements ServerSource {

    private final String description;
    private final Outcome outcome;

    FakeSource(String description, Outcome outcome) {
      this.description = description;
      this.outcome = outcome;
    }

    @Override
    public String description() {
      return description;
    }

    @Override
    public Outcome open() {
      events.add(description);
      return outcome;
    }
  }

  private record FakeProduct(List<FakeSource> fakes) implements ServerProduct {

    @Override
    public String name() {
      return "fake";
    }

    @Override
    public String title() {
      return "Fake";
    }

    @Override
    public List<ServerSource> sources() {
      return List.copyOf(fakes);
    }

    @Override
    public TestDatabase createDatabase(ServerAddress server, String name) {
      throw new AssertionError("not asked for here");
    }
  }
}
