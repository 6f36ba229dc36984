package dev.anabranch.testkit.portability;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.DialectProvider;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.operation.Operation;
import dev.anabranch.testkit.schema.Requirements;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Writes the reference of operations by product, from the examples and from what each release of
 * each product declares.
 *
 * @param dialects the products
 */
public record OperationPage(Dialects dialects) {

  private static final String HEAD =
      """
      # Operations by product

      What operations can ask for, and which products do it. A product that cannot do something refuses it before anything is sent, naming the operation, the release and a way round.
      The table says from which release on a product can do something that its oldest supported release cannot; empty means that it cannot.

      This page is written from what the dialects declare, and a test fails when it is not up to date (`mvn -pl docs -am test -Dtest=ReferencePagesTest -Danabranch.docs.write=true` writes it).
      The contract suite runs each line on a server of each product, both ways: what is declared works, and what is not declared is refused. What the same operation becomes on
      different products is told in [Portability](portability.md).

      """;

  private static final String TAIL =
      """

      ## What no operation asks for

      | ability | %s |
      | --- | %s |
      """;

  /** Returns the page. */
  public String text() {
    Map<String, List<Dialect>> products = products();
    StringBuilder page = new StringBuilder(HEAD.strip()).append("\n");
    String group = "";
    for (OperationSample sample : OperationSamples.all()) {
      if (!sample.group().equals(group)) {
        group = sample.group();
        page.append("\n## ").append(group).append("\n\n");
        page.append("| what | in a revision | ").append(titles(products)).append(" |\n");
        page.append("| --- | --- | ").append(rule(products)).append(" |\n");
      }
      page.append("| ").append(sample.title()).append(" | `").append(sample.code()).append("` |");
      products.values().forEach(releases -> page.append(" ").append(since(sample, releases)));
      page.append("\n");
    }
    page.append(TAIL.formatted(titles(products), rule(products)));
    for (Capability capability : unasked(products)) {
      page.append("| ").append(words(capability)).append(" |");
      products
          .values()
          .forEach(
              releases ->
                  page.append(" ").append(since(releases, release -> release.has(capability))));
      page.append("\n");
    }
    return page.toString();
  }

  private Map<String, List<Dialect>> products() {
    Map<String, List<Dialect>> products = new TreeMap<>();
    for (String product : dialects.products()) {
      DialectProvider provider = dialects.named(product);
      products.put(product, provider.releases(product));
    }
    return products;
  }

  private static String titles(Map<String, List<Dialect>> products) {
    List<String> titles = new ArrayList<>();
    products.forEach(
        (product, releases) ->
            titles.add(
                title(product) + " " + releases.get(0).version().major() + minor(releases.get(0))));
    return String.join(" | ", titles);
  }

  private static String minor(Dialect release) {
    return release.version().minor() == 0 ? "" : "." + release.version().minor();
  }

  static String title(String product) {
    return switch (product) {
      case "postgresql" -> "PostgreSQL";
      case "mysql" -> "MySQL";
      case "mariadb" -> "MariaDB";
      case "oracle" -> "Oracle";
      default -> product.toUpperCase(Locale.ROOT);
    };
  }

  private static String rule(Map<String, List<Dialect>> products) {
    return String.join(" | ", products.keySet().stream().map(product -> "---").toList());
  }

  /** Returns whether a release declares all that an example asks for. */
  public static boolean declares(Dialect release, OperationSample sample) {
    Set<Capability> needed = EnumSet.noneOf(Capability.class);
    for (Operation operation : sample.operations(release)) {
      needed.addAll(Requirements.of(operation, release.names()));
    }
    return release.capabilities().containsAll(needed);
  }

  private static String since(OperationSample sample, List<Dialect> releases) {
    return since(releases, release -> declares(release, sample));
  }

  private static String since(List<Dialect> releases, Predicate<Dialect> can) {
    if (can.test(releases.get(0))) {
      return "yes |";
    }
    return releases.stream()
        .filter(can)
        .findFirst()
        .map(first -> "from " + first.version().major() + minor(first) + " |")
        .orElse("|");
  }

  private static List<Capability> unasked(Map<String, List<Dialect>> products) {
    EnumSet<Capability> unasked = EnumSet.allOf(Capability.class);
    for (List<Dialect> releases : products.values()) {
      Dialect any = releases.get(0);
      for (OperationSample sample : OperationSamples.all()) {
        for (Operation operation : sample.operations(any)) {
          unasked.removeAll(Requirements.of(operation, any.names()));
        }
      }
    }
    return List.copyOf(unasked);
  }

  private static String words(Capability capability) {
    return switch (capability) {
      case TRANSACTIONAL_DDL -> "what creates and drops takes part in transactions";
      case LOCK_HOLDER -> "the server tells who holds the migration lock";
      case STATEMENTS_OUTSIDE_TRANSACTION -> "some statements run outside transactions only";
      case IF_EXISTS -> "`ifExists()` and `ifNotExists()` for everything";
      case ENUM_TYPES -> "enum types have a name of their own";
      case UNIQUE_INDEXES -> "a unique index is another thing than a unique constraint";
      case NAMED_PRIMARY_KEYS -> "a primary key keeps its name";
      case EMPTY_TEXT -> "the empty text is not null";
      default -> capability.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
