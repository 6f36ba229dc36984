package dev.anabranch.sql;

import java.util.Objects;

/**
 * SQL a user wrote, passed on as it is.
 *
 * @param text the SQL, not blank
 */
public record RawSql(String text) {

  /**
   * Checks that there is something to send.
   *
   * @throws IllegalArgumentException if the text is blank, or holds NUL or half of a surrogate pair
   */
  public RawSql {
    Objects.requireNonNull(text, "text");
    if (text.isBlank()) {
      throw new IllegalArgumentException("SQL must not be blank.");
    }
    SqlText.requireSendable("SQL", text);
  }

  /**
   * Returns the text as SQL.
   *
   * @param text the SQL, not blank
   */
  public static RawSql of(String text) {
    return new RawSql(text);
  }

  /** Returns the text. */
  @Override
  public String toString() {
    return text;
  }
}
