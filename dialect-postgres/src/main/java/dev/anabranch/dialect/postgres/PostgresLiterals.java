package dev.anabranch.dialect.postgres;

import dev.anabranch.sql.LiteralStyle;
import dev.anabranch.sql.SqlLiteral;

/**
 * Constant values as PostgreSQL writes them.
 *
 * <p>Text with a backslash is written {@code E'...'} with the backslash doubled, as the server's
 * own {@code quote_literal} does: that reads back the same whatever {@code
 * standard_conforming_strings} is on the server where an offline script runs.
 */
public final class PostgresLiterals implements LiteralStyle {

  @Override
  public String render(SqlLiteral literal) {
    String standard = LiteralStyle.standard().render(literal);
    return standard.indexOf('\\') < 0 ? standard : "E" + standard.replace("\\", "\\\\");
  }
}
