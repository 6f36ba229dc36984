package dev.anabranch.sql;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * SQL that an author wrote, one text for every product or another for some of them.
 *
 * @param text what every product gets that has no text of its own
 * @param variants by the name of a dialect, lower case, what that one gets instead
 */
public record SqlExpression(RawSql text, Map<String, RawSql> variants) {

  /** Copies the map. */
  public SqlExpression {
    Objects.requireNonNull(text, "text");
    variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
  }

  /**
   * Returns one text for every product.
   *
   * @param text the SQL, not blank
   */
  public static SqlExpression of(String text) {
    return new SqlExpression(RawSql.of(text), Map.of());
  }

  /**
   * Returns the same with another text for one dialect.
   *
   * @param dialect the dialect's name, lower case
   * @param other the SQL, not blank
   */
  public SqlExpression on(String dialect, String other) {
    Map<String, RawSql> more = new LinkedHashMap<>(variants);
    more.put(DialectNames.require(dialect), RawSql.of(other));
    return new SqlExpression(text, more);
  }

  /**
   * Returns the text a dialect gets.
   *
   * @param dialectNames the names the dialect answers to, the most specific first
   */
  public RawSql forDialect(List<String> dialectNames) {
    for (String name : dialectNames) {
      RawSql own = variants.get(name);
      if (own != null) {
        return own;
      }
    }
    return text;
  }

  /** Returns the text without variants. */
  @Override
  public String toString() {
    return text.text();
  }
}
