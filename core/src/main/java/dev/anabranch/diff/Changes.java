package dev.anabranch.diff;

import dev.anabranch.schema.DialectOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Collects the aspects in which two things differ. For one thread. */
final class Changes {

  /** What is said of a value that is left to the server. */
  static final String BY_DEFAULT = "as by default";

  private final List<Change> changes = new ArrayList<>();

  List<Change> all() {
    return changes;
  }

  /** Notes two values that are not equal. */
  <T> Changes of(Aspect aspect, T expected, T actual, Function<? super T, String> words) {
    return optional(aspect, Optional.of(expected), Optional.of(actual), words);
  }

  /** Notes two values that are not equal, of which one may be absent. */
  <T> Changes optional(
      Aspect aspect, Optional<T> expected, Optional<T> actual, Function<? super T, String> words) {
    if (expected.equals(actual)) {
      return this;
    }
    Optional<String> should = words(expected, words);
    Optional<String> is = words(actual, words);
    // Words leave out what hardly ever differs, such as a type for one product only.
    return should.equals(is)
        ? note(aspect, words(expected, Object::toString), words(actual, Object::toString))
        : note(aspect, should, is);
  }

  /** Notes two values that are not equal, of which one may be left to the server. */
  <T> Changes orDefault(
      Aspect aspect, Optional<T> expected, Optional<T> actual, Function<? super T, String> words) {
    return expected.equals(actual)
        ? this
        : note(
            aspect,
            Optional.of(words(expected, words).orElse(BY_DEFAULT)),
            Optional.of(words(actual, words).orElse(BY_DEFAULT)));
  }

  private static <T> Optional<String> words(Optional<T> value, Function<? super T, String> words) {
    return value.<String>map(words).filter(text -> !text.isEmpty());
  }

  private Changes note(Aspect aspect, Optional<String> expected, Optional<String> actual) {
    changes.add(new Change(aspect, Optional.empty(), expected, actual));
    return this;
  }

  /** Notes each option that differs. */
  Changes options(DialectOptions expected, DialectOptions actual) {
    if (expected.equals(actual)) {
      return this;
    }
    TreeSet<String> dialects = new TreeSet<>(expected.values().keySet());
    dialects.addAll(actual.values().keySet());
    for (String dialect : dialects) {
      Map<String, String> one = expected.values().getOrDefault(dialect, Map.of());
      Map<String, String> other = actual.values().getOrDefault(dialect, Map.of());
      String prefix = dialects.size() > 1 ? dialect + "." : "";
      TreeSet<String> keys = new TreeSet<>(one.keySet());
      keys.addAll(other.keySet());
      for (String key : keys) {
        option(
            prefix + key, Optional.ofNullable(one.get(key)), Optional.ofNullable(other.get(key)));
      }
    }
    return this;
  }

  private void option(String key, Optional<String> expected, Optional<String> actual) {
    if (!expected.equals(actual)) {
      changes.add(new Change(Aspect.OPTION, Optional.of(key), expected, actual));
    }
  }
}
