package dev.anabranch.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.Anabranch;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.MigrationLock;
import dev.anabranch.engine.DatabaseException;
import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.engine.PlanException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.testkit.contract.ContractProduct.ClientRun;
import dev.anabranch.testkit.contract.DialectContract;
import dev.anabranch.testkit.server.MysqlControl;
import dev.anabranch.testkit.server.MysqlControl.LimitedUser;
import dev.anabranch.testkit.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to runs on both products of the family, and on no other. */
abstract class FamilyRuns extends DialectContract {

  @Test
  void aSectionForMysqlServesBothAndOneForMariadbGoesBeforeIt() {
    boolean mariadb = product().name().equals("mariadb");
    revisions()
        .revision("a1")
        .upgrade("CREATE TABLE plain (id INT)")
        .with("-- @upgrade mysql\nCREATE TABLE family (id INT);\n")
        .downgrade("DROP TABLE family")
        .write();
    revisions()
        .revision("b1", "a1")
        .with("\n-- @upgrade mysql\nCREATE TABLE of_mysql (id INT);\n")
        .with("-- @upgrade mariadb\nCREATE TABLE of_mariadb (id INT);\n")
        .with("-- @downgrade mariadb\nDROP TABLE of_mariadb;\n")
        .with("-- @downgrade mysql\nDROP TABLE of_mysql;\n")
        .write();

    anabranch().upgrade("heads");

    assertThat(has("plain")).isFalse();
    assertThat(has("family")).isTrue();
    assertThat(has("of_mariadb")).isEqualTo(mariadb);
    assertThat(has("of_mysql")).isNotEqualTo(mariadb);
    anabranch().downgrade("base");
    assertThat(rows()).isEmpty();
  }

  @Test
  void theHistoryIsWrittenWhereItBelongsWhileAnotherDatabaseIsChosen() {
    String other = MysqlControl.of(database()).createDatabaseBeside("other");
    revisions()
        .revision("a1")
        .upgrade("USE " + other, "CREATE TABLE there (id INT)", "CREATE TABLE there2 (id INT)")
        .downgrade("DROP TABLE " + other + ".there, " + other + ".there2")
        .write();
    writeTable("b1", "a1");

    anabranch().upgrade("heads");

    assertThat(has(other + ".there2")).isTrue();
    assertThat(has("b1")).as("behind the revision the first database is chosen again").isTrue();
    assertThat(rows()).containsExactly("b1");
    assertThat(history()).last().isEqualTo("upgrade b1 done 1 of 1");
  }

