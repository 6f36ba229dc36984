package dev.anabranch.dialect.mysql;

import static dev.anabranch.dialect.mysql.Compiled.mariadb;
import static dev.anabranch.dialect.mysql.Compiled.mysql;
import static dev.anabranch.migration.Definitions.ascending;
import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.blob;
import static dev.anabranch.migration.Definitions.bool;
import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.comment;
import static dev.anabranch.migration.Definitions.currentDate;
import static dev.anabranch.migration.Definitions.currentTimestamp;
import static dev.anabranch.migration.Definitions.date;
import static dev.anabranch.migration.Definitions.descending;
import static dev.anabranch.migration.Definitions.enumeration;
import static dev.anabranch.migration.Definitions.expression;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.in;
import static dev.anabranch.migration.Definitions.index;
import static dev.anabranch.migration.Definitions.indexOn;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.json;
import static dev.anabranch.migration.Definitions.nextValue;
import static dev.anabranch.migration.Definitions.numeric;
import static dev.anabranch.migration.Definitions.option;
import static dev.anabranch.migration.Definitions.primaryKey;
import static dev.anabranch.migration.Definitions.sql;
import static dev.anabranch.migration.Definitions.text;
import static dev.anabranch.migration.Definitions.timestamp;
import static dev.anabranch.migration.Definitions.timestampWithTimeZone;
import static dev.anabranch.migration.Definitions.unique;
import static dev.anabranch.migration.Definitions.uniqueIndexOn;
import static dev.anabranch.migration.Definitions.uuid;
import static dev.anabranch.migration.Definitions.varbinary;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.Condition;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.Existence;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.TableConstraint.Kind;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every operation but the changes of a column as statements of both products. */
class MysqlDdlTest {

  private static void assertBoth(Consumer<Operations> revision, String expected) {
    assertThat(mysql(revision)).isEqualTo(expected);
    assertThat(mariadb(revision)).isEqualTo(expected);
  }

  private static Index detailed(Index index, String method, Index.Visibility visibility) {
    return new Index(
        index.name(),
        index.uniqueness(),
        index.parts(),
        new Index.Details(
            Optional.ofNullable(method.isEmpty() ? null : method),
            List.of(),
            Optional.empty(),
            visibility,
            DialectOptions.none()));
  }

  @Nested
  class Tables {

    @Test
    void areCreatedWithEverythingInOneStatement() {
      assertBoth(
          op ->
              op.createTable(
                  "customer",
                  column("id", bigint()).identity().primaryKey(),
                  column("name", varchar(100)).notNull().defaultValue("it's").comment("Who"),
                  column("email", varchar(200)).unique(),
                  column("balance", numeric(10, 2)).notNull().defaultValue(-1.5),
                  column("kind", enumeration("kind", "new", "it's old")).defaultValue("new"),
                  column("seen", timestamp(3)).defaultValue(currentTimestamp()),
                  column("referred_by", bigint()).references("customer", "id"),
                  check("ck_balance", "balance > -100"),
                  index("name", "email"),
                  comment("Who buys"),
                  option("mysql", "row_format", "DYNAMIC"),
                  option("mysql", "engine", "InnoDB"),
                  option("mysql", "auto_increment", "100")),
          """
          CREATE TABLE `customer` (
            `id` BIGINT NOT NULL AUTO_INCREMENT,
            `name` VARCHAR(100) NOT NULL DEFAULT 'it''s' COMMENT 'Who',
            `email` VARCHAR(200),
            `balance` DECIMAL(10, 2) NOT NULL DEFAULT -1.5,
            `kind` ENUM('new', 'it''s old') DEFAULT 'new',
            `seen` DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3),
            `referred_by` BIGINT,
            PRIMARY KEY (`id`),
            CONSTRAINT `uq_customer_email` UNIQUE (`email`),
            CONSTRAINT `fk_customer_referred_by_customer` FOREIGN KEY (`referred_by`) REFERENCES `customer` (`id`),
            CONSTRAINT `ck_balance` CHECK (balance > -100),
            INDEX `ix_customer_name_email` (`name`, `email`)
          ) ENGINE = InnoDB ROW_FORMAT = DYNAMIC AUTO_INCREMENT = 100 COMMENT = 'Who buys';
          """);
    }

