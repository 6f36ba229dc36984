package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.testkit.server.ServerAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server's errors mean, and what of them may be shown. */
public abstract class ErrorContract extends DialectContract {

  private static final String SECRET = "s3cret";

  /** For the classes of the products. */
  protected ErrorContract() {}

  @BeforeEach
  void createTables() {
    database()
        .execute(
            "CREATE TABLE account (id INTEGER NOT NULL PRIMARY KEY, note VARCHAR(8) NOT NULL,"
                + " CONSTRAINT note_once UNIQUE (note), CONSTRAINT id_small CHECK (id < 100))");
    database()
        .execute(
            "CREATE TABLE entry (id INTEGER NOT NULL, account INTEGER,"
                + " CONSTRAINT entry_account FOREIGN KEY (account) REFERENCES account (id))");
    database().execute("INSERT INTO account VALUES (1, 's3cret')");
    database().execute("INSERT INTO entry VALUES (1, 1)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT * FROM nowhere                           | MISSING_OBJECT
          SELECT nothing FROM account                     | MISSING_OBJECT
          DROP TABLE nowhere                              | MISSING_OBJECT
          CREATE TABLE account (id INTEGER)               | ALREADY_EXISTS
          ALTER TABLE account ADD COLUMN note INTEGER     | ALREADY_EXISTS
          INSERT INTO account VALUES (1, 'x')             | CONSTRAINT_VIOLATION
          INSERT INTO account VALUES (2, 's3cret')        | CONSTRAINT_VIOLATION
          INSERT INTO account VALUES (2, NULL)            | CONSTRAINT_VIOLATION
          INSERT INTO account VALUES (200, 'x')           | CONSTRAINT_VIOLATION
          INSERT INTO entry VALUES (1, 7)                 | CONSTRAINT_VIOLATION
          DELETE FROM account                             | CONSTRAINT_VIOLATION
          INSERT INTO account VALUES (3, 'far too long')  | VALUE_TOO_LONG
          SELEC 1                                         | SYNTAX
          SELECT 9223372036854775807 + 1                  | OTHER
          """)
  void faultsAreToldApart(String sql, ServerFault fault) {
    SQLException error = errorOf(sql);

    assertThat(errors().classify(error)).as(error.toString()).isEqualTo(fault);
    assertThat(errors().describe(error)).isNotBlank().doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO account VALUES (2, 's3cret')",
        "INSERT INTO account VALUES (200, 's3cret2')",
        "INSERT INTO account (id, note) SELECT 5, note FROM account",
        "UPDATE account SET note = 's3cret and more than eight'",
        "INSERT INTO entry VALUES (98765432, 98765432)",
        "INSERT INTO account VALUES (98765432, 's3cret')",
        "INSERT INTO entry SELECT 1, 98765432 FROM account",
      })
  void valuesOfRowsAreNotShown(String sql) {
    assertThat(errors().describe(errorOf(sql)))
        .isNotBlank()
        .doesNotContain(SECRET)
        .doesNotContain("987654");
  }

  @Test
  void valuesThatCannotBeConvertedAreNotShown() {
    for (String sql : product().impossibleConversions("account")) {
      SQLException error = errorOf(sql);
      // Otherwise it would show nothing because it says nothing of values.
      assertThat(errors().classify(error)).as(sql).isNotEqualTo(ServerFault.SYNTAX);
      assertThat(errors().describe(error))
          .isNotBlank()
          .doesNotContain(SECRET)
          .doesNotContain("987654");
    }
  }

  @Test
  void aValueThatCannotBeConvertedIsNeitherInAFailureNorInTheHistory() {
    valuesOfRowsAreNeitherInAFailureNorInTheHistory(
        product().impossibleConversions("account").get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO account VALUES (2, 's3cret')",
        "INSERT INTO entry SELECT 1, 98765432 FROM account",
      })
  void valuesOfRowsAreNeitherInAFailureNorInTheHistory(String sql) {
    revisions().revision("a1").upgrade(sql).downgrade().write();

    MigrationFailedException failure =
        catchThrowableOfType(MigrationFailedException.class, () -> anabranch().upgrade("heads"));

    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof MigrationFailedException) {
        assertThat(each.toString()).doesNotContain(SECRET).doesNotContain("987654");
      }
    }
    assertThat(failure.hint().orElse("")).doesNotContain(SECRET);
    assertThat(anabranch().journal(10).toString()).doesNotContain(SECRET).doesNotContain("987654");
  }

  @Test
  void theNameOfABrokenConstraintIsShown() {
    assertThat(errors().describe(errorOf("INSERT INTO account VALUES (200, 'x')")))
        .containsIgnoringCase("id_small");
    assertThat(errors().describe(errorOf("INSERT INTO entry VALUES (1, 7)")))
        .containsIgnoringCase("entry_account");
  }

  @Test
  void aStatementThatIsCancelledSaysSo() throws Exception {
    try (Connection connection = database().connect();
        Statement statement = connection.createStatement()) {
      Background<Boolean> slow =
          Background.start(() -> statement.execute(product().slowQuery("cancel_marker")));
      awaitRunning("cancel_marker");

      statement.cancel();

      SQLException error = catchThrowableOfType(SQLException.class, slow::join);
      assertThat(errors().classify(error)).as(error.toString()).isEqualTo(ServerFault.CANCELLED);
    }
  }

  @Test
  void aSessionThatWasEndedSaysSo() throws Exception {
    try (Connection connection = database().connect();
        Statement statement = connection.createStatement()) {
      Background<Boolean> slow =
          Background.start(() -> statement.execute(product().slowQuery("kill_marker")));
      awaitRunning("kill_marker");

      product().endSessions(database());

      SQLException during = catchThrowableOfType(SQLException.class, slow::join);
      assertThat(errors().classify(during))
          .as(during.toString())
          .isIn(ServerFault.CONNECTION_LOST, ServerFault.CANCELLED);
      SQLException after =
          catchThrowableOfType(
              SQLException.class, () -> statement.execute(product().harmlessQuery()));
      assertThat(errors().classify(after))
          .as(after.toString())
          .isEqualTo(ServerFault.CONNECTION_LOST);
    }
  }

  @Test
  void aStrangerIsRefused() {
    ServerAddress stranger = new ServerAddress(database().url(), "nobody_here", "wrong");

    SQLException error = catchThrowableOfType(SQLException.class, () -> stranger.connect().close());

    assertThat(errors().classify(error))
        .as(error.toString())
        .isEqualTo(ServerFault.AUTHENTICATION_FAILED);
  }

  private ServerErrors errors() {
    return provider().errors();
  }

  private SQLException errorOf(String sql) {
    try (Connection connection = database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      return e;
    }
    throw new AssertionError("the server takes " + sql);
  }
}
