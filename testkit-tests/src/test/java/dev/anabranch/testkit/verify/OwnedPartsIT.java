package dev.anabranch.testkit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to a table on PostgreSQL and is an object of its own there. */
@RequiresServer("postgresql")
class OwnedPartsIT {

  private static final String TICKET =
      """
      -- @upgrade
      CREATE TABLE ticket (id BIGSERIAL PRIMARY KEY, words TEXT);
      -- @downgrade
      DROP TABLE ticket;
      """;

  @TempDir Path folder;

  private String messages(TestServer server) {
    VerificationReport report =
        new RoundTripVerifier(
                new Revisions(folder).load(),
                server,
                VerificationOptions.standard(),
                VerificationListener.NONE)
            .verify();
    return String.join("\n", report.failures().stream().map(Finding::message).toList());
  }

  @Test
  void theSequenceOfASerialColumnIsDeclaredWithItsTable(TestServer server) {
    new Revisions(folder).sql("a1", "-- @loses ticket\n" + TICKET);

    assertThat(messages(server)).isEmpty();
  }

  @Test
  void withoutADeclarationOnlyTheRowsAreNamed(TestServer server) {
    new Revisions(folder).sql("a1", TICKET);

    assertThat(messages(server))
        .isEqualTo("the downgrade of a1 loses what it does not declare: ticket: 20 rows lost");
  }

  @Test
  void theLostPositionOfASerialColumnIsFound(TestServer server) {
    new Revisions(folder)
        .sql("a1", "-- @loses ticket\n" + TICKET)
        .sql(
            "b1",
            """
            -- @revises a1
            -- @upgrade
            ALTER SEQUENCE ticket_id_seq RESTART;
            -- @downgrade
            """);

    assertThat(messages(server)).isEqualTo("after downgrade of b1: ticket_id_seq: position lost");
  }

  @Test
  void aDeclarationMayNameAPartition(TestServer server) {
    new Revisions(folder)
        .sql(
            "a1",
            """
            -- @loses visit
            -- @upgrade
            CREATE TABLE visit (id INT NOT NULL, day DATE NOT NULL) PARTITION BY RANGE (day);
            CREATE TABLE visit_old PARTITION OF visit FOR VALUES FROM ('2000-01-01') TO ('2020-01-01');
            -- @downgrade
            DROP TABLE visit;
            """)
        .sql(
            "b1",
            """
            -- @revises a1
            -- @loses visit_new
            -- @upgrade
            CREATE TABLE visit_new PARTITION OF visit FOR VALUES FROM ('2020-01-01') TO ('2040-01-01');
            -- @downgrade
            DROP TABLE visit_new;
            """);

    assertThat(messages(server)).isEmpty();
  }
}