    @Test
    void writeWhatOneProductKnowsOtherwise() {
      Consumer<Operations> revision =
          op ->
              op.createTable(
                  "t",
                  column("a", uuid()),
                  column("b", json()).defaultValue("{}"),
                  column("c", text()).notNull().defaultValue("x"),
                  column("d", blob()),
                  column("e", bool()).notNull().defaultValue(true),
                  column("f", timestampWithTimeZone()),
                  column("g", integer()).computed("e + 1"),
                  column("h", date()).defaultValue(currentDate()),
                  column("i", integer()).defaultValue(sql("1 + 2")),
                  column("j", date()).defaultValue(LocalDate.of(2026, 1, 31)),
                  option("mysql", "charset", "utf8mb4"),
                  option("mysql", "collate", "utf8mb4_bin"));
      assertThat(mysql(revision))
          .isEqualTo(
              """
              CREATE TABLE `t` (
                `a` CHAR(36) CHARACTER SET ascii,
                `b` JSON DEFAULT ('{}'),
                `c` LONGTEXT NOT NULL DEFAULT ('x'),
                `d` LONGBLOB,
                `e` TINYINT(1) NOT NULL DEFAULT TRUE,
                `f` TIMESTAMP(6) NULL,
                `g` INT GENERATED ALWAYS AS (e + 1) STORED,
                `h` DATE DEFAULT (CURRENT_DATE),
                `i` INT DEFAULT (1 + 2),
                `j` DATE DEFAULT '2026-01-31'
              ) DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;
              """);
      assertThat(mariadb(revision))
          .isEqualTo(
              """
              CREATE TABLE `t` (
                `a` UUID,
                `b` JSON DEFAULT '{}',
                `c` LONGTEXT NOT NULL DEFAULT 'x',
                `d` LONGBLOB,
                `e` TINYINT(1) NOT NULL DEFAULT TRUE,
                `f` TIMESTAMP(6) NULL,
                `g` INT GENERATED ALWAYS AS (e + 1) STORED,
                `h` DATE DEFAULT (CURRENT_DATE),
                `i` INT DEFAULT (1 + 2),
                `j` DATE DEFAULT '2026-01-31'
              ) DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;
              """);
    }

    @Test
    void writeBytesAndMomentsAsExpressions() {
      assertBoth(
          op -> {
            op.addColumn("t", column("a", varbinary(9)).defaultValue(new byte[] {0, 1, -1}));
            op.addColumn("t", column("b", varbinary(9)).defaultValue(new byte[0]));
            op.addColumn(
                "t",
                column("c", timestampWithTimeZone())
                    .notNull()
                    .defaultValue(Instant.parse("2024-02-29T12:00:00.250Z")));
          },
          """
          ALTER TABLE `t` ADD COLUMN `a` VARBINARY(9) DEFAULT (UNHEX('0001ff'));
          ALTER TABLE `t` ADD COLUMN `b` VARBINARY(9) DEFAULT X'';
          ALTER TABLE `t` ADD COLUMN `c` TIMESTAMP(6) NOT NULL DEFAULT (FROM_UNIXTIME(1709208000.250000));
          """);
    }

    @Test
    void writeTheWordForThePresentMomentHoweverItIsAskedFor() {
      assertBoth(
          op -> {
            op.addColumn("t", column("a", timestamp(0)).defaultValue(sql("current_timestamp")));
            op.addColumn("t", column("b", timestamp()).defaultValue(sql("NOW()")));
            op.addColumn("t", column("c", varchar(40)).defaultValue(currentTimestamp()));
          },
          """
          ALTER TABLE `t` ADD COLUMN `a` DATETIME DEFAULT CURRENT_TIMESTAMP;
          ALTER TABLE `t` ADD COLUMN `b` DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6);
          ALTER TABLE `t` ADD COLUMN `c` VARCHAR(40) DEFAULT (CURRENT_TIMESTAMP);
          """);
    }

    @Test
    void haveColumnsWithOptions() {
      assertBoth(
          op -> {
            op.addColumn(
                "t",
                column("a", varchar(9))
                    .option("mysql", "charset", "latin1")
                    .collation("latin1_bin")
                    .option("mysql", "visibility", "invisible"));
            op.addColumn(
                "t",
                column("b", timestamp(3))
                    .option("mysql", "on_update", "current_timestamp")
                    .comment("When"));
          },
          """
          ALTER TABLE `t` ADD COLUMN `a` VARCHAR(9) CHARACTER SET latin1 COLLATE latin1_bin INVISIBLE;
          ALTER TABLE `t` ADD COLUMN `b` DATETIME(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'When';
          """);
    }

