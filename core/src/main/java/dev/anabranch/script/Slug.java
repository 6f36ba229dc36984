package dev.anabranch.script;

import java.util.Locale;

/**
 * A message as part of a file name: lower-case letters, digits and single underscores between them.
 */
final class Slug {

  /**
   * How long a slug may be; the same as in Alembic, so that names of moved projects look the same.
   */
  static final int MAX_LENGTH = 40;

  private Slug() {}

  /**
   * Returns the slug of a message, at most {@value #MAX_LENGTH} characters; empty if nothing can be
   * kept of it.
   */
  static String of(String message, Transliterator transliterator) {
    String text = transliterator.transliterate(message).toLowerCase(Locale.ROOT);
    StringBuilder slug = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        slug.append(c);
      } else if (!isApostrophe(c) && slug.length() > 0 && slug.charAt(slug.length() - 1) != '_') {
        slug.append('_');
      }
    }
    return cut(slug.toString());
  }

  /** Cuts at the end of a word; within it only if the first word is longer than all that fits. */
  private static String cut(String slug) {
    String kept = slug;
    if (slug.length() > MAX_LENGTH) {
      int border = slug.lastIndexOf('_', MAX_LENGTH);
      kept = slug.substring(0, border > 0 ? border : MAX_LENGTH);
    }
    return kept.endsWith("_") ? kept.substring(0, kept.length() - 1) : kept;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }
}