  @Test
  void aScriptThatChoosesADatabaseIsNotWritten() {
    revisions().revision("a1").upgrade("USE other", "SELECT 1").downgrade().write();
    StringBuilder script = new StringBuilder();

    assertThatThrownBy(() -> anabranch().upgradeScript("heads", script))
        .isInstanceOfSatisfying(
            PlanException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_STATEMENT);
              assertThat(e).hasMessageContaining("Cannot run a1: it chooses a database by USE");
            });
    assertThat(script).isEmpty();
  }

  @Test
  void theModeInWhichTextIsReadIsGivenBackBehindARevision() {
    revisions()
        .revision("a1")
        .upgrade(
            "CREATE TABLE a1 (id INT, note VARCHAR(20))",
            "SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES'",
            "INSERT INTO \"a1\" VALUES (1, '\\')")
        .downgrade("DROP TABLE a1")
        .write();
    revisions()
        .revision("b\\1", "a1")
        .upgrade("INSERT INTO a1 VALUES (2, 'it\\'s')")
        .downgrade("DELETE FROM a1")
        .write();

    builder().operator("back\\slash").build().upgrade("heads");

    assertThat(query("SELECT note FROM a1 ORDER BY id")).containsExactly("\\", "it's");
    assertThat(rows()).containsExactly("b\\1");
    assertThat(anabranch().journal(9))
        .allSatisfy(entry -> assertThat(entry.run().operator()).isEqualTo("back\\slash"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES,NO_BACKSLASH_ESCAPES"})
  void valuesReadBackTheSameInEveryMode(String mode) throws SQLException {
    List<String> texts =
        List.of(
            "", "'", "\\", "\\'", "a\\", "\"`#--/*;", "%_\\%", "\u00e9\u4e2d\ud83d\ude00\n\t\r");
    try (Connection connection = database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION sql_mode = '" + mode + "'");
      for (String text : texts) {
        assertThat(read(statement, SqlLiteral.text(text))).isEqualTo(text);
      }
      assertThat(
              read(
                  statement,
                  SqlLiteral.timestamp(LocalDateTime.parse("2026-11-22T16:40:00.123456789"))))
          .isEqualTo("2026-11-22 16:40:00.123456");
      statement.execute("SET SESSION time_zone = '+05:30'");
      assertThat(read(statement, SqlLiteral.moment(Instant.parse("2026-11-22T16:40:00Z"))))
          .startsWith("2026-11-22 22:10:00");
    }
  }

  private String read(Statement statement, SqlLiteral literal) throws SQLException {
    String sql = "SELECT " + MysqlStateTables.STYLE.literals().render(literal);
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void idsAreToldApartLetterByLetterInADatabaseOfAnotherCharacterSet() {
    database()
        .execute(
            "ALTER DATABASE "
                + database().name()
                + " CHARACTER SET latin1 COLLATE latin1_swedish_ci");
    writeTable("a1");
    anabranch().upgrade("heads");
    for (String id : List.of("A1", "\u00e41", "\u4e2d")) {
      database().execute("INSERT INTO anabranch_version VALUES ('" + id + "')");
    }

    assertThat(rows()).containsExactlyInAnyOrder("A1", "a1", "\u00e41", "\u4e2d");
    assertThat(
            query(
                "SELECT ENGINE FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"
                    + " AND TABLE_NAME LIKE 'anabranch%'"))
        .containsOnly("InnoDB");
  }

  @Test
  void bodiesRunOnlineAndByTheClientAndAreTheSame(TestDatabase online, TestDatabase offline)
      throws IOException {
    revisions()
        .revision("a1")
        .with(
            """

            -- @upgrade
            CREATE TABLE a1 (id INT NOT NULL PRIMARY KEY, note VARCHAR(40));
            CREATE PROCEDURE fill(n INT)
            BEGIN
              DECLARE i INT DEFAULT 0;
              -- a comment; with a semicolon
              WHILE i < n DO
                INSERT INTO a1 (id, note) VALUES (i, 'it''s; $$ // fine');
                SET i = i + 1;
              END WHILE;
            END;
            DELIMITER //
            CREATE TRIGGER marks BEFORE INSERT ON a1 FOR EACH ROW
            BEGIN
              IF NEW.id = 2 THEN SET NEW.note = 'two'; END IF;
            END //
            DELIMITER ;
            CALL fill(3);
            -- @downgrade
            DROP PROCEDURE fill;
            DROP TABLE a1;
            """)
        .write();
    Anabranch anabranch = anabranch();
    Path script = Files.createTempFile(revisions().project(), "script", ".sql");
    StringBuilder text = new StringBuilder();
    anabranch.upgradeScript("heads", text);
    Files.writeString(script, text);

    anabranch.upgrade("heads");
    ClientRun run = product().runScript(offline, script);

    assertThat(run.succeeded()).as(run.output()).isTrue();
    assertThat(text).contains("--binary-mode --comments").contains("DELIMITER ");
    List<String> catalog = query(product().catalogQuery());
    assertThat(catalog).anyMatch(fact -> fact.contains("a comment; with a semicolon"));
    assertThat(catalogOf(offline)).isEqualTo(catalogOf(online));
    assertThat(query("SELECT note FROM a1 ORDER BY id"))
        .containsExactly("it's; $$ // fine", "it's; $$ // fine", "two");
  }

  private List<String> catalogOf(TestDatabase database) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet facts = statement.executeQuery(product().catalogQuery())) {
      List<String> catalog = new java.util.ArrayList<>();
      while (facts.next()) {
        catalog.add(facts.getString(1));
      }
      return catalog;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatStaysOfARevisionWithTablesIsToldAndFinished() {
    revisions()
        .revision("a1")
        .upgrade(
            "CREATE TABLE a1 (id INT NOT NULL PRIMARY KEY)",
            "INSERT INTO a1 VALUES (1)",
            "INSERT INTO a1 VALUES (2)",
            "INSERT INTO nowhere VALUES (3)",
            "CREATE TABLE a2 (id INT)")
        .downgrade("DROP TABLE a1, a2")
        .write();

    assertThatThrownBy(() -> anabranch().upgrade("heads"))
        .isInstanceOfSatisfying(
            MigrationFailedException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.MIGRATION_FAILED_HALF_WAY);
              assertThat(e).hasMessageContaining("statement 1 stays done");
            });
    assertThat(count("a1")).as("the rows were in one transaction").hasValue(0);

    revisions().edit("a1", "nowhere", "a1");
    anabranch().resume(OptionalInt.empty());

    assertThat(count("a1")).hasValue(3);
    assertThat(has("a2")).isTrue();
    assertThat(rows()).containsExactly("a1");
  }

  @Test
  void aUserWhoMayTooLittleIsToldWhatIsMissing() {
    LimitedUser user = MysqlControl.of(database()).createUser();
    writeTable("a1");
    Anabranch limited = builder().user(user.name()).password(user.address().password()).build();

    assertThatThrownBy(() -> limited.upgrade("heads"))
        .isInstanceOfSatisfying(
            DatabaseException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED));

    database()
        .execute(
            "GRANT CREATE, SELECT, INSERT, UPDATE, DELETE, DROP ON "
                + database().name()
                + ".* TO "
                + user.name()
                + "@'%'");
    limited.upgrade("heads");
    assertThat(rows()).containsExactly("a1");
  }

  @Test
  void aDatabaseThatIsNotThereAndAServerThatIsNotThereAreNamed() {
    writeTable("a1");
    String wrong = database().url().replace(database().name(), database().name() + "_gone");
    String nowhere = database().url().replaceFirst(":\\d+/", ":1/");

    assertThatThrownBy(() -> builder().url(wrong).build().current())
        .isInstanceOfSatisfying(
            DatabaseException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_DATABASE));
    assertThatThrownBy(() -> builder().url(nowhere).build().current())
        .isInstanceOfSatisfying(
            DatabaseException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_UNREACHABLE));
  }

  @Test
  void theLockIsOfOneDatabaseAndOneTableAndSaysWhoHoldsIt() throws SQLException {
    String other = MysqlControl.of(database()).createDatabaseBeside("other");
    Dialect dialect = dialect();
    String longName = "x".repeat(64);
    try (Connection one = database().connect();
        Connection two = database().connect();
        MigrationLock held = dialect.lock(one, QualifiedName.of(longName))) {
      assertThat(held.tryAcquire()).isTrue();

      try (MigrationLock same = dialect.lock(two, QualifiedName.of(database().name(), longName));
          MigrationLock elsewhere = dialect.lock(two, QualifiedName.of(other, longName));
          MigrationLock another = dialect.lock(two, QualifiedName.of("y"))) {
        assertThat(same.tryAcquire()).isFalse();
        assertThat(same.holder()).get().asString().startsWith("connection ").contains(", user ");
        assertThat(elsewhere.tryAcquire()).isTrue();
        assertThat(another.tryAcquire()).as("a session may hold several").isTrue();
        assertThat(elsewhere.isHeld()).isTrue();
      }
      // DDL and the end of a transaction leave it alone.
      try (Statement statement = one.createStatement()) {
        statement.execute("CREATE TABLE t (id INT)");
      }
      assertThat(held.isHeld()).isTrue();
    }
  }

  @Test
  void theSessionOfTheLockOutlivesALongStatement() throws SQLException {
    try (Connection connection = database().connect()) {
      long before = Long.parseLong(waitTimeout(connection));
      try (MigrationLock lock = dialect().lock(connection, QualifiedName.of("t"))) {
        assertThat(lock.tryAcquire()).isTrue();
        assertThat(waitTimeout(connection)).isEqualTo("2147483");
      }
      assertThat(waitTimeout(connection)).isEqualTo(Long.toString(before));
    }
  }

  private static String waitTimeout(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT @@SESSION.wait_timeout")) {
      row.next();
      return row.getString(1);
    }
  }
}
