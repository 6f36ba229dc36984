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

  /**
   * How things of one type are told apart.
   *
   * @param key what one is known by; empty if by nothing but what it says
   * @param name its name
   * @param withName the same under another name
   * @param rules which names tell nothing
   */
  record Naming<T>(
      Function<T, Optional<?>> key,
      Function<T, Optional<Identifier>> name,
      BiFunction<T, Identifier, T> withName,
      ComparisonRules rules) {

    private static final Identifier ANY = Identifier.of("any");

    boolean isMadeUp(T one) {
      return name.apply(one).filter(given -> rules.isMadeUp(given.value())).isPresent();
    }

    boolean sameButName(T one, T other) {
      return withName.apply(one, ANY).equals(withName.apply(other, ANY));
    }

    boolean same(T one, T other) {
      return one.equals(other) || (isMadeUp(one) && isMadeUp(other) && sameButName(one, other));
    }

    /** Returns the name in words; empty for what is known by what it says. */
    Optional<String> words(T one) {
      return name.apply(one).filter(given -> !isMadeUp(one)).map(Words::name);
    }
  }

  /**
   * Returns what belongs together: by name, then by what it says. What is equal is left out, and so
   * is what has another name that tells nothing.
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
      if (is.filter(other -> naming.same(should, other)).isEmpty()) {
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
