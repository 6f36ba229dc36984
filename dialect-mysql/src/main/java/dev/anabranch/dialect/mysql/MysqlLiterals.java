package dev.anabranch.dialect.mysql;

import dev.anabranch.sql.LiteralStyle;
import dev.anabranch.sql.SqlLiteral;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * Constant values as MySQL and MariaDB write them.
 *
 * <p>Text with a backslash is written by the numbers of its bytes: that reads back the same whether
 * or not {@code sql_mode} holds {@code NO_BACKSLASH_ESCAPES} on the server where an offline script
 * runs. Times have microseconds at most; what is finer is cut off, as it is by a column (MySQL 8.0
 * Reference Manual, 9.1.1, 9.1.3 and 11.2.6).
 */
public final class MysqlLiterals implements LiteralStyle {

  @Override
  public String render(SqlLiteral literal) {
    if (literal instanceof SqlLiteral.Text text) {
      return text(literal, text.value());
    } else if (literal instanceof SqlLiteral.Json json) {
      return text(SqlLiteral.text(json.value()), json.value());
    } else if (literal instanceof SqlLiteral.Uuid uuid) {
      return standard(SqlLiteral.text(uuid.value().toString()));
    } else if (literal instanceof SqlLiteral.Timestamp timestamp) {
      return timestamp(timestamp.value());
    } else if (literal instanceof SqlLiteral.Time time) {
      LocalTime micros = time.value().truncatedTo(ChronoUnit.MICROS);
      return standard(SqlLiteral.time(micros));
    } else if (literal instanceof SqlLiteral.Moment moment) {
      // A value of the type TIMESTAMP is read in the session's time zone.
      String utc = timestamp(LocalDateTime.ofInstant(moment.value(), ZoneOffset.UTC));
      return "CONVERT_TZ(" + utc + ", '+00:00', @@SESSION.time_zone)";
    }
    return standard(literal);
  }

  private static String text(SqlLiteral literal, String value) {
    return value.indexOf('\\') < 0
        ? standard(literal)
        : "_utf8mb4 X'" + HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)) + "'";
  }

  private static String timestamp(LocalDateTime value) {
    return standard(SqlLiteral.timestamp(value.truncatedTo(ChronoUnit.MICROS)));
  }

  private static String standard(SqlLiteral literal) {
    return LiteralStyle.standard().render(literal);
  }
}