    @Test
    void areDroppedAndRenamedInTheirOwnSchema() {
      assertBoth(
          op -> {
            op.dropTable("t");
            op.ifExists().dropTable("t");
            op.ifNotExists().createTable("t", column("a", integer()));
            op.renameTable("t", "u");
            op.in("s").renameTable("t", "u");
            op.tableComment("t", "it's");
            op.renameColumn("t", "a", "b");
            op.dropColumn("t", "b");
          },
          """
          DROP TABLE `t`;
          DROP TABLE IF EXISTS `t`;
          CREATE TABLE IF NOT EXISTS `t` (
            `a` INT
          );
          RENAME TABLE `t` TO `u`;
          RENAME TABLE `s`.`t` TO `s`.`u`;
          ALTER TABLE `t` COMMENT = 'it''s';
          ALTER TABLE `t` RENAME COLUMN `a` TO `b`;
          ALTER TABLE `t` DROP COLUMN `b`;
          """);
    }

    @Test
    void askWhetherAColumnIsThereWhereTheServerDoesNot() {
      Consumer<Operations> revision =
          op -> {
            op.ifNotExists().addColumn("t", column("a", varchar(9)).defaultValue("x"));
            op.in("s").ifExists().dropColumn("t", "a");
          };
      assertThat(mysql(revision))
          .isEqualTo(
              """
              SET @anabranch = IF(NOT EXISTS (SELECT 1 FROM `information_schema`.`COLUMNS` WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't' AND COLUMN_NAME = 'a'), 'ALTER TABLE `t` ADD COLUMN `a` VARCHAR(9) DEFAULT ''x''', 'DO 0');
              PREPARE anabranch FROM @anabranch;
              EXECUTE anabranch;
              SET @anabranch = IF(EXISTS (SELECT 1 FROM `information_schema`.`COLUMNS` WHERE TABLE_SCHEMA = 's' AND TABLE_NAME = 't' AND COLUMN_NAME = 'a'), 'ALTER TABLE `s`.`t` DROP COLUMN `a`', 'DO 0');
              PREPARE anabranch FROM @anabranch;
              EXECUTE anabranch;
              """);
      assertThat(mariadb(revision))
          .isEqualTo(
              """
              ALTER TABLE `t` ADD COLUMN IF NOT EXISTS `a` VARCHAR(9) DEFAULT 'x';
              ALTER TABLE `s`.`t` DROP COLUMN IF EXISTS `a`;
              """);
    }

    @Test
    void letTheServerWriteBackslashesAsItsSessionReadsThem() {
      assertBoth(
          op -> op.tableComment("t", "it's \\ here"),
          """
          SET @anabranch = CONCAT(
          'ALTER TABLE `t` COMMENT = ''it''''s ',
          REPEAT(CHAR(92 USING utf8mb4), IF(FIND_IN_SET('NO_BACKSLASH_ESCAPES', @@SESSION.sql_mode), 1, 2)),
          ' here''');
          PREPARE anabranch FROM @anabranch;
          EXECUTE anabranch;
          """);
    }

    @Test
    void keepWhatPreparesAStatementWithIt() {
      List<DdlStatement> statements =
          Compiled.statements(Compiled.MYSQL, op -> op.ifExists().dropColumn("t", "a"));

      assertThat(statements).hasSize(1);
      assertThat(statements.get(0).sql()).isEqualTo("EXECUTE anabranch");
      assertThat(statements.get(0).commit()).isEqualTo(DdlStatement.Commit.BY_ITSELF);
      assertThat(statements.get(0).preparation()).hasSize(2);
    }
  }

  @Nested
  class Indexes {

