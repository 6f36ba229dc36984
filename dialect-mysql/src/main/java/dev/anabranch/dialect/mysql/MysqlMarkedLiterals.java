package dev.anabranch.dialect.mysql;

import dev.anabranch.sql.LiteralStyle;
import dev.anabranch.sql.SqlLiteral;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Constants with marks where the text depends on the session: backslashes, which {@code sql_mode}
 * reads in two ways, because comments and the values of an {@code ENUM} can be written as text
 * only; and moments, which are written in the session's time zone, because a default is no
 * expression. {@link MysqlSessionText} puts in what the server wants to see.
 *
 * @param others how other constants are written
 */
record MysqlMarkedLiterals(LiteralStyle others) implements LiteralStyle {

  /** Begins a mark: a character that no text, no name and no SQL of an author holds. */
  static final char MARK = '\0';

  /** Behind {@link #MARK}: a backslash. */
  static final char BACKSLASH = 'b';

  /** Behind {@link #MARK}: a moment, as date and time of UTC up to another {@link #MARK}. */
  static final char MOMENT = 'm';

  private static final String MARKED_BACKSLASH = "" + MARK + BACKSLASH;

  /** Checks that the style is there. */
  MysqlMarkedLiterals {
    Objects.requireNonNull(others, "others");
  }

  @Override
  public String render(SqlLiteral literal) {
    if (literal instanceof SqlLiteral.Text text && text.value().indexOf('\\') >= 0) {
      return LiteralStyle.standard().render(text).replace("\\", MARKED_BACKSLASH);
    } else if (literal instanceof SqlLiteral.Moment moment) {
      LocalDateTime utc =
          LocalDateTime.ofInstant(moment.value(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
      return "'" + MARK + MOMENT + utc + MARK + "'";
    }
    return others.render(literal);
  }
}
