package dev.anabranch.testkit.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.testkit.confluence.OrderDifference.Kind;
import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten kinds of branches whose order matters, each found and named on every product it can be on.
 */
@EachServer({"h2", "postgresql", "mysql", "mariadb"})
class NonCommutingIT {

  private static final String CUSTOMER =
      "CREATE TABLE customer (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40), email VARCHAR(90));";

  @TempDir Path folder;

  private NonCommutingPair find(TestServer server, String base, String one, String other) {
    return find(server, Branches.fork(folder, base, one, other));
  }

  private static NonCommutingPair find(TestServer server, Branches branches) {
    VerificationOptions rows = VerificationOptions.builder().rows(3).build();
    ConfluenceReport report =
        new ConfluenceVerifier(
                branches.load(), server, ConfluenceOptions.of(rows), ConfluenceListener.NONE)
            .verify();
    assertThat(report.passed()).isFalse();
    assertThat(report.notProved()).isEmpty();
    assertThat(report.conflicts()).hasSize(1);
    NonCommutingPair pair = report.conflicts().get(0);
    assertThat(List.of(pair.first(), pair.second())).containsExactly("a1", "b1");
    assertThat(pair.differences()).isNotEmpty();
    return pair;
  }

  private static List<String> words(NonCommutingPair pair) {
    return pair.differences().stream().map(OrderDifference::words).toList();
  }

  private static boolean is(TestServer server, String... products) {
    return List.of(products).contains(server.product());
  }

