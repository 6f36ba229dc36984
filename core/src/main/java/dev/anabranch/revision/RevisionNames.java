package dev.anabranch.revision;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The grammar of ids and labels: one place that says which names can be written and later be used
 * as a target.
 *
 * <p>An id is free text of at most {@value #MAX_LENGTH} characters without {@code @ : + -}, white
 * space and control characters. A label may hold {@code -} as well, though not as its first
 * character, and no comma. Neither may be one of the words {@code head}, {@code heads}, {@code
 * base} and {@code current}.
 *
 * @since 0.1
 */
public final class RevisionNames {

  /** The longest id and label, in characters. */
  public static final int MAX_LENGTH = 255;

  /** The words that have a meaning of their own in a target expression. */
  public static final List<String> RESERVED = List.of("base", "current", "head", "heads");

  private static final Set<String> RESERVED_SET = Set.copyOf(RESERVED);

  private RevisionNames() {}

  /**
   * Says what is wrong with an id.
   *
   * @return the reason, such as {@code it contains "@"}, or nothing if the id is good
   */
  public static Optional<String> problemWithId(String id) {
    return problem(id, "@:+-", NamePolicy.STRICT);
  }

  /**
   * Says what is wrong with a label.
   *
   * @return the reason, such as {@code it contains "@"}, or nothing if the label is good
   */
  public static Optional<String> problemWithLabel(String label) {
    if (label.startsWith("-")) {
      return Optional.of("it begins with \"-\"");
    }
    return problem(label, "@:+,", NamePolicy.STRICT);
  }

  static Optional<String> problemWithId(String id, NamePolicy policy) {
    return policy == NamePolicy.STRICT ? problemWithId(id) : problem(id, "@:+-", policy);
  }

  static Optional<String> problemWithLabel(String label, NamePolicy policy) {
    return policy == NamePolicy.STRICT ? problemWithLabel(label) : problem(label, "", policy);
  }

  private static Optional<String> problem(String name, String forbidden, NamePolicy policy) {
    if (name.isEmpty()) {
      return Optional.of("it is empty");
    }
    if (name.length() > MAX_LENGTH) {
      return Optional.of("it has " + name.length() + " characters, more than " + MAX_LENGTH);
    }
    for (int at = 0; at < name.length(); at++) {
      char character = name.charAt(at);
      if (forbidden.indexOf(character) >= 0) {
        return Optional.of("it contains \"" + character + "\"");
      }
      if (policy == NamePolicy.STRICT && isBlank(character)) {
        return Optional.of("it contains white space");
      }
      if (Character.isISOControl(character)) {
        return Optional.of("it contains a control character");
      }
    }
    if (policy == NamePolicy.STRICT && RESERVED_SET.contains(name)) {
      return Optional.of("it is a reserved word");
    }
    return Optional.empty();
  }

  private static boolean isBlank(char character) {
    return character < 0x80
        ? character == ' ' || (character >= '\t' && character <= '\r')
        : Character.isWhitespace(character) || Character.isSpaceChar(character);
  }
}
