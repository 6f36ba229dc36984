package dev.anabranch.dialect;

import dev.anabranch.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The database products that are on the class path. */
public final class Dialects {

  private final List<DialectProvider> providers;

  private Dialects(List<DialectProvider> providers) {
    this.providers = providers;
  }

  /**
   * Finds the products through {@link ServiceLoader}.
   *
   * @param classLoader where to look
   */
  public static Dialects load(ClassLoader classLoader) {
    List<DialectProvider> found = new ArrayList<>();
    ServiceLoader.load(DialectProvider.class, classLoader).forEach(found::add);
    found.sort((a, b) -> a.products().get(0).compareTo(b.products().get(0)));
    return new Dialects(List.copyOf(found));
  }

  /** Returns the names of all products, sorted. */
  public List<String> products() {
    return providers.stream().flatMap(p -> p.products().stream()).sorted().toList();
  }

  /** Returns the product that a JDBC URL leads to, if it is on the class path. */
  public Optional<DialectProvider> forUrl(String jdbcUrl) {
    return providers.stream().filter(p -> p.accepts(jdbcUrl)).findFirst();
  }

  /**
   * Returns the product that a JDBC URL leads to.
   *
   * @param jdbcUrl the URL
   * @param shown the URL as it may be shown
   * @throws UnsupportedServerException if no such product is on the class path
   */
  public DialectProvider requireForUrl(String jdbcUrl, String shown) {
    return forUrl(jdbcUrl)
        .orElseThrow(
            () ->
                new UnsupportedServerException(
                    ErrorCode.UNKNOWN_DIALECT,
                    "Cannot work with " + shown + ": no dialect knows this product.",
                    available()));
  }

  /**
   * Returns the product of that name.
   *
   * @throws UnsupportedServerException if no such product is on the class path
   */
  public DialectProvider named(String product) {
    return providers.stream()
        .filter(p -> p.products().contains(product))
        .findFirst()
        .orElseThrow(
            () ->
                new UnsupportedServerException(
                    ErrorCode.UNKNOWN_DIALECT,
                    "Cannot find the dialect \"" + product + "\": it is not on the class path.",
                    available()));
  }

  /** Returns a sentence that lists the products, for a hint. */
  public String available() {
    return providers.isEmpty()
        ? "No dialect is on the class path; add one, such as anabranch-dialect-*."
        : "Dialects on the class path: " + String.join(", ", products()) + ".";
  }
}
