package dev.anabranch.dialect.mysql;

import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.columnComment;
import static dev.anabranch.migration.Definitions.comment;
import static dev.anabranch.migration.Definitions.currentTimestamp;
import static dev.anabranch.migration.Definitions.defaultOf;
import static dev.anabranch.migration.Definitions.defaultValue;
import static dev.anabranch.migration.Definitions.enumeration;
import static dev.anabranch.migration.Definitions.identity;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.json;
import static dev.anabranch.migration.Definitions.notNull;
import static dev.anabranch.migration.Definitions.primaryKey;
import static dev.anabranch.migration.Definitions.smallint;
import static dev.anabranch.migration.Definitions.text;
import static dev.anabranch.migration.Definitions.timestamp;
import static dev.anabranch.migration.Definitions.timestampWithTimeZone;
import static dev.anabranch.migration.Definitions.type;
import static dev.anabranch.migration.Definitions.uuid;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.dialect.ServerFault;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.ColumnChange;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Nullability;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.server.MysqlControl;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A column that is altered keeps everything that the alteration does not speak of. */
class MysqlAlterColumnIT {

  private static final String COLUMNS =
      """
      id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'it''s \\\\ "x"',
      a VARCHAR(20) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'a\\\\b''c"d',
      b INT UNSIGNED DEFAULT 5,
      c INT DEFAULT -5,
      d DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
      e TIMESTAMP NULL DEFAULT NULL,
      f VARCHAR(40) DEFAULT (CONCAT('a\\\\x','b''c', CHAR(10))),
      g INT GENERATED ALWAYS AS (b + 1) STORED,
      h VARCHAR(30) GENERATED ALWAYS AS (CONCAT(a, 'x\\\\y''z')) VIRTUAL COMMENT 'v',
      i DECIMAL(10, 2) DEFAULT 1.5,
      j BIT(3) DEFAULT b'101',
      m ENUM('a\\\\b', 'c''d', 'e,f', 'g\nh') DEFAULT 'c''d',
      n JSON,
      o TINYINT(1) NOT NULL DEFAULT TRUE,
      p DATE DEFAULT '2020-01-01',
      q LONGTEXT DEFAULT ('some \\\\ text'),
      r FLOAT,
      s DOUBLE DEFAULT 1e-300,
      t INT INVISIBLE DEFAULT 3,
      u CHAR(36) CHARACTER SET ascii,
      v GEOMETRY NOT NULL,
      w TIME(2) DEFAULT '10:00:00',
      x YEAR DEFAULT 2020,
      y SET('x', 'y') DEFAULT 'x,y',
      z VARCHAR(10) NOT NULL DEFAULT '',
      aa INT NOT NULL,
      ab DATETIME DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP,
      ac VARCHAR(10) DEFAULT 'NULL',
      ad VARCHAR(30) DEFAULT 'current_timestamp',
      ae VARBINARY(8) DEFAULT (UNHEX('00ff')),
      af TIMESTAMP(2) NOT NULL DEFAULT (FROM_UNIXTIME(1709208000.25)),
      ag TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
      ah INT ZEROFILL DEFAULT 7,
      `ai``'"\\ü` INT DEFAULT 1,
      """;

  private static final Map<String, String> OWN =
      Map.of(
          "mysql",
          "own POINT NOT NULL SRID 4326 COMMENT 'where',",
          "mariadb",
          "own POINT REF_SYSTEM_ID = 4326 NOT NULL COMMENT 'where', packed TEXT COMPRESSED,"
              + " checked INT DEFAULT 6 CHECK (checked > 5), key_of_uuid UUID DEFAULT UUID(),");

  private static void create(FamilyDatabase database) throws SQLException {
    database.execute(
        "CREATE TABLE t ("
            + COLUMNS
            + OWN.get(database.dialect().name())
            + " PRIMARY KEY (id), UNIQUE KEY (b), CHECK (c < 100))"
            + " DEFAULT CHARACTER SET utf8mb4 COMMENT 'a table'");
  }

  // The server prints the character set of the last session in front of texts in conditions.
  private static List<String> plain(List<String> definition) {
    return definition.stream().map(line -> line.replaceAll("_(utf8mb4|latin1)'", "'")).toList();
  }

