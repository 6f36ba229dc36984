package dev.anabranch.script;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names of classes and the messages they stand for. */
final class ClassNames {

  /** Names that a new class would hide, or that its template uses. */
  private static final Set<String> USED =
      Set.copyOf(
          List.of("Migration", "Operations", "RevisionInfo", "Override", "ReversibleMigration"));

  private ClassNames() {}

  /**
   * Returns a name for the class of a new revision.
   *
   * @param slug the message as it stands in the file's name; possibly empty
   * @param id the revision's id
   * @param taken the names that other files have
   */
  static String free(String slug, String id, Set<String> taken) {
    String wanted = of(slug, id);
    String name = wanted;
    for (int number = 2; taken.contains(name); number++) {
      name = wanted + number;
    }
    return name;
  }

  /**
   * Returns the name of a class for a slug: {@code add_last_order} becomes {@code AddLastOrder}.
   *
   * @param slug lower-case letters, digits and underscores; possibly empty
   * @param id the revision's id, which makes a name where the slug makes none
   */
  static String of(String slug, String id) {
    StringBuilder name = new StringBuilder();
    for (String word : slug.split("_", -1)) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
      }
    }
    boolean usable =
        !name.isEmpty()
            && Character.isJavaIdentifierStart(name.charAt(0))
            && !USED.contains(name.toString());
    return usable ? name.toString() : "Revision" + safe(name.isEmpty() ? id : name.toString());
  }

  private static String safe(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.chars()
        .forEach(c -> safe.append(c < 128 && Character.isLetterOrDigit(c) ? (char) c : '_'));
    return safe.toString();
  }

  /**
   * Returns the words that a name is made of: {@code AddLastOrder} becomes {@code add last order}.
   */
  static String words(String simpleName) {
    StringBuilder words = new StringBuilder();
    for (int at = 0; at < simpleName.length(); at++) {
      char c = simpleName.charAt(at);
      boolean begins =
          Character.isUpperCase(c)
              && at > 0
              && (!Character.isUpperCase(simpleName.charAt(at - 1))
                  || (at + 1 < simpleName.length()
                      && Character.isLowerCase(simpleName.charAt(at + 1))));
      words.append(begins ? " " : "").append(c == '_' ? ' ' : c);
    }
    return words.toString().toLowerCase(Locale.ROOT).replaceAll(" +", " ").strip();
  }
}
