package dev.anabranch.testkit.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.sql.QualifiedName;
import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.SQLException;
import java.util.List;

/** What was lost between two moments is named by table, column and count, on each product. */
class RowComparisonIT {

  private static List<String> lost(RowsDatabase database, RowSnapshot before) throws SQLException {
    return RowComparison.compare(before, database.snapshot()).stream()
        .map(RowLoss::describe)
        .toList();
  }

  private static void customers(RowsDatabase database) throws SQLException {
    database.execute(
        "CREATE TABLE customer (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40),"
            + " price NUMERIC(9, 2), photo "
            + (database.dialect().name().equals("postgresql") ? "BYTEA" : "VARBINARY(20)")
            + ", seen TIMESTAMP NULL)",
        "CREATE TABLE word (word VARCHAR(20), size INTEGER)");
    database.fill(1);
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void nothingIsLostWhereNothingHappens(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      customers(database);
      RowSnapshot before = database.snapshot();
      database.execute(
          "ALTER TABLE customer ADD COLUMN more INTEGER", "UPDATE customer SET more = 1");

      assertThat(lost(database, before)).isEmpty();
      assertThat(before.rowCount()).isEqualTo(40);
    }
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void lostRowsAndValuesAreCounted(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      customers(database);
      RowSnapshot before = database.snapshot();
      long seen = database.number("SELECT COUNT(seen) FROM customer");
      long names =
          database.number("SELECT COUNT(*) FROM customer WHERE id > 3 AND name LIKE '%text%'");
      database.execute(
          "ALTER TABLE customer DROP COLUMN seen",
          "UPDATE customer SET name = UPPER(name) WHERE name LIKE '%text%'",
          "UPDATE customer SET price = NULL WHERE id = 4",
          "DELETE FROM customer WHERE id <= 3",
          "INSERT INTO customer (id) VALUES (77)");

      assertThat(lost(database, before))
          .containsExactly(
              "customer: 3 rows lost",
              "customer.name: " + names + " values lost",
              "customer.price: 1 value lost",
              "customer.seen: "
                  + (seen - database.number("SELECT 0") - missing(before))
                  + " values lost",
              "customer: 1 row added");
    }
  }

  // Values of rows that are gone are counted with their rows.
  private static long missing(RowSnapshot before) {
    TableRows rows = before.rows(QualifiedName.of("customer")).orElseThrow();
    return rows.rows().stream()
        .filter(row -> Integer.parseInt(String.valueOf(row.get(0))) <= 3 && row.get(4) != null)
        .count();
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void rowsWithoutKeyAreComparedByLikeness(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      customers(database);
      database.execute("DELETE FROM word");
      for (int i = 0; i < 10; i++) {
        database.execute("INSERT INTO word VALUES ('word " + i % 5 + " ', " + i / 2 + ")");
      }
      RowSnapshot before = database.snapshot();
      database.execute("UPDATE word SET word = RTRIM(word) WHERE size < 2");

      assertThat(lost(database, before)).containsExactly("word.word: 4 values lost");

      database.execute("DELETE FROM word WHERE size >= 3");
      assertThat(lost(database, before))
          .containsExactly("word: 4 rows lost", "word.word: 4 values lost");
      database.execute("DROP TABLE word");
      assertThat(lost(database, before)).containsExactly("word: 10 rows lost");
    }
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void rowsWithoutKeyThatAreAlikeAreCountedOnceEach(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      database.execute("CREATE TABLE log (at INTEGER)");
      database.execute("INSERT INTO log VALUES (1), (2)");
      RowSnapshot before = database.snapshot();

      database.execute("UPDATE log SET at = 1");

      assertThat(RowComparison.compare(before, database.snapshot()))
          .extracting(RowLoss::describe)
          .containsExactly("log.at: 1 value lost");
    }
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void aWiderTypeLosesNothingAndANarrowerOneDoes(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      database.execute(
          "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, size NUMERIC(6, 2), amount INTEGER)",
          "INSERT INTO item VALUES (1, 1.5, 100)",
          "INSERT INTO item VALUES (2, 2.25, -7)");
      RowSnapshot before = database.snapshot();
      change(database, "size", "NUMERIC(12, 4)");
      change(database, "amount", "BIGINT");

      assertThat(lost(database, before)).isEmpty();

      change(database, "size", "NUMERIC(6, 1)");
      assertThat(lost(database, before)).containsExactly("item.size: 1 value lost");
    }
  }

  private static void change(RowsDatabase database, String column, String type)
      throws SQLException {
    switch (database.dialect().name()) {
      case "postgresql" ->
          database.execute("ALTER TABLE item ALTER COLUMN " + column + " TYPE " + type);
      case "h2" ->
          database.execute("ALTER TABLE item ALTER COLUMN " + column + " SET DATA TYPE " + type);
      default -> database.execute("ALTER TABLE item MODIFY COLUMN " + column + " " + type);
    }
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void aLostPositionIsFound(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      boolean mysql = database.dialect().names().contains("mysql");
      String id = mysql ? "BIGINT AUTO_INCREMENT" : "BIGINT GENERATED BY DEFAULT AS IDENTITY";
      database.execute("CREATE TABLE ticket (id " + id + " PRIMARY KEY, note VARCHAR(9))");
      database.fill(1);
      RowSnapshot before = database.snapshot();
      database.execute("DELETE FROM ticket WHERE id > 10");
      RowSnapshot deleted = database.snapshot();
      database.fill(1);

      assertThat(RowComparison.compare(deleted, database.snapshot()))
          .extracting(RowLoss::kind)
          .containsOnly(RowLoss.Kind.ROWS_ADDED);

      database.execute("DELETE FROM ticket WHERE id > 10");
      database.execute(
          mysql
              ? "ALTER TABLE ticket AUTO_INCREMENT = 11"
              : "ALTER TABLE ticket ALTER COLUMN id RESTART WITH 11");

      assertThat(lost(database, before))
          .containsExactly("ticket: 10 rows lost", "ticket.id: position lost");
    }
  }

  @EachServer({"h2", "postgresql", "mariadb"})
  void aSequenceThatBeginsAnewIsFound(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      database.execute("CREATE SEQUENCE number START WITH 5", "CREATE SEQUENCE other");
      next(database, "number");
      RowSnapshot before = database.snapshot();

      next(database, "number");
      assertThat(lost(database, before)).isEmpty();

      database.execute("DROP SEQUENCE number", "CREATE SEQUENCE number START WITH 5");
      assertThat(lost(database, before)).containsExactly("number: position lost");
    }
  }

  private static void next(RowsDatabase database, String sequence) throws SQLException {
    database.query(
        database.dialect().name().equals("postgresql")
            ? "SELECT nextval('" + sequence + "')"
            : "SELECT NEXT VALUE FOR " + sequence);
  }
}
