package dev.anabranch.dialect.oracle;

import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.binary;
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
import static dev.anabranch.migration.Definitions.defaultValue;
import static dev.anabranch.migration.Definitions.descending;
import static dev.anabranch.migration.Definitions.doublePrecision;
import static dev.anabranch.migration.Definitions.enumeration;
import static dev.anabranch.migration.Definitions.expression;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.in;
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
import static dev.anabranch.migration.Definitions.sql;
import static dev.anabranch.migration.Definitions.text;
import static dev.anabranch.migration.Definitions.timestamp;
import static dev.anabranch.migration.Definitions.timestampWithTimeZone;
import static dev.anabranch.migration.Definitions.type;
import static dev.anabranch.migration.Definitions.uniqueIndexOn;
import static dev.anabranch.migration.Definitions.uuid;
import static dev.anabranch.migration.Definitions.value;
import static dev.anabranch.migration.Definitions.varbinary;
import static dev.anabranch.migration.Definitions.varchar;

import dev.anabranch.migration.Operations;
import dev.anabranch.migration.RecordedOperation;
import dev.anabranch.migration.RecorderSettings;
import dev.anabranch.migration.TableElement;
import dev.anabranch.operation.Condition;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.CustomOperation;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.Inverse;
import dev.anabranch.operation.OnDialects;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.ReplaceView;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.NamingConvention;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.TableConstraint.Kind;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Every operation, in every form that Oracle writes differently. */
final class OperationCorpus {

  private static final QualifiedName ORDERS = QualifiedName.of("orders");

  private OperationCorpus() {}

