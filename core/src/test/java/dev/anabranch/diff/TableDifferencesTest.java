package dev.anabranch.diff;

import static dev.anabranch.diff.Shop.ORDERS;
import static dev.anabranch.diff.Shop.column;
import static dev.anabranch.diff.Shop.commented;
import static dev.anabranch.diff.Shop.customer;
import static dev.anabranch.diff.Shop.only;
import static dev.anabranch.diff.Shop.optioned;
import static dev.anabranch.diff.Shop.orders;
import static dev.anabranch.diff.Shop.schema;
import static dev.anabranch.diff.Shop.tables;
import static dev.anabranch.diff.Shop.withoutConstraint;

import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Differences of tables as a whole. */
class TableDifferencesTest {

  @TestFactory
  Stream<DynamicTest> areToldAndMended() {
    return Stream.of(
            new DifferenceCase(
                "missing",
                tables(
                    Table.of(
                        QualifiedName.of("note"), List.of(column("text", DataType.Simple.TEXT)))),
                schema(),
                """
            table note is missing
            --
            table note is gone
            --
            create table note
            """),
            new DifferenceCase(
                "unexpected",
                schema(),
                tables(
                    Table.of(
                        QualifiedName.of("note"), List.of(column("text", DataType.Simple.TEXT)))),
                """
            table note is there and should not be
            --
            table note is still there
            --
            drop table note
            """),
            new DifferenceCase(
                "missing with keys from and to it",
                schema(),
                only(withoutConstraint(orders(), "fk_orders_customer")),
                """
            table customer is missing
            foreign key fk_orders_customer of orders is missing
            --
            table customer is gone
            foreign key fk_orders_customer of orders is gone
            --
            create table customer
            add foreign key fk_orders_customer to orders
            """),
            new DifferenceCase(
                "unexpected with keys from and to it and a view",
                only(withoutConstraint(orders(), "fk_orders_customer")),
                schema(),
                """
            table customer is there and should not be
            foreign key fk_orders_customer of orders is there and should not be
            --
            table customer is still there
            foreign key fk_orders_customer of orders is still there
            --
            drop view buyers
            drop foreign key fk_orders_customer of orders
            drop table customer
            create view buyers
            """),
            new DifferenceCase(
                "comment there",
                tables(customer()),
                tables(commented(customer(), "who buys")),
                """
            table customer: comment "who buys" is there and should not be
            --
            table customer: comment "who buys" is still there
            --
            change comment of table customer
            """),
            new DifferenceCase(
                "comment missing",
                tables(commented(customer(), "who buys")),
                schema(),
                """
            table customer: comment "who buys" is missing
            --
            table customer: comment "who buys" is gone
            --
            change comment of table customer
            """),
            new DifferenceCase(
                "comment changed",
                tables(commented(customer(), "who\nbuys")),
                tables(commented(customer(), "who sells")),
                """
            table customer: comment is "who sells" and should be "who buys"
            --
            table customer: comment is "who sells" and was "who buys"
            --
            change comment of table customer
            """),
            new DifferenceCase(
                "options",
                tables(
                    optioned(
                        customer(),
                        DialectOptions.none()
                            .with("some", "fillfactor", "70")
                            .with("some", "engine", "a"))),
                tables(
                    optioned(customer(), DialectOptions.none().with("some", "fillfactor", "80"))),
                """
            table customer: option engine "a" is missing
            table customer: option fillfactor is "80" and should be "70"
            --
            table customer: option engine "a" is gone
            table customer: option fillfactor is "80" and was "70"
            --
            """),
            new DifferenceCase(
                "column order",
                schema(),
                tables(
                    new Table(
                        ORDERS,
                        List.of(
                            orders().columns().get(1),
                            orders().columns().get(0),
                            orders().columns().get(2)),
                        orders().constraints(),
                        List.of(),
                        Optional.empty(),
                        DialectOptions.none())),
                """
            table orders: column order is customer_id, id, state and should be id, customer_id, state
            --
            table orders: column order is customer_id, id, state and was id, customer_id, state
            --
            """),
            new DifferenceCase(
                "in another schema",
                only(
                    customer(),
                    orders(),
                    customer().withName(QualifiedName.of("archive", "customer"))),
                schema(),
                """
            table archive.customer is missing
            --
            table archive.customer is gone
            --
            create table archive.customer
            """))
        .map(DifferenceCase::test);
  }
}
