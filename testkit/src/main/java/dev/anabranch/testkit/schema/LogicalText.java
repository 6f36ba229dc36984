package dev.anabranch.testkit.schema;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Words for names, types and values that are the same for all spellings of the same.
 *
 * @param dialect the product, whose variants and spelling of names are meant
 */
record LogicalText(Dialect dialect) {

  /** Stands in place of a name that there is none of. */
  static final String WITHOUT_NAME = "without name";

  String name(Identifier name) {
    Identifier read =
        dialect.style().folding().fromServer(dialect.style().folding().toServer(name));
    return read.spelling() == Identifier.Spelling.EXACT ? read + " (exactly)" : read.value();
  }

  String name(QualifiedName name) {
    return name.schema().map(schema -> name(schema) + ".").orElse("") + name(name.name());
  }

  String names(List<Identifier> names) {
    return names.stream().map(this::name).collect(Collectors.joining(", "));
  }

  // Types.

  String type(DataType written) {
    DataType type = written.forDialect(dialect.names());
    if (type instanceof DataType.Enumeration enumeration) {
      return "enumeration of " + texts(enumeration.values());
    } else if (type instanceof DataType.Array array) {
      return "array of " + type(array.element());
    } else if (type instanceof DataType.Native own) {
      return "native " + own.text();
    } else if (type instanceof DataType.Interval interval) {
      return "interval " + words(interval.name());
    } else if (type instanceof DataType.Simple simple) {
      return words(simple.name());
    }
    return sized(type);
  }

  private static String sized(DataType type) {
    if (type instanceof DataType.Numeric numeric) {
      return "numeric(" + numeric.precision() + ", " + numeric.scale() + ")";
    } else if (type instanceof DataType.Char text) {
      return "char(" + text.length() + ")";
    } else if (type instanceof DataType.Varchar text) {
      return "varchar(" + text.length() + ")";
    } else if (type instanceof DataType.Binary bytes) {
      return "binary(" + bytes.length() + ")";
    } else if (type instanceof DataType.Varbinary bytes) {
      return "varbinary(" + bytes.length() + ")";
    } else if (type instanceof DataType.Time time) {
      return "time(" + time.precision() + ")";
    } else if (type instanceof DataType.Timestamp timestamp) {
      return "timestamp(" + timestamp.precision() + ")";
    }
    return "timestamp with time zone(" + ((DataType.TimestampWithTimeZone) type).precision() + ")";
  }

  static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String texts(List<String> values) {
    return values.stream().map(LogicalText::text).collect(Collectors.joining(", "));
  }

  static String text(String value) {
    return "\"" + value + "\"";
  }

  // Values.

  String value(ColumnValue value) {
    if (value instanceof ColumnValue.Default given) {
      return isNull(given.value()) ? "none" : "default " + value(given.value());
    } else if (value instanceof ColumnValue.Identity identity) {
      return "identity " + words(identity.generation().name()) + options(identity.options());
    } else if (value instanceof ColumnValue.Computed computed) {
      return words(computed.storage().name()) + " " + expression(computed.expression());
    }
    return "none";
  }

  private static boolean isNull(SqlValue value) {
    return value instanceof SqlValue.Constant constant
        && constant.literal() instanceof SqlLiteral.Null;
  }

  private String value(SqlValue value) {
    if (value instanceof SqlValue.Constant constant) {
      return "constant " + constant(constant.literal());
    } else if (value instanceof SqlValue.NextValue next) {
      return "next value of " + name(next.sequence());
    } else if (value instanceof SqlValue.Computed computed) {
      return "expression " + expression(computed.expression());
    }
    return "current " + words(((SqlValue.Current) value).name());
  }

  // The value alone: whether it was written as text or as a literal of its type, the column has it.
  static String constant(SqlLiteral literal) {
    if (literal instanceof SqlLiteral.Text text) {
      return text(text.value());
    } else if (literal instanceof SqlLiteral.Number number) {
      return number(number.value());
    } else if (literal instanceof SqlLiteral.Truth truth) {
      return Boolean.toString(truth.value());
    } else if (literal instanceof SqlLiteral.Date date) {
      return date.value().toString();
    } else if (literal instanceof SqlLiteral.Timestamp timestamp) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(timestamp.value());
    } else if (literal instanceof SqlLiteral.Moment moment) {
      return moment.value().toString();
    } else if (literal instanceof SqlLiteral.Time time) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time.value());
    } else if (literal instanceof SqlLiteral.Binary bytes) {
      return "bytes " + bytes.hex();
    } else if (literal instanceof SqlLiteral.Uuid uuid) {
      return uuid.value().toString();
    } else if (literal instanceof SqlLiteral.Json json) {
      return "json " + json.value().replace(" ", "");
    }
    return "null";
  }

  private static String number(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  // Servers put quotes, parentheses, blanks and conversions where they like; letters in quotes
  // stay.
  String expression(SqlExpression expression) {
    String text = expression.forDialect(dialect.names()).text();
    return text.replaceAll("::[a-z ]+(\\(\\d+\\))?", "")
        .replaceAll("CAST\\(([^()]*) AS [^()]*(\\([^()]*\\))?\\)", "$1")
        .replaceAll("[\"`()\\s]", "")
        .toLowerCase(Locale.ROOT);
  }

  String options(SequenceOptions written) {
    SequenceOptions options = UsualOptions.without(written);
    StringJoiner words = new StringJoiner(" ", " ", "").setEmptyValue("");
    options.start().ifPresent(number -> words.add("start " + number));
    options.increment().ifPresent(number -> words.add("increment " + number));
    options.minimum().ifPresent(number -> words.add("minimum " + number));
    options.maximum().ifPresent(number -> words.add("maximum " + number));
    options.cache().ifPresent(number -> words.add("cache " + number));
    if (options.wrap() == SequenceOptions.Wrap.CYCLE) {
      words.add("cycle");
    }
    return words.toString();
  }
}