  /** Returns all of them. */
  static List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    all.addAll(recorded(OperationCorpus::tables));
    all.addAll(recorded(OperationCorpus::columns));
    all.addAll(recorded(OperationCorpus::alterations));
    all.addAll(recorded(OperationCorpus::indexes));
    all.addAll(recorded(OperationCorpus::constraints));
    all.addAll(recorded(OperationCorpus::sequences));
    all.addAll(recorded(OperationCorpus::views));
    all.addAll(recorded(OperationCorpus::rows));
    all.addAll(recorded(OperationCorpus::others));
    return all;
  }

  /** Records operations as a revision does, for a server that keeps long names. */
  static List<Operation> recorded(Consumer<Operations> body) {
    return recorded(new OracleDialect(OracleRelease.offline(OracleDialectProvider.OLDEST)), body);
  }

  /** Records operations as a revision does. */
  static List<Operation> recorded(OracleDialect dialect, Consumer<Operations> body) {
    Operations op =
        new Operations(
            new RecorderSettings(
                dialect.names(), NamingConvention.standard(), dialect.style().limit()::fits, ""),
            (recorded, wanted) -> {
              throw new AssertionError(wanted);
            });
    body.accept(op);
    return op.takeRecorded().stream().map(RecordedOperation::operation).toList();
  }

  private static DataType types(String name) {
    return enumeration(name, "new", "it's", "done; \u00e4");
  }

  /** Every type that Oracle has. */
  static List<DataType> types() {
    return List.of(
        bool(),
        smallint(),
        integer(),
        bigint(),
        numeric(38, 10),
        numeric(3, 3),
        real(),
        doublePrecision(),
        character(10),
        varchar(1),
        varchar(4000),
        text(),
        binary(8),
        varbinary(2000),
        blob(),
        date(),
        timestamp(0),
        timestamp(9),
        timestampWithTimeZone(3),
        intervalDayToSecond(),
        intervalYearToMonth(),
        uuid(),
        json(),
        types("state"),
        nativeType("SDO_GEOMETRY"),
        nativeType("NVARCHAR2(20)"),
        varchar(20).on("oracle", nativeType("VARCHAR2(20 BYTE)")));
  }

  /** Records operations on tables. */
  static void tables(Operations op) {
    List<TableElement> everything = new ArrayList<>();
    int number = 0;
    for (DataType type : types()) {
      everything.add(column("c" + number++, type).comment("it's;"));
    }
    everything.add(comment("All types."));
    op.createTable("every_type", everything.toArray(TableElement[]::new));
    op.createTable(
        "orders",
        column("id", bigint()).identity().primaryKey(),
        column("customer", varchar(100)).notNull().unique(),
        column("paid", bool()).notNull().defaultValue(false),
        column("state", types("state")).notNull().defaultValue("new"),
        column("total", numeric(10, 2)).notNull().defaultValue(new BigDecimal("-1.50")),
        column("doubled", numeric(12, 2))
            .computed(sql("\"TOTAL\" * 2"), ColumnValue.Storage.VIRTUAL),
        column("placed", timestamp()).defaultNow(SqlValue.Current.TIMESTAMP),
        column("day", date()).defaultNow(SqlValue.Current.DATE),
        column("number", bigint()).defaultValue(nextValue("order_number")),
        column("parent", bigint()).references("orders", "id"),
        column("attributes", json()).defaultValue("{}"),
        column("hidden", integer()).option("oracle", "visibility", "invisible"),
        column("rank", integer()).notNull().defaultValue(7).option("oracle", "on-null", "default"),
        check("ck_total", "\"TOTAL\" >= 0 AND \"STATE\" <> 'x''y'"),
        index("customer", "placed"),
        index(indexOn(descending("placed"), expression("UPPER(\"CUSTOMER\")"))),
        comment("It's all orders."));
    op.in("shop")
        .ifNotExists()
        .createTable(
            "Line Item",
            column("No", integer()).notNull(),
            column("date", date()),
            primaryKey("No"),
            foreignKey("No").references(in("shop", "orders"), List.of(Identifier.of("id"))),
            index("date"),
            comment(""));
    op.createTable(
        "scratch", column("a", integer()), option("oracle", "on-commit", "preserve-rows"));
    op.createTable(
        "lookup",
        column("a", integer()).primaryKey(),
        option("oracle", "organization", "index"),
        option("oracle", "tablespace", "users"));
    op.dropTable("orders");
    op.ifExists().dropTable("orders");
    op.in("shop").ifExists().dropTable("orders");
    op.renameTable("orders", "order");
    op.in("shop").renameTable("orders", "date");
    op.tableComment("orders", "");
    op.in("shop").tableComment("orders", "a\nb\n/\nc");
  }

  private static void columns(Operations op) {
    for (DataType type : types()) {
      op.addColumn("orders", column("extra", type));
    }
    op.ifNotExists()
        .addColumn("orders", column("extra", bool()).notNull().defaultValue(true).comment("x"));
    op.in("shop").addColumn("orders", column("Extra", varchar(10)).collation("BINARY_CI"));
    op.addColumn(
        "orders",
        column("n", bigint())
            .identity(
                ColumnValue.Generation.ALWAYS,
                SequenceOptions.defaults()
                    .startWith(10)
                    .incrementBy(-2)
                    .minValue(-100)
                    .maxValue(10)
                    .cache(1)
                    .cycle()));
    op.addColumn("orders", column("n", bigint()).identity().option("oracle", "on-null", "default"));
    op.dropColumn("orders", "extra");
    op.ifExists().dropColumn("orders", "extra");
    op.renameColumn("orders", "extra", "date");
  }

  private static void alterations(Operations op) {
    for (DataType type : types()) {
      if (!new OracleTypes(OracleDialectProvider.OLDEST, List.of("oracle")).isLob(type)) {
        op.alterColumn("orders", "state", type(type).from(varchar(10)));
      }
    }
    op.alterColumn("orders", "state", type(varchar(30)).from(types("state")));
    op.in("shop").alterColumn("orders", "state", type(bool()));
    op.alterColumn("orders", "total", notNull());
    op.in("shop").alterColumn("orders", "total", nullable());
    op.alterColumn("orders", "total", defaultValue(0));
    op.alterColumn("orders", "total", noDefault());
    op.alterColumn("orders", "total", columnComment(""));
    op.alterColumn(
        "orders",
        "total",
        type(numeric(12, 2)).from(numeric(10, 2)),
        defaultValue(new BigDecimal("1.5")),
        notNull(),
        columnComment("it's the total"));
    op.alterColumn(
        "orders",
        "doubled",
        value(
                new ColumnValue.Computed(
                    SqlExpression.of("\"TOTAL\" * 3"), ColumnValue.Storage.VIRTUAL))
            .from(
                new ColumnValue.Computed(
                    SqlExpression.of("\"TOTAL\" * 2"), ColumnValue.Storage.VIRTUAL)));
  }

  private static Index with(Index index, Optional<String> method, Index.Visibility visibility) {
    return new Index(
        index.name(),
        index.uniqueness(),
        index.parts(),
        new Index.Details(
            method,
            List.of(),
            Optional.empty(),
            visibility,
            DialectOptions.none().with("oracle", "tablespace", "fast")));
  }

  /** Records operations on indexes. */
  static void indexes(Operations op) {
    op.createIndex("orders", "customer", "placed");
    op.createIndex("orders", uniqueIndexOn("customer"));
    op.in("shop").ifNotExists().online().createIndex("orders", "customer");
    op.createIndex("orders", indexOn(descending("placed"), expression("UPPER(\"CUSTOMER\")")));
    op.createIndex(
        "orders", with(indexOn("paid"), Optional.of("bitmap"), Index.Visibility.INVISIBLE));
    op.createIndex("orders", with(indexOn("id"), Optional.of("reverse"), Index.Visibility.VISIBLE));
    op.dropIndex("orders", "ix_orders_customer");
    op.in("shop").ifExists().online().dropIndex("orders", "ix_orders_customer");
    op.renameIndex("orders", "a", "b");
    op.in("shop").renameIndex("orders", "a", "b");
  }

  /** Records operations on constraints. */
  static void constraints(Operations op) {
    op.addConstraint("orders", primaryKey("id"));
    op.addConstraint(
        "orders",
        new PrimaryKey(
            Optional.empty(), List.of(Identifier.of("id")), Deferrability.INITIALLY_DEFERRED));
    op.addConstraint(
        "orders",
        new UniqueConstraint(
            Optional.empty(),
            List.of(Identifier.of("customer"), Identifier.of("placed")),
            UniqueConstraint.Nulls.DISTINCT,
            Deferrability.DEFERRABLE));
    op.in("shop").addConstraint("orders", check("ck_a", "\"TOTAL\" BETWEEN 1 AND 2"));
    for (ReferentialAction action :
        List.of(
            ReferentialAction.NO_ACTION,
            ReferentialAction.RESTRICT,
            ReferentialAction.CASCADE,
            ReferentialAction.SET_NULL)) {
      op.addConstraint("orders", foreignKey("parent").references("orders", "id").onDelete(action));
    }
    op.addConstraint(
        "orders",
        foreignKey("parent")
            .named("fk")
            .references(in("shop", "orders"), List.of(Identifier.of("id")))
            .deferrability(Deferrability.INITIALLY_DEFERRED));
    op.dropConstraint("orders", Kind.CHECK, "ck_total");
    op.in("shop").ifExists().dropConstraint("orders", Kind.FOREIGN_KEY, "fk_a");
    op.renameConstraint("orders", Kind.CHECK, "a", "b");
    op.in("shop").renameConstraint("orders", Kind.PRIMARY_KEY, "a", "b");
  }

  private static void sequences(Operations op) {
    op.createSequence("s", SequenceOptions.defaults());
    op.in("shop")
        .ifNotExists()
        .createSequence(
            "s",
            SequenceOptions.defaults()
                .startWith(-5)
                .incrementBy(-5)
                .minValue(-500)
                .maxValue(5)
                .cache(10)
                .cycle());
    op.record(
        new CreateSequence(
            new Sequence(
                QualifiedName.of("s"),
                Optional.of(smallint()),
                SequenceOptions.defaults().cache(1),
                Optional.empty()),
            Existence.STRICT));
    op.alterSequence("s", SequenceOptions.defaults().incrementBy(3).cache(1));
    op.alterSequence("s", SequenceOptions.defaults().startWith(100).cycle());
    op.alterSequence("s", SequenceOptions.defaults(), SequenceOptions.defaults().cycle());
    op.alterSequence("s", SequenceOptions.defaults());
    op.dropSequence("s");
    op.ifExists().dropSequence("s");
    op.renameSequence("s", "t");
  }

  private static View view(View.Kind kind, DialectOptions options, String comment) {
    return new View(
        QualifiedName.of("shop", "v"),
        kind,
        List.of(Identifier.of("a"), Identifier.of("Total")),
        SqlExpression.of("SELECT id, total FROM orders WHERE state <> 'it''s'"),
        Optional.of(comment),
        options);
  }

  private static void views(Operations op) {
    op.createView("v", "SELECT id FROM orders WITH READ ONLY");
    op.ifNotExists().createView("v", "SELECT id FROM orders");
    op.createView(view(View.Kind.PLAIN, DialectOptions.none(), "it's a view"));
    op.createView(view(View.Kind.MATERIALIZED, DialectOptions.none(), "stored"));
    op.ifNotExists()
        .createView(
            view(
                View.Kind.MATERIALIZED,
                DialectOptions.none()
                    .with("oracle", "build", "deferred")
                    .with("oracle", "refresh", "fast")
                    .with("oracle", "refresh-on", "commit"),
                ""));
    op.createView(
        view(
            View.Kind.MATERIALIZED,
            DialectOptions.none().with("oracle", "refresh-on", "demand"),
            ""));
    op.replaceView("v", "SELECT id FROM orders", "SELECT id FROM customer");
    View before = view(View.Kind.MATERIALIZED, DialectOptions.none(), "x");
    op.record(
        new ReplaceView(
            view(View.Kind.MATERIALIZED, DialectOptions.none(), ""), Optional.of(before)));
    op.record(
        new ReplaceView(view(View.Kind.PLAIN, DialectOptions.none(), ""), Optional.of(before)));
    op.dropView("v");
    op.ifExists().dropView("v");
    op.dropView(before);
    op.ifExists().dropView(before);
  }

  private static void rows(Operations op) {
    op.insertInto("orders", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j")
        .row(
            1,
            "it's",
            true,
            null,
            LocalDate.of(2026, 1, 2),
            new BigDecimal("-0.5"),
            "",
            "\u00e4",
            new byte[] {1, 2},
            UUID.fromString("00000000-0000-0000-0000-00000000000a"))
        .row(
            nextValue("s"),
            "x".repeat(9_000),
            false,
            currentDate(),
            currentTimestamp(),
            LocalDateTime.of(2026, 1, 2, 3, 4, 5, 600),
            Instant.EPOCH,
            sql("1 + 1"),
            null,
            null)
        .insert();
    op.update(
        "orders",
        Map.of("paid", true),
        Condition.all(Condition.equal("customer", ""), Condition.in("id", 1, 2, 3)));
    op.in("shop").update("orders", Map.of("total", 1), Condition.allRows());
    op.delete(
        "orders",
        Condition.any(
            Condition.in("state", "", "new"),
            Condition.compare("paid", Condition.Comparator.NOT_EQUAL, false),
            Condition.sql("total > 5")));
  }

  private static void others(Operations op) {
    op.createEnumType("state", "new", "done");
    op.dropEnumType("state", "new", "done");
    op.execute("UPDATE orders SET customer = ? WHERE id = ?", "it's", 5);
    op.execute("CREATE PROCEDURE p IS BEGIN NULL; END;\n/\nDROP PROCEDURE p;");
    op.outsideTransaction(inner -> inner.createIndex("orders", "paid"));
    op.on("oracle", inner -> inner.execute("ANALYZE TABLE orders VALIDATE STRUCTURE"));
    op.record(new OnDialects(List.of("oracle"), recorded(inner -> inner.dropTable("a"))));
    op.record(new OnDialects(List.of("postgresql"), recorded(inner -> inner.dropTable("a"))));
    op.record(new Audited());
  }

  /** An author's own operation. */
  record Audited() implements CustomOperation {

    @Override
    public List<Operation> expand(List<String> dialectNames) {
      return recorded(
          op -> op.addColumn(ORDERS.name().value(), column("changed", timestamp()).notNull()));
    }

    @Override
    public String describe() {
      return "audit orders";
    }

    @Override
    public Inverse inverse() {
      return Inverse.none("it has none", "none");
    }
  }
}
