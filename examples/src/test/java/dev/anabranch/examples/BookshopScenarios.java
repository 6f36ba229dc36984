package dev.anabranch.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.Anabranch;
import dev.anabranch.AnabranchBuilder;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.testkit.server.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bookshop promises on every product. */
abstract class BookshopScenarios {

  private static final List<String> HEADS = List.of("d306fbc92c45", "e417acda3d56");

  /** After the way down nothing of the shop is left, and the way up again gives the same. */
  @Test
  void goesUpAndDownAndUp(TestDatabase database) {
    Anabranch anabranch = bookshop(database);
    assertThat(anabranch.upgrade("heads").plan().steps()).hasSize(15);
    assertThat(anabranch.current().rows()).isEqualTo(HEADS);
    DatabaseSchema first = anabranch.inspect();

    anabranch.downgrade("base");
    assertThat(anabranch.current().rows()).isEmpty();
    assertThat(anabranch.inspect()).isEqualTo(DatabaseSchema.empty());

    anabranch.upgrade("heads");
    assertThat(anabranch.current().rows()).isEqualTo(HEADS);
    assertThat(anabranch.inspect()).isEqualTo(first);
  }

  /** Holds the data that the revisions bring and change. */
  @Test
  void movesItsData(TestDatabase database) throws SQLException {
    bookshop(database).upgrade("heads");
    database.execute("INSERT INTO author (name) VALUES ('Anna Seghers')");

    assertThat(strings(database, "SELECT isbn, category_code FROM book ORDER BY isbn"))
        .containsExactly("9780156453806 fiction", "9780192793713 children", "9780441478125 sf");
    assertThat(strings(database, "SELECT id FROM author WHERE name = 'Anna Seghers'"))
        .containsExactly("4");
  }

  /** Fills the columns that later revisions add from rows that were there before. */
  @Test
  void fillsWhatItAddsLater(TestDatabase database) throws SQLException {
    Anabranch anabranch = bookshop(database);
    anabranch.upgrade("ae1027a6acf0");
    database.execute("INSERT INTO customer (id, name, email) VALUES (1, 'Ann', 'ann@example.org')");
    database.execute(
        "INSERT INTO customer_order (id, customer_id, ordered_at) VALUES (1, 1, TIMESTAMP '2026-01-20 10:00:00')");
    database.execute(
        "INSERT INTO order_line (order_id, line, book_id, quantity, price) VALUES (1, 1, 2, 3, 9.50)");

    anabranch.upgrade("heads");

    assertThat(strings(database, "SELECT status FROM customer_order")).containsExactly("shipped");
    assertThat(new BigDecimal(strings(database, "SELECT total FROM invoice").get(0)))
        .isEqualByComparingTo("28.50");
    assertThat(strings(database, "SELECT copies FROM sales_by_category")).containsExactly("3");
    assertThat(strings(database, "SELECT name FROM customer WHERE last_order IS NOT NULL"))
        .containsExactly("Ann");
  }

  /** A database that took one branch first ends where one ends that took the other first. */
  @Test
  void mergesInEitherOrder(TestDatabase one, TestDatabase other) {
    bookshop(one).upgrade("6a07d3c28f15");
    bookshop(one).upgrade("heads");
    bookshop(other).upgrade("8cd1f0a3b746");
    bookshop(other).upgrade("heads");

    assertThat(bookshop(one).current().rows()).isEqualTo(bookshop(other).current().rows());
    assertThat(bookshop(one).inspect()).isEqualTo(bookshop(other).inspect());
  }

  /** The billing component alone brings what it depends on, and only that. */
  @Test
  void bringsWhatBillingNeeds(TestDatabase database) {
    Anabranch anabranch = bookshop(database);
    anabranch.upgrade("billing@head");
    assertThat(anabranch.current().rows()).containsExactly("d306fbc92c45");
    assertThat(anabranch.inspect().tables())
        .extracting(Table::name)
        .contains(QualifiedName.of("invoice"), QualifiedName.of("address"))
        .doesNotContain(QualifiedName.of("category"));
  }

  private static Anabranch bookshop(TestDatabase database) {
    AnabranchBuilder builder =
        Anabranch.builder().url(database.url()).locations("bookshop/revisions");
    if (!database.user().isEmpty()) {
      builder.user(database.user()).password(database.password());
    }
    return builder.build();
  }

  private static List<String> strings(TestDatabase database, String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      List<String> found = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getString(i));
        }
        found.add(String.join(" ", row));
      }
      return found;
    }
  }
}
