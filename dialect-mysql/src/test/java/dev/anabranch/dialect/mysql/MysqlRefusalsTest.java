package dev.anabranch.dialect.mysql;

import static dev.anabranch.migration.Definitions.array;
import static dev.anabranch.migration.Definitions.ascending;
import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.binary;
import static dev.anabranch.migration.Definitions.character;
import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.columnComment;
import static dev.anabranch.migration.Definitions.descending;
import static dev.anabranch.migration.Definitions.expression;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.indexOn;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.intervalDayToSecond;
import static dev.anabranch.migration.Definitions.json;
import static dev.anabranch.migration.Definitions.nextValue;
import static dev.anabranch.migration.Definitions.numeric;
import static dev.anabranch.migration.Definitions.option;
import static dev.anabranch.migration.Definitions.sql;
import static dev.anabranch.migration.Definitions.time;
import static dev.anabranch.migration.Definitions.timestamp;
import static dev.anabranch.migration.Definitions.type;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.migration.ColumnDefinition;
import dev.anabranch.migration.ForeignKeyDefinition;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.CreateView;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.OperationException;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.TableConstraint.Kind;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.NameTooLongException;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a release cannot do is refused before anything is sent, with the way round. */
class MysqlRefusalsTest {

  private static final String BOTH = Compiled.MYSQL + "|" + Compiled.MARIADB;

