package dev.anabranch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.cli.CliRun.Result;
import dev.anabranch.cli.verification.Verification;
import dev.anabranch.cli.verification.VerificationException;
import dev.anabranch.revision.Revision;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.script.ScriptLocation;
import dev.anabranch.script.ScriptOptions;
import dev.anabranch.testkit.confluence.ConfluenceListener;
import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.project.ProjectOptions;
import dev.anabranch.testkit.project.Property;
import dev.anabranch.testkit.server.ServerAddress;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.server.TestServers;
import dev.anabranch.testkit.verify.EquivalenceListener;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.VerificationListener;
import dev.anabranch.testkit.verify.VerificationOptions;
import dev.anabranch.testkit.verify.VerificationReport;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} on servers that the user names by their URLs. */
class VerifyServersIT {
  @TempDir Path folder;

  private CliRun cli(TestDatabase configured) {
    return CliRun.in(folder)
        .file(
            "anabranch.toml",
            "[database]\nurl = \"${url}\"\nuser = \"${dbuser}\"\npassword = \"${dbpassword}\"\n")
        .with("url", configured.url())
        .with("dbuser", configured.user())
        .with("dbpassword", configured.password())
        .revision("a1", "", "create customer", "-- @loses t_a1")
        .revision("b1", "a1", "add email", "-- @loses t_b1")
        .revision("c1", "a1", "add total", "-- @loses t_c1")
        .revision("m1", "b1, c1", "merge both", "-- @loses t_m1");
  }

