package dev.anabranch.diff;

import java.util.Objects;
import java.util.Optional;

/**
 * One aspect in which a thing differs, in words that may be long and have several lines.
 *
 * @param aspect which one
 * @param part which option, for {@link Aspect#OPTION}; empty for the others
 * @param expected what should be there; empty for nothing
 * @param actual what is there; empty for nothing
 */
public record Change(
    Aspect aspect, Optional<String> part, Optional<String> expected, Optional<String> actual) {

  /** Checks that one side at least says something. */
  public Change {
    Objects.requireNonNull(aspect, "aspect");
    Objects.requireNonNull(part, "part");
    if (expected.isEmpty() && actual.isEmpty()) {
      throw new IllegalArgumentException("A change says what should be there or what is there.");
    }
  }

  /** Returns what differs, such as {@code type} or {@code option fillfactor}. */
  public String words() {
    return aspect.words() + part.map(key -> " " + key).orElse("");
  }
}
