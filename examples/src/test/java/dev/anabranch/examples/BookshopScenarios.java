package dev.anabranch.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.Anabranch;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What the bookshop promises on every product, for its tests to call. */
final class BookshopScenarios {

  private static final List<String> HEADS = List.of("d306fbc92c45", "e417acda3d56");

  private BookshopScenarios() {}

  /** Goes up, down and up again; after the way down nothing of the shop is left. */
  static void goesUpAndDownAndUp(TestDatabase database) throws SQLException {
    Anabranch anabranch = bookshop(database);
    assertThat(anabranch.upgrade("heads").plan().steps()).hasSize(15);
    assertThat(anabranch.current().rows()).isEqualTo(HEADS);

    anabranch.downgrade("base");
    assertThat(anabranch.current().rows()).isEmpty();
    assertThat(tables(database)).allMatch(table -> table.startsWith("anabranch_"));

    anabranch.upgrade("heads");
    assertThat(anabranch.current().rows()).isEqualTo(HEADS);
  }

  /** Holds the data that the revisions bring and change. */
  static void movesItsData(TestDatabase database) throws SQLException {
    bookshop(database).upgrade("heads");
    assertThat(strings(database, "SELECT isbn || ' ' || category_code FROM book ORDER BY isbn"))
        .containsExactly("9780156453806 fiction", "9780192793713 children", "9780441478125 sf");
  }

  /** Fills the columns that later revisions add from rows that were there before. */
  static void fillsWhatItAddsLater(TestDatabase database) throws SQLException {
    Anabranch anabranch = bookshop(database);
    anabranch.upgrade("ae1027a6acf0");
    database.execute("INSERT INTO customer (id, name, email) VALUES (1, 'Ann', 'ann@example.org')");
    database.execute(
        "INSERT INTO customer_order (id, customer_id, ordered_at) VALUES (1, 1, TIMESTAMP '2026-01-20 10:00:00')");
    database.execute(
        "INSERT INTO order_line (order_id, line, book_id, quantity, price) VALUES (1, 1, 2, 3, 9.50)");

    anabranch.upgrade("heads");

    assertThat(strings(database, "SELECT status FROM customer_order")).containsExactly("shipped");
    assertThat(strings(database, "SELECT total FROM invoice")).containsExactly("28.50");
    assertThat(strings(database, "SELECT copies FROM sales_by_category")).containsExactly("3");
    assertThat(strings(database, "SELECT name FROM customer WHERE last_order IS NOT NULL"))
        .containsExactly("Ann");
  }

  /** A database that took one branch first ends where one ends that took the other first. */
  static void mergesInEitherOrder(TestDatabase one, TestDatabase other) throws SQLException {
    bookshop(one).upgrade("6a07d3c28f15");
    bookshop(one).upgrade("heads");
    bookshop(other).upgrade("8cd1f0a3b746");
    bookshop(other).upgrade("heads");

    assertThat(bookshop(one).current().rows()).isEqualTo(bookshop(other).current().rows());
    assertThat(tables(one)).isEqualTo(tables(other));
  }

  /** The billing component alone brings what it depends on, and only that. */
  static void bringsWhatBillingNeeds(TestDatabase database) throws SQLException {
    Anabranch anabranch = bookshop(database);
    anabranch.upgrade("billing@head");
    assertThat(anabranch.current().rows()).containsExactly("d306fbc92c45");
    assertThat(tables(database)).contains("invoice", "address").doesNotContain("category");
  }

  private static Anabranch bookshop(TestDatabase database) {
    var builder = Anabranch.builder().url(database.url()).locations("bookshop/revisions");
    if (!database.user().isEmpty()) {
      builder.user(database.user()).password(database.password());
    }
    return builder.build();
  }

  private static List<String> tables(TestDatabase database) throws SQLException {
    return new ArrayList<>(
        new TreeSet<>(
            strings(
                database,
                "SELECT LOWER(table_name) FROM information_schema.tables"
                    + " WHERE LOWER(table_schema) = 'public'")));
  }

  private static List<String> strings(TestDatabase database, String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (result.next()) {
        found.add(result.getString(1));
      }
      return found;
    }
  }
}
