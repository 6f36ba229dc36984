package dev.anabranch.diff;

import static dev.anabranch.diff.Shop.customer;
import static dev.anabranch.diff.Shop.index;
import static dev.anabranch.diff.Shop.names;
import static dev.anabranch.diff.Shop.orders;
import static dev.anabranch.diff.Shop.schema;
import static dev.anabranch.diff.Shop.tables;
import static dev.anabranch.diff.Shop.with;

import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Differences of indexes, one case for each aspect. */
class IndexDifferencesTest {

  @TestFactory
  Stream<DynamicTest> areToldAndMended() {
    return Stream.of(
            new DifferenceCase(
                "missing",
                schema(),
                tables(customer().withIndexes(List.of())),
                """
            index ix_customer_email of customer is missing
            --
            index ix_customer_email of customer is gone
            --
            create index ix_customer_email on customer
            """),
            new DifferenceCase(
                "unexpected",
                tables(customer().withIndexes(List.of())),
                schema(),
                """
            index ix_customer_email of customer is there and should not be
            --
            index ix_customer_email of customer is still there
            --
            drop index ix_customer_email of customer
            """),
            new DifferenceCase(
                "of another name",
                tables(customer().withIndexes(List.of(index("ix", "email")))),
                schema(),
                """
            index ix of customer is named ix_customer_email
            --
            index ix of customer is now named ix_customer_email
            --
            rename index ix_customer_email of customer to ix
            """),
            new DifferenceCase(
                "without a name",
                tables(with(customer(), index("", "credit"))),
                schema(),
                """
            index (credit) of customer is missing
            --
            index (credit) of customer is gone
            --
            create index  on customer
            """),
            new DifferenceCase(
                "unexpected under a foreign key",
                schema(),
                tables(with(orders(), index("ix_orders_customer", "customer_id", "id"))),
                """
            index ix_orders_customer of orders is there and should not be
            --
            index ix_orders_customer of orders is still there
            --
            drop foreign key fk_orders_customer of orders
            drop index ix_orders_customer of orders
            add foreign key fk_orders_customer to orders
            """),
            new DifferenceCase(
                "uniqueness",
                tables(
                    customer()
                        .withIndexes(
                            List.of(
                                new Index(
                                    Optional.of(Identifier.of("ix_customer_email")),
                                    Index.Uniqueness.UNIQUE,
                                    List.of(IndexPart.column(Identifier.of("email"))),
                                    new Index.Details(
                                        Optional.empty(),
                                        List.of(),
                                        Optional.empty(),
                                        Index.Visibility.VISIBLE,
                                        DialectOptions.none()))))),
                schema(),
                """
            index ix_customer_email of customer is not unique and should be unique
            --
            index ix_customer_email of customer is not unique and was unique
            --
            drop index ix_customer_email of customer
            create index ix_customer_email on customer
            """),
            new DifferenceCase(
                "parts",
                tables(
                    customer()
                        .withIndexes(
                            List.of(
                                new Index(
                                    Optional.of(Identifier.of("ix_customer_email")),
                                    Index.Uniqueness.NOT_UNIQUE,
                                    List.of(
                                        IndexPart.column(Identifier.of("email"))
                                            .descending()
                                            .withNulls(IndexPart.Nulls.LAST),
                                        IndexPart.expression(SqlExpression.of("lower(name)"))),
                                    new Index.Details(
                                        Optional.empty(),
                                        List.of(),
                                        Optional.empty(),
                                        Index.Visibility.VISIBLE,
                                        DialectOptions.none()))))),
                schema(),
                """
            index ix_customer_email of customer: column list is email and should be email descending nulls last, (lower(name))
            --
            index ix_customer_email of customer: column list is email and was email descending nulls last, (lower(name))
            --
            drop index ix_customer_email of customer
            create index ix_customer_email on customer
            """),
            new DifferenceCase(
                "details",
                tables(
                    customer()
                        .withIndexes(
                            List.of(
                                new Index(
                                    Optional.of(Identifier.of("ix_customer_email")),
                                    Index.Uniqueness.NOT_UNIQUE,
                                    List.of(IndexPart.column(Identifier.of("email"))),
                                    new Index.Details(
                                        Optional.of("hash"),
                                        names("name"),
                                        Optional.of(SqlExpression.of("credit > 0")),
                                        Index.Visibility.INVISIBLE,
                                        DialectOptions.none().with("some", "fillfactor", "70")))))),
                schema(),
                """
            index ix_customer_email of customer: method is as by default and should be hash
            index ix_customer_email of customer: included column list name is missing
            index ix_customer_email of customer: condition "credit > 0" is missing
            index ix_customer_email of customer is visible and should be invisible
            index ix_customer_email of customer: option fillfactor "70" is missing
            --
            index ix_customer_email of customer: method is as by default and was hash
            index ix_customer_email of customer: included column list name is gone
            index ix_customer_email of customer: condition "credit > 0" is gone
            index ix_customer_email of customer is visible and was invisible
            index ix_customer_email of customer: option fillfactor "70" is gone
            --
            drop index ix_customer_email of customer
            create index ix_customer_email on customer
            """))
        .map(DifferenceCase::test);
  }
}
