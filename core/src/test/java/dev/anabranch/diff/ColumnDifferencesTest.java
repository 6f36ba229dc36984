package dev.anabranch.diff;

import static dev.anabranch.diff.Shop.CUSTOMER;
import static dev.anabranch.diff.Shop.ORDERS;
import static dev.anabranch.diff.Shop.column;
import static dev.anabranch.diff.Shop.customer;
import static dev.anabranch.diff.Shop.foreignKey;
import static dev.anabranch.diff.Shop.index;
import static dev.anabranch.diff.Shop.only;
import static dev.anabranch.diff.Shop.orders;
import static dev.anabranch.diff.Shop.primaryKey;
import static dev.anabranch.diff.Shop.schema;
import static dev.anabranch.diff.Shop.tables;
import static dev.anabranch.diff.Shop.value;
import static dev.anabranch.diff.Shop.with;
import static dev.anabranch.diff.Shop.withoutColumn;

import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Nullability;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Differences of columns, one case for each aspect. */
class ColumnDifferencesTest {

  @TestFactory
  Stream<DynamicTest> areToldAndMended() {
    return Stream.of(
            new DifferenceCase(
                "missing",
                schema(),
                tables(withoutColumn(orders(), "state")),
                """
            column orders.state is missing
            --
            column orders.state is gone
            --
            add column orders.state
            """),
            new DifferenceCase(
                "unexpected",
                schema(),
                tables(with(orders(), column("note", DataType.Simple.TEXT))),
                """
            column orders.note is there and should not be
            --
            column orders.note is still there
            --
            drop column orders.note
            """),
            new DifferenceCase(
                "renamed, with its keys and indexes",
                tables(
                    new Table(
                        ORDERS,
                        List.of(
                            orders().columns().get(0),
                            column("buyer", DataType.Simple.BIGINT),
                            orders().columns().get(2)),
                        List.of(
                            primaryKey("pk_orders", "id"),
                            foreignKey("fk_orders_customer", "buyer", CUSTOMER, "id")),
                        List.of(index("ix_buyer", "buyer")),
                        Optional.empty(),
                        DialectOptions.none())),
                tables(with(orders(), index("ix_buyer", "customer_id"))),
                """
            column orders.buyer is named customer_id
            --
            column orders.buyer is now named customer_id
            --
            rename column orders.customer_id to buyer
            """),
            new DifferenceCase(
                "of another name and type",
                tables(with(orders(), column("a", DataType.Simple.TEXT))),
                tables(with(orders(), column("b", DataType.Simple.INTEGER))),
                """
            column orders.a is missing
            column orders.b is there and should not be
            --
            column orders.a is gone
            column orders.b is still there
            --
            drop column orders.b
            add column orders.a
            """),
            new DifferenceCase(
                "two of other names",
                tables(
                    with(
                        orders(),
                        column("a", DataType.Simple.TEXT),
                        column("b", DataType.Simple.TEXT))),
                tables(
                    with(
                        orders(),
                        column("c", DataType.Simple.TEXT),
                        column("d", DataType.Simple.TEXT))),
                """
            column orders.a is missing
            column orders.b is missing
            column orders.c is there and should not be
            column orders.d is there and should not be
            --
            column orders.a is gone
            column orders.b is gone
            column orders.c is still there
            column orders.d is still there
            --
            drop column orders.c
            drop column orders.d
            add column orders.a
            add column orders.b
            """),
            new DifferenceCase(
                "type, with a view",
                schema(),
                tables(
                    column(customer(), "email", each -> each.withType(new DataType.Varchar(50)))),
                """
            column customer.email: type is varchar(50) and should be varchar(200)
            --
            column customer.email: type is varchar(50) and was varchar(200)
            --
            drop view buyers
            alter column customer.email
            create view buyers
            """),
            new DifferenceCase(
                "type, with a foreign key",
                schema(),
                tables(
                    column(
                        orders(), "customer_id", each -> each.withType(DataType.Simple.INTEGER))),
                """
            column orders.customer_id: type is integer and should be bigint
            --
            column orders.customer_id: type is integer and was bigint
            --
            drop foreign key fk_orders_customer of orders
            alter column orders.customer_id
            add foreign key fk_orders_customer to orders
            """),
            new DifferenceCase(
                "type of one product only",
                tables(
                    column(
                        customer(),
                        "email",
                        each ->
                            each.withType(DataType.Simple.TEXT.on("some", DataType.Simple.BLOB)))),
                tables(column(customer(), "email", each -> each.withType(DataType.Simple.TEXT))),
                """
            column customer.email: type is TEXT and should be Variant[type=TEXT, variants={some=BLOB}]
            --
            column customer.email: type is TEXT and was Variant[type=TEXT, variants={some=BLOB}]
            --
            drop view buyers
            alter column customer.email
            create view buyers
            """),
            new DifferenceCase(
                "nullability",
                schema(),
                tables(
                    column(
                        customer(), "email", each -> each.withNullability(Nullability.NOT_NULL))),
                """
            column customer.email is not null and should be nullable
            --
            column customer.email is not null and was nullable
            --
            alter column customer.email
            """),
            new DifferenceCase(
                "default there",
                schema(),
                tables(column(customer(), "email", each -> each.withValue(value("none")))),
                """
            column customer.email: default 'none' is there and should not be
            --
            column customer.email: default 'none' is still there
            --
            alter column customer.email
            """),
            new DifferenceCase(
                "default missing",
                schema(),
                tables(column(customer(), "credit", each -> each.withValue(ColumnValue.none()))),
                """
            column customer.credit: default 0 is missing
            --
            column customer.credit: default 0 is gone
            --
            alter column customer.credit
            """),
            new DifferenceCase(
                "default changed",
                schema(),
                tables(column(customer(), "credit", each -> each.withValue(value(5)))),
                """
            column customer.credit: default is 5 and should be 0
            --
            column customer.credit: default is 5 and was 0
            --
            alter column customer.credit
            """),
            new DifferenceCase(
                "identity missing",
                tables(
                    column(
                        customer(),
                        "id",
                        each ->
                            each.withValue(
                                new ColumnValue.Identity(
                                    ColumnValue.Generation.ALWAYS,
                                    SequenceOptions.defaults().startWith(5))))),
                schema(),
                """
            column customer.id: identity always start 5 is missing
            --
            column customer.id: identity always start 5 is gone
            --
            alter column customer.id
            """),
            new DifferenceCase(
                "identity changed",
                tables(
                    column(
                        customer(),
                        "id",
                        each ->
                            each.withValue(
                                new ColumnValue.Identity(
                                    ColumnValue.Generation.ALWAYS,
                                    SequenceOptions.defaults().startWith(5))))),
                tables(
                    column(
                        customer(),
                        "id",
                        each ->
                            each.withValue(
                                new ColumnValue.Identity(
                                    ColumnValue.Generation.BY_DEFAULT,
                                    SequenceOptions.defaults())))),
                """
            column customer.id: identity is by default and should be always start 5
            --
            column customer.id: identity is by default and was always start 5
            --
            alter column customer.id
            """),
            new DifferenceCase(
                "computation",
                tables(
                    column(
                        customer(),
                        "credit",
                        each ->
                            each.withValue(
                                new ColumnValue.Computed(
                                    SqlExpression.of("id * 2"), ColumnValue.Storage.STORED)))),
                tables(
                    column(
                        customer(),
                        "credit",
                        each ->
                            each.withValue(
                                new ColumnValue.Computed(
                                    SqlExpression.of("id * 3"), ColumnValue.Storage.VIRTUAL)))),
                """
            column customer.credit: computation is virtual as (id * 3) and should be stored as (id * 2)
            --
            column customer.credit: computation is virtual as (id * 3) and was stored as (id * 2)
            --
            alter column customer.credit
            """),
            new DifferenceCase(
                "value of another kind",
                tables(
                    column(
                        customer(),
                        "credit",
                        each ->
                            each.withValue(
                                new ColumnValue.Computed(
                                    SqlExpression.of("id * 2"), ColumnValue.Storage.STORED)))),
                schema(),
                """
            column customer.credit: value is default 0 and should be computed stored as (id * 2)
            --
            column customer.credit: value is default 0 and was computed stored as (id * 2)
            --
            alter column customer.credit
            """),
            new DifferenceCase(
                "comment",
                tables(column(customer(), "email", each -> each.withComment("private"))),
                tables(column(customer(), "email", each -> each.withComment("public"))),
                """
            column customer.email: comment is "public" and should be "private"
            --
            column customer.email: comment is "public" and was "private"
            --
            alter column customer.email
            """),
            new DifferenceCase(
                "collation",
                tables(column(customer(), "email", each -> each.withCollation("german"))),
                schema(),
                """
            column customer.email: collation is as by default and should be german
            --
            column customer.email: collation is as by default and was german
            --
            """),
            new DifferenceCase(
                "options",
                tables(
                    column(
                        customer(),
                        "email",
                        each ->
                            each.withOptions(
                                DialectOptions.none().with("some", "storage", "main")))),
                schema(),
                """
            column customer.email: option storage "main" is missing
            --
            column customer.email: option storage "main" is gone
            --
            """),
            new DifferenceCase(
                "several aspects by one alteration",
                schema(),
                tables(
                    column(
                        customer(),
                        "email",
                        each ->
                            each.withType(DataType.Simple.TEXT)
                                .withNullability(Nullability.NOT_NULL)
                                .withComment("all"))),
                """
            column customer.email: type is text and should be varchar(200)
            column customer.email is not null and should be nullable
            column customer.email: comment "all" is there and should not be
            --
            column customer.email: type is text and was varchar(200)
            column customer.email is not null and was nullable
            column customer.email: comment "all" is still there
            --
            drop view buyers
            alter column customer.email
            create view buyers
            """),
            new DifferenceCase(
                "exact names",
                only(
                    Table.of(
                        ORDERS,
                        List.of(
                            new Column(
                                Identifier.exact("a"),
                                DataType.Simple.TEXT,
                                Nullability.NULLABLE,
                                ColumnValue.none(),
                                Optional.empty(),
                                Optional.empty(),
                                DialectOptions.none())))),
                only(Table.of(ORDERS, List.of(column("a", DataType.Simple.INTEGER)))),
                """
            column orders."a" is missing
            column orders.a is there and should not be
            --
            column orders."a" is gone
            column orders.a is still there
            --
            drop column orders.a
            add column orders.a
            """))
        .map(DifferenceCase::test);
  }
}
