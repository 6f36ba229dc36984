package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.Anabranch;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.engine.DatabaseException;
import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.engine.MigrationResult;
import dev.anabranch.engine.UnfinishedMigrationException;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.OptionalInt;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Connections that break, and that never come to be. */
public abstract class ConnectionContract extends DialectContract {

  private static final String MARKER = "slow_marker";
  private static final String PASSWORD = "pa55-w0rd-nobody-may-see";

  /** For the classes of the products. */
  protected ConnectionContract() {}

  @Test
  void aConnectionThatBreaksInAStatementLeavesNothingOfItsRevision() throws Exception {
    writeTable("a1");
    String slow = product().slowQuery(MARKER);
    revisions()
        .revision("b1", "a1")
        .upgrade("INSERT INTO a1 VALUES (1, 'x')", slow)
        .downgrade("DELETE FROM a1")
        .write();
    Background<MigrationResult> run = Background.start(() -> anabranch().upgrade("heads"));
    awaitRunning(MARKER);

    product().endSessions(database());

    assertThatThrownBy(run::join)
        .isInstanceOfSatisfying(
            MigrationFailedException.class,
            e -> {
              assumeSessionEnded(e);
              assertThat(e.code()).as(e.toString()).isEqualTo(ErrorCode.CONNECTION_LOST);
              assertThat(e)
                  .hasMessageContaining("Cannot upgrade to b1: statement 2 of 2")
                  .hasMessageContaining("The server rolls back what was not committed.");
              assertThat(e.hint()).get().asString().contains("run the same command again");
            });
    assertThat(count("a1")).hasValue(0);
    assertThat(rows()).containsExactly("a1");
    assertThat(anabranch().current().unfinished()).isEmpty();

    revisions().edit("b1", slow, "INSERT INTO a1 VALUES (2, 'y')");
    anabranch().upgrade("heads");
    assertThat(count("a1")).hasValue(2);
    assertThat(rows()).containsExactly("b1");
  }

  @Test
  void aConnectionThatBreaksOutsideATransactionLeavesAQuestion() throws Exception {
    writeTable("a1");
    String slow = product().slowQuery(MARKER);
    revisions()
        .revision("b1", "a1")
        .upgradeOutsideTransaction("INSERT INTO a1 VALUES (1, 'x')", slow)
        .downgrade("DELETE FROM a1")
        .write();
    Background<MigrationResult> run = Background.start(() -> anabranch().upgrade("heads"));
    awaitRunning(MARKER);

    product().endSessions(database());

    assertThatThrownBy(run::join)
        .isInstanceOfSatisfying(
            MigrationFailedException.class,
            e -> {
              assumeSessionEnded(e);
              assertThat(e.code()).isEqualTo(ErrorCode.MIGRATION_FAILED_HALF_WAY);
              assertThat(e)
                  .hasMessageContaining("statement 1 stays done")
                  .hasMessageContaining(
                      "Whether the statement that was running is done is not known.");
            });
    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOf(UnfinishedMigrationException.class)
        .hasMessageContaining("may or may not have run");

    anabranch().resume(OptionalInt.of(3));
    assertThat(rows()).containsExactly("b1");
  }

  // A server may cancel the statement before it ends the session, and the client may hear that
  // first.
  private void assumeSessionEnded(MigrationFailedException e) {
    Assumptions.assumeThat(provider().errors().classify(serverErrorOf(e)))
        .isNotEqualTo(ServerFault.CANCELLED);
  }

  @Test
  void aProductNobodyKnowsIsNamedWithThoseThatAre() {
    writeTable("a1");
    Anabranch anabranch =
        Anabranch.builder()
            .url("jdbc:nosuch://ann:" + PASSWORD + "@host/db?password=" + PASSWORD)
            .password(PASSWORD)
            .baseDirectory(revisions().project())
            .locations("revisions")
            .build();

    assertThatThrownBy(anabranch::current)
        .isInstanceOfSatisfying(
            AnabranchException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_DIALECT);
              assertThat(e).hasMessageContaining("jdbc:nosuch://***@host/db?password=***");
              assertThat(e.hint()).get().asString().contains(product().name());
              assertNoPassword(e);
            });
  }

  @Test
  void aDriverThatIsMissingIsNamed() {
    writeTable("a1");
    ClassLoader withoutDrivers =
        new ClassLoader(ConnectionContract.class.getClassLoader()) {
          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals("META-INF/services/java.sql.Driver")
                ? Collections.emptyEnumeration()
                : super.getResources(name);
          }
        };

    assertThatThrownBy(
            () -> builder().password(PASSWORD).classLoader(withoutDrivers).build().current())
        .isInstanceOfSatisfying(
            DatabaseException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.NO_DRIVER);
              assertThat(e).hasMessageContaining("no JDBC driver on the class path");
              assertThat(e.hint()).get().asString().contains(provider().driver());
              assertNoPassword(e);
            });
  }

  @Test
  void aUserWhomTheServerDoesNotKnowIsRefused() {
    writeTable("a1");

    assertThatThrownBy(
            () -> builder().user("nobody_here").password(PASSWORD).build().upgrade("heads"))
        .isInstanceOfSatisfying(
            DatabaseException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
              assertThat(e).hasMessageStartingWith("Cannot connect to jdbc:");
              assertThat(e.hint()).hasValue("Check the user and the password.");
              assertNoPassword(e);
            });
  }

  /** Checks that nothing which is shown or logged has the password in it. */
  protected static void assertNoPassword(AnabranchException e) {
    assertThat(e.hint().orElse("")).doesNotContain(PASSWORD);
    for (Throwable each = e; each != null; each = each.getCause()) {
      assertThat(each.toString()).doesNotContain(PASSWORD);
    }
  }
}