  private static List<String> databases(TestServer server) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = server.address().connect();
        ResultSet rows =
            server.product().equals("postgresql")
                ? connection.createStatement().executeQuery("SELECT datname FROM pg_database")
                : connection.getMetaData().getCatalogs()) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  @EachServer({"postgresql", "mysql", "mariadb"})
  void leavesNothingBehindAndTheConfiguredDatabaseAsItWas(
      TestServer server, TestDatabase configured) throws SQLException {
    CliRun cli = cli(configured);
    ServerAddress address = server.address();
    List<String> before = databases(server);
    // The scheme that MariaDB's driver takes only on request.
    String url = address.url().replace("jdbc:mariadb:", "jdbc:mysql:");

    Result result =
        cli.with("ANABRANCH_SCRATCH_PASSWORD", address.password())
            .run("verify", "--scratch", url, "--scratch-user", address.user());

    assertThat(result.code()).as(result.err() + result.out()).isZero();
    assertThat(result.out()).containsPattern(server.product() + " +passed +4 +4 ");
    assertThat(cli.run("current").out()).isEmpty();
    assertThat(scratch(databases(server))).isSubsetOf(scratch(before));
  }

  /** Hears nothing. */
  private static class Silence implements Verification.Listeners {
    @Override
    public VerificationListener revisions(String product) {
      return VerificationListener.NONE;
    }

    @Override
    public ConfluenceListener orders(String product) {
      return ConfluenceListener.NONE;
    }

    @Override
    public EquivalenceListener comparison() {
      return EquivalenceListener.NONE;
    }
  }

  private RevisionScripts twoRevisions() {
    CliRun.in(folder).revision("a1", "", "create").revision("b1", "a1", "create");
    return scripts();
  }

  private RevisionScripts scripts() {
    return RevisionScripts.load(
        ScriptOptions.of(ScriptLocation.Folder.of(folder.resolve("revisions"))),
        VerifyServersIT.class.getClassLoader());
  }

  @EachServer({"postgresql", "mysql", "mariadb"})
  void aStopLeavesNothingBehind(TestServer server) throws SQLException {
    RevisionScripts scripts = twoRevisions();
    List<String> before = databases(server);
    AtomicReference<Verification> running = new AtomicReference<>();
    List<String> finished = new ArrayList<>();
    running.set(
        new Verification(
            scripts,
            ProjectOptions.of(VerificationOptions.standard()),
            new Silence() {
              @Override
              public VerificationListener revisions(String product) {
                return new VerificationListener() {
                  @Override
                  public void revisionFinished(RevisionResult result) {
                    finished.add(result.revision().id());
                    running.get().stop();
                  }
                };
              }
            }));

    assertThatThrownBy(() -> running.get().run(List.of(server)))
        .isInstanceOf(VerificationException.class)
        .hasMessage("Cannot finish the verification: it was stopped.");

    assertThat(finished).containsExactly("a1");
    assertThat(scratch(databases(server))).isSubsetOf(scratch(before));
  }

  @EachServer({"postgresql", "mysql", "mariadb"})
  void aStopOfTheComparisonLeavesNothingBehind(TestServer server) throws SQLException {
    RevisionScripts scripts = twoRevisions();
    List<String> before = databases(server);
    AtomicReference<Verification> running = new AtomicReference<>();
    List<String> begun = new ArrayList<>();
    running.set(
        new Verification(
            scripts,
            ProjectOptions.of(VerificationOptions.builder().rows(0).build())
                .proving(List.of(Property.ROUND_TRIP, Property.EQUIVALENCE)),
            new Silence() {
              @Override
              public EquivalenceListener comparison() {
                return new EquivalenceListener() {
                  @Override
                  public void revisionStarted(String product, String revision, int number) {
                    begun.add(product + " " + revision);
                    if (product.equals(server.product())) {
                      running.get().stop();
                    }
                  }
                };
              }
            }));

    assertThatThrownBy(() -> running.get().run(List.of(TestServers.shared().require("h2"), server)))
        .isInstanceOf(VerificationException.class)
        .hasMessage("Cannot finish the verification: it was stopped.");

    assertThat(begun).containsExactly("h2 a1", server.product() + " a1");
    assertThat(scratch(databases(server))).isSubsetOf(scratch(before));
  }

  /** The last round trip may end while the request to stop comes. */
  @EachServer("h2")
  void aStopBeforeTheComparisonIsOneAsWell(TestServer server) {
    RevisionScripts scripts = twoRevisions();
    AtomicReference<Verification> running = new AtomicReference<>();
    List<String> begun = new ArrayList<>();
    running.set(
        new Verification(
            scripts,
            ProjectOptions.of(VerificationOptions.builder().rows(0).build())
                .proving(List.of(Property.ROUND_TRIP, Property.EQUIVALENCE)),
            new Silence() {
              @Override
              public VerificationListener revisions(String product) {
                return new VerificationListener() {
                  @Override
                  public void finished(VerificationReport report) {
                    running.get().stop();
                  }
                };
              }

              @Override
              public EquivalenceListener comparison() {
                return new EquivalenceListener() {
                  @Override
                  public void started(List<String> products, int revisions) {
                    begun.addAll(products);
                  }
                };
              }
            }));

    assertThatThrownBy(() -> running.get().run(List.of(server, server)))
        .isInstanceOf(VerificationException.class);
    assertThat(begun).isEmpty();
  }

  /** As two pipelines on one server: the one must not drop what the other works in. */
  @EachServer({"postgresql", "mysql", "mariadb"})
  void leftoversAreDroppedBesideARunThatGoesOn(TestServer server, TestDatabase configured)
      throws SQLException {
    TestDatabase killed = server.createDatabase();
    TestDatabase young = server.createDatabase();
    makeOld(killed);
    CliRun cli = cli(configured).with("ANABRANCH_SCRATCH_PASSWORD", server.address().password());
    RevisionScripts scripts = scripts();
    List<Result> beside = new ArrayList<>();
    Verification goingOn =
        new Verification(
            scripts,
            ProjectOptions.of(VerificationOptions.builder().rows(2).build()),
            new Silence() {
              @Override
              public VerificationListener revisions(String product) {
                return new VerificationListener() {
                  @Override
                  public void revisionStarted(Revision revision, int number) {
                    if (revision.id().equals("b1")) {
                      beside.add(
                          cli.run(
                              "verify",
                              "a1",
                              "--scratch",
                              server.address().url(),
                              "--scratch-user",
                              server.address().user(),
                              "--drop-leftovers",
                              "1h"));
                    }
                  }
                };
              }
            });

    List<VerificationReport> reports = goingOn.run(List.of(server));

    assertThat(reports).allMatch(VerificationReport::passed);
    Result result = beside.get(0);
    assertThat(result.code()).as(result.err() + result.out()).isZero();
    assertThat(result.err())
        .contains("Dropped what killed runs left on " + server.product() + ": ", killed.name())
        .doesNotContain(young.name());
    assertThat(databases(server)).contains(young.name()).doesNotContain(killed.name());
    young.close();
  }

  private static void makeOld(TestDatabase database) {
    database.execute(
        database.product().equals("postgresql")
            ? "COMMENT ON DATABASE "
                + database.name()
                + " IS 'scratch database of the Anabranch testkit, made at 2020-01-01T00:00:00Z'"
            : "UPDATE anabranch_test_marks.scratch SET made = '2020-01-01' WHERE name = '"
                + database.name()
                + "'");
  }

  private static List<String> scratch(List<String> names) {
    return names.stream().filter(name -> name.startsWith("anabranch_test_")).toList();
  }

  /** As the images of both products have it: a user with a password, reached through TCP. */
  @EachServer({"mysql", "mariadb"})
  void aUserWithAPassword(TestServer server, TestDatabase configured) throws SQLException {
    String user = "verifier_" + configured.name().substring(configured.name().length() - 8);
    execute(server, "CREATE USER " + user + " IDENTIFIED BY 'verify-only'");
    try {
      execute(server, "GRANT ALL ON *.* TO " + user);
      URI address = URI.create(server.address().url().substring("jdbc:".length()));
      String url = "jdbc:mysql://127.0.0.1:" + address.getPort() + "/?sslMode=trust";
      String variable = "ANABRANCH_SCRATCH_MYSQL_";

      Result wrong =
          cli(configured)
              .with(variable + "USER", user)
              .with(variable + "PASSWORD", "wrong-and-secret")
              .run("verify", "a1", "--scratch", url);
      Result right =
          cli(configured)
              .with(variable + "USER", user)
              .with(variable + "PASSWORD", "verify-only")
              .run("verify", "a1", "--scratch", url);

      assertThat(wrong.code()).isEqualTo(1);
      assertThat(wrong.err()).contains(user).doesNotContain("wrong-and-secret");
      assertThat(right.code()).as(right.err() + right.out()).isZero();
      assertThat(right.out()).containsPattern(server.product() + " +passed +1 ");
    } finally {
      execute(server, "DROP USER " + user);
    }
  }

  private static void execute(TestServer server, String sql) throws SQLException {
    try (Connection connection = server.address().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @EachServer({"postgresql", "mysql", "mariadb"})
  void twoProductsAtOnce(TestServer server, TestDatabase configured) {
    ServerAddress address = server.address();

    Result result =
        cli(configured)
            .with(
                "ANABRANCH_SCRATCH_" + server.product().toUpperCase(Locale.ROOT) + "_PASSWORD",
                address.password())
            .run(
                "verify",
                "--scratch",
                address.url(),
                "--scratch-user",
                address.user(),
                "--on",
                "h2",
                "--on",
                server.product(),
                "--report",
                "out");

    assertThat(result.code()).as(result.err() + result.out()).isZero();
    assertThat(result.lines()).hasSize(3);
    assertThat(result.lines().get(1)).startsWith("h2 ");
    assertThat(result.lines().get(2)).startsWith(server.product() + " ");
    assertThat(folder.resolve("out/TEST-anabranch-h2.xml")).exists();
    assertThat(folder.resolve("out/TEST-anabranch-" + server.product() + ".xml")).exists();
  }

  @EachServer({"postgresql", "mysql", "mariadb"})
  void aFaultOfOneProductIsToldOfThatOne(TestServer server, TestDatabase configured) {
    CliRun cli = cli(configured);
    cli.file(
        "revisions/n1.sql",
        """
        -- @revision n1
        -- @revises m1

        -- @upgrade
        CREATE TABLE n (id INT);

        -- @downgrade h2
        DROP TABLE n;

        -- @downgrade
        ALTER TABLE n ADD COLUMN x INT;
        """);
    ServerAddress address = server.address();

    Result result =
        cli.with("ANABRANCH_SCRATCH_PASSWORD", address.password())
            .run(
                "verify",
                "n1",
                "--rows",
                "0",
                "--scratch",
                address.url(),
                "--scratch",
                "jdbc:h2:mem:",
                "--scratch-user",
                address.user());

    assertThat(result.code()).as(result.err()).isEqualTo(11);
    assertThat(result.out())
        .contains("  failed  " + server.product() + ", downgrade: ")
        .doesNotContain("failed  h2,")
        .containsPattern("h2 +passed +1 +1 ");
  }

  @RequiresServer("postgresql")
  @Test
  void whatProductsHaveDifferentlyIsToldAndMayBeAllowed(
      TestServer server, TestDatabase configured) {
    CliRun cli = cli(configured);
    cli.file(
        "revisions/n1.sql",
        """
        -- @revision n1
        -- @revises m1

        -- @upgrade
        CREATE TABLE n (id INTEGER);

        -- @upgrade h2
        CREATE TABLE n (id BIGINT);

        -- @downgrade
        DROP TABLE n;
        """);
    String[] arguments = {
      "verify",
      "n1",
      "--rows",
      "0",
      "--equivalence",
      "--on",
      "h2",
      "--on",
      "postgresql",
      "--scratch",
      server.address().url(),
      "--scratch-user",
      server.address().user()
    };

    Result different =
        cli.with("ANABRANCH_SCRATCH_PASSWORD", server.address().password()).run(arguments);

    assertThat(different.code()).as(different.err()).isEqualTo(11);
    assertThat(different.out())
        .contains(
            "  failed  postgresql, same on every product: since n1: table n column id: column type"
                + " is bigint on h2 and integer on postgresql");

    cli.file(
        "allowed.txt", "# why not\ntable n column id | column type | H2 is to count further\n");
    List<String> more = new ArrayList<>(List.of(arguments));
    more.addAll(List.of("--allowed-differences", "allowed.txt"));
    Result allowed = cli.run(more.toArray(String[]::new));

    assertThat(allowed.code()).as(allowed.err() + allowed.out()).isZero();
  }
}
