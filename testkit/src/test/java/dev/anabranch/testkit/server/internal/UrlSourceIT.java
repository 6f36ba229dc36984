package dev.anabranch.testkit.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.ServerSource;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.server.TestServers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@RequiresServer("postgresql")
class UrlSourceIT {

  @Test
  void aNamedServerGoesBeforeEveryOtherWay(TestServer server) {
    Map<String, String> environment =
        Map.of(
            "ANABRANCH_TEST_POSTGRESQL_URL", server.address().url(),
            "ANABRANCH_TEST_POSTGRESQL_USER", server.address().user(),
            "ANABRANCH_TEST_POSTGRESQL_PASSWORD", server.address().password());
    TestServers servers = TestServers.of(List.of(new PostgresProduct(environment)));

    TestServer named = servers.require("postgresql");
    assertThat(named.origin()).startsWith("ANABRANCH_TEST_POSTGRESQL_URL, ");
    try (TestDatabase database = named.createDatabase()) {
      database.execute("CREATE TABLE thing (id int)");
    }
    servers.stop();

    try (TestDatabase database = server.createDatabase()) {
      database.execute("SELECT 1");
    }
  }

  @Test
  void aNamedServerThatRefusesIsBrokenAndThePasswordIsNotTold(TestServer server) {
    UrlSource source =
        new UrlSource(
            "postgresql",
            Map.of(
                "ANABRANCH_TEST_POSTGRESQL_URL",
                server.address().url() + "?password=secret",
                "ANABRANCH_TEST_POSTGRESQL_USER",
                "nobody"));

    assertThat(source.open())
        .isInstanceOfSatisfying(
            ServerSource.Broken.class,
            broken ->
                assertThat(broken.reason())
                    .startsWith("cannot connect to nobody at jdbc:postgresql://localhost:")
                    .contains("role \"nobody\" does not exist")
                    .doesNotContain("secret"));
  }

  @Test
  void anUnsetVariableIsAbsent() {
    assertThat(new UrlSource("postgresql", Map.of()).open())
        .isEqualTo(new ServerSource.Absent("not set"));
  }
}
