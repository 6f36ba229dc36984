package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.StandardRanges;
import dev.anabranch.dialect.ValueRange;
import dev.anabranch.dialect.ValueRange.Numbers;
import dev.anabranch.dialect.ValueRange.Samples;
import dev.anabranch.dialect.ValueRange.Texts;
import dev.anabranch.dialect.ValueRange.Unknown;
import dev.anabranch.dialect.ValueRanges;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the types of H2 hold (H2 documentation, "Data Types").
 *
 * @param style how names and values are written
 */
record H2Ranges(SqlStyle style) implements ValueRanges {

  private static final int FRACTION = 9;
  private static final int EXPONENT_DIGITS = 30;

  private static final Pattern WORD =
      Pattern.compile("([A-Z ]+?)(?:\\((\\d+)(?:, (-?\\d+))?\\))?( .*)?", Pattern.DOTALL);
  private static final Pattern CONDITION =
      Pattern.compile(" CHECK (\\(.*?\\))(?= CHECK \\(|$)", Pattern.DOTALL);
  private static final Pattern END_OF_BASE = Pattern.compile(" (?:DEFAULT|CHECK)\\b");
  private static final Pattern QUOTED = Pattern.compile("'((?:[^']++|'')*+)'");

  /** Checks that the style is there. */
  H2Ranges {
    Objects.requireNonNull(style, "style");
  }

  private StandardRanges standard() {
    return new StandardRanges(style, List.of(H2DialectProvider.PRODUCT), FRACTION);
  }

  /** Returns what a column can hold; the lengths of texts count units of UTF-16. */
  @Override
  public ValueRange of(Column column, DatabaseSchema schema) {
    return measured(ofColumn(column, schema));
  }

  private static ValueRange measured(ValueRange range) {
    if (range instanceof Texts texts) {
      return new Texts(texts.longest(), texts.characters(), ValueRange.Measure.UTF16_UNITS);
    } else if (range instanceof ValueRange.Lists lists) {
      return new ValueRange.Lists(measured(lists.element()));
    } else if (range instanceof ValueRange.Restricted restricted) {
      return new ValueRange.Restricted(measured(restricted.range()), restricted.conditions());
    }
    return range;
  }

  private ValueRange ofColumn(Column column, DatabaseSchema schema) {
    DataType type = column.type().forDialect(List.of(H2DialectProvider.PRODUCT));
    if (type instanceof DataType.Native own) {
      return ofText(own.text(), schema);
    } else if (type instanceof DataType.Array array
        && array.element() instanceof DataType.Native own) {
      ValueRange element = ofText(own.text(), schema);
      return element instanceof Unknown ? element : new ValueRange.Lists(element);
    }
    return standard().of(type);
  }

  private ValueRange ofText(String text, DatabaseSchema schema) {
    Matcher word = WORD.matcher(text);
    if (word.matches()) {
      int size = word.group(2) == null ? -1 : Integer.parseInt(word.group(2));
      int scale = word.group(3) == null ? 0 : Integer.parseInt(word.group(3));
      Optional<ValueRange> known = ofWord(word.group(1), size, scale, text);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return domain(text, schema).orElseGet(() -> new Unknown(new DataType.Native(text)));
  }

  private static Optional<ValueRange> ofWord(String word, int size, int scale, String text) {
    if (text.startsWith("ENUM(")) {
      return Optional.of(
          Samples.of(
              QUOTED
                  .matcher(text)
                  .results()
                  .map(found -> found.group(1).replace("''", "'"))
                  .toList()));
    } else if (text.startsWith("INTERVAL ")) {
      return Optional.of(new Samples(List.of(expression("INTERVAL '1' " + unit(text)))));
    } else if (text.endsWith("WITH TIME ZONE")) {
      return Optional.of(Samples.of(List.of("12:00:00+00", "00:00:00+14", "23:59:59-12")));
    }
    return Optional.ofNullable(
        switch (word) {
          case "TINYINT" -> Numbers.ofBits(8);
          case "NUMERIC" -> Numbers.ofDigits(size < 0 ? EXPONENT_DIGITS : size, scale);
          case "DECFLOAT" -> Numbers.ofDigits(Math.min(size < 0 ? EXPONENT_DIGITS : size, 20), 0);
          case "CHARACTER LARGE OBJECT", "VARCHAR_IGNORECASE" ->
              Texts.upTo(size < 0 ? StandardRanges.LONG : size);
          case "BINARY LARGE OBJECT" ->
              new ValueRange.Bytes(0, size < 0 ? StandardRanges.LONG : size);
          case "GEOMETRY" ->
              text.equals("GEOMETRY")
                  ? Samples.of(List.of("POINT(1 2)", "LINESTRING(0 0,1 1)"))
                  : null;
          default -> null;
        });
  }

  private static String unit(String text) {
    String first = text.substring("INTERVAL ".length());
    int end = 0;
    while (end < first.length() && Character.isLetter(first.charAt(end))) {
      end++;
    }
    return first.substring(0, end);
  }

  private static SqlValue expression(String text) {
    return SqlValue.of(SqlExpression.of(text));
  }

  private Optional<ValueRange> domain(String text, DatabaseSchema schema) {
    for (OtherObject each : schema.others()) {
      if (each.kind().equals("domain") && style.quote(each.name()).equals(text)) {
        Matcher end = END_OF_BASE.matcher(each.definition());
        String base = end.find() ? each.definition().substring(0, end.start()) : each.definition();
        ValueRange range = plain(base).orElseGet(() -> ofText(base, DatabaseSchema.empty()));
        List<SqlExpression> conditions = new ArrayList<>();
        CONDITION
            .matcher(each.definition())
            .results()
            .forEach(found -> conditions.add(SqlExpression.of(found.group(1))));
        return Optional.of(
            range instanceof Unknown || conditions.isEmpty()
                ? range
                : new ValueRange.Restricted(range, conditions));
      }
    }
    return Optional.empty();
  }

  // A domain is told by the text that declares its type.
  private Optional<ValueRange> plain(String text) {
    for (DataType.Simple simple : DataType.Simple.values()) {
      if (written(simple).equals(text)) {
        return Optional.of(standard().of(simple));
      }
    }
    Matcher sized =
        Pattern.compile("(VARCHAR|CHAR|NUMERIC)\\((\\d+)(?:, (\\d+))?\\)").matcher(text);
    if (!sized.matches()) {
      return Optional.empty();
    }
    int size = Integer.parseInt(sized.group(2));
    return Optional.of(
        sized.group(1).equals("NUMERIC")
            ? Numbers.ofDigits(size, sized.group(3) == null ? 0 : Integer.parseInt(sized.group(3)))
            : Texts.upTo(size));
  }

  private String written(DataType type) {
    var writer = style.writer();
    new H2Types(List.of(H2DialectProvider.PRODUCT)).write(writer, type);
    return writer.toSql();
  }

  @Override
  public SqlValue list(List<SqlValue> elements) {
    return standard().list(elements);
  }
}
