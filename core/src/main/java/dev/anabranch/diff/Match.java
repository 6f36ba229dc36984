package dev.anabranch.diff;

import dev.anabranch.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A constraint or index on both sides, or on one of them.
 *
 * @param expected as it should be
 * @param actual as it is, behind the renaming of columns
 * @param before as it is before that
 */
record Match<T>(Optional<T> expected, Optional<T> actual, Optional<T> before) {

  /** What tells things of one type apart, and makes them equal but for the name. */
  record Naming<T>(Function<T, Optional<?>> key, BiFunction<T, Identifier, T> withName) {

    private static final Identifier ANY = Identifier.of("any");

    boolean sameButName(T one, T other) {
      return withName.apply(one, ANY).equals(withName.apply(other, ANY));
    }
  }

  /**
   * Returns what belongs together: by name, then by what it says. What is equal is left out.
   *
   * @param expected as they should be
   * @param actual as they are, behind the renaming of columns
   * @param before as they are before that, in the same order
   */
  static <T> List<Match<T>> of(List<T> expected, List<T> actual, List<T> before, Naming<T> naming) {
    List<Integer> rest = new ArrayList<>();
    Map<Object, Integer> byKey = new HashMap<>();
    for (int i = 0; i < actual.size(); i++) {
      rest.add(i);
      Optional<?> key = naming.key().apply(actual.get(i));
      if (key.isPresent()) {
        byKey.put(key.get(), i);
      }
    }
    Integer[] partners = new Integer[expected.size()];
    for (int i = 0; i < partners.length; i++) {
      Optional<?> key = naming.key().apply(expected.get(i));
      partners[i] = key.isPresent() ? byKey.get(key.get()) : null;
      rest.remove(partners[i]);
    }
    List<Match<T>> matches = new ArrayList<>();
    for (int i = 0; i < partners.length; i++) {
      T should = expected.get(i);
      Optional<Integer> place =
          Optional.ofNullable(partners[i])
              .or(
                  () ->
                      rest.stream()
                          .filter(each -> naming.sameButName(should, actual.get(each)))
                          .findFirst());
      place.ifPresent(rest::remove);
      Optional<T> is = place.map(actual::get);
      if (!is.equals(Optional.of(should))) {
        matches.add(new Match<>(Optional.of(should), is, place.map(before::get)));
      }
    }
    for (Integer each : rest) {
      matches.add(
          new Match<>(
              Optional.empty(), Optional.of(actual.get(each)), Optional.of(before.get(each))));
    }
    return matches;
  }
}
