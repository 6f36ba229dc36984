package dev.anabranch.sql;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The name of one thing in a database.
 *
 * <p>A name is data: it carries no quotes and no escapes. One that is spelled in small letters,
 * digits and underscores means what it means in SQL without quotes: the server's usual spelling,
 * which is {@code customer} on some products and {@code CUSTOMER} on others, so that one revision
 * and the SQL beside it speak of the same table everywhere. Any other name is kept exactly as it is
 * written. {@link NameFolding} turns the one into the other, {@link IdentifierQuoting} writes the
 * result into SQL.
 *
 * @param value the name; not empty, without NUL, and text that can be encoded (no half of a
 *     surrogate pair)
 * @param spelling whether small letters are the server's to fold; {@link Spelling#PLAIN} for every
 *     name that no server folds
 */
public record Identifier(String value, Spelling spelling) implements Comparable<Identifier> {

  /** How the letters of a name are meant. */
  public enum Spelling {
    /** A name in small letters stands for the server's usual spelling of it. */
    PLAIN,
    /**
     * The name is meant letter for letter, also in small letters on a server that folds to
     * capitals.
     */
    EXACT
  }

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it is empty or holds a character no server can keep
   */
  public Identifier {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(spelling, "spelling");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("An identifier must not be empty.");
    }
    SqlText.requireSendable("identifier", value);
    if (!NameFolding.isPlain(value)) {
      spelling = Spelling.PLAIN;
    }
  }

  /**
   * Creates a plainly spelled name.
   *
   * @param value the name
   * @throws IllegalArgumentException if it is empty or holds a character no server can keep
   */
  public Identifier(String value) {
    this(value, Spelling.PLAIN);
  }

  /**
   * Returns the name that is meant letter for letter.
   *
   * @param value the name as the database keeps it
   * @throws IllegalArgumentException if it is empty or holds a character no server can keep
   */
  public static Identifier exact(String value) {
    return new Identifier(value, Spelling.EXACT);
  }

  /**
   * Returns the identifier with this name.
   *
   * @param value the name; in small letters it stands for the server's usual spelling
   * @throws IllegalArgumentException if it is empty or holds a character no server can keep
   */
  public static Identifier of(String value) {
    return new Identifier(value);
  }

  /** Returns the length in characters (code points), which is what most products limit. */
  public int length() {
    return value.codePointCount(0, value.length());
  }

  /**
   * Returns the length in bytes of UTF-8, which is what the products limit that do not count
   * characters.
   */
  public int byteLength() {
    return value.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Compares by characters, independent of any language; a plain name before the exact one. */
  @Override
  public int compareTo(Identifier other) {
    int byValue = value.compareTo(other.value);
    return byValue != 0 ? byValue : spelling.compareTo(other.spelling);
  }

  /** Returns the bare name, for messages; never for SQL. */
  @Override
  public String toString() {
    return value;
  }
}
