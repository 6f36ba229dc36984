package dev.anabranch.sql;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The name of one thing in a database, exactly as the database keeps it.
 *
 * <p>A name is data: it carries no quotes and no escapes, and whether a product folds unquoted
 * names to upper or lower case has been settled before the value is made. {@link IdentifierQuoting}
 * turns it into SQL.
 *
 * @param value the name; not empty, without NUL, and text that can be encoded (no half of a
 *     surrogate pair)
 */
public record Identifier(String value) implements Comparable<Identifier> {

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it is empty or holds a character no server can keep
   */
  public Identifier {
    Objects.requireNonNull(value, "value");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("An identifier must not be empty.");
    }
    SqlText.requireSendable("identifier", value);
  }

  /**
   * Returns the identifier with this name.
   *
   * @param value the name as the database keeps it
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

  /** Compares by characters, independent of any language. */
  @Override
  public int compareTo(Identifier other) {
    return value.compareTo(other.value);
  }

  /** Returns the bare name, for messages; never for SQL. */
  @Override
  public String toString() {
    return value;
  }
}
