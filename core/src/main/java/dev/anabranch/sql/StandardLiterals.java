package dev.anabranch.sql;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Constant values as the SQL standard writes them. */
enum StandardLiterals implements LiteralStyle {
  INSTANCE;

  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  @Override
  public String render(SqlLiteral literal) {
    if (literal instanceof SqlLiteral.Text text) {
      return quoted(text.value());
    } else if (literal instanceof SqlLiteral.Number number) {
      return number(number);
    } else if (literal instanceof SqlLiteral.Truth truth) {
      return truth.value() ? "TRUE" : "FALSE";
    } else if (literal instanceof SqlLiteral.Date date) {
      return "DATE " + quoted(date.value().toString());
    } else if (literal instanceof SqlLiteral.Timestamp timestamp) {
      return "TIMESTAMP " + quoted(TIMESTAMP.format(timestamp.value()));
    } else if (literal instanceof SqlLiteral.Moment moment) {
      LocalDateTime utc = LocalDateTime.ofInstant(moment.value(), ZoneOffset.UTC);
      return "TIMESTAMP WITH TIME ZONE " + quoted(TIMESTAMP.format(utc) + "+00:00");
    }
    return other(literal);
  }

  private static String other(SqlLiteral literal) {
    if (literal instanceof SqlLiteral.Time time) {
      return "TIME " + quoted(TIME.format(time.value()));
    } else if (literal instanceof SqlLiteral.Binary binary) {
      return "X" + quoted(binary.hex());
    } else if (literal instanceof SqlLiteral.Uuid uuid) {
      return "CAST(" + quoted(uuid.value().toString()) + " AS UUID)";
    } else if (literal instanceof SqlLiteral.Json json) {
      return "CAST(" + quoted(json.value()) + " AS JSON)";
    }
    return "NULL";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  // A bare minus sign could meet another one and start a comment.
  private static String number(SqlLiteral.Number number) {
    String digits = number.value().toPlainString();
    return number.value().signum() < 0 ? "(" + digits + ")" : digits;
  }
}
