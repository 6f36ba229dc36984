package dev.anabranch.testkit.portability;

import static dev.anabranch.migration.Definitions.array;
import static dev.anabranch.migration.Definitions.ascending;
import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.columnComment;
import static dev.anabranch.migration.Definitions.defaultValue;
import static dev.anabranch.migration.Definitions.expression;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.identity;
import static dev.anabranch.migration.Definitions.indexOn;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.intervalDayToSecond;
import static dev.anabranch.migration.Definitions.nativeType;
import static dev.anabranch.migration.Definitions.nextValue;
import static dev.anabranch.migration.Definitions.notNull;
import static dev.anabranch.migration.Definitions.primaryKey;
import static dev.anabranch.migration.Definitions.sql;
import static dev.anabranch.migration.Definitions.time;
import static dev.anabranch.migration.Definitions.type;
import static dev.anabranch.migration.Definitions.unique;
import static dev.anabranch.migration.Definitions.uniqueIndexOn;
import static dev.anabranch.migration.Definitions.varchar;

import dev.anabranch.migration.ForeignKeyDefinition;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.Condition;
import dev.anabranch.operation.CreateEnumType;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.CreateView;
import dev.anabranch.operation.Existence;
import dev.anabranch.schema.ColumnValue;
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
import dev.anabranch.schema.TableConstraint.Kind;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Examples of everything that operations can ask for. The contract suite holds every product to
 * them, and the reference of operations is written from them.
 */
public final class OperationSamples {

  private static final SequenceOptions COUNT = SequenceOptions.defaults();
  private static final SequenceOptions BY_TEN = COUNT.startWith(10).incrementBy(10);
  private static final String QUERY = "SELECT id FROM t";

  private final List<OperationSample> samples = new ArrayList<>();
  private String group = "";

  private OperationSamples() {}

  /** Returns the examples, those of one group together. */
  public static List<OperationSample> all() {
    OperationSamples all = new OperationSamples();
    all.tables();
    all.columns();
    all.values();
    all.alterations();
    all.keys();
    all.indexes();
    all.sequences();
    all.views();
    all.types();
    all.rows();
    return List.copyOf(all.samples);
  }

  private void add(
      String title, String code, Consumer<Operations> given, Consumer<Operations> asked) {
    samples.add(new OperationSample(group, title, code, given, asked));
  }

  private void add(String title, String code, Consumer<Operations> asked) {
    add(title, code, OperationSamples::table, asked);
  }

  private static void table(Operations op) {
    op.createTable(
        "t",
        column("id", integer()).notNull(),
        column("a", integer()),
        column("b", varchar(40)),
        unique("id"));
  }

  private static void nothing(Operations op) {
    // Some examples need nothing to be there.
  }

  private static Index with(Index index, Index.Details details) {
    return new Index(index.name(), index.uniqueness(), index.parts(), details);
  }

  private void tables() {
    group = "Tables and schemas";
    add(
        "create a table",
        "op.createTable(\"u\", ...)",
        OperationSamples::nothing,
        op -> op.createTable("u", column("id", bigint()).identity().primaryKey()));
    add(
        "drop a table",
        "op.dropTable(\"t\", ...)",
        op ->
            op.dropTable(
                "t",
                column("id", integer()).notNull(),
                column("a", integer()),
                column("b", varchar(40)),
                unique("id")));
    add("rename a table", "op.renameTable(\"t\", \"u\")", op -> op.renameTable("t", "u"));
    add(
        "comment on a table",
        "op.tableComment(\"t\", \"...\", \"\")",
        op -> op.tableComment("t", "What it holds", ""));
    add(
        "create and drop a schema",
        "op.createSchema(\"s\")",
        OperationSamples::nothing,
        op -> {
          op.createSchema("s");
          op.dropSchema("s");
        });
  }

  private void columns() {
    group = "Columns";
    add(
        "add a column",
        "op.addColumn(\"t\", column(\"c\", integer()))",
        op -> op.addColumn("t", column("c", integer()).notNull().defaultValue(1).comment("New")));
    add(
        "drop a column",
        "op.dropColumn(\"t\", column(\"b\", varchar(40)))",
        op -> op.dropColumn("t", column("b", varchar(40))));
    add(
        "rename a column",
        "op.renameColumn(\"t\", \"a\", \"c\")",
        op -> op.renameColumn("t", "a", "c"));
    add(
        "array",
        "column(\"c\", array(integer()))",
        op -> op.addColumn("t", column("c", array(integer()))));
    add("time of day", "column(\"c\", time())", op -> op.addColumn("t", column("c", time())));
    add(
        "span of time",
        "column(\"c\", intervalDayToSecond())",
        op -> op.addColumn("t", column("c", intervalDayToSecond())));
  }

