package dev.anabranch.dialect.mysql;

import static dev.anabranch.migration.Definitions.currentDate;
import static dev.anabranch.migration.Definitions.currentTimestamp;
import static dev.anabranch.migration.Definitions.defaultOf;
import static dev.anabranch.migration.Definitions.nextValue;
import static dev.anabranch.migration.Definitions.notNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.CreateView;
import dev.anabranch.operation.DropTable;
import dev.anabranch.operation.DropView;
import dev.anabranch.operation.Existence;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.SchemaWords;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint.Kind;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.server.MysqlControl;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is read of a database, and what is not. */
class MysqlInspectorIT {

  @EachServer({"mysql", "mariadb"})
  void readsTypesAsWhatTheyMean(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute(
          """
          CREATE TABLE t (
            a TINYINT(1), b TINYINT, c SMALLINT, d MEDIUMINT, e INT(11), f BIGINT, g INT UNSIGNED,
            h INT(8) ZEROFILL, i DECIMAL(10, 2), j DECIMAL(5, 1) UNSIGNED, k FLOAT, l DOUBLE,
            m FLOAT(7, 3), n CHAR(3), o VARCHAR(20), p TEXT, q LONGTEXT, r BINARY(4),
            s VARBINARY(5), t BLOB, u LONGBLOB, v DATE, w TIME, x TIME(3), y DATETIME(6),
            z TIMESTAMP(2) NULL, aa YEAR, ab BIT(1), ac ENUM('x', 'it''s'), ad SET('x', 'y'),
            ae JSON, af POINT, ag CHAR(36) CHARACTER SET ascii, ah CHAR(36), ai BOOLEAN)
          DEFAULT CHARACTER SET utf8mb4""");
      DataType uuid = database.isMariadb() ? new DataType.Char(36) : DataType.Simple.UUID;

      assertThat(database.table("t").columns())
          .extracting(Column::type)
          .containsExactly(
              DataType.Simple.BOOLEAN,
              new DataType.Native("tinyint"),
              DataType.Simple.SMALLINT,
              new DataType.Native("mediumint"),
              DataType.Simple.INTEGER,
              DataType.Simple.BIGINT,
              new DataType.Native("int unsigned"),
              new DataType.Native("int(8) unsigned zerofill"),
              new DataType.Numeric(10, 2),
              new DataType.Native("decimal(5,1) unsigned"),
              DataType.Simple.REAL,
              DataType.Simple.DOUBLE,
              new DataType.Native("float(7,3)"),
              new DataType.Char(3),
              new DataType.Varchar(20),
              new DataType.Native("text"),
              DataType.Simple.TEXT,
              new DataType.Binary(4),
              new DataType.Varbinary(5),
              new DataType.Native("blob"),
              DataType.Simple.BLOB,
              DataType.Simple.DATE,
              new DataType.Time(0),
              new DataType.Time(3),
              new DataType.Timestamp(6),
              new DataType.TimestampWithTimeZone(2),
              new DataType.Native("year"),
              new DataType.Native("bit(1)"),
              new DataType.Enumeration(QualifiedName.of("t_ac"), List.of("x", "it's")),
              new DataType.Native("set('x','y')"),
              DataType.Simple.JSON,
              new DataType.Native("point"),
              uuid,
              new DataType.Char(36),
              DataType.Simple.BOOLEAN);
    }
  }

  /** An inspected type written again is the same type. */
  @EachServer({"mysql", "mariadb"})
  void writesAgainWhatItHasRead(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute(
          """
          CREATE TABLE t (
            id INT AUTO_INCREMENT, a INT(8) ZEROFILL DEFAULT 3, b SET('x', 'y') DEFAULT 'x,y',
            c VARCHAR(9) CHARACTER SET latin1 DEFAULT 'x', d DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3)
              ON UPDATE CURRENT_TIMESTAMP(3), e BIT(3) DEFAULT b'101', f INT INVISIBLE DEFAULT 2,
            g TEXT, h INT AS (a + 1) STORED, i INT AS (a + 2) VIRTUAL COMMENT 'i''s',
            j TIME DEFAULT '-10:00:00', k ENUM('a', 'b''c') DEFAULT 'b''c',
            PRIMARY KEY (id), UNIQUE KEY u (a, b), KEY p (g(10)), FULLTEXT KEY ft (c),
            CONSTRAINT positive CHECK (a > 0))
          ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT = COMPRESSED
          KEY_BLOCK_SIZE = 4 COMMENT = 'all of it'""");
      Table read = database.table("t");
      List<String> shown = database.showCreate("t");

      database.run(new DropTable(read.name(), Existence.STRICT, Optional.of(read)));
      database.run(new CreateTable(read, Existence.STRICT));

      assertThat(database.table("t")).isEqualTo(read);
      assertThat(database.showCreate("t")).hasSameElementsAs(shown);
    }
  }

  @EachServer({"mysql", "mariadb"})
  void readsDefaultsAsTheSameValuesOnBoth(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute(
          """
          CREATE TABLE t (
            a INT DEFAULT 5, b INT DEFAULT -5, c DECIMAL(10, 2) DEFAULT 1.5, d TINYINT(1) DEFAULT 1,
            e VARCHAR(20) DEFAULT 'it''s \\\\', f VARCHAR(20) DEFAULT '', g VARCHAR(9) DEFAULT 'NULL',
            h VARCHAR(9) DEFAULT NULL, i DATE DEFAULT '2020-02-29', j TIME DEFAULT '10:20:30',
            k DATETIME DEFAULT '2020-02-29 10:20:30', l DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3),
            m DATE DEFAULT (CURRENT_DATE), n INT DEFAULT (1 + 2), o TEXT DEFAULT ('x'),
            p JSON DEFAULT ('{}'), q BINARY(3) DEFAULT X'00ff', r VARCHAR(9) DEFAULT '\ud83d\ude00?',
            s TIMESTAMP NULL DEFAULT '2020-01-02 03:04:05', t YEAR DEFAULT 2020, u INT,
            v VARCHAR(30) DEFAULT 'current_timestamp', w VARBINARY(3) DEFAULT '',
            x TIME DEFAULT '100:00:00', y INT DEFAULT (7))""",
          "SET time_zone = '+05:00'");
      Map<String, Object> expected = new LinkedHashMap<>();
      expected.put("a", 5);
      expected.put("b", -5);
      expected.put("c", new BigDecimal("1.50"));
      expected.put("d", true);
      expected.put("e", "it's \\");
      expected.put("f", "");
      expected.put("g", "NULL");
      expected.put("i", LocalDate.parse("2020-02-29"));
      expected.put("j", LocalTime.parse("10:20:30"));
      expected.put("k", LocalDateTime.parse("2020-02-29T10:20:30"));
      expected.put("l", currentTimestamp());
      expected.put("m", currentDate());
      expected.put("n", SqlExpression.of("1 + 2"));
      expected.put("o", "x");
      expected.put("p", SqlLiteral.json("{}"));
      expected.put("q", new byte[] {0, -1, 0});
      expected.put("r", "\ud83d\ude00?");
      expected.put("t", 2020);
      expected.put("v", "current_timestamp");
      expected.put("w", new byte[0]);
      expected.put("x", "100:00:00");
      expected.put("y", 7);
      Table table = database.table("t");
      for (Column column : table.columns()) {
        String name = column.name().value();
        if (!name.equals("s")) {
          assertThat(column.value())
              .as(name)
              .isEqualTo(
                  expected.containsKey(name) ? defaultOf(expected.get(name)) : ColumnValue.none());
        }
      }
      // A moment is the same for sessions of all time zones.
      ColumnValue moment = table.column(Identifier.of("s")).orElseThrow().value();
      database.execute("SET time_zone = '-03:00'");
      assertThat(database.column("t", "s").value()).isEqualTo(moment);
      assertThat(((ColumnValue.Default) moment).value())
          .isInstanceOfSatisfying(
              SqlValue.Constant.class,
              constant -> assertThat(constant.literal()).isInstanceOf(SqlLiteral.Moment.class));
    }
  }

  @EachServer({"mysql", "mariadb"})
  void readsExpressionsAsAnAuthorWouldWriteThem(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute(
          """
          CREATE TABLE t (`größe` INT, b VARCHAR(40),
            c VARCHAR(60) AS (CONCAT(b, 'it''s \\\\ äöü')) STORED,
            CONSTRAINT ck CHECK ((`größe` > 1) AND b <> 'ü''\\\\'))""");

      assertThat(database.column("t", "c").value())
          .isEqualTo(
              new ColumnValue.Computed(
                  SqlExpression.of("concat(`b`,'it\\'s \\\\ äöü')"), ColumnValue.Storage.STORED));
      assertThat(database.table("t").constraints().get(0).toString())
          .contains("`größe` > 1")
          .contains("`b` <> 'ü\\'\\\\'")
          .doesNotContain("_utf8");
    }
  }

  @EachServer({"mysql", "mariadb"})
  void readsTheSameInEveryMode(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute(
          """
          CREATE TABLE t (a INT DEFAULT (1 + 1), b VARCHAR(9) DEFAULT 'a\\\\''',
            c INT AS (a + 1) STORED, CHECK (a < 5 AND b <> '\\\\'))""",
          "CREATE VIEW v AS SELECT a, CONCAT(b, 'x\\\\') AS d FROM t");
      DatabaseSchema usual = database.read();
      for (String mode : List.of("ANSI", "NO_BACKSLASH_ESCAPES", "PIPES_AS_CONCAT,ANSI_QUOTES")) {
        database.execute("SET SESSION sql_mode = '" + mode + "'");
        assertThat(database.read()).as(mode).isEqualTo(usual);
        assertThat(database.query("SELECT @@SESSION.sql_mode").get(0)).contains(mode);
      }
    }
  }

  @EachServer({"mysql", "mariadb"})
  void readsKeysAsConstraintsAndTheRestAsIndexes(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute(
          "CREATE TABLE parent (id INT PRIMARY KEY, code INT UNIQUE)",
          """
          CREATE TABLE child (
            id INT, a INT, b INT, c VARCHAR(40), d INT, e INT,
            PRIMARY KEY (id), UNIQUE KEY one_a (a), UNIQUE KEY one_c (c(10)), KEY by_b (b),
            UNIQUE KEY same_name (d), KEY fk_other (e, b),
            CONSTRAINT implicit FOREIGN KEY (a, b) REFERENCES child2 (x, y),
            CONSTRAINT same_name FOREIGN KEY (d) REFERENCES parent (id) ON DELETE CASCADE,
            CONSTRAINT fk_other FOREIGN KEY (e) REFERENCES parent (code) ON UPDATE SET NULL
              ON DELETE RESTRICT)"""
              .replace("CONSTRAINT implicit FOREIGN KEY (a, b) REFERENCES child2 (x, y),\n", ""),
          "ALTER TABLE child ADD f INT, ADD CONSTRAINT implicit FOREIGN KEY (f) REFERENCES parent (id)");
      Table child = database.table("child");

      assertThat(child.constraints())
          .extracting(SchemaWords::of)
          .containsExactly(
              "primary key PRIMARY (id)",
              "unique one_a (a)",
              "foreign key fk_other (e) references parent (code) on update set null",
              "foreign key implicit (f) references parent (id)",
              "foreign key same_name (d) references parent (id) on delete cascade");
      assertThat(child.indexes())
          .extracting(SchemaWords::of)
          .containsExactly(
              "index by_b (b)",
              "index fk_other (e, b)",
              "unique index one_c (c(10))",
              "unique index same_name (d)");
      assertThat(database.query("SHOW INDEX FROM child WHERE Key_name = 'implicit'")).hasSize(1);
    }
  }

  @EachServer({"mysql", "mariadb"})
  void readsIndexesWithAllTheirParts(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute(
          "CREATE TABLE t (a INT, b VARCHAR(40), g POINT NOT NULL, KEY parts (a DESC, b(5)) COMMENT 'it''s',"
              + " FULLTEXT KEY words (b), SPATIAL KEY places (g), KEY hidden (a) "
              + (database.isMariadb() ? "IGNORED)" : "INVISIBLE, KEY expr ((lower(b)) DESC, a))"));
      List<Index> indexes = database.table("t").indexes();

      List<String> words = new ArrayList<>();
      if (!database.isMariadb()) {
        words.add("index expr ((lower(`b`)) descending, a)");
      }
      words.add("index hidden (a) invisible");
      words.add("index parts (a descending, b(5))");
      words.add("index places using spatial (g)");
      words.add("index words using fulltext (b)");
      assertThat(indexes).extracting(SchemaWords::of).containsExactlyElementsOf(words);
      assertThat(indexes)
          .filteredOn(index -> index.name().equals(Optional.of(Identifier.of("parts"))))
          .extracting(index -> index.details().options())
          .containsExactly(DialectOptions.none().with("mysql", "comment", "it's"));
    }
  }

  @EachServer({"mysql", "mariadb"})
  void readsWhatTablesAndColumnsSayThatTheirDatabaseDoesNot(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute(
          "ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci",
          "CREATE TABLE a (x VARCHAR(9)) ENGINE = InnoDB",
          "CREATE TABLE b (x VARCHAR(9), y VARCHAR(9) COLLATE utf8mb4_unicode_ci) COLLATE utf8mb4_bin",
          "CREATE TABLE c (x VARCHAR(9)) CHARACTER SET latin1",
          "CREATE TABLE d (x VARCHAR(9)) CHARACTER SET latin1 COLLATE latin1_bin ENGINE = MyISAM"
              + " PACK_KEYS = 1 CHECKSUM = 1");

      assertThat(options(database, "a")).isEmpty();
      assertThat(options(database, "b")).isEqualTo(Map.of("collate", "utf8mb4_bin"));
      assertThat(database.column("b", "x").collation()).isEmpty();
      assertThat(database.column("b", "y").collation()).hasValue("utf8mb4_unicode_ci");
      assertThat(options(database, "c")).isEqualTo(Map.of("charset", "latin1"));
      assertThat(options(database, "d"))
          .isEqualTo(
              Map.of(
                  "engine", "MyISAM",
                  "charset", "latin1",
                  "collate", "latin1_bin",
                  "pack_keys", "1",
                  "checksum", "1"));
    }
  }

  private static Map<String, String> options(FamilyDatabase database, String table)
      throws SQLException {
    return database.table(table).options().of(List.of("mysql"));
  }

  @EachServer({"mysql", "mariadb"})
  void readsViewsWithoutTheSessionsSchema(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      String schema = test.name();
      database.execute(
          "CREATE TABLE t (id INT, name VARCHAR(20))",
          "CREATE VIEW plain AS SELECT id, name FROM t WHERE name <> '`" + schema + "`.x'",
          "CREATE VIEW named (x, `y,z`) AS SELECT id, UPPER(name) FROM t",
          "CREATE SQL SECURITY INVOKER VIEW checked AS SELECT id FROM t WHERE id > 1"
              + " WITH LOCAL CHECK OPTION",
          "CREATE VIEW odd AS SELECT `" + schema + "`.id FROM t AS `" + schema + "`",
          "CREATE VIEW deep AS WITH c AS (SELECT id, name FROM t) SELECT MAX(id) AS m FROM c"
              + " UNION SELECT 2 ORDER BY 1");
      Map<String, View> views = new LinkedHashMap<>();
      database.read().views().forEach(view -> views.put(view.name().name().value(), view));

      assertThat(views.keySet()).containsExactly("checked", "deep", "named", "odd", "plain");
      assertThat(views.get("plain").query().toString())
          .contains("from `t`")
          .contains("'`" + schema + "`.x'");
      assertThat(views.get("plain").columns()).isEmpty();
      assertThat(views.get("named").query().toString()).doesNotContain(schema);
      assertThat(database.isMariadb() ? List.of() : names("x", "y,z"))
          .isEqualTo(views.get("named").columns());
      assertThat(views.get("checked").options().of(List.of("mysql")))
          .isEqualTo(Map.of("sql_security", "invoker", "check_option", "local"));
      assertThat(views.get("odd").query().toString()).contains("`" + schema + "`");
      DatabaseSchema before = database.read();
      for (View view : views.values()) {
        database.run(new DropView(view.name(), view.kind(), Existence.STRICT, Optional.of(view)));
        database.run(new CreateView(view, Existence.STRICT));
      }
      assertThat(database.read()).isEqualTo(before);
    }
  }

  private static List<Identifier> names(String... names) {
    return Stream.of(names).map(Identifier::of).toList();
  }

  @EachServer({"mysql", "mariadb"})
  void readsWhatNoOperationModelsAsItIs(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute(
          "CREATE TABLE t (id INT, d DATE) PARTITION BY RANGE (YEAR(d))"
              + " (PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN MAXVALUE)",
          "CREATE TABLE k (a VARCHAR(40), PRIMARY KEY (a(5)))",
          "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.id = 1",
          "CREATE PROCEDURE pr(IN a INT, OUT b VARCHAR(10)) COMMENT 'c' SELECT 1",
          "CREATE FUNCTION fn(a INT) RETURNS INT DETERMINISTIC RETURN a + 1",
          "CREATE EVENT ev ON SCHEDULE EVERY 1 DAY DO DELETE FROM t");
      MysqlControl.LimitedUser user = MysqlControl.of(test).createUser();
      database.execute(
          "GRANT SELECT, INSERT (id) ON t TO " + user.name() + "@'%'",
          "GRANT SELECT ON " + test.name() + ".* TO " + user.name() + "@'%'");
      List<String> others =
          database.read().others().stream()
              .map(each -> each.kind() + " " + each.name() + ": " + each.definition())
              .toList();

      String grantee = "'" + user.name() + "'@'%'";
      assertThat(others)
          .containsExactly(
              "event ev: every 1 DAY on completion not preserve enabled\nDELETE FROM t",
              "function fn: ("
                  + (database.isMariadb()
                      ? "IN a int(11)) returns int(11)"
                      : "IN a int) returns int")
                  + " deterministic\nRETURN a + 1",
              "partitioning t: RANGE (year(`d`))\np0 2000\np1 MAXVALUE",
              "parts of a primary key k: unique index PRIMARY (a(5))",
              "privilege *: create temporary tables to " + grantee,
              "privilege *: select to " + grantee,
              "privilege t: select to " + grantee,
              "privilege t.id: insert to " + grantee,
              "procedure pr: (IN a "
                  + (database.isMariadb() ? "int(11)" : "int")
                  + ", OUT b varchar(10)) comment c\nSELECT 1",
              "trigger t.tr: BEFORE INSERT\nSET NEW.id = 1");
    }
  }

  @EachServer("mysql")
  void readsThatACheckIsNotEnforced(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute("CREATE TABLE t (a INT, CONSTRAINT ck CHECK (a > 1) NOT ENFORCED)");

      assertThat(database.table("t").constraints()).hasSize(1);
      assertThat(database.read().others())
          .containsExactly(
              new OtherObject(
                  "check that is not enforced", QualifiedName.of("t.ck"), "not enforced"));
    }
  }

  @EachServer("mariadb")
  void readsWhatOnlyMariadbHas(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute(
          "CREATE SEQUENCE s START WITH 5 INCREMENT BY 2 CACHE 7 CYCLE COMMENT 'hey'",
          "CREATE SEQUENCE down INCREMENT BY -1",
          """
          CREATE TABLE t (id INT DEFAULT (NEXT VALUE FOR s), a TEXT COMPRESSED,
            b INT WITHOUT SYSTEM VERSIONING, c INT CHECK (c > 5), c2 JSON, d UUID, e INET6,
            k1 DATE, k2 DATE, PERIOD FOR life (k1, k2),
            PRIMARY KEY (id, life WITHOUT OVERLAPS), UNIQUE KEY c (c)) WITH SYSTEM VERSIONING""");
      Table table = database.table("t");

      assertThat(database.read().sequences())
          .extracting(each -> each.name() + ": " + SchemaWords.of(each.options()))
          .containsExactly("down: increment -1", "s: start 5 increment 2 cache 7 cycle");
      assertThat(database.column("t", "id").value()).isEqualTo(defaultOf(nextValue("s")));
      assertThat(database.column("t", "a").type())
          .isEqualTo(new DataType.Native("text compressed"));
      assertThat(database.column("t", "c2").type()).isEqualTo(DataType.Simple.JSON);
      assertThat(database.column("t", "d").type()).isEqualTo(DataType.Simple.UUID);
      assertThat(database.column("t", "e").type()).isEqualTo(new DataType.Native("inet6"));
      assertThat(table.options().of(List.of("mysql")))
          .isEqualTo(Map.of("system_versioning", "true"));
      assertThat(database.column("t", "b").options().of(List.of("mysql")))
          .isEqualTo(Map.of("system_versioning", "false"));
      assertThat(table.constraints())
          .extracting(SchemaWords::of)
          .contains("unique c (c)", "check (`c` > 5)");
      assertThat(database.read().others())
          .extracting(each -> each.kind() + " " + each.name() + ": " + each.definition())
          .contains("period t.life: k1, k2", "key without overlaps t.PRIMARY: life");
    }
  }

  @EachServer({"mysql", "mariadb"})
  void namesObjectsOfOtherSchemasWithTheirSchema(TestDatabase test) throws SQLException {
    String other = MysqlControl.of(test).createDatabaseBeside("other");
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      database.execute(
          "CREATE TABLE a (id INT PRIMARY KEY)",
          "CREATE TABLE "
              + other
              + ".b (id INT PRIMARY KEY, a INT,"
              + " CONSTRAINT fk FOREIGN KEY (a) REFERENCES "
              + test.name()
              + ".a (id))",
          "CREATE TABLE c (b INT, CONSTRAINT fk FOREIGN KEY (b) REFERENCES " + other + ".b (id))",
          "CREATE VIEW " + other + ".v AS SELECT id FROM " + other + ".b");
      DatabaseSchema both = database.read(test.name(), other);

      assertThat(both.tables())
          .extracting(Table::name)
          .containsExactly(
              QualifiedName.of("a"), QualifiedName.of("c"), QualifiedName.of(other, "b"));
      assertThat(both.tables().get(1).foreignKeys().get(0).referredTable())
          .isEqualTo(QualifiedName.of(other, "b"));
      assertThat(both.tables().get(2).foreignKeys().get(0).referredTable())
          .isEqualTo(QualifiedName.of("a"));
      assertThat(both.views().get(0).query().toString()).contains("`" + other + "`.`b`");
      assertThat(database.read().tables()).hasSize(2);
      database.run(op -> op.in(other).dropConstraint("b", Kind.FOREIGN_KEY, "fk"));
      database.run(op -> op.dropConstraint("c", Kind.FOREIGN_KEY, "fk"));
    }
  }

  @EachServer({"mysql", "mariadb"})
  void leavesOutTablesWithAllThatBelongsToThem(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      DatabaseSchema empty = database.read();
      database.execute(
          "CREATE TABLE own (id INT PRIMARY KEY, d TIMESTAMP NULL DEFAULT '2020-01-01')"
              + " PARTITION BY HASH (id) PARTITIONS 2",
          "CREATE TRIGGER tr BEFORE INSERT ON own FOR EACH ROW SET NEW.id = 1",
          "CREATE TEMPORARY TABLE passing (id INT)");

      try (Connection connection = test.connect()) {
        assertThat(
                database
                    .dialect()
                    .inspector()
                    .inspect(
                        connection,
                        InspectionRequest.currentSchema()
                            .without(List.of(QualifiedName.of("own")))))
            .isEqualTo(empty);
      }
    }
  }

  @EachServer({"mysql", "mariadb"})
  void ofASessionWithoutSchemaNothingIsRead(TestServer server) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(server.address().connect())) {
      assertThat(database.read()).isEqualTo(DatabaseSchema.empty());
    }
  }

  /** Whatever this user may not see is left out; nothing fails. */
  @EachServer({"mysql", "mariadb"})
  void readsWhatAUserWithFewRightsMaySee(TestDatabase test) throws SQLException {
    test.execute("CREATE TABLE seen (id INT PRIMARY KEY, a INT, b INT, KEY (a, b))");
    test.execute("CREATE TABLE hidden (id INT)");
    test.execute("CREATE PROCEDURE pr() SELECT 1");
    test.execute("CREATE VIEW v AS SELECT a FROM seen");
    MysqlControl.LimitedUser user = MysqlControl.of(test).createUser();
    test.execute("GRANT SELECT (id, a) ON seen TO " + user.name() + "@'%'");
    test.execute("GRANT SELECT ON v TO " + user.name() + "@'%'");
    try (FamilyDatabase database = new FamilyDatabase(user.connect())) {
      DatabaseSchema schema = database.read();

      assertThat(schema.tables()).extracting(Table::name).containsExactly(QualifiedName.of("seen"));
      assertThat(schema.tables().get(0).columns())
          .extracting(column -> column.name().value())
          .containsExactly("id", "a");
    }
  }

  @EachServer({"mysql", "mariadb"})
  void tellsTablesApartByTheirLetters(TestDatabase test) throws SQLException {
    try (FamilyDatabase database = new FamilyDatabase(test)) {
      if (!database.query("SELECT @@lower_case_table_names").equals(List.of("0"))) {
        return;
      }
      database.execute("CREATE TABLE abc (x INT)", "CREATE TABLE Abc (x INT DEFAULT 5)");

      database.run(op -> op.alterColumn("Abc", "x", notNull()));

      assertThat(database.column("abc", "x").isNullable()).isTrue();
      assertThat(database.column("Abc", "x").isNullable()).isFalse();
    }
  }
}