  @EachServer({"mysql", "mariadb"})
  void keepsEverythingButItsComment(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      create(database);
      List<String> before = plain(database.showCreate("t"));
      List<Column> columns = database.table("t").columns();
      for (Column column : columns) {
        String comment = column.comment().orElse("");

        database.run(op -> op.alterColumn("t", column.name().value(), columnComment("other ' \\")));
        assertThat(database.column("t", column.name().value()))
            .isEqualTo(column.withComment("other ' \\"));
        database.run(op -> op.alterColumn("t", column.name().value(), columnComment(comment)));

        assertThat(plain(database.showCreate("t"))).as("%s", column.name()).isEqualTo(before);
      }
      assertThat(columns.size()).isGreaterThan(30);
    }
  }

  @EachServer({"mysql", "mariadb"})
  void keepsEverythingButWhetherItMayBeNull(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      create(database);
      List<String> before = plain(database.showCreate("t"));
      for (Column column : database.table("t").columns()) {
        // MariaDB gives defaults of its own to columns with ON UPDATE and to compressed ones when
        // they become NOT NULL.
        boolean fixed =
            column.value() instanceof ColumnValue.Identity
                || column.value() instanceof ColumnValue.Computed
                || List.of("ab", "packed").contains(column.name().value());
        if (!fixed) {
          Nullability other = column.isNullable() ? Nullability.NOT_NULL : Nullability.NULLABLE;

          database.run(
              op -> op.alterColumn("t", column.name().value(), new ColumnChange.Null(other)));
          assertThat(database.column("t", column.name().value()))
              .isEqualTo(column.withNullability(other));
          database.run(
              op ->
                  op.alterColumn(
                      "t", column.name().value(), new ColumnChange.Null(column.nullability())));
        }
      }
      assertThat(plain(database.showCreate("t"))).isEqualTo(before);
    }
  }

  @EachServer({"mysql", "mariadb"})
  void keepsTheRestWhenItsTypeChanges(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      create(database);
      for (Map.Entry<String, DataType> change :
          Map.of(
                  "a", varchar(50),
                  "b", bigint(),
                  "d", timestamp(6),
                  "z", text(),
                  "q", varchar(200),
                  "ag", timestampWithTimeZone(3),
                  "p", timestamp(0),
                  "o", smallint())
              .entrySet()) {
        Column before = database.column("t", change.getKey());

        database.run(op -> op.alterColumn("t", change.getKey(), type(change.getValue())));

        Column after = database.column("t", change.getKey());
        assertThat(after.type()).isEqualTo(change.getValue());
        assertThat(after.nullability()).isEqualTo(before.nullability());
        assertThat(after.comment()).isEqualTo(before.comment());
        assertThat(after.collation()).isEqualTo(before.collation());
        assertThat(after.options()).isEqualTo(before.options());
        assertThat(after.value()).isNotEqualTo(ColumnValue.none());
      }
      assertThat(database.column("t", "d").value())
          .isEqualTo(new ColumnValue.Default(SqlValue.Current.TIMESTAMP));
      assertThat(database.column("t", "q").value()).isEqualTo(defaultOf("some \\ text"));
      assertThat(database.column("t", "z").value()).isEqualTo(defaultOf(""));
      assertThat(database.showCreate("t").toString())
          .containsIgnoringCase("ON UPDATE CURRENT_TIMESTAMP(6)");
    }
  }

  @EachServer({"mysql", "mariadb"})
  void leavesNothingBehindOfATypeWithCharactersOfItsOwn(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.run(
          op ->
              op.createTable(
                  "t", column("a", text()), column("b", varchar(40)), column("c", json())));

      database.runThereAndBack(op -> op.alterColumn("t", "a", type(json()).from(text())));
      database.runThereAndBack(op -> op.alterColumn("t", "b", type(uuid()).from(varchar(40))));
      database.runThereAndBack(op -> op.alterColumn("t", "c", type(text()).from(json())));
      assertThat(database.column("t", "c").type()).isEqualTo(json());
    }
  }

  @EachServer({"mysql", "mariadb"})
  void takesValuesFromElsewhere(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.run(
          op ->
              op.createTable(
                  "t",
                  column("id", bigint()).notNull(),
                  column("a", integer()).comment("A"),
                  column("b", text()).notNull(),
                  column("c", timestamp(3)).option("mysql", "on_update", "current_timestamp"),
                  primaryKey("id")));
      for (SqlValue value :
          List.of(
              SqlValue.of("it's \\ \ud83d\ude00"),
              SqlValue.of(""),
              SqlValue.of(SqlExpression.of("CONCAT('a', 'b')")))) {
        database.runThereAndBack(
            op -> op.alterColumn("t", "b", defaultValue(value).from(ColumnValue.none())));
      }
      for (Object value : List.of(5, -7, true, SqlExpression.of("1 + 2"))) {
        database.runThereAndBack(
            op -> op.alterColumn("t", "a", defaultValue(value).from(ColumnValue.none())));
      }
      for (Object value :
          List.of(currentTimestamp(), LocalDateTime.parse("2020-01-02T03:04:05.5"))) {
        database.runThereAndBack(
            op -> op.alterColumn("t", "c", defaultValue(value).from(ColumnValue.none())));
      }
      database.runThereAndBack(
          op -> op.alterColumn("t", "id", identity().from(ColumnValue.none())));
      assertThat(database.column("t", "c").options().of(List.of("mysql"), "on_update")).isPresent();
    }
  }

  @EachServer({"mysql", "mariadb"})
  void readsTextTheSameInEveryMode(TestDatabase test) throws SQLException {
    for (String mode :
        List.of("", "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES", "ANSI_QUOTES,NO_BACKSLASH_ESCAPES")) {
      try (FamilyDatabase database = new FamilyDatabase(test)) {
        database.execute("DROP TABLE IF EXISTS t", "SET SESSION sql_mode = '" + mode + "'");
        String comment = "it's \"\\ `' \\' \\\\";
        // MariaDB shows a default with backslashes as another mode would read it.
        boolean shown = !mode.contains("NO_BACKSLASH_ESCAPES") || !database.isMariadb();
        String value = shown ? comment : "it's \"`' ";
        database.run(
            op ->
                op.createTable(
                    "t",
                    column("a", varchar(40)).defaultValue(value).comment(comment),
                    column("b", enumeration("e", comment, "\\")).comment("\\"),
                    comment(comment)));
        database.run(op -> op.alterColumn("t", "a", notNull()));
        database.run(op -> op.alterColumn("t", "a", type(varchar(80)), columnComment("\\'")));
        database.run(op -> op.tableComment("t", "\\"));

        assertThat(database.column("t", "a").value()).as(mode).isEqualTo(defaultOf(value));
        assertThat(database.column("t", "a").comment()).hasValue("\\'");
        assertThat(((DataType.Enumeration) database.column("t", "b").type()).values())
            .containsExactly(comment, "\\");
        assertThat(database.table("t").comment()).hasValue("\\");
      }
    }
  }

  /** The server itself cannot take over what it shows with backslashes. */
  @EachServer({"mysql", "mariadb"})
  void isNotAlteredWhereItsTextWouldBeReadOtherwise(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute("CREATE TABLE t (e ENUM('a\\\\b'))");
      database.execute("SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES'");
      List<String> before = database.showCreate("t");

      assertThatThrownBy(() -> database.run(op -> op.alterColumn("t", "e", notNull())))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining(
              "Cannot alter column t.e: information_schema does not show its definition exactly.");
      assertThat(database.showCreate("t")).isEqualTo(before);
    }
  }

  @EachServer({"mysql", "mariadb"})
  void isNotAlteredWhereTheCatalogueDoesNotShowItExactly(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute(
          "CREATE TABLE t (smile VARCHAR(9) DEFAULT '\ud83d\ude00',"
              + " `moment` TIMESTAMP NOT NULL DEFAULT '2020-01-02 03:04:05',"
              + " `bytes` BINARY(4) DEFAULT X'00ff',"
              + " umlaut VARCHAR(9) DEFAULT (CONCAT('\u00e4')))");
      List<String> before = database.showCreate("t");
      List<String> doubtful =
          database.isMariadb()
              ? List.of("smile", "bytes")
              : List.of("smile", "moment", "bytes", "umlaut");
      for (String column : doubtful) {
        assertThatThrownBy(
                () -> database.run(op -> op.alterColumn("t", column, columnComment("x"))))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("does not show its definition exactly");
      }
      assertThat(database.showCreate("t")).isEqualTo(before);

      database.run(op -> op.alterColumn("t", "smile", defaultValue("x"), columnComment("x")));
      assertThat(database.column("t", "smile").value()).isEqualTo(defaultOf("x"));
    }
  }

  @EachServer({"mysql", "mariadb"})
  void isMissedByItsName(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute("CREATE TABLE t (a INT)");

      for (Consumer<Operations> missing :
          List.<Consumer<Operations>>of(
              op -> op.alterColumn("t", "nothing", notNull()),
              op -> op.alterColumn("nothing", "a", notNull()))) {
        SQLException failure =
            catchThrowableOfType(SQLException.class, () -> database.run(missing));
        assertThat((Throwable) failure).hasMessageContaining("nothing");
        assertThat(database.dialect().errors().classify(failure))
            .isEqualTo(ServerFault.MISSING_OBJECT);
      }
    }
  }

  /** Who may alter a table need not be shown its columns; nothing is done then. */
  @EachServer({"mysql", "mariadb"})
  void isNotAlteredWhereTheCatalogueHidesIt(TestDatabase test) throws SQLException {
    test.execute("CREATE TABLE t (a INT)");
    MysqlControl.LimitedUser user = MysqlControl.of(test).createUser();
    test.execute("GRANT ALTER ON t TO " + user.name() + "@'%'");
    try (FamilyDatabase database = new FamilyDatabase(user.connect())) {
      assertThatThrownBy(() -> database.run(op -> op.alterColumn("t", "a", notNull())))
          .isInstanceOf(SQLException.class);
    }
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      assertThat(database.column("t", "a").isNullable()).isTrue();
    }
  }

  @EachServer({"mysql", "mariadb"})
  void inAnotherSchemaIsFoundThere(TestDatabase test) throws SQLException {
    String other = MysqlControl.of(test).createDatabaseBeside("other");
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute(
          "CREATE TABLE t (a INT DEFAULT 1)", "CREATE TABLE " + other + ".t (a INT DEFAULT 2)");

      database.run(op -> op.in(other).alterColumn("t", "a", notNull()));

      assertThat(database.column("t", "a").isNullable()).isTrue();
      Column there = database.read(other).tables().get(0).columns().get(0);
      assertThat(there.isNullable()).isFalse();
      assertThat(there.value()).isEqualTo(defaultOf(2));
    }
  }
}
