package dev.anabranch.dialect.postgres;

import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads defaults from the texts that the server gives them.
 *
 * <p>A simple constant comes out as a constant, the present moment and a sequence's next number as
 * what they are, and everything else as the text itself. A constant that the server would print
 * otherwise when it is written back is left as text.
 */
final class PostgresDefaults {

  private static final Pattern QUOTED = Pattern.compile("'((?:[^']++|'')*+)'::(.+)");
  private static final Pattern NUMBER =
      Pattern.compile("(-?\\d+(?:\\.\\d+)?)|\\((-?\\d+(?:\\.\\d+)?)\\)::(.+)");
  private static final Pattern NULL = Pattern.compile("NULL::[^:]+");
  private static final Pattern NEXT_VALUE =
      Pattern.compile("nextval\\('(?:[^']++|'')*+'::regclass\\)");
  private static final Pattern MODIFIER = Pattern.compile("\\(\\d+(,-?\\d+)?\\)");

  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

  private static final Map<String, SqlValue.Current> MOMENTS =
      Map.of(
          "CURRENT_TIMESTAMP", SqlValue.Current.TIMESTAMP,
          "now()", SqlValue.Current.TIMESTAMP,
          "CURRENT_DATE", SqlValue.Current.DATE,
          "CURRENT_TIME", SqlValue.Current.TIME);

  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .append(TIMESTAMP)
          .appendOffset("+HH:mm", "+00")
          .toFormatter(Locale.ROOT);

  private PostgresDefaults() {}

  /**
   * Returns the value that a text stands for.
   *
   * @param text the text of {@code pg_get_expr}
   * @param type the column's type as {@code format_type} gives it
   * @param sequence the sequence that the default depends on, if it is one
   */
  static SqlValue read(String text, String type, Optional<QualifiedName> sequence) {
    SqlValue.Current moment = MOMENTS.get(text);
    if (moment != null) {
      return moment;
    }
    if (sequence.isPresent() && NEXT_VALUE.matcher(text).matches()) {
      return new SqlValue.NextValue(sequence.get());
    }
    return constant(text, type)
        .<SqlValue>map(SqlValue.Constant::new)
        .orElseGet(() -> new SqlValue.Computed(SqlExpression.of(text)));
  }

  private static Optional<SqlLiteral> constant(String text, String type) {
    if (text.equals("true") || text.equals("false")) {
      return Optional.of(SqlLiteral.truth(text.equals("true")));
    } else if (NULL.matcher(text).matches()) {
      return Optional.of(SqlLiteral.nothing());
    }
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      return number(number);
    }
    Matcher quoted = QUOTED.matcher(text);
    return quoted.matches()
        ? quoted(quoted.group(1).replace("''", "'"), bare(quoted.group(2)), bare(type))
        : Optional.empty();
  }

  private static Optional<SqlLiteral> number(Matcher found) {
    if (found.group(1) != null) {
      return Optional.of(SqlLiteral.number(new BigDecimal(found.group(1))));
    }
    return NUMBERS.contains(bare(found.group(3)))
        ? Optional.of(SqlLiteral.number(new BigDecimal(found.group(2))))
        : Optional.empty();
  }

  /** Returns a type without its length or precision. */
  private static String bare(String type) {
    return MODIFIER.matcher(type).replaceAll("");
  }

  private static Optional<SqlLiteral> quoted(String value, String cast, String type) {
    try {
      return switch (cast) {
        case "text", "character varying", "bpchar" -> Optional.of(SqlLiteral.text(value));
        case "date" -> Optional.of(SqlLiteral.date(LocalDate.parse(value)));
        case "time without time zone" -> Optional.of(SqlLiteral.time(LocalTime.parse(value)));
        case "timestamp without time zone" ->
            Optional.of(SqlLiteral.timestamp(LocalDateTime.parse(value, TIMESTAMP)));
        case "timestamp with time zone" ->
            Optional.of(SqlLiteral.moment(OffsetDateTime.parse(value, MOMENT).toInstant()));
        case "uuid" -> Optional.of(SqlLiteral.uuid(UUID.fromString(value)));
        case "jsonb" -> Optional.of(SqlLiteral.json(value));
        case "bytea" ->
            value.startsWith("\\x")
                ? Optional.of(SqlLiteral.bytes(HexFormat.of().parseHex(value.substring(2))))
                : Optional.empty();
        default -> ofOtherType(value, cast, type);
      };
    } catch (DateTimeException | IllegalArgumentException e) {
      // Infinity, years before Christ or above 9999, numbers that are none.
      return Optional.empty();
    }
  }

  // A text is all there is to a value of a type of one's own, such as an enum type.
  private static Optional<SqlLiteral> ofOtherType(String value, String cast, String type) {
    if (NUMBERS.contains(cast)) {
      return Optional.of(SqlLiteral.number(new BigDecimal(value)));
    }
    return cast.equals(type) ? Optional.of(SqlLiteral.text(value)) : Optional.empty();
  }
}
