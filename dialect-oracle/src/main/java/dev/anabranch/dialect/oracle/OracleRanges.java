package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.StandardRanges;
import dev.anabranch.dialect.ValueRange;
import dev.anabranch.dialect.ValueRange.Numbers;
import dev.anabranch.dialect.ValueRange.Samples;
import dev.anabranch.dialect.ValueRange.Texts;
import dev.anabranch.dialect.ValueRanges;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlValue;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the types of Oracle hold (SQL Language Reference 19c, "Data Types"). A literal of text or
 * bytes ends at 4,000 bytes, so that no longer value is made.
 *
 * @param style how names and values are written
 */
record OracleRanges(SqlStyle style) implements ValueRanges {

  private static final int FRACTION = 9;
  private static final int LONGEST = 1_000;
  private static final int DIGITS = 38;

  private static final Pattern WORD =
      Pattern.compile("([A-Z_0-9 ]+?)(?:\\((\\d+|\\*)(?:,(-?\\d+))?(?: (?:CHAR|BYTE))?\\))?( .*)?");

  /** Checks that the style is there. */
  OracleRanges {
    Objects.requireNonNull(style, "style");
  }

  private StandardRanges standard() {
    return new StandardRanges(style, List.of(OracleDialectProvider.PRODUCT), FRACTION);
  }

  @Override
  public ValueRange of(Column column, DatabaseSchema schema) {
    DataType type = column.type().forDialect(List.of(OracleDialectProvider.PRODUCT));
    ValueRange range =
        type instanceof DataType.Native own ? ofText(own.text()) : standard().of(type);
    if (range instanceof Texts texts) {
      return new Texts(Math.min(texts.longest(), LONGEST), texts.characters());
    } else if (range instanceof ValueRange.Bytes bytes) {
      return new ValueRange.Bytes(bytes.shortest(), Math.min(bytes.longest(), LONGEST));
    }
    return range;
  }

  private static ValueRange ofText(String text) {
    Matcher word = WORD.matcher(text);
    if (!word.matches()) {
      return new ValueRange.Unknown(new DataType.Native(text));
    }
    String size = word.group(2);
    int length = size == null || size.equals("*") ? -1 : Integer.parseInt(size);
    int scale = word.group(3) == null ? 0 : Integer.parseInt(word.group(3));
    return switch (word.group(1)) {
      case "NUMBER" -> Numbers.ofDigits(length < 0 ? DIGITS : length, length < 0 ? 10 : scale);
      case "FLOAT" -> Numbers.ofDigits(30, 5);
      // A length in bytes: a third of it fits in every character set.
      case "VARCHAR2", "CHAR" ->
          Texts.upTo(text.contains(" CHAR)") ? length : Math.max(1, length / 4));
      case "NVARCHAR2", "NCHAR" -> new Texts(length, ValueRange.Characters.BASIC);
      case "NCLOB", "LONG" -> Texts.upTo(StandardRanges.LONG);
      case "LONG RAW" -> new ValueRange.Bytes(0, StandardRanges.LONG);
      case "DATE" -> new ValueRange.Days(StandardRanges.FIRST_DAY, StandardRanges.LAST_DAY);
      case "XMLTYPE" -> new Samples(List.of(SqlValue.of(SqlExpression.of("XMLTYPE('<a>1</a>')"))));
      default -> new ValueRange.Unknown(new DataType.Native(text));
    };
  }

  @Override
  public SqlValue list(List<SqlValue> elements) {
    throw new UnsupportedOperationException("There are no arrays.");
  }
}
