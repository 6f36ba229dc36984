package dev.anabranch.testkit.rows;

import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value for a column.
 *
 * @param sql the value as it is written
 * @param plain the value as conditions compare it: a number, a truth value, or a text; null for
 *     null and for what only the server can compute
 */
record Sample(SqlValue sql, @Nullable Object plain) {

  /** The absence of a value. */
  static final Sample NULL = new Sample(SqlValue.of(null), null);

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Returns the value of an object that SQL has a constant for. */
  static Sample of(@Nullable Object value) {
    return value == null ? NULL : of(SqlValue.of(value));
  }

  /** Returns a value that is written already. */
  static Sample of(SqlValue value) {
    return new Sample(value, plainOf(value));
  }

  boolean isNull() {
    return equals(NULL);
  }

  private static @Nullable Object plainOf(SqlValue value) {
    if (!(value instanceof SqlValue.Constant constant)) {
      return null;
    }
    SqlLiteral literal = constant.literal();
    if (literal instanceof SqlLiteral.Text text) {
      return text.value();
    } else if (literal instanceof SqlLiteral.Number number) {
      return number.value();
    } else if (literal instanceof SqlLiteral.Truth truth) {
      return truth.value();
    } else if (literal instanceof SqlLiteral.Date date) {
      return date.value().toString();
    } else if (literal instanceof SqlLiteral.Timestamp timestamp) {
      return timestamp.value().toString().replace('T', ' ');
    } else if (literal instanceof SqlLiteral.Moment moment) {
      return moment.value().toString().replace('T', ' ');
    } else if (literal instanceof SqlLiteral.Time time) {
      return time.value().toString();
    } else if (literal instanceof SqlLiteral.Binary binary) {
      return binary.hex();
    } else if (literal instanceof SqlLiteral.Uuid uuid) {
      return uuid.value().toString();
    } else if (literal instanceof SqlLiteral.Json json) {
      return json.value();
    }
    return null;
  }

  /**
   * Returns what is different wherever any server's collation says so: collations that pass over
   * case, accents, blanks at the end, or everything beyond U+FFFF call more values the same.
   *
   * @param prefix how many characters count; 0 for all
   */
  String key(int prefix) {
    if (plain instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    String text = plain == null ? sql.toString() : plain.toString();
    if (prefix > 0 && text.length() > prefix) {
      text = text.substring(0, prefix);
    }
    StringBuilder folded = new StringBuilder();
    text.codePoints().forEach(c -> folded.appendCodePoint(c > 0xFFFF ? '?' : c));
    return MARKS
        .matcher(Normalizer.normalize(folded, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT))
        .replaceAll("")
        .stripTrailing();
  }
}