    @Test
    void areWrittenWithAllTheirParts() {
      Consumer<Operations> revision =
          op -> {
            op.createIndex("t", "a", "b");
            op.createIndex("t", uniqueIndexOn("a"));
            op.createIndex("t", indexOn(descending("a"), ascending("b").withPrefix(10)));
            op.createIndex("t", detailed(indexOn("c"), "fulltext", Index.Visibility.VISIBLE));
            op.createIndex("t", detailed(indexOn("d"), "SPATIAL", Index.Visibility.VISIBLE));
            op.createIndex("t", detailed(indexOn("e"), "hash", Index.Visibility.INVISIBLE));
            op.online().createIndex("t", "f");
          };
      String same =
          """
          CREATE INDEX `ix_t_a_b` ON `t` (`a`, `b`);
          CREATE UNIQUE INDEX `ux_t_a` ON `t` (`a`);
          CREATE INDEX `ix_t_a_b` ON `t` (`a` DESC, `b` (10));
          CREATE FULLTEXT INDEX `ix_t_c` ON `t` (`c`);
          CREATE SPATIAL INDEX `ix_t_d` ON `t` (`d`);
          CREATE INDEX `ix_t_e` USING HASH ON `t` (`e`) %s;
          CREATE INDEX `ix_t_f` ON `t` (`f`) ALGORITHM = INPLACE LOCK = NONE;
          """;
      assertThat(mysql(revision)).isEqualTo(same.replace("%s", "INVISIBLE"));
      assertThat(mariadb(revision)).isEqualTo(same.replace("%s", "IGNORED"));
    }

    @Test
    void standInTheirTableAsTheyStandAlone() {
      assertBoth(
          op ->
              op.createTable(
                  "t",
                  column("a", varchar(99)).notNull(),
                  index(uniqueIndexOn("a").withName(Identifier.of("one_a"))),
                  index(detailed(indexOn("a"), "fulltext", Index.Visibility.VISIBLE))),
          """
          CREATE TABLE `t` (
            `a` VARCHAR(99) NOT NULL,
            UNIQUE INDEX `one_a` (`a`),
            FULLTEXT INDEX `ix_t_a` (`a`)
          );
          """);
    }

    @Test
    void overExpressionsStandInTwoParentheses() {
      assertThat(mysql(op -> op.createIndex("t", indexOn(expression("lower(a)"), ascending("b")))))
          .matches("CREATE INDEX `ix_t_[0-9a-f]{8}_b` ON `t` \\(\\(lower\\(a\\)\\), `b`\\);\n");
    }

    @Test
    void haveOptions() {
      DialectOptions options =
          DialectOptions.none()
              .with("mysql", "comment", "it's")
              .with("mysql", "parser", "ngram")
              .with("mysql", "key_block_size", "8");
      Index index =
          new Index(
              Optional.of(Identifier.of("i")),
              Index.Uniqueness.NOT_UNIQUE,
              indexOn("a").parts(),
              new Index.Details(
                  Optional.of("fulltext"),
                  List.of(),
                  Optional.empty(),
                  Index.Visibility.VISIBLE,
                  options));
      assertBoth(
          op -> op.createIndex("t", index),
          """
          CREATE FULLTEXT INDEX `i` ON `t` (`a`) KEY_BLOCK_SIZE 8 WITH PARSER `ngram` COMMENT 'it''s';
          """);
    }

    @Test
    void areDroppedWithAnotherOneForAForeignKeyThatHasUsedThem() {
      assertBoth(
          op -> op.online().dropIndex("t", "ix"),
          """
          SET @anabranch = CONCAT('ALTER TABLE `t` DROP INDEX `ix`', IFNULL((
          SELECT GROUP_CONCAT(', ADD INDEX ', CONCAT('`', REPLACE(k.name, '`', '``'), '`'), ' (', k.list, ')' ORDER BY k.name SEPARATOR '')
          FROM (SELECT CONSTRAINT_NAME AS name, GROUP_CONCAT(CONCAT('`', REPLACE(COLUMN_NAME, '`', '``'), '`') ORDER BY ORDINAL_POSITION) AS list FROM `information_schema`.`KEY_COLUMN_USAGE` WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't' AND REFERENCED_TABLE_NAME IS NOT NULL GROUP BY CONSTRAINT_NAME) AS k
          WHERE k.name <> 'ix'
          AND EXISTS (SELECT 1 FROM (SELECT INDEX_NAME AS name, GROUP_CONCAT(CONCAT(CONCAT('`', REPLACE(IFNULL(COLUMN_NAME, ''), '`', '``'), '`'), IFNULL(SUB_PART, '')) ORDER BY SEQ_IN_INDEX) AS list FROM `information_schema`.`STATISTICS` WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't' GROUP BY INDEX_NAME) AS i WHERE i.name = 'ix' AND LOCATE(CONCAT(k.list, ','), CONCAT(i.list, ',')) = 1)
          AND NOT EXISTS (SELECT 1 FROM (SELECT INDEX_NAME AS name, GROUP_CONCAT(CONCAT(CONCAT('`', REPLACE(IFNULL(COLUMN_NAME, ''), '`', '``'), '`'), IFNULL(SUB_PART, '')) ORDER BY SEQ_IN_INDEX) AS list FROM `information_schema`.`STATISTICS` WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't' GROUP BY INDEX_NAME) AS i WHERE i.name <> 'ix' AND LOCATE(CONCAT(k.list, ','), CONCAT(i.list, ',')) = 1)), ''), ', ALGORITHM = INPLACE, LOCK = NONE');
          PREPARE anabranch FROM @anabranch;
          EXECUTE anabranch;
          """);
    }

