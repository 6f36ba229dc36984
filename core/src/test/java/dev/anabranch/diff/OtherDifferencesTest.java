package dev.anabranch.diff;

import static dev.anabranch.diff.Shop.column;
import static dev.anabranch.diff.Shop.customer;
import static dev.anabranch.diff.Shop.other;
import static dev.anabranch.diff.Shop.others;
import static dev.anabranch.diff.Shop.schema;

import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.QualifiedName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Differences of what no operation models. */
class OtherDifferencesTest {

  @TestFactory
  Stream<DynamicTest> areToldAndMended() {
    return Stream.of(
            new DifferenceCase(
                "trigger missing",
                others(other("trigger", "customer.audit", "AFTER UPDATE")),
                schema(),
                """
            trigger audit of customer is missing
            --
            trigger audit of customer is gone
            --
            """),
            new DifferenceCase(
                "trigger unexpected",
                schema(),
                others(other("trigger", "customer.audit", "AFTER UPDATE")),
                """
            trigger audit of customer is there and should not be
            --
            trigger audit of customer is still there
            --
            """),
            new DifferenceCase(
                "definition",
                others(other("function", "f(integer)", "RETURN 1")),
                others(other("function", "f(integer)", "RETURN 2")),
                """
            function f(integer): definition is "RETURN 2" and should be "RETURN 1"
            --
            function f(integer): definition is "RETURN 2" and was "RETURN 1"
            --
            """),
            new DifferenceCase(
                "privileges",
                others(
                    other("privilege", "customer", "SELECT TO reader"),
                    other("privilege", "customer", "UPDATE TO writer")),
                others(
                    other("privilege", "customer", "SELECT TO reader"),
                    other("privilege", "customer", "DELETE TO writer"),
                    other("privilege", "customer", "UPDATE TO writer")),
                """
            privilege "DELETE TO writer" of customer is there and should not be
            --
            privilege "DELETE TO writer" of customer is still there
            --
            """),
            new DifferenceCase(
                "privilege of a column",
                others(
                    other("privilege", "customer.name", "select to a"),
                    other("privilege", "customer.name", "select to b")),
                others(other("privilege", "customer.name", "select to a")),
                """
            privilege name "select to b" of customer is missing
            --
            privilege name "select to b" of customer is gone
            --
            """),
            new DifferenceCase(
                "one privilege of a schema",
                schema(),
                others(other("privilege", "schema shop", "USAGE TO reader")),
                """
            privilege schema shop "USAGE TO reader" is there and should not be
            --
            privilege schema shop "USAGE TO reader" is still there
            --
            """),
            new DifferenceCase(
                "without a name of its own",
                others(other("row level security", "customer", "ENABLED")),
                schema(),
                """
            row level security "ENABLED" of customer is missing
            --
            row level security "ENABLED" of customer is gone
            --
            """),
            new DifferenceCase(
                "overloaded",
                others(other("function", "f", "(a)"), other("function", "f", "(b)")),
                others(other("function", "f", "(a)")),
                """
            function f "(b)" is missing
            --
            function f "(b)" is gone
            --
            """),
            new DifferenceCase(
                "named like a table",
                others(other("procedure", "customer", "BEGIN END")),
                schema(),
                """
            procedure customer is missing
            --
            procedure customer is gone
            --
            """),
            new DifferenceCase(
                "goes with its table",
                new DatabaseSchema(List.of(customer()), List.of(), List.of(), List.of(), List.of()),
                new DatabaseSchema(
                    List.of(
                        customer(),
                        Table.of(
                            QualifiedName.of("t"), List.of(column("a", DataType.Simple.TEXT)))),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(
                        other("trigger", "t.audit", "AFTER UPDATE"),
                        other("privilege", "t", "SELECT TO reader"))),
                """
            table t is there and should not be
            --
            table t is still there
            --
            drop table t
            """),
            new DifferenceCase(
                "does not come with its table",
                new DatabaseSchema(
                    List.of(
                        Table.of(
                            QualifiedName.of("t"), List.of(column("a", DataType.Simple.TEXT)))),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(other("trigger", "t.audit", "AFTER UPDATE"))),
                DatabaseSchema.empty(),
                """
            table t is missing
            trigger audit of t is missing
            --
            table t is gone
            trigger audit of t is gone
            --
            create table t
            """))
        .map(DifferenceCase::test);
  }
}
