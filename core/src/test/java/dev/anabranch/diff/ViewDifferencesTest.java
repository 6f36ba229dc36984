package dev.anabranch.diff;

import static dev.anabranch.diff.Shop.names;
import static dev.anabranch.diff.Shop.schema;
import static dev.anabranch.diff.Shop.view;
import static dev.anabranch.diff.Shop.views;

import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.View;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Differences of views. */
class ViewDifferencesTest {

  @TestFactory
  Stream<DynamicTest> areToldAndMended() {
    return Stream.of(
            new DifferenceCase(
                "missing",
                schema(),
                views(),
                """
            view buyers is missing
            --
            view buyers is gone
            --
            create view buyers
            """),
            new DifferenceCase(
                "unexpected, with one that uses it",
                views(),
                views(
                    view("buyers", "SELECT name FROM customer"),
                    view("a_list", "SELECT * FROM buyers")),
                """
            view a_list is there and should not be
            view buyers is there and should not be
            --
            view a_list is still there
            view buyers is still there
            --
            drop view a_list
            drop view buyers
            """),
            new DifferenceCase(
                "missing, one that uses the other",
                views(
                    view("buyers", "SELECT name FROM customer"),
                    view("a_list", "SELECT * FROM buyers")),
                views(),
                """
            view a_list is missing
            view buyers is missing
            --
            view a_list is gone
            view buyers is gone
            --
            create view buyers
            create view a_list
            """),
            new DifferenceCase(
                "query",
                schema(),
                views(view("buyers", "SELECT id FROM customer")),
                """
            view buyers: query is "SELECT id FROM customer" and should be "SELECT name FROM customer"
            --
            view buyers: query is "SELECT id FROM customer" and was "SELECT name FROM customer"
            --
            drop view buyers
            create view buyers
            """),
            new DifferenceCase(
                "comment alone",
                views(
                    new View(
                        QualifiedName.of("buyers"),
                        View.Kind.PLAIN,
                        List.of(),
                        SqlExpression.of("SELECT name FROM customer"),
                        Optional.of("who buys"),
                        DialectOptions.none())),
                schema(),
                """
            view buyers: comment "who buys" is missing
            --
            view buyers: comment "who buys" is gone
            --
            replace view buyers
            """),
            new DifferenceCase(
                "kind, columns and options",
                views(
                    new View(
                        QualifiedName.of("buyers"),
                        View.Kind.MATERIALIZED,
                        names("who"),
                        SqlExpression.of("SELECT name FROM customer"),
                        Optional.empty(),
                        DialectOptions.none().with("some", "fillfactor", "70"))),
                schema(),
                """
            materialized view buyers is plain and should be materialized
            materialized view buyers: column list who is missing
            materialized view buyers: option fillfactor "70" is missing
            --
            materialized view buyers is plain and was materialized
            materialized view buyers: column list who is gone
            materialized view buyers: option fillfactor "70" is gone
            --
            drop view buyers
            create view buyers
            """))
        .map(DifferenceCase::test);
  }
}
