package dev.anabranch.dialect.mysql;

import dev.anabranch.sql.LiteralStyle;
import dev.anabranch.sql.SqlLiteral;
import java.util.Objects;

/**
 * Constants with a mark in the place of each backslash: how often the server has to see one depends
 * on {@code sql_mode}, and comments and the values of an {@code ENUM} can be written as text only.
 * {@link MysqlSessionText} puts in what the server wants to see.
 *
 * @param others how other constants are written
 */
record MysqlMarkedLiterals(LiteralStyle others) implements LiteralStyle {

  /** The mark: a character that no text, no name and no SQL of an author holds. */
  static final char MARK = '\0';

  /** Checks that the style is there. */
  MysqlMarkedLiterals {
    Objects.requireNonNull(others, "others");
  }

  @Override
  public String render(SqlLiteral literal) {
    if (literal instanceof SqlLiteral.Text text && text.value().indexOf('\\') >= 0) {
      return LiteralStyle.standard().render(text).replace('\\', MARK);
    }
    return others.render(literal);
  }
}