  private static Consumer<Operations> identityColumn(
      ColumnValue.Generation generation, SequenceOptions options) {
    return op ->
        op.createTable("u", column("id", bigint()).identity(generation, options).primaryKey());
  }

  private void values() {
    group = "Values that rows do not give";
    add(
        "default",
        "column(\"c\", integer()).defaultValue(5)",
        op -> op.addColumn("t", column("c", integer()).defaultValue(5)));
    add(
        "identity",
        "column(\"id\", bigint()).identity()",
        OperationSamples::nothing,
        identityColumn(ColumnValue.Generation.BY_DEFAULT, COUNT));
    add(
        "identity that refuses numbers of rows",
        "identity(ALWAYS, ...)",
        OperationSamples::nothing,
        identityColumn(ColumnValue.Generation.ALWAYS, COUNT));
    add(
        "identity with start and step",
        "identity(BY_DEFAULT, defaults().startWith(10))",
        OperationSamples::nothing,
        identityColumn(ColumnValue.Generation.BY_DEFAULT, BY_TEN));
    add(
        "computed column that is stored",
        "computed(\"a * 2\")",
        op -> op.addColumn("t", column("c", integer()).computed("a * 2")));
    add(
        "computed column that is not stored",
        "computed(sql(\"a * 2\"), VIRTUAL)",
        op ->
            op.addColumn(
                "t",
                column("c", integer())
                    .computed(SqlExpression.of("a * 2"), ColumnValue.Storage.VIRTUAL)));
  }

  private void alterations() {
    group = "Changes of columns";
    add(
        "another type",
        "op.alterColumn(\"t\", \"b\", type(varchar(80)))",
        op -> op.alterColumn("t", "b", type(varchar(80)).from(varchar(40))));
    add(
        "another type by a rule",
        "type(varchar(9)).using(\"...\")",
        op -> op.alterColumn("t", "a", type(bigint()).using("a * 10")));
    add(
        "null or not",
        "op.alterColumn(\"t\", \"a\", notNull())",
        op -> op.alterColumn("t", "a", notNull()));
    add(
        "another default",
        "op.alterColumn(\"t\", \"a\", defaultValue(3))",
        op -> op.alterColumn("t", "a", defaultValue(3).from(ColumnValue.none())));
    add(
        "another comment",
        "op.alterColumn(\"t\", \"a\", columnComment(\"...\"))",
        op -> op.alterColumn("t", "a", columnComment("What it says").from("")));
    add(
        "become an identity",
        "op.alterColumn(\"t\", \"id\", identity())",
        op -> op.createTable("u", column("id", bigint()).primaryKey()),
        op -> op.alterColumn("u", "id", identity().from(ColumnValue.none())));
  }

  private static Consumer<Operations> reference(UnaryOperator<ForeignKeyDefinition> rules) {
    return op -> op.addConstraint("u", rules.apply(foreignKey("t_id").references("t", "id")));
  }

  private static void twoTables(Operations op) {
    table(op);
    op.createTable("u", column("t_id", integer()).defaultValue(1));
  }

