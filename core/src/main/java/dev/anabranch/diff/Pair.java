package dev.anabranch.diff;

import dev.anabranch.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known by one name on both sides, or on one of them.
 *
 * @param expected as it should be
 * @param actual as it is
 */
record Pair<T>(Optional<T> expected, Optional<T> actual) {

  /** Returns the pairs that are not equal, in the order of their names. */
  static <T> List<Pair<T>> different(
      List<T> expected, List<T> actual, Function<T, QualifiedName> name) {
    Map<QualifiedName, T> rest = new HashMap<>();
    actual.forEach(each -> rest.put(name.apply(each), each));
    List<Pair<T>> pairs = new ArrayList<>();
    for (T each : expected) {
      Optional<T> other = Optional.ofNullable(rest.remove(name.apply(each)));
      if (!other.equals(Optional.of(each))) {
        pairs.add(new Pair<>(Optional.of(each), other));
      }
    }
    rest.values().forEach(each -> pairs.add(new Pair<>(Optional.empty(), Optional.of(each))));
    pairs.sort(Comparator.comparing(pair -> name.apply(pair.any()).toString()));
    return pairs;
  }

  /** Returns what should be there, where there is nothing. */
  Optional<T> missing() {
    return actual.isPresent() ? Optional.empty() : expected;
  }

  /** Returns what is there, where there should be nothing. */
  Optional<T> unexpected() {
    return expected.isPresent() ? Optional.empty() : actual;
  }

  private T any() {
    return expected.or(() -> actual).orElseThrow();
  }
}
