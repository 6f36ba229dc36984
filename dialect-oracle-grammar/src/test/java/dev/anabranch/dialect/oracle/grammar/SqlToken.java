package dev.anabranch.dialect.oracle.grammar;

/**
 * One piece of a statement.
 *
 * @param kind what it is
 * @param text how it is written
 */
public record SqlToken(Kind kind, String text) {

  /** What a piece can be. */
  public enum Kind {
    /** A word without quotes. */
    WORD,
    /** A name in double quotes. */
    NAME,
    /** A text in single quotes. */
    TEXT,
    /** Digits. */
    DIGITS,
    /** A sign. */
    SIGN
  }

  /** Says whether it is a word or a sign, case aside. */
  public boolean is(String other) {
    return kind != Kind.NAME && kind != Kind.TEXT && text.equalsIgnoreCase(other);
  }

  /** Returns what a text in single quotes stands for; prefixes and q-quotes are not known here. */
  public String value() {
    return text.substring(1, text.length() - 1).replace("''", "'");
  }
}