  private void keys() {
    group = "Keys and conditions";
    add(
        "primary key",
        "op.addConstraint(\"t\", primaryKey(\"id\"))",
        op -> op.addConstraint("t", primaryKey("id")));
    add(
        "unique constraint",
        "op.addConstraint(\"t\", unique(\"a\"))",
        op -> op.addConstraint("t", unique("a")));
    add(
        "unique constraint to which nulls are the same",
        "new UniqueConstraint(..., NOT_DISTINCT, ...)",
        op ->
            op.addConstraint(
                "t",
                new UniqueConstraint(
                    Optional.empty(),
                    List.of(Identifier.of("a")),
                    UniqueConstraint.Nulls.NOT_DISTINCT,
                    Deferrability.NOT_DEFERRABLE)));
    add(
        "check",
        "op.addConstraint(\"t\", check(\"a > 0\"))",
        op -> op.addConstraint("t", check("a > 0")));
    add(
        "foreign key",
        "op.addConstraint(\"u\", foreignKey(\"t_id\").references(\"t\", \"id\"))",
        OperationSamples::twoTables,
        reference(key -> key));
    add(
        "foreign key, on delete",
        "onDelete(CASCADE)",
        OperationSamples::twoTables,
        reference(key -> key.onDelete(ReferentialAction.CASCADE)));
    add(
        "foreign key, on update",
        "onUpdate(CASCADE)",
        OperationSamples::twoTables,
        reference(key -> key.onUpdate(ReferentialAction.CASCADE)));
    add(
        "foreign key that sets defaults",
        "onDelete(SET_DEFAULT)",
        OperationSamples::twoTables,
        reference(key -> key.onDelete(ReferentialAction.SET_DEFAULT)));
    add(
        "foreign key that is all null or not at all",
        "match(FULL)",
        OperationSamples::twoTables,
        reference(key -> key.match(ForeignKey.Match.FULL)));
    add(
        "constraint that is checked at the end",
        "deferrability(INITIALLY_DEFERRED)",
        OperationSamples::twoTables,
        reference(key -> key.deferrability(Deferrability.INITIALLY_DEFERRED)));
    add(
        "exclusion constraint",
        "new ExclusionConstraint(...)",
        op -> op.createTable("u", column("a", integer().on("postgresql", nativeType("int4range")))),
        op ->
            op.addConstraint(
                "u",
                new ExclusionConstraint(
                    Optional.empty(),
                    "gist",
                    List.of(
                        new ExclusionConstraint.Element(
                            IndexPart.column(Identifier.of("a")), "&&")),
                    Optional.empty(),
                    Deferrability.NOT_DEFERRABLE)));
    add(
        "drop a constraint",
        "op.dropConstraint(\"t\", unique(\"id\"))",
        op -> op.dropConstraint("t", unique("id")));
    add(
        "rename a constraint",
        "op.renameConstraint(\"t\", UNIQUE, \"uq_t_id\", \"one_id\")",
        op -> op.renameConstraint("t", Kind.UNIQUE, "uq_t_id", "one_id"));
  }

  private void indexes() {
    group = "Indexes";
    add("index", "op.createIndex(\"t\", \"a\")", op -> op.createIndex("t", "a"));
    add(
        "unique index",
        "op.createIndex(\"t\", uniqueIndexOn(\"a\"))",
        op -> op.createIndex("t", uniqueIndexOn("a")));
    add(
        "nulls in front or behind",
        "ascending(\"a\").withNulls(FIRST)",
        op ->
            op.createIndex(
                "t",
                indexOn(
                    ascending("a").withNulls(IndexPart.Nulls.FIRST),
                    ascending("b").withNulls(IndexPart.Nulls.LAST))));
    add(
        "over an expression",
        "indexOn(expression(\"a + 1\"))",
        op -> op.createIndex("t", indexOn(expression("a + 1"))));
    add("of some rows", "new Index.Details(... where ...)", op -> op.createIndex("t", partial()));
    add(
        "with included columns",
        "new Index.Details(... include ...)",
        op -> op.createIndex("t", including()));
    add(
        "over the beginnings of texts",
        "ascending(\"b\").withPrefix(5)",
        op -> op.createIndex("t", indexOn(ascending("b").withPrefix(5))));
    add(
        "passed over by the planner",
        "new Index.Details(... INVISIBLE ...)",
        op -> op.createIndex("t", invisible()));
    add(
        "built while the table is written",
        "op.online().createIndex(\"t\", \"a\")",
        op -> op.online().createIndex("t", "a"));
    add(
        "drop an index",
        "op.dropIndex(\"t\", indexOn(\"a\"))",
        op -> {
          table(op);
          op.createIndex("t", "a");
        },
        op -> op.dropIndex("t", indexOn("a")));
    add(
        "rename an index",
        "op.renameIndex(\"t\", \"ix_t_a\", \"by_a\")",
        op -> {
          table(op);
          op.createIndex("t", "a");
        },
        op -> op.renameIndex("t", "ix_t_a", "by_a"));
  }

  private static Index partial() {
    return with(
        indexOn("a"),
        new Index.Details(
            Optional.empty(),
            List.of(),
            Optional.of(sql("a > 0")),
            Index.Visibility.VISIBLE,
            DialectOptions.none()));
  }

  private static Index including() {
    return with(
        uniqueIndexOn("a"),
        new Index.Details(
            Optional.empty(),
            List.of(Identifier.of("b")),
            Optional.empty(),
            Index.Visibility.VISIBLE,
            DialectOptions.none()));
  }

