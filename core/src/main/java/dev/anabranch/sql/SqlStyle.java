package dev.anabranch.sql;

import java.util.Objects;

/**
 * How a product writes names and values: what a {@link SqlWriter} has to know of it.
 *
 * @param quoting how names are written
 * @param literals how values are written
 * @param folding how the server keeps a name in small letters that is written without quotes
 * @param limit how long a name may be
 */
public record SqlStyle(
    IdentifierQuoting quoting, LiteralStyle literals, NameFolding folding, IdentifierLimit limit) {

  /** Checks that all parts are there. */
  public SqlStyle {
    Objects.requireNonNull(quoting, "quoting");
    Objects.requireNonNull(literals, "literals");
    Objects.requireNonNull(folding, "folding");
    Objects.requireNonNull(limit, "limit");
  }

  /**
   * Creates a style for a server that keeps every name as it is written, however long.
   *
   * @param quoting how names are written
   * @param literals how values are written
   */
  public SqlStyle(IdentifierQuoting quoting, LiteralStyle literals) {
    this(quoting, literals, NameFolding.NONE, IdentifierLimit.none());
  }

  /** Returns the same style for a server that folds names otherwise. */
  public SqlStyle withFolding(NameFolding folding) {
    return new SqlStyle(quoting, literals, folding, limit);
  }

  /** Returns the same style for a server that keeps shorter or longer names. */
  public SqlStyle withLimit(IdentifierLimit limit) {
    return new SqlStyle(quoting, literals, folding, limit);
  }

  /**
   * Returns a name as SQL: folded as the server does, then quoted.
   *
   * @throws NameTooLongException if the server cannot keep the name
   * @throws IllegalArgumentException if the server has no way to write it
   */
  public String quote(Identifier name) {
    if (!limit.fits(name)) {
      throw new NameTooLongException(name, limit);
    }
    return quoting.quote(folding.toServer(name));
  }

  /** Returns a name, with its schema if it has one, as SQL. */
  public String quote(QualifiedName name) {
    String quoted = quote(name.name());
    return name.schema().map(schema -> quote(schema) + "." + quoted).orElse(quoted);
  }

  /** Returns the style of the SQL standard: names in double quotes, standard literals. */
  public static SqlStyle standard() {
    return new SqlStyle(IdentifierQuoting.doubleQuotes(), LiteralStyle.standard());
  }

  /** Returns a writer for one statement. */
  public SqlWriter writer() {
    return new SqlWriter(this);
  }
}
