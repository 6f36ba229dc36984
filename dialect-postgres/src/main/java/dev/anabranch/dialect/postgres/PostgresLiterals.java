package dev.anabranch.dialect.postgres;

import dev.anabranch.sql.LiteralStyle;
import dev.anabranch.sql.SqlLiteral;

/**
 * Constant values as PostgreSQL writes them.
 *
 * <p>Text with a backslash is written {@code E'...'} with the backslash doubled, as the server's
 * own {@code quote_literal} does: that reads back the same whatever {@code
 * standard_conforming_strings} is on the server where an offline script runs. Bytes are a text of
 * hexadecimal digits, because {@code X'...'} is a string of bits here (PostgreSQL 18 documentation,
 * 4.1.2.5 and 8.4.1).
 */
public final class PostgresLiterals implements LiteralStyle {

  @Override
  public String render(SqlLiteral literal) {
    if (literal instanceof SqlLiteral.Text text) {
      return quoted(text.value());
    } else if (literal instanceof SqlLiteral.Binary binary) {
      return cast("\\x" + binary.hex(), "BYTEA");
    } else if (literal instanceof SqlLiteral.Json json) {
      return cast(json.value(), "JSONB");
    }
    return LiteralStyle.standard().render(literal);
  }

  private static String cast(String text, String type) {
    return "CAST(" + quoted(text) + " AS " + type + ")";
  }

  private static String quoted(String text) {
    String standard = LiteralStyle.standard().render(SqlLiteral.text(text));
    return standard.indexOf('\\') < 0 ? standard : "E" + standard.replace("\\", "\\\\");
  }
}