  private static void assertRefused(
      String releases, Consumer<Operations> revision, String message, String hint) {
    for (String release : releases.split("\\|", -1)) {
      String title = release.contains("MariaDB") ? "MariaDB " : "MySQL ";
      assertThatThrownBy(() -> Compiled.sql(release, revision))
          .isInstanceOfSatisfying(
              OperationException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_OPERATION);
                assertThat(e).hasMessage(message.replace("PRODUCT", title + release));
                assertThat(e.hint()).hasValueSatisfying(text -> assertThat(text).contains(hint));
              });
    }
  }

  private static Consumer<Operations> addColumn(ColumnDefinition column) {
    return op -> op.addColumn("t", column);
  }

  @Test
  void typesThatAreNotThere() {
    assertRefused(
        BOTH,
        addColumn(column("c", array(integer()))),
        "Cannot add column t.c on PRODUCT: it has no arrays.",
        "json()");
    assertRefused(
        BOTH,
        addColumn(column("c", intervalDayToSecond())),
        "Cannot add column t.c on PRODUCT: it has no type for spans of time.",
        "bigint()");
    assertRefused(
        BOTH,
        addColumn(column("c", timestamp(9))),
        "Cannot add column t.c on PRODUCT: timestamp(9) is too large:"
            + " a second has up to 6 digits behind the point.",
        "type.on");
    assertRefused(
        BOTH,
        addColumn(column("c", time(7))),
        "Cannot add column t.c on PRODUCT: time(7) is too large:"
            + " a second has up to 6 digits behind the point.",
        "type.on");
    assertRefused(
        BOTH,
        addColumn(column("c", numeric(66, 2))),
        "Cannot add column t.c on PRODUCT: numeric(66, 2) is too large:"
            + " DECIMAL has up to 65 digits, 30 of them behind the point.",
        "type.on");
    assertRefused(
        BOTH,
        addColumn(column("c", character(256))),
        "Cannot add column t.c on PRODUCT: char(256) is too large: CHAR has up to 255 characters.",
        "type.on");
    assertRefused(
        BOTH,
        op -> op.alterColumn("t", "c", type(binary(300))),
        "Cannot alter column t.c on PRODUCT: binary(300) is too large: BINARY has up to 255 bytes.",
        "type.on");
  }

  @Test
  void variantsAreJudgedByWhatTheProductGets() {
    assertThat(Compiled.mysql(addColumn(column("c", array(integer()).on("mysql", json())))))
        .isEqualTo("ALTER TABLE `t` ADD COLUMN `c` JSON;\n");
  }

  @Test
  void valuesThatDoNotCount() {
    SequenceOptions none = SequenceOptions.defaults();
    assertRefused(
        BOTH,
        op ->
            op.createTable(
                "t",
                column("id", bigint()).identity(ColumnValue.Generation.ALWAYS, none).primaryKey()),
        "Cannot create table t on PRODUCT: AUTO_INCREMENT takes the numbers that rows bring.",
        "BY_DEFAULT");
    assertRefused(
        BOTH,
        op ->
            op.createTable(
                "t",
                column("id", bigint())
                    .identity(ColumnValue.Generation.BY_DEFAULT, none.startWith(5))
                    .primaryKey()),
        "Cannot create table t on PRODUCT: AUTO_INCREMENT counts upwards by 1, without an end.",
        "auto_increment");
    assertRefused(
        BOTH,
        op -> op.createTable("t", column("id", bigint()).identity()),
        "Cannot create table t on PRODUCT: the AUTO_INCREMENT column id is in no key.",
        "primary key");
    assertRefused(
        BOTH,
        op ->
            op.createTable(
                "t",
                column("a", bigint()).identity().primaryKey(),
                column("b", bigint()).identity().unique()),
        "Cannot create table t on PRODUCT: a table has one AUTO_INCREMENT column.",
        "one column");
    assertRefused(
        BOTH,
        addColumn(column("c", bigint()).identity()),
        "Cannot add column t.c on PRODUCT: AUTO_INCREMENT needs a key in the same statement.",
        "op.execute");
    assertRefused(
        Compiled.MYSQL,
        addColumn(column("c", bigint()).defaultValue(nextValue("s"))),
        "Cannot add column t.c on PRODUCT: it has no sequences.",
        "identity");
    assertRefused(
        Compiled.MARIADB,
        addColumn(column("c", bigint()).computed("a + 1").notNull()),
        "Cannot add column t.c on PRODUCT: the computed column c cannot be NOT NULL.",
        "check constraint");
    assertThat(Compiled.mysql(addColumn(column("c", bigint()).computed("a + 1").notNull())))
        .isEqualTo(
            "ALTER TABLE `t` ADD COLUMN `c` BIGINT GENERATED ALWAYS AS (a + 1) STORED NOT NULL;\n");
  }

  @Test
  void anotherTypeByARule() {
    assertRefused(
        BOTH,
        op -> op.alterColumn("t", "c", type(integer()).using("c * 2")),
        "Cannot alter column t.c on PRODUCT: it has one way to make the values of a new type.",
        "rename");
  }

  private static ForeignKeyDefinition reference() {
    return foreignKey("a").references("u", "id").named("fk");
  }

  @Test
  void constraintsThatAreNotThere() {
    assertRefused(
        BOTH,
        op -> op.addConstraint("t", reference().deferrability(Deferrability.DEFERRABLE)),
        "Cannot add foreign key fk to t on PRODUCT: it checks constraints with each row.",
        "Leave deferrability away");
    assertRefused(
        BOTH,
        op -> op.addConstraint("t", reference().match(ForeignKey.Match.FULL)),
        "Cannot add foreign key fk to t on PRODUCT:"
            + " it reads MATCH FULL and passes it over, with the actions behind it.",
        "check constraint");
    assertRefused(
        BOTH,
        op -> op.addConstraint("t", reference().onDelete(ReferentialAction.SET_DEFAULT)),
        "Cannot add foreign key fk to t on PRODUCT: InnoDB does not do SET DEFAULT.",
        "SET NULL");
    assertRefused(
        BOTH,
        op ->
            op.addConstraint(
                "t",
                new UniqueConstraint(
                    Optional.of(Identifier.of("uq")),
                    List.of(Identifier.of("a")),
                    UniqueConstraint.Nulls.NOT_DISTINCT,
                    Deferrability.NOT_DEFERRABLE)),
        "Cannot add unique uq to t on PRODUCT: a unique index takes any number of nulls.",
        "never null");
    assertRefused(
        BOTH,
        op ->
            op.addConstraint(
                "t",
                new ExclusionConstraint(
                    Optional.of(Identifier.of("ex")),
                    "gist",
                    List.of(
                        new ExclusionConstraint.Element(
                            IndexPart.column(Identifier.of("a")), "&&")),
                    Optional.empty(),
                    Deferrability.NOT_DEFERRABLE)),
        "Cannot add exclusion ex to t on PRODUCT: it has no exclusion constraints.",
        "trigger");
    assertRefused(
        BOTH,
        op -> op.renameConstraint("t", Kind.CHECK, "a", "b"),
        "Cannot rename check a of t to b on PRODUCT: a constraint keeps its name.",
        "Drop the constraint");
    assertRefused(
        BOTH,
        op -> op.renameConstraint("t", Kind.UNIQUE, "a", "b"),
        "Cannot rename unique a of t to b on PRODUCT: a constraint keeps its name.",
        "op.renameIndex");
  }

  private static Index with(Index.Details details) {
    return new Index(
        Optional.of(Identifier.of("i")),
        Index.Uniqueness.NOT_UNIQUE,
        indexOn("a").parts(),
        details);
  }

  private static Index.Details details(
      String method, List<Identifier> include, Optional<SqlExpression> where) {
    return new Index.Details(
        method.isEmpty() ? Optional.empty() : Optional.of(method),
        include,
        where,
        Index.Visibility.VISIBLE,
        DialectOptions.none());
  }

  @Test
  void partsOfIndexes() {
    assertRefused(
        BOTH,
        op ->
            op.createIndex(
                "t", with(details("", List.of(), Optional.of(SqlExpression.of("a > 0"))))),
        "Cannot create index i on t on PRODUCT: its indexes hold every row.",
        "computed column");
    assertRefused(
        BOTH,
        op -> op.createIndex("t", with(details("", List.of(Identifier.of("b")), Optional.empty()))),
        "Cannot create index i on t on PRODUCT: an index includes no further columns.",
        "behind");
    assertRefused(
        BOTH,
        op -> op.createIndex("t", with(details("gin", List.of(), Optional.empty()))),
        "Cannot create index i on t on PRODUCT: it has no index method gin.",
        "btree, hash, rtree, fulltext and spatial");
    assertRefused(
        BOTH,
        op ->
            op.createIndex(
                "t",
                indexOn(ascending("a").withNulls(IndexPart.Nulls.LAST))
                    .withName(Identifier.of("i"))),
        "Cannot create index i on t on PRODUCT: nulls always stand before all values.",
        "Leave their place away");
    assertRefused(
        BOTH,
        op ->
            op.createIndex(
                "t",
                indexOn(ascending("a").withOperatorClass("text_pattern_ops"))
                    .withName(Identifier.of("i"))),
        "Cannot create index i on t on PRODUCT: it has no operator classes.",
        "collation");
    assertRefused(
        BOTH,
        op -> op.online().createIndex("t", with(details("fulltext", List.of(), Optional.empty()))),
        "Cannot create index i on t on PRODUCT:"
            + " the table cannot be written while such an index is built.",
        "online()");
    assertRefused(
        Compiled.MARIADB,
        op -> op.createIndex("t", indexOn(expression("lower(a)")).withName(Identifier.of("i"))),
        "Cannot create index i on t on PRODUCT: it has no indexes over expressions.",
        "computed column");
    assertRefused(
        "10.6.16-MariaDB",
        op -> op.createIndex("t", indexOn(descending("a")).withName(Identifier.of("i"))),
        "Cannot create index i on t on PRODUCT: it reads DESC and passes it over before 10.8.",
        "both directions");
  }

  @Test
  void whatCameWithinMysql80() {
    assertRefused(
        "8.0.12",
        addColumn(column("c", integer()).defaultValue(SqlExpression.of("1 + 2"))),
        "Cannot add column t.c on PRODUCT: a default is a constant or CURRENT_TIMESTAMP"
            + " before 8.0.13.",
        "trigger");
    assertRefused(
        "8.0.12",
        op -> op.createIndex("t", indexOn(expression("lower(a)")).withName(Identifier.of("i"))),
        "Cannot create index i on t on PRODUCT: it has no indexes over expressions.",
        "computed column");
    assertRefused(
        "8.0.15",
        op -> op.addConstraint("t", check("ck", "a > 0")),
        "Cannot add check ck to t on PRODUCT: check constraints came with 8.0.16.",
        "trigger");
  }

  @Test
  void objectsThatAreNotThere() {
    assertRefused(
        BOTH,
        op ->
            op.record(
                new CreateView(
                    View.of(QualifiedName.of("v"), sql("SELECT 1")).materialized(),
                    Existence.STRICT)),
        "Cannot create view v on PRODUCT: it has no materialized views.",
        "plain view");
    assertRefused(
        BOTH,
        op ->
            op.createView(
                new View(
                    QualifiedName.of("v"),
                    View.Kind.PLAIN,
                    List.of(),
                    sql("SELECT 1"),
                    Optional.of("words"),
                    DialectOptions.none())),
        "Cannot create view v on PRODUCT: a view has no comment.",
        "Leave the comment away");
    assertRefused(
        Compiled.MYSQL,
        op -> op.createSequence("s", SequenceOptions.defaults()),
        "Cannot create sequence s on PRODUCT: it has no sequences.",
        "identity");
    assertRefused(
        Compiled.MARIADB,
        op ->
            op.record(
                new CreateSequence(
                    new Sequence(
                        QualifiedName.of("s"),
                        Optional.of(integer()),
                        SequenceOptions.defaults(),
                        Optional.empty()),
                    Existence.STRICT)),
        "Cannot create sequence s on PRODUCT: a sequence counts in 64 bits.",
        "largest number");
    assertRefused(
        BOTH,
        op -> op.addEnumValue("e", "c"),
        "Cannot add value to enum type e on PRODUCT: the values stand in each column,"
            + " and which columns those are is not known.",
        "op.alterColumn");
  }

  @Test
  void lettersThatTheServerWouldLose() {
    String message =
        "Cannot %s on PRODUCT: a comment cannot hold characters beyond U+FFFF, and the server"
            + " would write question marks in their place.";
    assertRefused(
        BOTH,
        op -> op.tableComment("t", "\ud83d\ude00"),
        message.formatted("change comment of table t"),
        "emoji");
    assertRefused(
        BOTH,
        op -> op.alterColumn("t", "c", columnComment("\ud83d\ude00")),
        message.formatted("alter column t.c"),
        "emoji");
    for (Consumer<Operations> revision :
        List.<Consumer<Operations>>of(
            op -> op.createTable("\ud83d\ude00", column("a", integer())),
            op -> op.createTable("t", column("\ud83d\ude00", integer())),
            op -> op.createTable("t", column("a", integer()), check("\ud83d\ude00", "a > 0")),
            op -> op.renameTable("t", "\ud83d\ude00"),
            op -> op.renameColumn("t", "a", "\ud83d\ude00"),
            op -> op.createView("\ud83d\ude00", "SELECT 1"),
            op -> op.renameIndex("t", "a", "\ud83d\ude00"))) {
      assertThatThrownBy(() -> Compiled.mysql(revision))
          .isInstanceOf(OperationException.class)
          .hasMessageEndingWith("a name cannot hold characters beyond U+FFFF.");
    }
    assertThat(Compiled.mysql(op -> op.execute("SELECT '\ud83d\ude00'")))
        .isEqualTo("SELECT '\ud83d\ude00';\n");
  }

  @Test
  void optionsThatAreNotKnown() {
    assertThatThrownBy(
            () ->
                Compiled.mysql(
                    op ->
                        op.createTable(
                            "t", column("a", integer()), option("mysql", "row_fromat", "x"))))
        .isInstanceOfSatisfying(
            OperationException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPERATION))
        .hasMessage("Cannot create table t: mysql has no option \"row_fromat\" here.");
    assertThatThrownBy(
            () ->
                Compiled.mysql(
                    op ->
                        op.createTable(
                            "t",
                            column("a", integer()),
                            option("mysql", "engine", "InnoDB; DROP TABLE t"))))
        .hasMessage(
            "Cannot create table t: the value of the option \"engine\" is"
                + " \"InnoDB; DROP TABLE t\".");
    assertThatThrownBy(
            () -> Compiled.mysql(addColumn(column("c", varchar(9)).collation("x'; DROP TABLE t"))))
        .hasMessageContaining("\"x'; DROP TABLE t\" is no name of a collation");
  }

  @Test
  void optionsOfTheOtherProduct() {
    Consumer<Operations> revision =
        op ->
            op.createTable(
                "t",
                column("a", integer()),
                option("mariadb", "page_compressed", "1"),
                option("mysql", "engine", "InnoDB"),
                option("postgresql", "anything", "1"));
    assertThat(Compiled.mysql(revision)).endsWith(") ENGINE = InnoDB;\n");
    assertThat(Compiled.mariadb(revision)).endsWith(") ENGINE = InnoDB PAGE_COMPRESSED = 1;\n");
    assertThatThrownBy(
            () ->
                Compiled.mariadb(
                    op ->
                        op.createTable(
                            "t", column("a", integer()), option("mysql", "compression", "zlib"))))
        .hasMessage("Cannot create table t: mariadb has no option \"compression\" here.");
  }

  @Test
  void namesThatAreTooLong() {
    assertThatThrownBy(() -> Compiled.mysql(op -> op.dropColumn("t", "a".repeat(65))))
        .isInstanceOf(NameTooLongException.class);
  }
}
