package dev.anabranch.dialect.oracle;

import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlCursor;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads defaults, which the dictionary keeps as somebody typed them: constants, the present moment,
 * a sequence's next number. Everything else stays the expression that it is.
 *
 * @param style how names are written
 * @param currentSchema the schema in which names without one are read
 */
record OracleDefaults(SqlStyle style, String currentSchema) {

  private static final Pattern NUMBER = Pattern.compile("-?(?:\\d+(?:\\.\\d*)?|\\.\\d+)");
  private static final Pattern CALL =
      Pattern.compile("(HEXTORAW|JSON)\\s*\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern TYPED = Pattern.compile("(DATE|TIMESTAMP)\\s*('.*)", Pattern.DOTALL);

  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .append(TIMESTAMP)
          .optionalStart()
          .appendLiteral(' ')
          .optionalEnd()
          .appendOffset("+HH:MM", "+00:00")
          .toFormatter(Locale.ROOT);

  /**
   * Reads the default of a column.
   *
   * @param text DATA_DEFAULT; may end in blanks
   * @param type the column's logical type, which says what a constant stands for
   */
  ColumnValue read(String text, DataType type) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.equalsIgnoreCase("NULL")) {
      return ColumnValue.none();
    }
    try {
      Optional<SqlValue> value = value(stripped, type);
      if (value.isPresent()) {
        return new ColumnValue.Default(value.get());
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      // A value that no constant stands for, such as a date before the year 1.
    }
    return new ColumnValue.Default(new SqlValue.Computed(SqlExpression.of(stripped)));
  }

  private Optional<SqlValue> value(String text, DataType type) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.equals("CURRENT_TIMESTAMP")) {
      return Optional.of(SqlValue.Current.TIMESTAMP);
    } else if (upper.equals(OracleValues.TODAY)) {
      return Optional.of(SqlValue.Current.DATE);
    } else if (upper.equals("TRUE") || upper.equals("FALSE")) {
      return constant(SqlLiteral.truth(upper.equals("TRUE")));
    }
    Optional<SqlValue> number = number(text, type);
    return number.isPresent() ? number : literal(text, type).or(() -> sequence(text));
  }

  private static Optional<SqlValue> constant(SqlLiteral literal) {
    return Optional.of(new SqlValue.Constant(literal));
  }

  // A negative number stands in parentheses, lest its sign meets another one.
  private static Optional<SqlValue> number(String text, DataType type) {
    boolean enclosed = text.startsWith("(-") && text.endsWith(")");
    String digits = enclosed ? text.substring(1, text.length() - 1).strip() : text;
    if (!NUMBER.matcher(digits).matches()) {
      return Optional.empty();
    }
    boolean isTruth = type == DataType.Simple.BOOLEAN;
    return isTruth && (digits.equals("0") || digits.equals("1"))
        ? constant(SqlLiteral.truth(digits.equals("1")))
        : constant(SqlLiteral.number(new BigDecimal(digits)));
  }

  private static Optional<SqlValue> literal(String text, DataType type) {
    Matcher typed = TYPED.matcher(text);
    Matcher call = CALL.matcher(text);
    if (typed.matches()) {
      return quoted(typed.group(2)).flatMap(inside -> temporal(typed.group(1), inside));
    } else if (call.matches()) {
      return quoted(call.group(2).strip()).flatMap(inside -> called(call.group(1), inside, type));
    }
    return quoted(text)
        .map(
            inside ->
                type == DataType.Simple.JSON ? SqlLiteral.json(inside) : SqlLiteral.text(inside))
        .map(SqlValue.Constant::new);
  }

  private static Optional<SqlValue> temporal(String word, String inside) {
    if (word.equals("DATE")) {
      return constant(SqlLiteral.date(LocalDate.parse(inside)));
    }
    return inside.matches(".* .*[+-]\\d\\d:\\d\\d")
        ? constant(SqlLiteral.moment(OffsetDateTime.parse(inside, MOMENT).toInstant()))
        : constant(SqlLiteral.timestamp(LocalDateTime.parse(inside, TIMESTAMP)));
  }

  private static Optional<SqlValue> called(String word, String inside, DataType type) {
    if (word.equals("JSON")) {
      return constant(SqlLiteral.json(inside));
    } else if (type == DataType.Simple.UUID && inside.length() == 2 * OracleColumnType.UUID_BYTES) {
      String dashed = inside.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
      return constant(SqlLiteral.uuid(UUID.fromString(dashed)));
    }
    return constant(new SqlLiteral.Binary(inside.toLowerCase(Locale.ROOT)));
  }

  /** Returns what stands between quotes, if the text consists of one quoted text. */
  static Optional<String> quoted(String text) {
    SqlCursor cursor = new SqlCursor(text);
    if (cursor.current() != '\'' || !cursor.skipQuoted() || !cursor.atEnd()) {
      return Optional.empty();
    }
    return Optional.of(text.substring(1, text.length() - 1).replace("''", "'"));
  }

  // "APP"."S"."NEXTVAL", whatever was typed; of identities with nextval in small letters.
  private Optional<SqlValue> sequence(String text) {
    List<String> parts = new ArrayList<>();
    SqlCursor cursor = new SqlCursor(text);
    while (!cursor.atEnd()) {
      int from = cursor.position();
      if (cursor.current() == '"' && cursor.skipQuoted()) {
        parts.add(text.substring(from + 1, cursor.position() - 1));
      } else if (OracleCharacters.isWordStart(cursor.current())) {
        cursor.skipWhile(OracleCharacters::isWordPart);
        parts.add(cursor.since(from).toUpperCase(Locale.ROOT));
      } else {
        return Optional.empty();
      }
      if (cursor.current() == '.') {
        cursor.advance(1);
      }
    }
    boolean isNext =
        parts.size() > 1 && parts.size() < 4 && parts.get(parts.size() - 1).equals("NEXTVAL");
    return isNext ? Optional.of(next(parts)) : Optional.empty();
  }

  private SqlValue next(List<String> parts) {
    boolean elsewhere = parts.size() == 3 && !parts.get(0).equals(currentSchema);
    Optional<Identifier> schema =
        elsewhere ? Optional.of(style.folding().fromServer(parts.get(0))) : Optional.empty();
    return new SqlValue.NextValue(
        new QualifiedName(schema, style.folding().fromServer(parts.get(parts.size() - 2))));
  }
}
