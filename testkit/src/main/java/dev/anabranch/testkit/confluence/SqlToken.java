package dev.anabranch.testkit.confluence;

import java.util.Locale;

/**
 * One piece of a statement.
 *
 * @param kind what it is
 * @param text a word as written, a name without quotes, a literal's content, or a symbol
 */
record SqlToken(Kind kind, String text) {

  /** What a piece is. */
  enum Kind {
    /** A word of the language or a name without quotes. */
    WORD,
    /** A name between quotes. */
    NAME,
    /** Text between quotes, or a number. */
    LITERAL,
    /** A single character. */
    SYMBOL
  }

  boolean is(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.NAME;
  }

  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  String upper() {
    return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : "";
  }
}
