package dev.anabranch.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.testkit.corpus.CorpusRun;
import dev.anabranch.testkit.corpus.RevisionCorpus;
import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.portability.AllowedDifference;
import dev.anabranch.testkit.portability.Portability;
import dev.anabranch.testkit.schema.LogicalSchema;
import dev.anabranch.testkit.server.ServerLookup;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The same revisions give the same schema on every product: with every operation and every type, by
 * chance, up to the differences that the reference of portability lists.
 */
class SameSchemaIT {

  private static final RevisionCorpus CORPUS = RevisionCorpus.ofEverything();
  private static final int REVISIONS = CORPUS.revisions().size();
  private static final Map<String, Done> DONE = new ConcurrentSkipListMap<>();

  /** A run that went all the way. */
  private record Done(Dialect dialect, CorpusRun run) {}

  private static Dialect dialect(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return Dialects.load(SameSchemaIT.class.getClassLoader())
          .named(database.product())
          .dialect(connection);
    }
  }

  /** Everything that one product can do, there and back. */
  @EachServer
  void hasWhatWasAskedForBehindEachRevision(TestDatabase database) throws SQLException {
    Dialect dialect = dialect(database);
    try (Connection connection = database.connect()) {
      CorpusRun run = new CorpusRun(dialect, connection);
      run.apply(CORPUS);
      int facts = run.read().facts().size();

      assertThat(run.takeBack()).isGreaterThanOrEqualTo(REVISIONS - REVISIONS / 3);

      DONE.put(database.product(), new Done(dialect, run));
      System.out.printf(
          "portability: %s has %d facts behind %d revisions, %d operations left out, %d allowed differences%n",
          database.product(), facts, REVISIONS, run.skipped(), run.used().size());
    }
  }

  /** What all available products can do gives the same on all of them. */
  @Test
  void isTheSameOnAllProducts() throws SQLException {
    Map<TestDatabase, Dialect> products = new LinkedHashMap<>();
    try {
      for (String product : TestServers.shared().products()) {
        if (TestServers.shared().find(product) instanceof ServerLookup.Found found) {
          TestDatabase database = found.server().createDatabase();
          products.put(database, dialect(database));
        }
      }
      compare(products);
    } finally {
      products.keySet().forEach(TestDatabase::close);
    }
  }

  private static void compare(Map<TestDatabase, Dialect> products) throws SQLException {
    Set<Capability> common = EnumSet.allOf(Capability.class);
    products.values().forEach(dialect -> common.retainAll(dialect.capabilities()));
    Map<Dialect, LogicalSchema> schemas = new LinkedHashMap<>();
    for (Map.Entry<TestDatabase, Dialect> product : products.entrySet()) {
      try (Connection connection = product.getKey().connect()) {
        CorpusRun run = new CorpusRun(product.getValue(), common, connection);
        run.apply(CORPUS);
        schemas.put(product.getValue(), run.read());
      }
    }
    System.out.printf(
        "portability: the same on %s%n",
        String.join(", ", schemas.keySet().stream().map(Dialect::name).toList()));
    schemas.forEach(
        (one, schema) ->
            schemas.forEach(
                (other, otherSchema) ->
                    assertThat(seen(schema, other, one))
                        .as("%s, beside %s", one.name(), other.name())
                        .isNotEmpty()
                        .isEqualTo(seen(otherSchema, one, other))));
  }

  // Seen from the other, each of two products differs where that one does.
  private static List<String> seen(LogicalSchema schema, Dialect other, Dialect own) {
    LogicalSchema seen = Portability.expected(schema, other).schema();
    return Portability.compared(Portability.compared(seen, own), other).lines();
  }

  /** A difference that is not needed is no difference: the list stays true. */
  @AfterAll
  static void everyAllowedDifferenceIsNeeded() {
    Set<AllowedDifference> unused = new LinkedHashSet<>();
    for (AllowedDifference difference : Portability.differences()) {
      if (DONE.values().stream().anyMatch(done -> difference.where().covers(done.dialect()))) {
        unused.add(difference);
      }
    }
    DONE.values().forEach(done -> unused.removeAll(done.run().used()));

    assertThat(unused).as("allowed differences that no product needs").isEmpty();
  }
}
