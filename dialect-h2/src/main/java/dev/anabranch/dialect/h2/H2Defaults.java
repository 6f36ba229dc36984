package dev.anabranch.dialect.h2;

import dev.anabranch.schema.ColumnValue;
import dev.anabranch.sql.SqlCursor;
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
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads defaults in the form into which H2 brings them: constants of each type, the present moment,
 * a sequence's next number. Everything else stays the expression that it is.
 */
final class H2Defaults {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final String NEXT_VALUE = "NEXT VALUE FOR ";

  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .append(TIMESTAMP)
          .parseLenient()
          .appendOffset("+HH:mm:ss", "+00")
          .toFormatter(Locale.ROOT);

  private final H2Catalogue catalogue;

  H2Defaults(H2Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Reads the default of a column. */
  ColumnValue read(String text) {
    if (text.equals("NULL")) {
      return ColumnValue.none();
    }
    try {
      Optional<SqlValue> value = value(text);
      if (value.isPresent()) {
        return new ColumnValue.Default(value.get());
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      // A value that no constant stands for, such as a date before the year 1.
    }
    return new ColumnValue.Default(new SqlValue.Computed(SqlExpression.of(text)));
  }

  private Optional<SqlValue> value(String text) {
    for (SqlValue.Current current : SqlValue.Current.values()) {
      if (text.equals("CURRENT_" + current.name())) {
        return Optional.of(current);
      }
    }
    if (text.startsWith(NEXT_VALUE)) {
      return sequence(text.substring(NEXT_VALUE.length()));
    } else if (text.equals("TRUE") || text.equals("FALSE")) {
      return constant(SqlLiteral.truth(text.equals("TRUE")));
    } else if (NUMBER.matcher(text).matches()) {
      return constant(SqlLiteral.number(new BigDecimal(text)));
    }
    int quote = text.indexOf('\'');
    return quote < 0
        ? Optional.empty()
        : quoted(text.substring(quote))
            .flatMap(inside -> literal(text.substring(0, quote), inside))
            .map(SqlValue.Constant::new);
  }

  private static Optional<SqlValue> constant(SqlLiteral literal) {
    return Optional.of(new SqlValue.Constant(literal));
  }

  private static Optional<SqlLiteral> literal(String prefix, String inside) {
    return switch (prefix) {
      case "" -> Optional.of(SqlLiteral.text(inside));
      case "U&" -> Optional.of(SqlLiteral.text(unescaped(inside)));
      case "X" -> Optional.of(new SqlLiteral.Binary(inside));
      case "DATE " -> Optional.of(SqlLiteral.date(LocalDate.parse(inside)));
      case "TIME " -> Optional.of(SqlLiteral.time(LocalTime.parse(inside)));
      case "TIMESTAMP " ->
          Optional.of(SqlLiteral.timestamp(LocalDateTime.parse(inside, TIMESTAMP)));
      case "TIMESTAMP WITH TIME ZONE " ->
          Optional.of(SqlLiteral.moment(OffsetDateTime.parse(inside, MOMENT).toInstant()));
      case "UUID " -> Optional.of(SqlLiteral.uuid(UUID.fromString(inside)));
      case "JSON " -> Optional.of(SqlLiteral.json(inside));
      case "JSON U&" -> Optional.of(SqlLiteral.json(unescaped(inside)));
      default -> Optional.empty();
    };
  }

  /** Returns what stands between quotes, if the text consists of one quoted text. */
  private static Optional<String> quoted(String text) {
    SqlCursor cursor = new SqlCursor(text);
    if (!cursor.skipQuoted() || !cursor.atEnd()) {
      return Optional.empty();
    }
    String quote = text.substring(0, 1);
    return Optional.of(text.substring(1, text.length() - 1).replace(quote + quote, quote));
  }

  // U&'...': a backslash with four digits, one with a plus sign and six, or two backslashes.
  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\\') {
        plain.append(text.charAt(i));
      } else if (text.charAt(i + 1) == '\\') {
        plain.append('\\');
        i++;
      } else {
        int from = text.charAt(i + 1) == '+' ? i + 2 : i + 1;
        int to = text.charAt(i + 1) == '+' ? i + 8 : i + 5;
        plain.appendCodePoint(Integer.parseInt(text.substring(from, to), 16));
        i = to - 1;
      }
    }
    return plain.toString();
  }

  private Optional<SqlValue> sequence(String text) {
    List<String> parts = new ArrayList<>();
    SqlCursor cursor = new SqlCursor(text);
    while (cursor.current() == '"') {
      int from = cursor.position();
      cursor.skipQuoted();
      quoted(cursor.since(from)).ifPresent(parts::add);
      if (cursor.current() == '.') {
        cursor.advance(1);
      }
    }
    return parts.size() == 2 && cursor.atEnd()
        ? Optional.of(
            new SqlValue.NextValue(
                catalogue.name(new H2Catalogue.ObjectName(parts.get(0), parts.get(1)))))
        : Optional.empty();
  }
}
