package dev.anabranch.testkit.fault;

import dev.anabranch.testkit.verify.RevisionCheck;
import dev.anabranch.testkit.verify.VerificationCheck;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A history with one thing wrong in it, and what a verification has to say of it.
 *
 * <p>The history begins with a table {@code customer} in revision {@code a1}; {@code b1} is the
 * faulty one, and {@code c1}, which stands on it where it is there, is as good as {@code a1}.
 *
 * @param kind what is wrong, in words that finish "this is found: "
 * @param products where it can be wrong in this way
 * @param rows how many rows a table gets; 0 for the structure alone
 * @param files the text of each revision file, by its name
 * @param checks checks of the user's own
 * @param project whether the project as a whole is checked as well
 * @param found what has to be found, and nothing else; by product, or by {@link #ANY}
 */
record PlantedFault(
    String kind,
    List<String> products,
    int rows,
    Map<String, String> files,
    List<RevisionCheck> checks,
    boolean project,
    Map<String, List<Expectation>> found) {

  static final String ANY = "";

  private static final int SOME_ROWS = 20;

  private static final String CUSTOMER =
      """
      -- @revision a1
      -- @loses customer
      -- @upgrade
      CREATE TABLE customer (
        id INTEGER NOT NULL PRIMARY KEY,
        name VARCHAR(40) NOT NULL,
        city VARCHAR(20),
        age INTEGER);
      -- @downgrade
      DROP TABLE customer;
      """;

  private static final String AFTERWARDS =
      """
      -- @revision c1
      -- @revises b1
      -- @loses afterwards
      -- @upgrade
      CREATE TABLE afterwards (id INTEGER NOT NULL PRIMARY KEY);
      -- @downgrade
      DROP TABLE afterwards;
      """;

  PlantedFault {
    products = List.copyOf(products);
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    checks = List.copyOf(checks);
    found = Collections.unmodifiableMap(new LinkedHashMap<>(found));
  }

  /** Begins a fault that shows without a row. */
  static PlantedFault of(String kind, String... products) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("a1.sql", CUSTOMER);
    files.put("c1.sql", AFTERWARDS);
    return new PlantedFault(kind, List.of(products), 0, files, List.of(), false, Map.of());
  }

  /** Begins a fault that shows with rows in the tables. */
  static PlantedFault withRows(String kind, String... products) {
    PlantedFault fault = of(kind, products);
    return new PlantedFault(
        kind, fault.products, SOME_ROWS, fault.files, List.of(), false, Map.of());
  }

  /** Adds the faulty revision; the text begins behind its id and its parent. */
  PlantedFault b1(String text) {
    return file("b1.sql", "-- @revision b1\n-- @revises a1\n" + text);
  }

  /** Adds to what is there before the fault. */
  PlantedFault before(String upgrade, String downgrade) {
    String text =
        CUSTOMER
            .replace("\n-- @downgrade", "\n" + upgrade + "\n-- @downgrade")
            .replace("DROP TABLE", downgrade + "\nDROP TABLE");
    return file("a1.sql", text);
  }

  /** Says what else the downgrade of what is there before the fault loses. */
  PlantedFault losingToo(String names) {
    String text = files.getOrDefault("a1.sql", "");
    return file("a1.sql", text.replace("-- @loses customer", "-- @loses customer, " + names));
  }

  /** Adds a file, or puts it in the place of another. */
  PlantedFault file(String name, String text) {
    Map<String, String> more = new LinkedHashMap<>(files);
    more.put(name, text);
    return new PlantedFault(kind, products, rows, more, checks, project, found);
  }

  /** Adds a check of the user's own. */
  PlantedFault check(RevisionCheck check) {
    return new PlantedFault(kind, products, rows, files, List.of(check), project, found);
  }

  /** Has the project as a whole checked. */
  PlantedFault asProject() {
    return new PlantedFault(kind, products, rows, files, checks, true, found);
  }

  /** Says what is found in {@code b1} on every product for which nothing else is said. */
  PlantedFault fails(VerificationCheck check, String message) {
    return fails(ANY, "b1", check, message);
  }

  /** Says what is found in {@code b1} on one product. */
  PlantedFault failsOn(String product, VerificationCheck check, String message) {
    return fails(product, "b1", check, message);
  }

  /** Says what is found. */
  PlantedFault fails(String product, String revision, VerificationCheck check, String message) {
    Map<String, List<Expectation>> more = new LinkedHashMap<>(found);
    List<Expectation> expectations = new ArrayList<>(found.getOrDefault(product, List.of()));
    Optional<String> of =
        check.scope() == VerificationCheck.Scope.PROJECT ? Optional.empty() : Optional.of(revision);
    expectations.add(new Expectation(of, check, message));
    more.put(product, List.copyOf(expectations));
    return new PlantedFault(kind, products, rows, files, checks, project, more);
  }

  /** Returns what has to be found on a product. */
  List<Expectation> foundOn(String product) {
    return found.getOrDefault(product, found.getOrDefault(ANY, List.of()));
  }

  /**
   * Returns the text of each revision file on a product, by its name. What stands on the faulty
   * revision costs a database more on a server, and is there on H2 and where it is of interest.
   */
  Map<String, String> filesOn(String product) {
    Map<String, String> some = new LinkedHashMap<>(files);
    boolean wanted =
        product.equals("h2")
            || project
            || foundOn(product).stream()
                .anyMatch(each -> each.revision().equals(Optional.of("c1")));
    if (!wanted) {
      some.remove("c1.sql");
    }
    return some;
  }

  /** Returns how it is verified. */
  VerificationOptions options() {
    VerificationOptions.Builder options = VerificationOptions.builder().rows(rows);
    checks.forEach(options::check);
    if (!project) {
      for (VerificationCheck check : VerificationCheck.values()) {
        if (check.scope() == VerificationCheck.Scope.PROJECT) {
          options.without(check);
        }
      }
    }
    return options.build();
  }

  @Override
  public String toString() {
    return kind;
  }
}