    @Test
    void getOtherNames() {
      assertBoth(
          op -> op.renameIndex("t", "a", "b"),
          """
          ALTER TABLE `t` RENAME INDEX `a` TO `b`;
          """);
    }

    @Test
    void areLookedForWhereTheServerDoesNot() {
      Consumer<Operations> revision = op -> op.ifNotExists().createIndex("t", "a");
      assertThat(mysql(revision))
          .startsWith(
              "SET @anabranch = IF(NOT EXISTS (SELECT 1 FROM `information_schema`.`STATISTICS`"
                  + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't'"
                  + " AND INDEX_NAME = 'ix_t_a'), 'CREATE INDEX `ix_t_a` ON `t` (`a`)', 'DO 0');");
      assertThat(mariadb(revision))
          .isEqualTo("CREATE INDEX IF NOT EXISTS `ix_t_a` ON `t` (`a`);\n");
    }
  }

  @Nested
  class Constraints {

    @Test
    void areAdded() {
      assertBoth(
          op -> {
            op.addConstraint("t", primaryKey("a"));
            op.addConstraint("t", unique("a", "b"));
            op.addConstraint("t", check("ck", "a > 0"));
            op.addConstraint(
                "t",
                foreignKey("a")
                    .references(in("s", "u"), List.of(Identifier.of("id")))
                    .onDelete(ReferentialAction.SET_NULL)
                    .onUpdate(ReferentialAction.CASCADE)
                    .named("fk"));
          },
          """
          ALTER TABLE `t` ADD PRIMARY KEY (`a`);
          ALTER TABLE `t` ADD CONSTRAINT `uq_t_a_b` UNIQUE (`a`, `b`);
          ALTER TABLE `t` ADD CONSTRAINT `ck` CHECK (a > 0);
          ALTER TABLE `t` ADD CONSTRAINT `fk` FOREIGN KEY (`a`) REFERENCES `s`.`u` (`id`) ON DELETE SET NULL ON UPDATE CASCADE;
          """);
    }

    @Test
    void areDroppedByTheirKind() {
      assertThat(mysql(op -> op.dropConstraint("t", Kind.CHECK, "ck")))
          .isEqualTo("ALTER TABLE `t` DROP CHECK `ck`;\n");
      assertThat(mariadb(op -> op.dropConstraint("t", Kind.CHECK, "ck")))
          .isEqualTo("ALTER TABLE `t` DROP CONSTRAINT `ck`;\n");
      assertThat(mysql(op -> op.dropConstraint("t", Kind.UNIQUE, "uq")))
          .startsWith("SET @anabranch = CONCAT('ALTER TABLE `t` DROP INDEX `uq`', IFNULL((");
      assertThat(mysql(op -> op.dropConstraint("t", Kind.PRIMARY_KEY, "pk_t")))
          .startsWith("SET @anabranch = CONCAT('ALTER TABLE `t` DROP PRIMARY KEY', IFNULL((")
          .contains("k.name <> 'PRIMARY'");
    }

