package dev.anabranch.sql;

import java.util.Objects;

/**
 * How a product writes a name in SQL: always between quotes, so that no list of reserved words has
 * to be right and no case is folded.
 *
 * @param quote the character before and behind the name
 * @param inside what becomes of that character within a name
 */
public record IdentifierQuoting(char quote, QuoteInside inside) {

  /** What a product does with the quote character within a quoted name. */
  public enum QuoteInside {
    /** It is written twice. */
    DOUBLED,
    /** No name may hold it. */
    REFUSED
  }

  /** Checks that the rule is complete. */
  public IdentifierQuoting {
    Objects.requireNonNull(inside, "inside");
  }

  /** Returns the rule of the SQL standard: double quotes, doubled within. */
  public static IdentifierQuoting doubleQuotes() {
    return new IdentifierQuoting('"', QuoteInside.DOUBLED);
  }

  /** Returns the rule with backticks, doubled within. */
  public static IdentifierQuoting backticks() {
    return new IdentifierQuoting('`', QuoteInside.DOUBLED);
  }

  /**
   * Returns the name as SQL.
   *
   * @param identifier the name
   * @throws IllegalArgumentException if the name holds the quote character and the product has no
   *     way to write it
   */
  public String quote(Identifier identifier) {
    return quote(identifier.value());
  }

  /**
   * Returns a name as SQL.
   *
   * @param name the name as the server keeps it
   * @throws IllegalArgumentException if the name holds the quote character and the product has no
   *     way to write it
   */
  public String quote(String name) {
    String value = name;
    if (value.indexOf(quote) >= 0) {
      if (inside == QuoteInside.REFUSED) {
        throw new IllegalArgumentException(
            "The name "
                + value
                + " holds the character "
                + quote
                + ", which cannot be written in a name.");
      }
      String one = String.valueOf(quote);
      value = value.replace(one, one + one);
    }
    return quote + value + quote;
  }

  /**
   * Returns the name, with its schema if it has one, as SQL.
   *
   * @param name the name
   * @throws IllegalArgumentException if a part holds the quote character and the product has no way
   *     to write it
   */
  public String quote(QualifiedName name) {
    String quoted = quote(name.name());
    return name.schema().map(schema -> quote(schema) + "." + quoted).orElse(quoted);
  }
}
