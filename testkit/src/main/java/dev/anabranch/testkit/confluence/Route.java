package dev.anabranch.testkit.confluence;

import java.util.List;
import java.util.Objects;

/**
 * An order in which revisions are applied.
 *
 * @param ids the revisions
 * @param words the order in words, such as {@code after a1, b1}
 */
record Route(List<String> ids, String words) {

  private static final int NAMED = 4;

  Route {
    ids = List.copyOf(ids);
    Objects.requireNonNull(words, "words");
  }

  static Route of(List<String> ids) {
    return new Route(
        ids,
        ids.size() <= NAMED
            ? "after " + String.join(", ", ids)
            : "after %s, ... %s".formatted(ids.get(0), ids.get(ids.size() - 1)));
  }
}
