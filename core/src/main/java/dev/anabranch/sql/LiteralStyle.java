package dev.anabranch.sql;

/**
 * How a product writes constant values.
 *
 * <p>A product that differs from {@linkplain #standard() the standard} in one kind of value answers
 * for that kind and asks the standard style for all others.
 */
@FunctionalInterface
public interface LiteralStyle {

  /**
   * Returns the value as SQL that may stand anywhere an expression may.
   *
   * @param literal the value
   */
  String render(SqlLiteral literal);

  /**
   * Returns the style of the SQL standard.
   *
   * <p>Text stands between single quotes, which are doubled within, and a backslash is a character
   * like any other. Times are written {@code TIMESTAMP '2026-11-22 16:40:00.5'}, moments {@code
   * TIMESTAMP WITH TIME ZONE '... +00:00'}.
   */
  static LiteralStyle standard() {
    return StandardLiterals.INSTANCE;
  }
}
