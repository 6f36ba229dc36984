package dev.anabranch.diff;

import static dev.anabranch.diff.Shop.CUSTOMER;
import static dev.anabranch.diff.Shop.ORDERS;
import static dev.anabranch.diff.Shop.check;
import static dev.anabranch.diff.Shop.customer;
import static dev.anabranch.diff.Shop.deleting;
import static dev.anabranch.diff.Shop.foreignKey;
import static dev.anabranch.diff.Shop.names;
import static dev.anabranch.diff.Shop.only;
import static dev.anabranch.diff.Shop.orders;
import static dev.anabranch.diff.Shop.primaryKey;
import static dev.anabranch.diff.Shop.schema;
import static dev.anabranch.diff.Shop.tables;
import static dev.anabranch.diff.Shop.unique;
import static dev.anabranch.diff.Shop.with;
import static dev.anabranch.diff.Shop.withoutConstraint;

import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Differences of constraints, one case for each aspect. */
class ConstraintDifferencesTest {

  @TestFactory
  Stream<DynamicTest> areToldAndMended() {
    return Stream.of(
            new DifferenceCase(
                "primary key missing",
                schema(),
                tables(withoutConstraint(customer(), "pk_customer")),
                """
            primary key pk_customer of customer is missing
            --
            primary key pk_customer of customer is gone
            --
            add primary key pk_customer to customer
            """),
            new DifferenceCase(
                "primary key unexpected, with a foreign key",
                only(
                    withoutConstraint(customer(), "pk_customer"),
                    withoutConstraint(orders(), "fk_orders_customer")),
                schema(),
                """
            primary key pk_customer of customer is there and should not be
            foreign key fk_orders_customer of orders is there and should not be
            --
            primary key pk_customer of customer is still there
            foreign key fk_orders_customer of orders is still there
            --
            drop foreign key fk_orders_customer of orders
            drop primary key pk_customer of customer
            """),
            new DifferenceCase(
                "primary key of other columns",
                tables(
                    with(
                        withoutConstraint(customer(), "pk_customer"),
                        primaryKey("pk_customer", "id", "name"))),
                schema(),
                """
            primary key pk_customer of customer: column list is id and should be id, name
            --
            primary key pk_customer of customer: column list is id and was id, name
            --
            drop foreign key fk_orders_customer of orders
            drop primary key pk_customer of customer
            add primary key pk_customer to customer
            add foreign key fk_orders_customer to orders
            """),
            new DifferenceCase(
                "primary key of another name",
                tables(
                    with(
                        withoutConstraint(customer(), "pk_customer"),
                        primaryKey("customer_key", "id"))),
                schema(),
                """
            primary key customer_key of customer is named pk_customer
            --
            primary key customer_key of customer is now named pk_customer
            --
            rename primary key pk_customer of customer to customer_key
            """),
            new DifferenceCase(
                "primary key without a name",
                tables(with(withoutConstraint(customer(), "pk_customer"), primaryKey("", "id"))),
                tables(withoutConstraint(customer(), "pk_customer")),
                """
            primary key of customer is missing
            --
            primary key of customer is gone
            --
            add primary key to customer
            """),
            new DifferenceCase(
                "unique missing",
                schema(),
                tables(withoutConstraint(customer(), "uq_customer_name")),
                """
            unique constraint uq_customer_name of customer is missing
            --
            unique constraint uq_customer_name of customer is gone
            --
            add unique uq_customer_name to customer
            """),
            new DifferenceCase(
                "unique of another name",
                schema(),
                tables(
                    with(withoutConstraint(customer(), "uq_customer_name"), unique("uq", "name"))),
                """
            unique constraint uq_customer_name of customer is named uq
            --
            unique constraint uq_customer_name of customer is now named uq
            --
            rename unique uq of customer to uq_customer_name
            """),
            new DifferenceCase(
                "unique without a name",
                tables(with(customer(), unique("", "email"))),
                schema(),
                """
            unique constraint (email) of customer is missing
            --
            unique constraint (email) of customer is gone
            --
            add unique to customer
            """),
            new DifferenceCase(
                "unique nulls and deferrability",
                tables(
                    with(
                        withoutConstraint(customer(), "uq_customer_name"),
                        new UniqueConstraint(
                            Optional.of(Identifier.of("uq_customer_name")),
                            names("name"),
                            UniqueConstraint.Nulls.NOT_DISTINCT,
                            Deferrability.INITIALLY_DEFERRED))),
                schema(),
                """
            unique constraint uq_customer_name of customer: comparison of nulls is distinct and should be not distinct
            unique constraint uq_customer_name of customer is not deferrable and should be initially deferred
            --
            unique constraint uq_customer_name of customer: comparison of nulls is distinct and was not distinct
            unique constraint uq_customer_name of customer is not deferrable and was initially deferred
            --
            drop unique uq_customer_name of customer
            add unique uq_customer_name to customer
            """),
            new DifferenceCase(
                "check unexpected",
                schema(),
                tables(with(customer(), check("ck_customer_name", "name <> ''"))),
                """
            check constraint ck_customer_name of customer is there and should not be
            --
            check constraint ck_customer_name of customer is still there
            --
            drop check ck_customer_name of customer
            """),
            new DifferenceCase(
                "check condition",
                schema(),
                tables(
                    with(
                        withoutConstraint(customer(), "ck_customer_credit"),
                        check("ck_customer_credit", "credit > 0"))),
                """
            check constraint ck_customer_credit of customer: condition is "credit > 0" and should be "credit >= 0"
            --
            check constraint ck_customer_credit of customer: condition is "credit > 0" and was "credit >= 0"
            --
            drop check ck_customer_credit of customer
            add check ck_customer_credit to customer
            """),
            new DifferenceCase(
                "the same name for another kind",
                schema(),
                tables(
                    with(
                        withoutConstraint(customer(), "ck_customer_credit"),
                        unique("ck_customer_credit", "email"))),
                """
            check constraint ck_customer_credit of customer is missing
            unique constraint ck_customer_credit of customer is there and should not be
            --
            check constraint ck_customer_credit of customer is gone
            unique constraint ck_customer_credit of customer is still there
            --
            drop unique ck_customer_credit of customer
            add check ck_customer_credit to customer
            """),
            new DifferenceCase(
                "foreign key missing",
                schema(),
                tables(withoutConstraint(orders(), "fk_orders_customer")),
                """
            foreign key fk_orders_customer of orders is missing
            --
            foreign key fk_orders_customer of orders is gone
            --
            add foreign key fk_orders_customer to orders
            """),
            new DifferenceCase(
                "foreign key of another name",
                schema(),
                tables(
                    with(
                        withoutConstraint(orders(), "fk_orders_customer"),
                        foreignKey("fk", "customer_id", CUSTOMER, "id"))),
                """
            foreign key fk_orders_customer of orders is named fk
            --
            foreign key fk_orders_customer of orders is now named fk
            --
            rename foreign key fk of orders to fk_orders_customer
            """),
            new DifferenceCase(
                "foreign key on delete",
                schema(),
                tables(
                    with(
                        withoutConstraint(orders(), "fk_orders_customer"),
                        deleting(
                            foreignKey("fk_orders_customer", "customer_id", CUSTOMER, "id"),
                            ReferentialAction.SET_NULL))),
                """
            foreign key fk_orders_customer of orders: on delete is set null and should be no action
            --
            foreign key fk_orders_customer of orders: on delete is set null and was no action
            --
            drop foreign key fk_orders_customer of orders
            add foreign key fk_orders_customer to orders
            """),
            new DifferenceCase(
                "foreign key rules",
                schema(),
                tables(
                    with(
                        withoutConstraint(orders(), "fk_orders_customer"),
                        new ForeignKey(
                            Optional.of(Identifier.of("fk_orders_customer")),
                            names("customer_id"),
                            ORDERS,
                            names("id"),
                            new ForeignKey.Rules(
                                ReferentialAction.NO_ACTION,
                                ReferentialAction.CASCADE,
                                ForeignKey.Match.FULL,
                                Deferrability.DEFERRABLE)))),
                """
            foreign key fk_orders_customer of orders: reference is orders (id) and should be customer (id)
            foreign key fk_orders_customer of orders: on update is cascade and should be no action
            foreign key fk_orders_customer of orders: match is full and should be simple
            foreign key fk_orders_customer of orders is deferrable and should be not deferrable
            --
            foreign key fk_orders_customer of orders: reference is orders (id) and was customer (id)
            foreign key fk_orders_customer of orders: on update is cascade and was no action
            foreign key fk_orders_customer of orders: match is full and was simple
            foreign key fk_orders_customer of orders is deferrable and was not deferrable
            --
            drop foreign key fk_orders_customer of orders
            add foreign key fk_orders_customer to orders
            """),
            new DifferenceCase(
                "foreign key columns",
                schema(),
                tables(
                    with(
                        withoutConstraint(orders(), "fk_orders_customer"),
                        foreignKey("fk_orders_customer", "id", CUSTOMER, "id"))),
                """
            foreign key fk_orders_customer of orders: column list is id and should be customer_id
            --
            foreign key fk_orders_customer of orders: column list is id and was customer_id
            --
            drop foreign key fk_orders_customer of orders
            add foreign key fk_orders_customer to orders
            """),
            new DifferenceCase(
                "exclusion",
                tables(
                    with(
                        orders(),
                        new ExclusionConstraint(
                            Optional.of(Identifier.of("ex")),
                            "gist",
                            List.of(
                                new ExclusionConstraint.Element(
                                    IndexPart.column(Identifier.of("id")), "&&")),
                            Optional.empty(),
                            Deferrability.NOT_DEFERRABLE))),
                tables(
                    with(
                        orders(),
                        new ExclusionConstraint(
                            Optional.of(Identifier.of("ex")),
                            "spgist",
                            List.of(
                                new ExclusionConstraint.Element(
                                    IndexPart.column(Identifier.of("id")), "=")),
                            Optional.of(SqlExpression.of("id > 7")),
                            Deferrability.NOT_DEFERRABLE))),
                """
            exclusion constraint ex of orders: method is spgist and should be gist
            exclusion constraint ex of orders: column list is id with = and should be id with &&
            exclusion constraint ex of orders: condition "id > 7" is there and should not be
            --
            exclusion constraint ex of orders: method is spgist and was gist
            exclusion constraint ex of orders: column list is id with = and was id with &&
            exclusion constraint ex of orders: condition "id > 7" is still there
            --
            drop exclusion ex of orders
            add exclusion ex to orders
            """),
            new DifferenceCase(
                "exclusion missing",
                tables(
                    with(
                        orders(),
                        new ExclusionConstraint(
                            Optional.of(Identifier.of("ex")),
                            "gist",
                            List.of(
                                new ExclusionConstraint.Element(
                                    IndexPart.column(Identifier.of("id")), "&&")),
                            Optional.empty(),
                            Deferrability.NOT_DEFERRABLE))),
                schema(),
                """
            exclusion constraint ex of orders is missing
            --
            exclusion constraint ex of orders is gone
            --
            add exclusion ex to orders
            """))
        .map(DifferenceCase::test);
  }
}
