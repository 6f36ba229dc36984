package dev.anabranch.sql;

import java.util.Objects;

/**
 * How a product writes names and values: what a {@link SqlWriter} has to know of it.
 *
 * @param quoting how names are written
 * @param literals how values are written
 */
public record SqlStyle(IdentifierQuoting quoting, LiteralStyle literals) {

  /** Checks that both parts are there. */
  public SqlStyle {
    Objects.requireNonNull(quoting, "quoting");
    Objects.requireNonNull(literals, "literals");
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
