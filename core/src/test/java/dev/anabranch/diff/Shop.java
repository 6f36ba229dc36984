package dev.anabranch.diff;

import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.Nullability;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A small schema, and ways to make others of it. */
final class Shop {

  static final QualifiedName CUSTOMER = QualifiedName.of("customer");
  static final QualifiedName ORDERS = QualifiedName.of("orders");

  private Shop() {}

  static DatabaseSchema schema() {
    return new DatabaseSchema(
        List.of(customer(), orders()),
        List.of(view("buyers", "SELECT name FROM customer")),
        List.of(Sequence.of(QualifiedName.of("ticket"))),
        List.of(state("new", "paid", "sent")),
        List.of());
  }

  static Table customer() {
    return new Table(
        CUSTOMER,
        List.of(
            column("id", DataType.Simple.BIGINT).withNullability(Nullability.NOT_NULL),
            column("name", new DataType.Varchar(100)).withNullability(Nullability.NOT_NULL),
            column("email", new DataType.Varchar(200)),
            column("credit", DataType.Simple.INTEGER).withValue(value(0))),
        List.of(
            primaryKey("pk_customer", "id"),
            unique("uq_customer_name", "name"),
            check("ck_customer_credit", "credit >= 0")),
        List.of(index("ix_customer_email", "email")),
        Optional.empty(),
        DialectOptions.none());
  }

  static Table orders() {
    return new Table(
        ORDERS,
        List.of(
            column("id", DataType.Simple.BIGINT),
            column("customer_id", DataType.Simple.BIGINT),
            column(
                "state",
                new DataType.Enumeration(
                    state("x").name(), state("new", "paid", "sent").values()))),
        List.of(
            primaryKey("pk_orders", "id"),
            foreignKey("fk_orders_customer", "customer_id", CUSTOMER, "id")),
        List.of(),
        Optional.empty(),
        DialectOptions.none());
  }

  // Parts.

  static Column column(String name, DataType type) {
    return Column.of(Identifier.of(name), type);
  }

  static ColumnValue value(Object value) {
    return new ColumnValue.Default(SqlValue.of(value));
  }

  static PrimaryKey primaryKey(String name, String... columns) {
    return new PrimaryKey(name(name), names(columns), Deferrability.NOT_DEFERRABLE);
  }

  static UniqueConstraint unique(String name, String... columns) {
    return new UniqueConstraint(
        name(name), names(columns), UniqueConstraint.Nulls.DISTINCT, Deferrability.NOT_DEFERRABLE);
  }

  static CheckConstraint check(String name, String condition) {
    return new CheckConstraint(name(name), SqlExpression.of(condition));
  }

  static ForeignKey foreignKey(String name, String column, QualifiedName table, String referred) {
    return new ForeignKey(
        name(name), names(column), table, names(referred), ForeignKey.Rules.standard());
  }

  static ForeignKey deleting(ForeignKey key, ReferentialAction action) {
    ForeignKey.Rules rules = key.rules();
    return new ForeignKey(
        key.name(),
        key.columns(),
        key.referredTable(),
        key.referredColumns(),
        new ForeignKey.Rules(action, rules.onUpdate(), rules.match(), rules.deferrability()));
  }

  static Index index(String name, String... columns) {
    return new Index(
        name(name),
        Index.Uniqueness.NOT_UNIQUE,
        names(columns).stream().map(IndexPart::column).toList(),
        Index.Details.none());
  }

  static View view(String name, String query) {
    return View.of(QualifiedName.of(name), SqlExpression.of(query));
  }

  static EnumType state(String... values) {
    return EnumType.of(QualifiedName.of("order_state"), List.of(values));
  }

  static OtherObject other(String kind, String name, String definition) {
    return new OtherObject(kind, QualifiedName.of(name), definition);
  }

  private static Optional<Identifier> name(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(Identifier.of(name));
  }

  static List<Identifier> names(String... names) {
    return Arrays.stream(names).map(Identifier::of).toList();
  }

  // Ways to make others.

  static Table with(Table table, Column... columns) {
    return table.withColumns(and(table.columns(), List.of(columns)));
  }

  static Table with(Table table, TableConstraint... constraints) {
    return table.withConstraints(and(table.constraints(), List.of(constraints)));
  }

  static Table with(Table table, Index... indexes) {
    return table.withIndexes(and(table.indexes(), List.of(indexes)));
  }

  static Table withoutConstraint(Table table, String name) {
    return table.withConstraints(
        table.constraints().stream().filter(each -> !each.name().equals(name(name))).toList());
  }

  static Table withoutColumn(Table table, String name) {
    return table.withColumns(
        table.columns().stream().filter(each -> !each.name().value().equals(name)).toList());
  }

  static Table column(Table table, String name, UnaryOperator<Column> change) {
    return table.withColumns(
        table.columns().stream()
            .map(each -> each.name().value().equals(name) ? change.apply(each) : each)
            .toList());
  }

  static Table commented(Table table, String comment) {
    return new Table(
        table.name(),
        table.columns(),
        table.constraints(),
        table.indexes(),
        Optional.of(comment),
        table.options());
  }

  static Table optioned(Table table, DialectOptions options) {
    return new Table(
        table.name(),
        table.columns(),
        table.constraints(),
        table.indexes(),
        table.comment(),
        options);
  }

  /** Returns the shop with other tables in the place of those of their name, or besides them. */
  static DatabaseSchema tables(Table... tables) {
    List<Table> all = new ArrayList<>(List.of(tables));
    schema().tables().stream()
        .filter(table -> all.stream().noneMatch(other -> other.name().equals(table.name())))
        .toList()
        .forEach(all::add);
    return only(all.toArray(Table[]::new));
  }

  /** Returns the shop with these tables and no others. */
  static DatabaseSchema only(Table... tables) {
    DatabaseSchema shop = schema();
    return new DatabaseSchema(
        List.of(tables), shop.views(), shop.sequences(), shop.enumTypes(), shop.others());
  }

  static DatabaseSchema views(View... views) {
    DatabaseSchema shop = schema();
    return new DatabaseSchema(
        shop.tables(), List.of(views), shop.sequences(), shop.enumTypes(), shop.others());
  }

  static DatabaseSchema sequences(Sequence... sequences) {
    DatabaseSchema shop = schema();
    return new DatabaseSchema(
        shop.tables(), shop.views(), List.of(sequences), shop.enumTypes(), shop.others());
  }

  static DatabaseSchema enumTypes(EnumType... types) {
    DatabaseSchema shop = schema();
    return new DatabaseSchema(
        shop.tables(), shop.views(), shop.sequences(), List.of(types), shop.others());
  }

  static DatabaseSchema others(OtherObject... others) {
    DatabaseSchema shop = schema();
    return new DatabaseSchema(
        shop.tables(), shop.views(), shop.sequences(), shop.enumTypes(), List.of(others));
  }

  private static <T> List<T> and(List<T> some, List<? extends T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