  private static Index invisible() {
    return with(
        indexOn("a"),
        new Index.Details(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Index.Visibility.INVISIBLE,
            DialectOptions.none()));
  }

  private void sequences() {
    group = "Sequences";
    add(
        "create, change and drop a sequence",
        "op.createSequence(\"s\", defaults().startWith(10))",
        OperationSamples::nothing,
        op -> {
          op.createSequence("s", BY_TEN);
          op.alterSequence("s", COUNT.incrementBy(5), COUNT.incrementBy(10));
          op.dropSequence("s", COUNT.startWith(10).incrementBy(5));
        });
    add(
        "rename a sequence",
        "op.renameSequence(\"s\", \"r\")",
        OperationSamples::nothing,
        op -> {
          op.createSequence("s", BY_TEN);
          op.renameSequence("s", "r");
        });
    add(
        "comment on a sequence",
        "new Sequence(... comment)",
        OperationSamples::nothing,
        op ->
            op.record(
                new CreateSequence(
                    new Sequence(
                        QualifiedName.of("s"), Optional.empty(), COUNT, Optional.of("Numbers")),
                    Existence.STRICT)));
    add(
        "next number as a default",
        "defaultValue(nextValue(\"s\"))",
        OperationSamples::table,
        op -> {
          op.createSequence("s", BY_TEN);
          op.addColumn("t", column("c", bigint()).defaultValue(nextValue("s")));
        });
  }

  private void views() {
    group = "Views";
    add("create a view", "op.createView(\"v\", \"SELECT ...\")", op -> op.createView("v", QUERY));
    add(
        "replace a view",
        "op.replaceView(\"v\", \"SELECT ...\", before)",
        op -> {
          table(op);
          op.createView("v", QUERY);
        },
        op -> op.replaceView("v", "SELECT id FROM t WHERE a > 0", QUERY));
    add(
        "drop a view",
        "op.dropView(View.of(...))",
        op -> {
          table(op);
          op.createView("v", QUERY);
        },
        op -> op.dropView(View.of(QualifiedName.of("v"), sql(QUERY))));
    add(
        "comment on a view",
        "new View(... comment ...)",
        op ->
            op.createView(
                new View(
                    QualifiedName.of("v"),
                    View.Kind.PLAIN,
                    List.of(),
                    sql(QUERY),
                    Optional.of("What it shows"),
                    DialectOptions.none())));
    add(
        "materialized view",
        "View.of(...).materialized()",
        op ->
            op.record(
                new CreateView(
                    View.of(QualifiedName.of("v"), sql(QUERY)).materialized(), Existence.STRICT)));
  }

  private void types() {
    group = "Enum types";
    add(
        "create and drop an enum type",
        "op.createEnumType(\"e\", \"x\", \"y\")",
        OperationSamples::nothing,
        op -> {
          op.createEnumType("e", "x", "y");
          op.dropEnumType("e", "x", "y");
        });
    add(
        "comment on an enum type",
        "new EnumType(... comment)",
        OperationSamples::nothing,
        op ->
            op.record(
                new CreateEnumType(
                    new EnumType(
                        QualifiedName.of("e"), List.of("x", "y"), Optional.of("What it says")),
                    Existence.STRICT)));
    add(
        "another value",
        "op.addEnumValue(\"e\", \"z\")",
        op -> op.createEnumType("e", "x", "y"),
        op -> op.addEnumValue("e", "z"));
    add(
        "another value in front of one",
        "op.addEnumValueBefore(\"e\", \"z\", \"y\")",
        op -> op.createEnumType("e", "x", "y"),
        op -> op.addEnumValueBefore("e", "z", "y"));
  }

  private void rows() {
    group = "Rows and SQL";
    add(
        "insert rows",
        "op.insertInto(\"t\", \"id\").row(1).insert()",
        op -> op.insertInto("t", "id", "b").row(1, "x").row(2, null).key("id").insert());
    add(
        "change rows",
        "op.update(\"t\", Map.of(\"a\", 1), equal(\"id\", 2))",
        op -> op.update("t", Map.of("a", 1), Condition.equal("id", 2)));
    add(
        "delete rows",
        "op.delete(\"t\", equal(\"id\", 2))",
        op -> op.delete("t", Condition.equal("id", 2)));
    add(
        "any SQL",
        "op.execute(\"UPDATE t SET a = ?\", 5)",
        op -> op.execute("UPDATE t SET a = ?", 5));
  }
}