  @Test
  void theSameColumnAddedTwice(TestServer server) {
    NonCommutingPair pair =
        find(
            server,
            CUSTOMER,
            "ALTER TABLE customer ADD COLUMN phone VARCHAR(20);",
            "ALTER TABLE customer ADD COLUMN phone VARCHAR(30);");

    assertThat(pair.relation().verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(pair.differences()).extracting(OrderDifference::kind).containsOnly(Kind.ERROR);
    assertThat(words(pair)).anyMatch(word -> word.startsWith("b1 fails behind a1: "));
    assertThat(words(pair)).anyMatch(word -> word.startsWith("a1 fails behind b1: "));
  }

  @Test
  void aColumnAddedToATableThatIsRenamed(TestServer server) {
    NonCommutingPair pair =
        find(
            server,
            CUSTOMER,
            "ALTER TABLE customer ADD COLUMN phone VARCHAR(20);",
            "ALTER TABLE customer RENAME TO client;");

    assertThat(pair.relation().verdict()).isEqualTo(Verdict.NEEDS_ORDER);
    assertThat(words(pair)).singleElement().asString().startsWith("a1 fails behind b1: ");
    assertThat(pair.describe()).endsWith("b1 has to depend on a1");
  }

  @Test
  void aColumnDroppedThatAnIndexIsMadeOf(TestServer server) {
    NonCommutingPair pair =
        find(
            server,
            CUSTOMER,
            "CREATE INDEX ix_customer_email ON customer (email);",
            "ALTER TABLE customer DROP COLUMN email;");

    assertThat(pair.relation().verdict()).isEqualTo(Verdict.NEEDS_ORDER);
    assertThat(words(pair)).anyMatch(word -> word.startsWith("a1 fails behind b1: "));
  }

  @Test
  void aTypeChangedAndItsDataUpdated(TestServer server) {
    NonCommutingPair pair =
        find(
            server,
            "CREATE TABLE customer (id INTEGER NOT NULL PRIMARY KEY, price NUMERIC(9, 2));"
                + "INSERT INTO customer VALUES (101, 10.25);",
            "UPDATE customer SET price = price * 2;",
            is(server, "mysql", "mariadb")
                ? "ALTER TABLE customer MODIFY price NUMERIC(9, 0);"
                : "ALTER TABLE customer ALTER COLUMN price SET DATA TYPE NUMERIC(9, 0);");

    assertThat(pair.relation().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(pair.differences()).extracting(OrderDifference::kind).containsOnly(Kind.ROWS);
    assertThat(words(pair)).anyMatch(word -> word.startsWith("customer.price: "));
  }

  @Test
  void twoDefaultsOnTheSameColumn(TestServer server) {
    NonCommutingPair pair =
        find(
            server,
            CUSTOMER,
            "ALTER TABLE customer ALTER COLUMN name SET DEFAULT 'a';",
            "ALTER TABLE customer ALTER COLUMN name SET DEFAULT 'b';");

    assertThat(pair.relation().verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(words(pair))
        .containsExactly("column customer.name: default is 'b' after a1, b1 and 'a' after b1, a1");
  }

  @Test
  void aViewOverAColumnThatIsDropped(TestServer server) {
    NonCommutingPair pair =
        find(
            server,
            CUSTOMER,
            "CREATE VIEW mail AS SELECT id, email FROM customer;",
            "ALTER TABLE customer DROP COLUMN email;");

    assertThat(pair.relation().verdict()).isNotEqualTo(Verdict.COMMUTES);
    assertThat(words(pair)).anyMatch(word -> word.startsWith("a1 fails behind b1: "));
  }

  @Test
  void aUniqueIndexAndRowsThatBreakIt(TestServer server) {
    NonCommutingPair pair =
        find(
            server,
            "CREATE TABLE word (id INTEGER NOT NULL PRIMARY KEY, w VARCHAR(9));",
            "INSERT INTO word VALUES (101, 'x'); INSERT INTO word VALUES (102, 'x');"
                + " DELETE FROM word WHERE id = 102;",
            "CREATE UNIQUE INDEX ux_word ON word (w);");

    assertThat(pair.relation().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(words(pair)).singleElement().asString().startsWith("a1 fails behind b1: ");
  }

  @Test
  void aForeignKeyToATableThatIsDropped(TestServer server) {
    NonCommutingPair pair =
        find(
            server,
            CUSTOMER,
            "CREATE TABLE orders (id INTEGER NOT NULL PRIMARY KEY, customer_id INTEGER,"
                + " CONSTRAINT fk_orders FOREIGN KEY (customer_id) REFERENCES customer (id));",
            "DROP TABLE customer;");

    assertThat(pair.relation().verdict()).isEqualTo(Verdict.NEEDS_ORDER);
    assertThat(words(pair)).anyMatch(word -> word.startsWith("a1 fails behind b1: "));
  }

  @Test
  void theOrderOfEnumValues(TestServer server) {
    if (!is(server, "postgresql")) {
      enumOfAColumn(server);
      return;
    }
    NonCommutingPair pair =
        find(
            server,
            "CREATE TYPE mood AS ENUM ('good');",
            "ALTER TYPE mood ADD VALUE 'bad';",
            "ALTER TYPE mood ADD VALUE 'fine';");

    assertThat(words(pair)).singleElement().asString().startsWith("enum type mood: value list is ");
  }

  // Elsewhere the values stand in the column, and the last one who writes them wins.
  private void enumOfAColumn(TestServer server) {
    String alter =
        is(server, "mysql", "mariadb")
            ? "ALTER TABLE t MODIFY mood ENUM('good', '%s');"
            : "ALTER TABLE t ALTER COLUMN mood SET DATA TYPE ENUM('good', '%s');";
    NonCommutingPair pair =
        find(
            server,
            "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, mood ENUM('good'));",
            alter.formatted("bad"),
            alter.formatted("fine"));

    assertThat(pair.relation().verdict()).isEqualTo(Verdict.CONTRADICTS);
  }

  @Test
  void aSequenceRestartedAndUsed(TestServer server) {
    if (is(server, "mysql")) {
      aCounterRestartedAndUsed(server);
      return;
    }
    NonCommutingPair pair =
        find(
            server,
            "CREATE SEQUENCE number; CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY);",
            "ALTER SEQUENCE number RESTART WITH 500;",
            "INSERT INTO t (id) VALUES ("
                + (is(server, "postgresql") ? "nextval('number')" : "NEXT VALUE FOR number")
                + " + 1000);");

    assertThat(pair.differences()).extracting(OrderDifference::kind).containsOnly(Kind.ROWS);
    assertThat(words(pair)).anyMatch(word -> word.startsWith("t: 1 row is there only after "));
  }

  // MySQL has no sequences; what counts there belongs to its table.
  private void aCounterRestartedAndUsed(TestServer server) {
    NonCommutingPair pair =
        find(
            server,
            "CREATE TABLE t (id INTEGER NOT NULL AUTO_INCREMENT PRIMARY KEY, n INTEGER);",
            "ALTER TABLE t AUTO_INCREMENT = 500;",
            "INSERT INTO t (n) VALUES (1);");

    assertThat(pair.differences()).extracting(OrderDifference::kind).containsOnly(Kind.ROWS);
    assertThat(words(pair)).anyMatch(word -> word.startsWith("t: 1 row is there only after "));
  }

  @Test
  void rowsInsertedThatAnotherUpdateChanges(TestServer server) {
    NonCommutingPair pair =
        find(
            server,
            CUSTOMER,
            "INSERT INTO customer (id, name) VALUES (201, 'new');",
            "UPDATE customer SET email = 'nobody' WHERE id = 201;");

    assertThat(words(pair)).containsExactly("customer.email: 1 value differs");
  }

  @Test
  void aColumnThatMustNotBeNullAndRowsWithoutIt(TestServer server) {
    NonCommutingPair pair =
        find(
            server,
            "CREATE TABLE word (id INTEGER NOT NULL PRIMARY KEY, w VARCHAR(9) DEFAULT 'x' NOT NULL);",
            "INSERT INTO word (id) VALUES (301);",
            "ALTER TABLE word ALTER COLUMN w DROP DEFAULT;");

    assertThat(words(pair)).anyMatch(word -> word.startsWith("a1 fails behind b1: "));
  }

  @Test
  void aRevisionThatNeedsAnotherBranchAndDoesNotSayIt(TestServer server) {
    NonCommutingPair pair =
        find(
            server,
            CUSTOMER,
            "CREATE TABLE country (code CHAR(2) NOT NULL PRIMARY KEY);",
            "INSERT INTO country VALUES ('de');");

    assertThat(pair.relation().shared().get(0).order())
        .contains(new SharedObject.Order("a1", "b1"));
    assertThat(words(pair)).singleElement().asString().startsWith("b1 fails before a1: ");
    assertThat(pair.describe()).endsWith("b1 has to depend on a1");
  }
}
