package dev.anabranch.dialect.h2;

import dev.anabranch.sql.LiteralStyle;
import dev.anabranch.sql.SqlLiteral;

/**
 * Constant values as H2 writes them: as the standard does, but for JSON, which a conversion from
 * text would make a JSON text of (H2 documentation, "Data Types", JSON).
 */
enum H2Literals implements LiteralStyle {
  INSTANCE;

  @Override
  public String render(SqlLiteral literal) {
    LiteralStyle standard = LiteralStyle.standard();
    return literal instanceof SqlLiteral.Json json
        ? "JSON " + standard.render(SqlLiteral.text(json.value()))
        : standard.render(literal);
  }
}
