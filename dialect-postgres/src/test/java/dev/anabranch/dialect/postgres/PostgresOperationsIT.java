package dev.anabranch.dialect.postgres;

import static dev.anabranch.migration.Definitions.array;
import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.blob;
import static dev.anabranch.migration.Definitions.bool;
import static dev.anabranch.migration.Definitions.character;
import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.columnComment;
import static dev.anabranch.migration.Definitions.comment;
import static dev.anabranch.migration.Definitions.currentDate;
import static dev.anabranch.migration.Definitions.currentTimestamp;
import static dev.anabranch.migration.Definitions.date;
import static dev.anabranch.migration.Definitions.defaultOf;
import static dev.anabranch.migration.Definitions.defaultValue;
import static dev.anabranch.migration.Definitions.descending;
import static dev.anabranch.migration.Definitions.doublePrecision;
import static dev.anabranch.migration.Definitions.enumeration;
import static dev.anabranch.migration.Definitions.expression;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.identity;
import static dev.anabranch.migration.Definitions.index;
import static dev.anabranch.migration.Definitions.indexOn;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.intervalDayToSecond;
import static dev.anabranch.migration.Definitions.intervalYearToMonth;
import static dev.anabranch.migration.Definitions.json;
import static dev.anabranch.migration.Definitions.nativeType;
import static dev.anabranch.migration.Definitions.nextValue;
import static dev.anabranch.migration.Definitions.noDefault;
import static dev.anabranch.migration.Definitions.notNull;
import static dev.anabranch.migration.Definitions.nullable;
import static dev.anabranch.migration.Definitions.numeric;
import static dev.anabranch.migration.Definitions.option;
import static dev.anabranch.migration.Definitions.primaryKey;
import static dev.anabranch.migration.Definitions.real;
import static dev.anabranch.migration.Definitions.smallint;
import static dev.anabranch.migration.Definitions.text;
import static dev.anabranch.migration.Definitions.time;
import static dev.anabranch.migration.Definitions.timestamp;
import static dev.anabranch.migration.Definitions.timestampWithTimeZone;
import static dev.anabranch.migration.Definitions.type;
import static dev.anabranch.migration.Definitions.unique;
import static dev.anabranch.migration.Definitions.uniqueIndexOn;
import static dev.anabranch.migration.Definitions.uuid;
import static dev.anabranch.migration.Definitions.value;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.anabranch.dialect.Capability;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.CreateIndex;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.CreateView;
import dev.anabranch.operation.DropTable;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.ReplaceView;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.ColumnValue.Computed;
import dev.anabranch.schema.ColumnValue.Generation;
import dev.anabranch.schema.ColumnValue.Identity;
import dev.anabranch.schema.ColumnValue.Storage;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;

/** Every operation on a real server: what is read afterwards, and what its inverse leaves. */
@RequiresServer("postgresql")
class PostgresOperationsIT {

  private static final Computed DOUBLED = new Computed(SqlExpression.of("(a * 2)"), Storage.STORED);

  private static Scratch scratch;

  @BeforeAll
  static void connect(TestDatabase database) throws SQLException {
    scratch = new Scratch(database);
  }

  @AfterAll
  static void disconnect() throws SQLException {
    scratch.close();
  }

  @BeforeEach
  void clear() throws SQLException {
    scratch.clear();
  }

  /**
   * A revision that can be taken back.
   *
   * @param name what it does
   * @param since the first release that can do it
   * @param before what has to be there
   * @param change what is done and taken back
   */
  record Change(String name, int since, Consumer<Operations> before, Consumer<Operations> change) {

    static Change of(String name, Consumer<Operations> before, Consumer<Operations> change) {
      return new Change(name, 13, before, change);
    }