    @Test
    void ofForeignKeysTakeTheirIndexAlong() {
      assertBoth(
          op -> op.dropConstraint("t", Kind.FOREIGN_KEY, "fk"),
          """
          SET @anabranch = CONCAT('ALTER TABLE `t` DROP FOREIGN KEY `fk`', IF((
          SELECT GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX) FROM `information_schema`.`STATISTICS` WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't' AND INDEX_NAME = 'fk' AND NON_UNIQUE = 1) = (
          SELECT GROUP_CONCAT(COLUMN_NAME ORDER BY ORDINAL_POSITION) FROM `information_schema`.`KEY_COLUMN_USAGE` WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't' AND CONSTRAINT_NAME = 'fk' AND REFERENCED_TABLE_NAME IS NOT NULL), CONCAT(', DROP INDEX `fk`', IFNULL((
          SELECT GROUP_CONCAT(', ADD INDEX ', CONCAT('`', REPLACE(k.name, '`', '``'), '`'), ' (', k.list, ')' ORDER BY k.name SEPARATOR '')
          FROM (SELECT CONSTRAINT_NAME AS name, GROUP_CONCAT(CONCAT('`', REPLACE(COLUMN_NAME, '`', '``'), '`') ORDER BY ORDINAL_POSITION) AS list FROM `information_schema`.`KEY_COLUMN_USAGE` WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't' AND REFERENCED_TABLE_NAME IS NOT NULL GROUP BY CONSTRAINT_NAME) AS k
          WHERE k.name <> 'fk'
          AND EXISTS (SELECT 1 FROM (SELECT INDEX_NAME AS name, GROUP_CONCAT(CONCAT(CONCAT('`', REPLACE(IFNULL(COLUMN_NAME, ''), '`', '``'), '`'), IFNULL(SUB_PART, '')) ORDER BY SEQ_IN_INDEX) AS list FROM `information_schema`.`STATISTICS` WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't' GROUP BY INDEX_NAME) AS i WHERE i.name = 'fk' AND LOCATE(CONCAT(k.list, ','), CONCAT(i.list, ',')) = 1)
          AND NOT EXISTS (SELECT 1 FROM (SELECT INDEX_NAME AS name, GROUP_CONCAT(CONCAT(CONCAT('`', REPLACE(IFNULL(COLUMN_NAME, ''), '`', '``'), '`'), IFNULL(SUB_PART, '')) ORDER BY SEQ_IN_INDEX) AS list FROM `information_schema`.`STATISTICS` WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't' GROUP BY INDEX_NAME) AS i WHERE i.name <> 'fk' AND LOCATE(CONCAT(k.list, ','), CONCAT(i.list, ',')) = 1)), '')), ''));
          PREPARE anabranch FROM @anabranch;
          EXECUTE anabranch;
          """);
    }

    @Test
    void areLookedForOnBoth() {
      Consumer<Operations> unique = op -> op.ifExists().dropConstraint("t", Kind.UNIQUE, "uq");
      assertThat(mariadb(unique))
          .isEqualTo(mysql(unique))
          .startsWith(
              "SET @anabranch = IF(EXISTS (SELECT 1 FROM `information_schema`.`STATISTICS`");
      assertThat(mariadb(op -> op.ifExists().dropConstraint("t", Kind.PRIMARY_KEY, "pk")))
          .startsWith(
              "SET @anabranch = IF(EXISTS (SELECT 1 FROM `information_schema`.`TABLE_CONSTRAINTS`")
          .contains("CONSTRAINT_NAME = 'PRIMARY' AND CONSTRAINT_TYPE = 'PRIMARY KEY'")
          .contains("'DO 0'");
    }
  }

  @Nested
  class Others {

    @Test
    void viewsHaveTheirOptions() {
      View view =
          new View(
              QualifiedName.of("v"),
              View.Kind.PLAIN,
              List.of(Identifier.of("x")),
              sql("SELECT a FROM t -- all"),
              Optional.empty(),
              DialectOptions.none()
                  .with("mysql", "algorithm", "merge")
                  .with("mysql", "sql_security", "invoker")
                  .with("mysql", "check_option", "cascaded"));
      assertBoth(
          op -> {
            op.createView(view);
            op.createView("w", "SELECT 1");
            op.replaceView("w", "SELECT 2");
            op.ifExists().dropView("w");
          },
          """
          CREATE ALGORITHM = merge SQL SECURITY invoker VIEW `v` (`x`) AS
          SELECT a FROM t -- all
          WITH cascaded CHECK OPTION;
          CREATE VIEW `w` AS
          SELECT 1;
          CREATE OR REPLACE VIEW `w` AS
          SELECT 2;
          DROP VIEW IF EXISTS `w`;
          """);
    }

    @Test
    void viewsAreLookedForWhereTheServerDoesNot() {
      Consumer<Operations> revision = op -> op.ifNotExists().createView("v", "SELECT 'a'");
      assertThat(mysql(revision))
          .startsWith(
              "SET @anabranch = IF(NOT EXISTS (SELECT 1 FROM `information_schema`.`TABLES`"
                  + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'v'),"
                  + " 'CREATE VIEW `v` AS\nSELECT ''a''', 'DO 0');");
      assertThat(mariadb(revision)).isEqualTo("CREATE VIEW IF NOT EXISTS `v` AS\nSELECT 'a';\n");
    }

