package dev.anabranch.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.diff.Aspect;
import dev.anabranch.diff.SchemaDiffer;
import dev.anabranch.diff.SchemaDifference;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.testkit.corpus.CorpusRevision;
import dev.anabranch.testkit.corpus.CorpusRun;
import dev.anabranch.testkit.corpus.RevisionCorpus;
import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What mends the differences of two schemas runs on a server and leads from the one to the other:
 * along the states of a random history, up, down, and with large steps.
 */
class MendingIT {

  private static final int REVISIONS = 60;
  private static final int STEP = 9;

  /** A database, and what it takes to bring it to other states. */
  private record Mended(Dialect dialect, Connection connection) {

    DatabaseSchema read() throws SQLException {
      return dialect.inspector().inspect(connection, InspectionRequest.currentSchema());
    }

    void run(List<Operation> operations) {
      for (Operation operation : operations) {
        for (DdlStatement each : dialect.ddl().compile(operation)) {
          try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String preparation : each.preparation()) {
              statement.execute(preparation);
            }
            statement.execute(each.sql());
          } catch (SQLException e) {
            throw new AssertionError(e.getMessage() + "\nin: " + each.sql(), e);
          }
        }
      }
    }

    /** Goes to a state, as far as operations can; what is left could not be mended. */
    int become(DatabaseSchema expected) throws SQLException {
      List<SchemaDifference> differences = SchemaDiffer.compare(expected, read());
      Set<String> cannot = new HashSet<>();
      differences.stream()
          .filter(difference -> !difference.isMendable())
          .forEach(difference -> cannot.add(difference.describe()));
      List<Operation> mending = SchemaDiffer.mending(differences);
      try {
        run(mending);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(
            e.getMessage()
                + "\nmending: "
                + differences.stream().map(SchemaDifference::describe).toList()
                + "\nby: "
                + mending.stream().map(Operation::describe).toList(),
            e);
      }
      assertThat(SchemaDiffer.compare(expected, read()))
          .filteredOn(difference -> !cannot.contains(difference.describe()))
          .filteredOn(MendingIT::isNotOfOrder)
          .extracting(SchemaDifference::describe)
          .as(() -> mending.stream().map(Operation::describe).toList().toString())
          .isEmpty();
      return differences.size() - cannot.size();
    }
  }

  private static boolean isNotOfOrder(SchemaDifference difference) {
    return difference.change().filter(change -> change.aspect() == Aspect.COLUMN_ORDER).isEmpty();
  }

  private static Dialect dialect(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return Dialects.load(MendingIT.class.getClassLoader())
          .named(database.product())
          .dialect(connection);
    }
  }

  private static List<DatabaseSchema> states(TestServer server, long seed) throws SQLException {
    try (TestDatabase database = server.createDatabase();
        Connection connection = database.connect()) {
      Mended upgraded = new Mended(dialect(database), connection);
      CorpusRun run = new CorpusRun(upgraded.dialect(), connection);
      List<DatabaseSchema> states = new ArrayList<>(List.of(upgraded.read()));
      for (CorpusRevision revision : RevisionCorpus.generate(seed, REVISIONS).revisions()) {
        run.apply(new RevisionCorpus(List.of(revision)));
        states.add(upgraded.read());
      }
      return states;
    }
  }

  private static List<DatabaseSchema> everySoOften(List<DatabaseSchema> states) {
    List<DatabaseSchema> some = new ArrayList<>();
    for (int i = 0; i < states.size(); i += STEP) {
      some.add(states.get(i));
    }
    return some;
  }

  private static int mend(TestServer server, List<DatabaseSchema> states) throws SQLException {
    try (TestDatabase database = server.createDatabase();
        Connection connection = database.connect()) {
      Mended mended = new Mended(dialect(database), connection);
      int count = 0;
      for (DatabaseSchema state : states) {
        count += mended.become(state);
      }
      List<DatabaseSchema> back = new ArrayList<>(states);
      Collections.reverse(back);
      for (DatabaseSchema state : back) {
        count += mended.become(state);
      }
      return count;
    }
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void followsAHistoryThereAndBack(TestServer server) throws SQLException {
    assertThat(mend(server, states(server, 1))).isGreaterThan(REVISIONS);
  }

  // On MySQL and MariaDB a column that counts has to be a key: another key cannot come first.
  @EachServer({"h2", "postgresql"})
  void takesLargeSteps(TestServer server) throws SQLException {
    assertThat(mend(server, everySoOften(states(server, 2)))).isGreaterThan(REVISIONS);
  }

  private static final List<String> BEFORE =
      List.of(
          """
          CREATE TABLE customer (
            id BIGINT NOT NULL,
            code VARCHAR(20) NOT NULL,
            email VARCHAR(50),
            old_name VARCHAR(10),
            best_order BIGINT,
            CONSTRAINT pk_customer PRIMARY KEY (id),
            CONSTRAINT uq_customer_code UNIQUE (code))
          """,
          """
          CREATE TABLE orders (
            id BIGINT NOT NULL,
            customer_code VARCHAR(20),
            amount INTEGER,
            CONSTRAINT pk_orders PRIMARY KEY (id),
            CONSTRAINT fk_orders_customer FOREIGN KEY (customer_code) REFERENCES customer (code))
          """,
          "ALTER TABLE customer ADD CONSTRAINT fk_customer_order FOREIGN KEY (best_order) REFERENCES orders (id)",
          "CREATE INDEX ix_orders_amount ON orders (amount, customer_code)",
          "CREATE INDEX ix_customer_old ON customer (old_name)",
          "CREATE VIEW mail AS SELECT id, email, old_name FROM customer",
          "CREATE VIEW a_count AS SELECT COUNT(*) AS mails FROM mail");

  /** Wider columns under keys and views, another key under a foreign key, another name. */
  private static final List<String> BEHIND =
      List.of(
          """
          CREATE TABLE customer (
            id BIGINT NOT NULL,
            code VARCHAR(40) NOT NULL,
            email VARCHAR(80) DEFAULT 'none' NOT NULL,
            new_name VARCHAR(10),
            best_order BIGINT,
            CONSTRAINT pk_customer PRIMARY KEY (id),
            CONSTRAINT uq_code UNIQUE (code))
          """,
          """
          CREATE TABLE orders (
            id BIGINT NOT NULL,
            customer_code VARCHAR(40),
            amount BIGINT,
            CONSTRAINT pk_orders PRIMARY KEY (id),
            CONSTRAINT fk_orders_customer FOREIGN KEY (customer_code) REFERENCES customer (code)
              ON DELETE CASCADE)
          """,
          "ALTER TABLE customer ADD CONSTRAINT fk_customer_order FOREIGN KEY (best_order) REFERENCES orders (id)",
          "CREATE INDEX ix_orders_amount ON orders (amount)",
          "CREATE INDEX ix_customer_old ON customer (new_name)",
          "CREATE VIEW mail AS SELECT id, email, new_name FROM customer",
          "CREATE VIEW a_count AS SELECT COUNT(*) AS mails FROM mail");

  private static DatabaseSchema schema(TestServer server, List<String> statements)
      throws SQLException {
    try (TestDatabase database = server.createDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      return new Mended(dialect(database), connection).read();
    }
  }

  @EachServer({"h2", "postgresql"})
  void takesAwayAndPutsBackWhatLeansOnAChange(TestServer server) throws SQLException {
    DatabaseSchema before = schema(server, BEFORE);
    DatabaseSchema behind = schema(server, BEHIND);

    assertThat(mend(server, List.of(before, behind, before, behind, DatabaseSchema.empty())))
        .isGreaterThan(20);
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void seesNoDifferenceInNamesThatTheServerMakesUp(TestServer server) throws SQLException {
    String customer = "CREATE TABLE customer (id INTEGER NOT NULL PRIMARY KEY, parent INTEGER)";
    String key = "ALTER TABLE customer ADD FOREIGN KEY (parent) REFERENCES customer (id)";
    String check = "ALTER TABLE customer ADD CHECK (parent > 0)";
    String other = "ALTER TABLE customer ADD CHECK (parent < 9)";
    try (TestDatabase database = server.createDatabase()) {
      assertThat(
              SchemaDiffer.compare(
                  schema(server, List.of(customer, key, check, other)),
                  schema(server, List.of(customer, check, key, other)),
                  dialect(database)::makesUpName))
          .extracting(SchemaDifference::describe)
          .isEmpty();
    }
  }
}