    Change since(int release) {
      return new Change(name, release, before, change);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Change> changes() {
    return Stream.of(
            tables(),
            columns(),
            types(),
            values(),
            constraints(),
            indexes(),
            sequences(),
            views(),
            others())
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void isTakenBack(Change change) throws SQLException {
    assumeTrue(
        scratch.dialect().version().major() >= change.since(),
        () -> "it came with PostgreSQL " + change.since());
    scratch.apply(op -> op.createSchema("shop"));
    scratch.apply(change.before());
    DatabaseSchema before = scratch.read("public", "shop");

    List<Operation> operations = scratch.apply(change.change());
    DatabaseSchema after = scratch.read("public", "shop");
    scratch.takeBack(operations);

    assertThat(after).isNotEqualTo(before);
    assertThat(scratch.read("public", "shop")).isEqualTo(before);

    // Once more, so that nothing is left that cannot be seen.
    scratch.apply(operations);
    assertThat(scratch.read("public", "shop")).isEqualTo(after);
  }

  private static void nothing(Operations op) {}

  private static Consumer<Operations> both(
      Consumer<Operations> first, Consumer<Operations> second) {
    return first.andThen(second);
  }

  private static void table(Operations op) {
    op.createTable(
        "t", column("id", bigint()).primaryKey(), column("a", integer()), column("b", text()));
  }

  private static Stream<Change> tables() {
    return Stream.of(
        Change.of(
            "create table", PostgresOperationsIT::nothing, op -> op.createTable(everything())),
        Change.of(
            "create table in a schema",
            PostgresOperationsIT::nothing,
            op ->
                op.in("shop")
                    .createTable(
                        "t", column("a", integer()).comment("n"), index("a"), comment("c"))),
        Change.of(
            "drop table",
            op -> op.createTable(everything()),
            op ->
                op.record(
                    new DropTable(
                        everything().name(), Existence.STRICT, Optional.of(everything())))),
        Change.of("rename table", PostgresOperationsIT::table, op -> op.renameTable("t", "u")),
        Change.of(
            "comment table",
            op -> op.createTable("t", column("a", integer()), comment("before")),
            op -> op.tableComment("t", "after", "before")),
        Change.of(
            "comment a table without comment",
            PostgresOperationsIT::table,
            op -> op.tableComment("t", "c", "")));
  }

  private static Stream<Change> columns() {
    return Stream.of(
        Change.of(
            "add column",
            PostgresOperationsIT::table,
            op -> op.addColumn("t", column("c", varchar(10)).notNull().defaultValue("x"))),
        Change.of(
            "add column with everything",
            PostgresOperationsIT::table,
            op ->
                op.addColumn(
                    "t",
                    column("c", varchar(10))
                        .unique()
                        .check("c <> ''")
                        .collation("C")
                        .comment("it's \\ new")
                        .option("postgresql", "statistics", "10"))),
        Change.of(
            "add identity",
            PostgresOperationsIT::table,
            op -> op.addColumn("t", column("c", bigint()).identity())),
        Change.of(
            "add stored column",
            PostgresOperationsIT::table,
            op ->
                op.addColumn(
                    "t", column("c", integer()).computed(DOUBLED.expression(), Storage.STORED))),
        Change.of(
                "add virtual column",
                PostgresOperationsIT::table,
                op ->
                    op.addColumn(
                        "t",
                        column("c", integer()).computed(DOUBLED.expression(), Storage.VIRTUAL)))
            .since(18),
        Change.of(
            "drop column",
            PostgresOperationsIT::table,
            op -> op.dropColumn("t", column("b", text()))),
        Change.of(
            "rename column", PostgresOperationsIT::table, op -> op.renameColumn("t", "a", "c")),
        Change.of(
            "not null", PostgresOperationsIT::table, op -> op.alterColumn("t", "a", notNull())),
        Change.of(
            "nullable",
            op -> op.createTable("t", column("a", integer()).notNull()),
            op -> op.alterColumn("t", "a", nullable())),
        Change.of(
            "comment column",
            PostgresOperationsIT::table,
            op -> op.alterColumn("t", "a", columnComment("new").from(""))),
        Change.of(
            "several changes",
            op -> op.createTable("t", column("a", integer()).defaultValue(1)),
            op ->
                op.alterColumn(
                    "t",
                    "a",
                    type(text()).from(integer()),
                    defaultValue("x").from(defaultOf(1)),
                    notNull(),
                    columnComment("n").from(""))));
  }

  private static Stream<Change> types() {
    return Stream.of(
        Change.of(
            "text to number",
            PostgresOperationsIT::table,
            op -> op.alterColumn("t", "b", type(integer()).from(text()))),
        Change.of(
            "number to text",
            PostgresOperationsIT::table,
            op -> op.alterColumn("t", "a", type(varchar(20)).from(integer()))),
        Change.of(
            "longer text",
            op -> op.createTable("t", column("a", varchar(10)).defaultValue("x")),
            op -> op.alterColumn("t", "a", type(varchar(20)).from(varchar(10)))),
        Change.of(
            "text to enum type",
            both(PostgresOperationsIT::table, op -> op.createEnumType("mood", "sad", "glad")),
            op -> op.alterColumn("t", "b", type(enumeration("mood", "sad", "glad")).from(text()))),
        Change.of(
            "enum type to another",
            op -> {
              op.createEnumType("mood", "sad", "glad");
              op.createEnumType("temper", "sad", "angry");
              op.createTable("t", column("a", enumeration("mood", "sad", "glad")));
            },
            op ->
                op.alterColumn(
                    "t",
                    "a",
                    type(enumeration("temper", "sad", "angry"))
                        .from(enumeration("mood", "sad", "glad")))),
        Change.of(
            "text to document",
            PostgresOperationsIT::table,
            op -> op.alterColumn("t", "b", type(json()).from(text()))),
        Change.of(
            "text to time",
            PostgresOperationsIT::table,
            op -> op.alterColumn("t", "b", type(timestampWithTimeZone(3)).from(text()))),
        Change.of(
            "text to uuid",
            PostgresOperationsIT::table,
            op -> op.alterColumn("t", "b", type(uuid()).from(text()))),
        Change.of(
            "truth to text",
            op -> op.createTable("t", column("a", bool())),
            op -> op.alterColumn("t", "a", type(text()).from(bool()))),
        Change.of(
            "digits",
            op -> op.createTable("t", column("a", numeric(10, 2))),
            op -> op.alterColumn("t", "a", type(numeric(12, 4)).from(numeric(10, 2)))));
  }

  private static Stream<Change> values() {
    Identity plain = new Identity(Generation.BY_DEFAULT, SequenceOptions.defaults());
    Identity special =
        new Identity(
            Generation.ALWAYS,
            SequenceOptions.defaults()
                .startWith(100)
                .incrementBy(5)
                .minValue(-50)
                .maxValue(5000)
                .cache(3)
                .cycle());
    Consumer<Operations> identity = op -> op.createTable("t", column("a", integer()).identity());
    return Stream.of(
        Change.of(
            "default",
            PostgresOperationsIT::table,
            op -> op.alterColumn("t", "a", defaultValue(1).from(ColumnValue.none()))),
        Change.of(
            "other default",
            op -> op.createTable("t", column("a", integer()).defaultValue(1)),
            op -> op.alterColumn("t", "a", defaultValue(2).from(defaultOf(1)))),
        Change.of(
            "no default",
            op -> op.createTable("t", column("a", integer()).defaultValue(1)),
            op -> op.alterColumn("t", "a", noDefault().from(defaultOf(1)))),
        Change.of(
            "identity",
            PostgresOperationsIT::table,
            op -> op.alterColumn("t", "a", notNull(), identity().from(ColumnValue.none()))),
        Change.of(
            "identity instead of a default",
            op -> op.createTable("t", column("a", integer()).notNull().defaultValue(1)),
            op -> op.alterColumn("t", "a", value(special).from(defaultOf(1)))),
        Change.of(
            "other identity", identity, op -> op.alterColumn("t", "a", value(special).from(plain))),
        Change.of(
            "no identity",
            identity,
            op -> op.alterColumn("t", "a", noDefault().from(plain), nullable())),
        Change.of(
                "other computation",
                op ->
                    op.createTable(
                        "t",
                        column("a", integer()),
                        column("c", integer()).computed(DOUBLED.expression(), Storage.STORED)),
                op ->
                    op.alterColumn(
                        "t",
                        "c",
                        value(new Computed(SqlExpression.of("(a * 3)"), Storage.STORED))
                            .from(DOUBLED)))
            .since(17));
  }

  private static Stream<Change> constraints() {
    Consumer<Operations> plain =
        op -> op.createTable("t", column("a", integer()).notNull(), column("b", integer()));
    UniqueConstraint notDistinct =
        new UniqueConstraint(
            Optional.of(Identifier.of("u")),
            List.of(Identifier.of("b")),
            UniqueConstraint.Nulls.NOT_DISTINCT,
            Deferrability.DEFERRABLE);
    return Stream.of(
        Change.of("primary key", plain, op -> op.addConstraint("t", primaryKey("a"))),
        Change.of("unique", plain, op -> op.addConstraint("t", unique("a", "b"))),
        Change.of("nulls not distinct", plain, op -> op.addConstraint("t", notDistinct)).since(15),
        Change.of("check", plain, op -> op.addConstraint("t", check("a > b"))),
        Change.of(
            "foreign key",
            both(plain, PostgresOperationsIT::referred),
            op ->
                op.addConstraint(
                    "t",
                    foreignKey("a", "b")
                        .references("u", "x", "y")
                        .onDelete(ReferentialAction.RESTRICT)
                        .onUpdate(ReferentialAction.SET_DEFAULT)
                        .match(ForeignKey.Match.FULL)
                        .deferrability(Deferrability.INITIALLY_DEFERRED))),
        Change.of("exclusion constraint", plain, op -> op.addConstraint("t", exclusion())),
        Change.of(
            "drop constraint",
            plain.andThen(op -> op.addConstraint("t", unique("a", "b"))),
            op -> op.dropConstraint("t", unique("a", "b"))),
        Change.of(
            "rename constraint",
            plain.andThen(op -> op.addConstraint("t", unique("a"))),
            op -> op.renameConstraint("t", TableConstraint.Kind.UNIQUE, "uq_t_a", "other")));
  }

  private static void referred(Operations op) {
    op.createTable("u", column("x", integer()), column("y", integer()), unique("x", "y"));
  }

  private static ExclusionConstraint exclusion() {
    return new ExclusionConstraint(
        Optional.of(Identifier.of("no_overlap")),
        "gist",
        List.of(new ExclusionConstraint.Element(expression("int4range(a, b, '[]'::text)"), "&&")),
        Optional.of(SqlExpression.of("(a > 0)")),
        Deferrability.DEFERRABLE);
  }

  private static Stream<Change> indexes() {
    return Stream.of(
        Change.of("index", PostgresOperationsIT::table, op -> op.createIndex("t", "a", "b")),
        Change.of(
            "index with everything",
            PostgresOperationsIT::table,
            op -> op.createIndex("t", fullIndex(Index.Uniqueness.UNIQUE))),
        Change.of(
                "unique index of nulls",
                PostgresOperationsIT::table,
                op -> op.createIndex("t", fullIndex(Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT)))
            .since(15),
        Change.of(
            "index of another method",
            op -> op.createTable("t", column("d", json())),
            op ->
                op.createIndex(
                    "t",
                    new Index(
                        Optional.of(Identifier.of("i")),
                        Index.Uniqueness.NOT_UNIQUE,
                        List.of(
                            IndexPart.column(Identifier.of("d"))
                                .withOperatorClass("jsonb_path_ops")),
                        new Index.Details(
                            Optional.of("gin"),
                            List.of(),
                            Optional.empty(),
                            Index.Visibility.VISIBLE,
                            DialectOptions.none().with("postgresql", "fastupdate", "off"))))),
        Change.of(
            "index in another order",
            PostgresOperationsIT::table,
            op -> op.createIndex("t", indexOn(expression("\"b\" COLLATE \"C\"")))),
        Change.of(
            "index while it is written",
            PostgresOperationsIT::table,
            op -> op.online().createIndex("t", "a")),
        Change.of(
            "drop index",
            both(PostgresOperationsIT::table, op -> op.createIndex("t", "a")),
            op -> op.dropIndex("t", indexOn("a"))),
        Change.of(
            "rename index",
            both(PostgresOperationsIT::table, op -> op.createIndex("t", "a")),
            op -> op.renameIndex("t", "ix_t_a", "other")));
  }

  private static Index fullIndex(Index.Uniqueness uniqueness) {
    return new Index(
        Optional.of(Identifier.of("full")),
        uniqueness,
        List.of(
            descending("b").withNulls(IndexPart.Nulls.LAST).withOperatorClass("text_pattern_ops"),
            expression("lower(b)").withNulls(IndexPart.Nulls.FIRST),
            expression("(a + 1)").descending()),
        new Index.Details(
            Optional.empty(),
            List.of(Identifier.of("id"), Identifier.of("a")),
            Optional.of(SqlExpression.of("(a IS NOT NULL)")),
            Index.Visibility.VISIBLE,
            DialectOptions.none().with("postgresql", "fillfactor", "80")));
  }

  private static Stream<Change> sequences() {
    SequenceOptions odd =
        SequenceOptions.defaults()
            .startWith(10)
            .incrementBy(-2)
            .minValue(-50)
            .maxValue(50)
            .cache(5)
            .cycle();
    return Stream.of(
        Change.of("sequence", PostgresOperationsIT::nothing, op -> op.createSequence("s", odd)),
        Change.of(
            "sequence with a type and a comment",
            PostgresOperationsIT::nothing,
            op ->
                op.record(
                    new CreateSequence(
                        new Sequence(
                            QualifiedName.of("shop", "s"),
                            Optional.of(smallint()),
                            SequenceOptions.defaults().incrementBy(3),
                            Optional.of("it's 3")),
                        Existence.STRICT))),
        Change.of(
            "alter sequence",
            op -> op.createSequence("s", SequenceOptions.defaults()),
            op ->
                op.alterSequence(
                    "s",
                    SequenceOptions.defaults().incrementBy(7).cycle(),
                    SequenceOptions.defaults().incrementBy(1))),
        Change.of(
            "drop sequence", op -> op.createSequence("s", odd), op -> op.dropSequence("s", odd)),
        Change.of(
            "rename sequence",
            op -> op.createSequence("s", odd),
            op -> op.renameSequence("s", "r")));
  }

  private static Stream<Change> views() {
    View view =
        new View(
            QualifiedName.of("shop", "v"),
            View.Kind.PLAIN,
            List.of(),
            SqlExpression.of("SELECT 1 AS a"),
            Optional.of("one"),
            DialectOptions.none().with("postgresql", "security_barrier", "true"));
    View materialized =
        new View(
            QualifiedName.of("m"),
            View.Kind.MATERIALIZED,
            List.of(),
            SqlExpression.of("SELECT 1 AS a"),
            Optional.of("one"),
            DialectOptions.none().with("postgresql", "fillfactor", "50"));
    return Stream.of(
        Change.of(
            "view",
            PostgresOperationsIT::table,
            op -> op.createView("v", "SELECT a, b FROM t WHERE a > 1")),
        Change.of("view with everything", PostgresOperationsIT::nothing, op -> op.createView(view)),
        Change.of(
            "materialized view", PostgresOperationsIT::nothing, op -> op.createView(materialized)),
        Change.of(
            "replace view",
            op -> op.createView("v", "SELECT 1 AS a"),
            op -> op.replaceView("v", "SELECT 2 AS a", "SELECT 1 AS a")),
        Change.of(
            "replace view by one with more columns",
            op -> op.createView("v", "SELECT 1 AS a"),
            op -> op.replaceView("v", "SELECT 1 AS a, 2 AS b", "SELECT 1 AS a")),
        Change.of(
            "replace view by one with other columns",
            op -> op.createView("v", "SELECT 1 AS a"),
            op -> op.replaceView("v", "SELECT 'x'::text AS b", "SELECT 1 AS a")),
        Change.of("drop view", op -> op.createView(view), op -> op.dropView(view)),
        Change.of(
            "drop materialized view",
            op -> op.createView(materialized),
            op -> op.dropView(materialized)));
  }

  private static Stream<Change> others() {
    return Stream.of(
        Change.of(
            "enum type",
            PostgresOperationsIT::nothing,
            op -> op.createEnumType("mood", "sad", "it's \\ ok")),
        Change.of(
            "drop enum type",
            op -> op.createEnumType("mood", "sad", "glad"),
            op -> op.dropEnumType("mood", "sad", "glad")),
        Change.of(
            "statement",
            PostgresOperationsIT::nothing,
            op ->
                op.executeReversibly(
                    "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                    "DROP FUNCTION one()")));
  }

  /** Returns a table with every type, default, key and option. */
  private static Table everything() {
    List<Operation> recorded =
        Compiled.operations(
            op ->
                op.createTable(
                    "everything",
                    column("id", bigint())
                        .identity(Generation.ALWAYS, SequenceOptions.defaults().startWith(5))
                        .primaryKey()
                        .comment("the \"key\""),
                    column("c_bool", bool()).notNull().defaultValue(true),
                    column("c_small", smallint()).defaultValue(-5),
                    column("c_int", integer()).defaultValue(7),
                    column("c_big", bigint()).defaultValue(12345678901L),
                    column("c_real", real()).defaultValue(new BigDecimal("0.5")),
                    column("c_double", doublePrecision()).defaultValue(new BigDecimal("-0.25")),
                    column("c_numeric", numeric(10, 2)).defaultValue(new BigDecimal("-1.50")),
                    column("c_char", character(3)).defaultValue("abc"),
                    column("c_varchar", varchar(20)).defaultValue("it's \\ \"x\""),
                    column("c_text", text()).defaultValue("").collation("C"),
                    column("c_blob", blob()).defaultValue(new byte[] {0, 1, (byte) 0xff}),
                    column("c_date", date()).defaultValue(LocalDate.of(2026, 11, 22)),
                    column("c_time", time(3)).defaultValue(LocalTime.of(16, 40, 5, 120_000_000)),
                    column("c_timestamp", timestamp())
                        .defaultValue(LocalDateTime.of(2026, 11, 22, 16, 40)),
                    column("c_moment", timestampWithTimeZone(0))
                        .defaultValue(Instant.parse("2026-11-22T16:40:00Z")),
                    column("c_now", timestamp(3)).defaultValue(currentTimestamp()),
                    column("c_today", date()).defaultValue(currentDate()),
                    column("c_years", intervalYearToMonth()),
                    column("c_days", intervalDayToSecond()),
                    column("c_uuid", uuid()).defaultValue(new UUID(1, 2)),
                    column("c_json", json())
                        .defaultValue(dev.anabranch.sql.SqlLiteral.json("{\"a\": \"\\\\'\"}")),
                    column("c_array", array(varchar(10))),
                    column("c_native", nativeType("tsvector")),
                    column("c_bits", nativeType("bit(8)")),
                    column("c_sql", text()).defaultSql("upper('x'::text)"),
                    column("c_stored", integer()).computed("(c_int * 2)"),
                    column("c_stored_plain", text())
                        .option("postgresql", "storage", "external")
                        .option("postgresql", "n_distinct", "-0.5"),
                    unique("c_int", "c_text"),
                    check("positive", "(c_int > 0)"),
                    foreignKey("c_big").references("everything", "id").named("fk_self"),
                    index("c_date", "c_time"),
                    index(uniqueIndexOn("c_uuid")),
                    comment("every type; it's all"),
                    option("postgresql", "fillfactor", "70"),
                    option("postgresql", "unlogged", "true"),
                    option("postgresql", "toast.autovacuum_enabled", "false")));
    return ((CreateTable) recorded.get(0)).table();
  }

  @Test
  void readsATableAsItWasCreated() throws SQLException {
    scratch.apply(op -> op.createTable(everything()));

    Table read = scratch.read().table(QualifiedName.of("everything")).orElseThrow();
    Table expected = everything();
    assertThat(read.columns()).isEqualTo(expected.columns());
    assertThat(read.constraints()).containsExactlyInAnyOrderElementsOf(expected.constraints());
    assertThat(read.indexes()).containsExactlyInAnyOrderElementsOf(expected.indexes());
    assertThat(read.comment()).isEqualTo(expected.comment());
    assertThat(read.options()).isEqualTo(expected.options());
  }

  @Test
  void readsIndexesAsTheyWereCreated() throws SQLException {
    List<Operation> operations =
        Stream.concat(
                Stream.of(
                    Change.of("table", PostgresOperationsIT::nothing, PostgresOperationsIT::table)),
                indexes())
            .filter(change -> change.since() <= scratch.dialect().version().major())
            .map(Change::change)
            .flatMap(change -> Compiled.operations(change).stream())
            .filter(CreateIndex.class::isInstance)
            .toList();
    for (Operation operation : operations) {
      CreateIndex create = (CreateIndex) operation;
      scratch.apply(
          op ->
              op.createTable(
                  "t",
                  column("id", bigint()).primaryKey(),
                  column("a", integer()),
                  column("b", text()),
                  column("d", json())));
      scratch.apply(List.of(operation));
      assertThat(scratch.read().table(QualifiedName.of("t")).orElseThrow().indexes())
          .as(create.describe())
          .containsExactly(create.index());
      scratch.apply(op -> op.dropTable("t"));
    }
    assertThat(operations).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void readsAnExclusionConstraintAsItWasCreated() throws SQLException {
    scratch.apply(
        op -> {
          op.createTable("t", column("a", integer()), column("b", integer()));
          op.addConstraint("t", exclusion());
        });
    assertThat(scratch.read().table(QualifiedName.of("t")).orElseThrow().constraints())
        .containsExactly(exclusion());
  }

  @Test
  void readsSequencesViewsAndEnumTypesAsTheyWereCreated() throws SQLException {
    Sequence sequence =
        new Sequence(
            QualifiedName.of("s"),
            Optional.of(integer()),
            SequenceOptions.defaults().startWith(7).incrementBy(2).maxValue(99).cycle(),
            Optional.of("it's \\ a comment"));
    View view =
        new View(
            QualifiedName.of("v"),
            View.Kind.PLAIN,
            List.of(),
            SqlExpression.of("SELECT 1 AS a,\n    'x'::text AS b"),
            Optional.of("two"),
            DialectOptions.none().with("postgresql", "security_barrier", "true"));
    EnumType type =
        new EnumType(
            QualifiedName.of("mood"), List.of("sad", "it's \\ ok", "\u00fc"), Optional.of("m"));
    scratch.apply(
        List.of(
            new CreateSequence(sequence, Existence.STRICT),
            new CreateView(view, Existence.STRICT),
            new dev.anabranch.operation.CreateEnumType(type, Existence.STRICT)));

    DatabaseSchema read = scratch.read();
    assertThat(read.sequences()).containsExactly(sequence);
    assertThat(read.views()).containsExactly(view);
    assertThat(read.enumTypes()).containsExactly(type);
  }

  @Test
  void createsWhatIsNotThere() throws SQLException {
    scratch.apply(PostgresOperationsIT::createsAllKinds);
    DatabaseSchema strict = scratch.read("public", "shop");
    scratch.clear();
    scratch.apply(op -> createsAllKinds(op.ifNotExists()));
    assertThat(scratch.read("public", "shop")).isEqualTo(strict);
    scratch.apply(op -> createsAllKinds(op.ifNotExists()));
    assertThat(scratch.read("public", "shop")).isEqualTo(strict);
  }

  private static void createsAllKinds(Operations op) {
    op.createSchema("shop");
    Operations shop = op.in("shop");
    shop.createTable("t", column("a", integer()).comment("n"), index("a"), comment("c"));
    shop.createTable("plain", column("a", integer()));
    shop.addColumn("t", column("b", text()).comment("n"));
    shop.addColumn("t", column("c", text()));
    shop.createIndex("t", "b");
    shop.createEnumType("mood", "sad");
    shop.createSequence("s", SequenceOptions.defaults());
    op.createView(
        new View(
            QualifiedName.of("shop", "v"),
            View.Kind.PLAIN,
            List.of(),
            SqlExpression.of("SELECT 1 AS a"),
            Optional.of("one"),
            DialectOptions.none()));
    op.createView(
        View.of(QualifiedName.of("shop", "m"), SqlExpression.of("SELECT 1 AS a")).materialized());
  }

  @Test
  void leavesWhatIsThere() throws SQLException {
    scratch.apply(
        op -> {
          op.createTable("t", column("x", integer()));
          op.createView("v", "SELECT 1 AS a");
          op.createEnumType("mood", "sad");
          op.createSequence("s", SequenceOptions.defaults());
        });
    DatabaseSchema before = scratch.read();
    scratch.apply(
        op -> {
          Operations tolerant = op.ifNotExists();
          tolerant.createTable("t", column("a", integer()).comment("n"), index("a"), comment("c"));
          tolerant.createTable("t", column("a", integer()));
          tolerant.addColumn("t", column("x", text()).comment("n"));
          tolerant.addColumn("t", column("x", text()));
          tolerant.createView("v", "SELECT 2 AS b");
          tolerant.createEnumType("mood", "glad");
          tolerant.createSequence("s", SequenceOptions.defaults().startWith(5));
          tolerant.addEnumValue("mood", "sad");
          tolerant.createSchema("public");
          Operations forgiving = op.ifExists();
          forgiving.dropTable("nowhere");
          forgiving.dropColumn("t", "nowhere");
          forgiving.dropConstraint("t", TableConstraint.Kind.CHECK, "nowhere");
          forgiving.dropIndex("t", "nowhere");
          forgiving.dropView("nowhere");
          forgiving.dropSequence("nowhere");
          forgiving.dropEnumType("nowhere");
          forgiving.dropSchema("nowhere");
          forgiving.in("nowhere").dropTable("nowhere");
          forgiving.in("nowhere").dropIndex("t", "nowhere");
        });
    assertThat(scratch.read()).isEqualTo(before);
  }

  @Test
  void failsWhereItIsNotToForgive() throws SQLException {
    scratch.apply(PostgresOperationsIT::table);
    assertThatThrownBy(() -> scratch.apply(PostgresOperationsIT::table))
        .isInstanceOf(PSQLException.class);
    assertThatThrownBy(() -> scratch.apply(op -> op.dropTable("nowhere")))
        .isInstanceOf(PSQLException.class);
  }

  @Test
  void takesAwayWhateverAColumnHas() throws SQLException {
    scratch.apply(
        op -> {
          op.createTable(
              "t",
              column("a", integer()).defaultValue(1),
              column("b", integer()).identity(),
              column("c", integer()).computed("a * 2"),
              column("d", integer()));
          op.alterColumn("t", "a", noDefault());
          op.alterColumn("t", "b", noDefault());
          op.alterColumn("t", "c", noDefault());
          op.alterColumn("t", "d", noDefault());
        });
    assertThat(scratch.read().tables().get(0).columns())
        .allSatisfy(each -> assertThat(each.value()).isEqualTo(ColumnValue.none()));
  }

  @Test
  void keepsTheDataWhenTypesChange() throws SQLException {
    scratch.apply(
        op -> {
          op.createEnumType("mood", "sad", "glad");
          op.createTable("t", column("a", text()), column("b", text()));
          op.insertInto("t", "a", "b").row("12", "glad").insert();
          op.alterColumn("t", "a", type(integer()));
          op.alterColumn("t", "b", type(enumeration("mood", "sad", "glad")));
        });
    assertThat(scratch.query("SELECT a + 1 || ' ' || b FROM t")).containsExactly("13 glad");
    assertThatThrownBy(() -> scratch.apply(op -> op.alterColumn("t", "b", type(varchar(2)))))
        .as("a text is not cut")
        .hasMessageContaining("value too long");
  }

  @Test
  void addsAnEnumValueThatIsRolledBackWithItsTransaction() throws SQLException {
    scratch.apply(op -> op.createEnumType("mood", "sad"));
    scratch.connection().setAutoCommit(false);
    scratch.apply(op -> op.addEnumValue("mood", "glad"));
    // PostgreSQL 18 documentation, ALTER TYPE, "Notes".
    assertThatThrownBy(() -> scratch.query("SELECT 'glad'::mood"))
        .isInstanceOfSatisfying(
            PSQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("55P04"));
    scratch.connection().rollback();
    scratch.connection().setAutoCommit(true);
    assertThat(scratch.read().enumTypes().get(0).values()).containsExactly("sad");

    scratch.apply(
        op ->
            op.outsideTransaction(
                o -> {
                  o.addEnumValue("mood", "glad");
                  o.addEnumValueBefore("mood", "so so", "glad");
                  o.ifNotExists().addEnumValue("mood", "glad");
                }));
    assertThat(scratch.query("SELECT 'glad'::mood")).containsExactly("glad");
    assertThat(scratch.read().enumTypes().get(0).values()).containsExactly("sad", "so so", "glad");
  }

  @Test
  void buildsIndexesOutsideATransactionOnly() throws SQLException {
    scratch.apply(PostgresOperationsIT::table);
    scratch.connection().setAutoCommit(false);
    assertThatThrownBy(() -> scratch.apply(op -> op.online().createIndex("t", "a")))
        .isInstanceOfSatisfying(
            PSQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25001"));
    scratch.connection().rollback();
    scratch.connection().setAutoCommit(true);
    scratch.apply(op -> op.online().createIndex("t", "a"));
    scratch.apply(op -> op.online().dropIndex("t", "ix_t_a"));
  }

  @Test
  void doesNotDropAViewWithRightsToReplaceIt() throws SQLException {
    scratch.apply(op -> op.createView("v", "SELECT 1 AS a"));
    scratch.execute("GRANT SELECT ON v TO PUBLIC");
    assertThatThrownBy(() -> scratch.apply(op -> op.replaceView("v", "SELECT 'x'::text AS b")))
        .isInstanceOfSatisfying(
            PSQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42P16"));
    scratch.apply(op -> op.replaceView("v", "SELECT 2 AS a"));
    assertThat(scratch.query("SELECT a FROM v")).containsExactly("2");
  }

  @Test
  void replacesTheCommentOfAView() throws SQLException {
    View plain = View.of(QualifiedName.of("v"), SqlExpression.of("SELECT 1 AS a"));
    View commented =
        new View(
            plain.name(),
            plain.kind(),
            List.of(),
            plain.query(),
            Optional.of("one"),
            plain.options());
    scratch.apply(List.of(new ReplaceView(commented, Optional.empty())));
    assertThat(scratch.read().views()).containsExactly(commented);
    scratch.apply(List.of(new ReplaceView(plain, Optional.of(commented))));
    assertThat(scratch.read().views()).containsExactly(plain);
  }

  @Test
  void takesNumbersOfASequence() throws SQLException {
    scratch.apply(
        op -> {
          op.createSchema("shop");
          op.in("shop").createSequence("Numbers", SequenceOptions.defaults().startWith(5));
          op.createTable(
              "t",
              column("a", integer())
                  .defaultValue(
                      new dev.anabranch.sql.SqlValue.NextValue(
                          QualifiedName.of("shop", "Numbers"))),
              column("b", integer()));
          op.insertInto("t", "b").row(1).insert();
          op.insertInto("t", "a", "b")
              .row(new dev.anabranch.sql.SqlValue.NextValue(QualifiedName.of("shop", "Numbers")), 2)
              .insert();
        });
    assertThat(scratch.query("SELECT a FROM t ORDER BY b")).containsExactly("5", "6");
    assertThat(scratch.read().tables().get(0).columns().get(0).value())
        .isEqualTo(
            new ColumnValue.Default(
                new dev.anabranch.sql.SqlValue.NextValue(QualifiedName.of("shop", "Numbers"))));
    scratch.apply(op -> op.createSequence("s", SequenceOptions.defaults()));
    scratch.apply(
        op -> op.alterColumn("t", "b", defaultValue(nextValue("s")).from(ColumnValue.none())));
    assertThat(scratch.read().tables().get(0).columns().get(1).value())
        .isEqualTo(defaultOf(nextValue("s")));
  }

  @Test
  void declaresWhatItsReleaseCanDo() {
    int release = scratch.dialect().version().major();
    assertThat(scratch.dialect().has(Capability.VIRTUAL_COLUMNS)).isEqualTo(release >= 18);
    assertThat(scratch.dialect().has(Capability.NULLS_NOT_DISTINCT)).isEqualTo(release >= 15);
    assertThat(scratch.dialect().has(Capability.INDEX_PREFIXES)).isFalse();
    assertThat(scratch.dialect().has(Capability.INVISIBLE_INDEXES)).isFalse();
  }

  @Test
  void refusesVirtualColumnsOnlyWhereTheServerDoes() {
    assumeTrue(
        scratch.dialect().version().major() < 18, "PostgreSQL 18 and later have virtual columns");
    assertThatThrownBy(
            () -> scratch.execute("CREATE TABLE v (a int, b int GENERATED ALWAYS AS (a) VIRTUAL)"))
        .isInstanceOf(PSQLException.class);
  }
}