    @Test
    void sequencesCountOnMariadb() {
      assertThat(
              mariadb(
                  op -> {
                    op.createSequence(
                        "s", SequenceOptions.defaults().startWith(5).incrementBy(2).cycle());
                    op.record(
                        new CreateSequence(
                            new Sequence(
                                QualifiedName.of("c"),
                                Optional.of(bigint()),
                                SequenceOptions.defaults(),
                                Optional.of("it's")),
                            Existence.TOLERANT));
                    op.alterSequence(
                        "s",
                        SequenceOptions.defaults().maxValue(9),
                        SequenceOptions.defaults().maxValue(8).cycle());
                    op.alterSequence("s", SequenceOptions.defaults());
                    op.renameSequence("s", "r");
                    op.ifExists().dropSequence("r");
                    op.addColumn("t", column("n", bigint()).defaultValue(nextValue("c")));
                  }))
          .isEqualTo(
              """
              CREATE SEQUENCE `s` START WITH 5 INCREMENT BY 2 CYCLE;
              CREATE SEQUENCE IF NOT EXISTS `c` COMMENT = 'it''s';
              ALTER SEQUENCE `s` MAXVALUE 9 NOCYCLE;
              RENAME TABLE `s` TO `r`;
              DROP SEQUENCE IF EXISTS `r`;
              ALTER TABLE `t` ADD COLUMN `n` BIGINT DEFAULT (NEXT VALUE FOR `c`);
              """);
    }

    @Test
    void schemasAreDroppedOnlyIfNothingIsInThem() {
      assertBoth(
          op -> {
            op.ifNotExists().createSchema("s");
            op.dropSchema("s");
          },
          """
          CREATE SCHEMA IF NOT EXISTS `s`;
          SET @anabranch = IF(EXISTS (SELECT 1 FROM `information_schema`.`TABLES` WHERE TABLE_SCHEMA = 's') OR EXISTS (SELECT 1 FROM `information_schema`.`ROUTINES` WHERE ROUTINE_SCHEMA = 's') OR EXISTS (SELECT 1 FROM `information_schema`.`EVENTS` WHERE EVENT_SCHEMA = 's'), 'SET SESSION completion_type = ''Cannot drop schema s: it is not empty.''', 'DROP SCHEMA `s`');
          PREPARE anabranch FROM @anabranch;
          EXECUTE anabranch;
          """);
    }

    @Test
    void enumTypesAreNothingByThemselves() {
      assertBoth(
          op -> {
            op.createEnumType("e", "a", "b");
            op.dropEnumType("e");
          },
          "");
    }

    @Test
    void rowsAndSqlAreWrittenAsEverywhere() {
      Consumer<Operations> revision =
          op -> {
            op.insertInto("t", "a", "b").row(1, "it's").row(2, null).insert();
            op.insertInto("t", "a").row("\\").insert();
            op.update("t", Map.of("a", 3), Condition.equal("b", "x"));
            op.delete("t", Condition.equal("b", null));
            op.execute("UPDATE t SET b = ?, c = '\\'?' # ?\n WHERE a = ?", "y", 4);
          };
      assertBoth(
          revision,
          """
          INSERT INTO `t` (`a`, `b`) VALUES
          (1, 'it''s'), (2, NULL);
          INSERT INTO `t` (`a`) VALUES
          (_utf8mb4 X'5c');
          UPDATE `t` SET `a` = 3 WHERE `b` = 'x';
          DELETE FROM `t` WHERE `b` IS NULL;
          UPDATE t SET b = 'y', c = '\\'?' # ?
           WHERE a = 4;
          """);
    }

    @Test
    void blocksForMysqlAreForBothAndThoseForMariadbForOne() {
      Consumer<Operations> revision =
          op -> {
            op.on("mysql", o -> o.execute("SELECT 1"));
            op.on("mariadb", o -> o.execute("SELECT 2"));
            op.outsideTransaction(o -> o.dropTable("t"));
          };

      assertThat(mysql(revision)).isEqualTo("SELECT 1;\nDROP TABLE `t`;\n");
      assertThat(mariadb(revision)).isEqualTo("SELECT 1;\nSELECT 2;\nDROP TABLE `t`;\n");
    }
  }
}
