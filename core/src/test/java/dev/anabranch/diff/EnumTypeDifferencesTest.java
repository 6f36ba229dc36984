package dev.anabranch.diff;

import static dev.anabranch.diff.Shop.column;
import static dev.anabranch.diff.Shop.customer;
import static dev.anabranch.diff.Shop.enumTypes;
import static dev.anabranch.diff.Shop.orders;
import static dev.anabranch.diff.Shop.schema;
import static dev.anabranch.diff.Shop.state;
import static dev.anabranch.diff.Shop.tables;

import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.EnumType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Differences of enum types. */
class EnumTypeDifferencesTest {

  @TestFactory
  Stream<DynamicTest> areToldAndMended() {
    return Stream.of(
            new DifferenceCase(
                "missing",
                schema(),
                enumTypes(),
                """
            enum type order_state is missing
            --
            enum type order_state is gone
            --
            create enum type order_state
            """),
            new DifferenceCase(
                "unexpected",
                enumTypes(),
                schema(),
                """
            enum type order_state is there and should not be
            --
            enum type order_state is still there
            --
            drop enum type order_state
            """),
            new DifferenceCase(
                "values missing, with those of columns",
                schema(),
                new DatabaseSchema(
                    List.of(
                        customer(),
                        column(
                            orders(),
                            "state",
                            each ->
                                each.withType(
                                    new DataType.Enumeration(
                                        state("paid").name(), List.of("paid"))))),
                    schema().views(),
                    schema().sequences(),
                    List.of(state("paid")),
                    List.of()),
                """
            enum type order_state: value list is ('paid') and should be ('new', 'paid', 'sent')
            --
            enum type order_state: value list is ('paid') and was ('new', 'paid', 'sent')
            --
            add value to enum type order_state
            add value to enum type order_state
            """),
            new DifferenceCase(
                "value too many",
                enumTypes(state("new", "paid")),
                schema(),
                """
            enum type order_state: value list is ('new', 'paid', 'sent') and should be ('new', 'paid')
            --
            enum type order_state: value list is ('new', 'paid', 'sent') and was ('new', 'paid')
            --
            """),
            new DifferenceCase(
                "order of values",
                enumTypes(state("paid", "new", "sent")),
                schema(),
                """
            enum type order_state: value list is ('new', 'paid', 'sent') and should be ('paid', 'new', 'sent')
            --
            enum type order_state: value list is ('new', 'paid', 'sent') and was ('paid', 'new', 'sent')
            --
            """),
            new DifferenceCase(
                "comment",
                enumTypes(
                    new EnumType(
                        state("x").name(),
                        List.of("new", "paid", "sent"),
                        Optional.of("how far it is"))),
                schema(),
                """
            enum type order_state: comment "how far it is" is missing
            --
            enum type order_state: comment "how far it is" is gone
            --
            """),
            new DifferenceCase(
                "values written into a column",
                schema(),
                tables(
                    column(
                        orders(),
                        "state",
                        each ->
                            each.withType(
                                new DataType.Enumeration(state("x").name(), List.of("new"))))),
                """
            column orders.state: type is enum order_state ('new') and should be enum order_state ('new', 'paid', 'sent')
            --
            column orders.state: type is enum order_state ('new') and was enum order_state ('new', 'paid', 'sent')
            --
            alter column orders.state
            """))
        .map(DifferenceCase::test);
  }
}
