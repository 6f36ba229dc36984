package dev.anabranch.testkit.verify;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.revision.Direction;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.portability.Portability;
import dev.anabranch.testkit.schema.Fact;
import dev.anabranch.testkit.schema.LogicalSchema;
import dev.anabranch.testkit.server.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Proves that all revisions lead to the same logical schema on several products, up to the reviewed
 * list of differences ({@link Portability}) and the project's own.
 *
 * <p>The schema is compared behind each revision, so that the one with which two products part is
 * named. Names of constraints are compared unless both are such as their server makes up. What a
 * product alone knows (routines, privileges and the like) is not compared, of triggers only that
 * they are there. Immutable.
 */
public final class EquivalenceVerifier {

  private static final Set<String> EXPRESSIONS =
      Set.of("check condition", "index where", "exclusion where");
  private static final String TRIGGER = "trigger ";
  private static final String UNNAMED_CHECK = " check without name (";
  private static final String DEFINITION = "definition";

  private final RevisionScripts scripts;
  private final List<TestServer> servers;
  private final VerificationOptions options;
  private final List<ProjectDifference> allowed;

  /**
   * Creates a verifier; nothing is opened until {@link #verify()}.
   *
   * @param scripts the revisions
   * @param servers at least two, of different products
   * @param options of which the selection of revisions does not count
   * @param allowed the project's own list
   */
  public EquivalenceVerifier(
      RevisionScripts scripts,
      List<TestServer> servers,
      VerificationOptions options,
      List<ProjectDifference> allowed) {
    this.scripts = Objects.requireNonNull(scripts, "scripts");
    this.servers = List.copyOf(servers);
    this.options = Objects.requireNonNull(options, "options");
    this.allowed = List.copyOf(allowed);
    if (servers.size() < 2) {
      throw new IllegalArgumentException("two products at least are compared");
    }
  }

  /**
   * Compares the products, the first one with each other one.
   *
   * @throws AnabranchException if a server cannot be used at all
   */
  public EquivalenceReport verify() {
    return verify(EquivalenceListener.NONE);
  }

  /**
   * Compares the products, the first one with each other one.
   *
   * @param listener hears how it goes on
   * @throws AnabranchException if a server cannot be used at all
   */
  public EquivalenceReport verify(EquivalenceListener listener) {
    long begun = System.nanoTime();
    List<String> order = Workplace.orderOf(scripts.graph());
    List<String> names = servers.stream().map(TestServer::product).toList();
    listener.started(names, order.size());
    List<Product> products = new ArrayList<>();
    List<ProductDifference> differences = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    try {
      for (TestServer server : servers) {
        products.add(new Product(ScratchDatabase.create(server, scripts, options)));
      }
      for (int i = 0; i < order.size(); i++) {
        String id = order.get(i);
        int number = i + 1;
        products.removeIf(
            product -> {
              listener.revisionStarted(product.dialect().name(), id, number);
              return !product.upgrade(id, failures);
            });
        if (products.size() < 2) {
          break;
        }
        Product first = products.get(0);
        for (Product other : products.subList(1, products.size())) {
          differences.addAll(other.comparedWith(first, id));
        }
      }
    } finally {
      products.forEach(product -> product.database.close());
    }
    EquivalenceReport report =
        new EquivalenceReport(
            names,
            order.size(),
            differences,
            failures,
            Duration.ofNanos(System.nanoTime() - begun));
    listener.finished(report);
    return report;
  }

  /** A product on its way over the revisions. */
  private final class Product {

    private final ScratchDatabase database;
    private final Set<String> told = new HashSet<>();
    private DatabaseSchema read = DatabaseSchema.empty();
    private LogicalSchema schema = new LogicalSchema(List.of());

    Product(ScratchDatabase database) {
      this.database = database;
    }

    Dialect dialect() {
      return database.dialect();
    }

    boolean upgrade(String id, List<String> failures) {
      try {
        database.run(Direction.UPGRADE, List.of(id));
        read = database.schema();
        schema = LogicalSchema.of(read, dialect());
        return true;
      } catch (AnabranchException e) {
        failures.add(
            dialect().name() + " cannot be compared from " + id + " on: " + Findings.words(e));
        database.close();
        return false;
      }
    }

    private Map<String, Fact> factsBeside(Product other) {
      return facts(LogicalSchema.beside(read, dialect(), other.schema), other.dialect(), dialect());
    }

    /** Returns the differences that no earlier revision has brought. */
    List<ProductDifference> comparedWith(Product first, String revision) {
      Map<String, Fact> mine = factsBeside(first);
      Map<String, Fact> theirs = first.factsBeside(this);
      Set<String> keys = new TreeSet<>(mine.keySet());
      keys.addAll(theirs.keySet());
      List<ProductDifference> found = new ArrayList<>();
      for (String key : keys) {
        Fact one = theirs.get(key);
        Fact other = mine.get(key);
        if (!same(one, other) && told.add(key + " " + value(one) + " " + value(other))) {
          Fact any = Objects.requireNonNull(one == null ? other : one);
          found.add(
              new ProductDifference(
                  revision,
                  first.dialect().name(),
                  dialect().name(),
                  any.subject(),
                  any.aspect(),
                  value(one),
                  value(other)));
        }
      }
      return new MissingObjects(theirs.values(), mine.values()).together(found);
    }
  }

  private static boolean same(@Nullable Fact one, @Nullable Fact other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return normal(one).equals(normal(other));
  }

  private static Optional<String> value(@Nullable Fact fact) {
    return Optional.ofNullable(fact).map(Fact::value);
  }

  // Seen from the other, each of two products differs where that one does.
  private Map<String, Fact> facts(LogicalSchema schema, Dialect other, Dialect own) {
    LogicalSchema expected = Portability.expected(schema, other).schema();
    LogicalSchema compared = Portability.compared(Portability.compared(expected, own), other);
    Map<String, Fact> facts = new TreeMap<>();
    for (Fact fact : compared.facts()) {
      boolean object = fact.aspect().equals(DEFINITION);
      if ((object && !fact.subject().startsWith(TRIGGER))
          || allowed.stream().anyMatch(difference -> difference.allows(fact))) {
        continue;
      }
      facts.put(key(fact), object ? fact.withValue("") : fact);
    }
    return facts;
  }

  // A check without a name is called by its condition, which has to be looked up in one spelling.
  private static String key(Fact fact) {
    String subject = fact.subject();
    int unnamed = subject.indexOf(UNNAMED_CHECK);
    return (unnamed < 0
            ? subject
            : subject.substring(0, unnamed) + UNNAMED_CHECK + normal(subject.substring(unnamed)))
        + ": "
        + fact.aspect();
  }

  private static String normal(Fact fact) {
    String value = fact.value();
    boolean expression =
        EXPRESSIONS.contains(fact.aspect())
            || value.contains("expression ")
            || value.startsWith("stored ")
            || value.startsWith("virtual ");
    return expression ? normal(value) : value;
  }

  // Each server writes an author's expression its own way: other parentheses, casts and quotes.
  private static String normal(String expression) {
    return expression
        .toLowerCase(Locale.ROOT)
        .replaceAll("::[a-z ]+(\\([0-9, ]*\\))?(\\[])?", "")
        .replaceAll("_utf8mb4", "")
        .replaceAll("[`\"()\\s]", "");
  }
}
