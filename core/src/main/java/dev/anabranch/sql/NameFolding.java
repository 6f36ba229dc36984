package dev.anabranch.sql;

import java.util.Locale;

/**
 * How a server keeps a name that SQL writes without quotes, and so what a name in small letters
 * stands for.
 *
 * <p>Only names of small ASCII letters, digits, {@code _}, {@code $} and {@code #} that begin with
 * a letter or an underscore are folded; every other name needs quotes on every product and is kept
 * as it is.
 */
public enum NameFolding {
  /** To capital letters, as the SQL standard says. */
  UPPER,
  /** To small letters. */
  LOWER,
  /** Not at all. */
  NONE;

  /**
   * Returns a name as the server keeps it.
   *
   * @param name the name as operations and schemas hold it
   */
  public String toServer(Identifier name) {
    return this == UPPER && name.spelling() == Identifier.Spelling.PLAIN && isPlain(name.value())
        ? name.value().toUpperCase(Locale.ROOT)
        : name.value();
  }

  /**
   * Returns a name as operations and schemas hold it: the one that {@link #toServer} turns back
   * into the server's.
   *
   * @param name the name as the server keeps it
   */
  public Identifier fromServer(String name) {
    if (this != UPPER) {
      return Identifier.of(name);
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (isPlain(lower) && lower.toUpperCase(Locale.ROOT).equals(name)) {
      return Identifier.of(lower);
    }
    return Identifier.exact(name);
  }

  /**
   * Returns a name of any letters as the server keeps it when SQL writes it without quotes.
   *
   * @param unquoted the name as a person writes it
   */
  public String fold(String unquoted) {
    return switch (this) {
      case UPPER -> unquoted.toUpperCase(Locale.ROOT);
      case LOWER -> unquoted.toLowerCase(Locale.ROOT);
      case NONE -> unquoted;
    };
  }

  static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || c == '_';
      boolean further = (c >= '0' && c <= '9') || c == '$' || c == '#';
      if (!letter && (i == 0 || !further)) {
        return false;
      }
    }
    return !value.isEmpty();
  }
}
