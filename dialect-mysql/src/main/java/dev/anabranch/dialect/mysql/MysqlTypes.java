package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.TypeWriter;
import dev.anabranch.schema.DataType;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Writes the types of columns (MySQL 8.0 Reference Manual, chapter 11).
 *
 * <p>Text and bytes of any length are {@code LONGTEXT} and {@code LONGBLOB}, because the shorter
 * ones end at 65,535 bytes. A timestamp is a {@code DATETIME}, which has no time zone and reaches
 * to the year 9999; a moment is a {@code TIMESTAMP}, which is kept in UTC and reaches from 1970 to
 * 2038. A UUID is kept as text of 36 ASCII letters where there is no type for it.
 *
 * @param features what the release knows
 * @param dialectNames the names the dialect answers to, the most specific first
 */
record MysqlTypes(MysqlFeatures features, List<String> dialectNames) implements TypeWriter {

  /** How many letters the text of a UUID has. */
  static final int UUID_LENGTH = 36;

  /** The character set of a UUID's text. */
  static final String UUID_CHARACTERS = "ascii";

  private static final Pattern TEXT =
      Pattern.compile(
          "(?:national\\s+)?(?:char|varchar|nchar|nvarchar|character|(?:tiny|medium|long)?text|enum|set)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern LONG =
      Pattern.compile(
          "(?:(?:tiny|medium|long)?(?:text|blob)|json|geometry|geometrycollection|geomcollection"
              + "|(?:multi)?(?:point|linestring|polygon))\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern OWN_CHARACTERS =
      Pattern.compile("\\b(?:character\\s+set|charset|collate)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern MOMENT =
      Pattern.compile(
          "(?:datetime|timestamp)(?:\\s*\\(\\s*(\\d)\\s*\\))?", Pattern.CASE_INSENSITIVE);

  /** Copies the list. */
  MysqlTypes {
    Objects.requireNonNull(features, "features");
    dialectNames = List.copyOf(dialectNames);
  }

  @Override
  public void write(SqlWriter writer, DataType type) {
    if (type instanceof DataType.Simple simple) {
      simple(writer, simple);
    } else if (type instanceof DataType.Enumeration enumeration) {
      List<SqlLiteral> values = enumeration.values().stream().map(SqlLiteral::text).toList();
      writer.call("ENUM", w -> w.literals(values));
    } else if (type instanceof DataType.Native own) {
      writer.raw(RawSql.of(own.text()));
    } else if (type instanceof DataType.Variant variant) {
      write(writer, variant.forDialect(dialectNames));
    } else {
      sized(writer, type);
    }
  }

  private void simple(SqlWriter writer, DataType.Simple type) {
    switch (type) {
      case BOOLEAN -> writer.call("TINYINT", w -> w.number(1));
      case SMALLINT -> writer.keyword("SMALLINT");
      case INTEGER -> writer.keyword("INT");
      case BIGINT -> writer.keyword("BIGINT");
      case REAL -> writer.keyword("FLOAT");
      case DOUBLE -> writer.keyword("DOUBLE");
      case TEXT -> writer.keyword("LONGTEXT");
      case BLOB -> writer.keyword("LONGBLOB");
      case DATE -> writer.keyword("DATE");
      case JSON -> writer.keyword("JSON");
      case UUID -> {
        if (features.has(MysqlFeature.UUID_TYPE)) {
          writer.keyword("UUID");
        } else {
          writer
              .call("CHAR", w -> w.number(UUID_LENGTH))
              .keyword("CHARACTER SET")
              .raw(RawSql.of(UUID_CHARACTERS));
        }
      }
    }
  }

  private static void sized(SqlWriter writer, DataType type) {
    if (type instanceof DataType.Numeric number) {
      writer.call(
          "DECIMAL", w -> w.list(List.of(number.precision(), number.scale()), SqlWriter::number));
    } else if (type instanceof DataType.Char text) {
      writer.call("CHAR", w -> w.number(text.length()));
    } else if (type instanceof DataType.Varchar text) {
      writer.call("VARCHAR", w -> w.number(text.length()));
    } else if (type instanceof DataType.Binary bytes) {
      writer.call("BINARY", w -> w.number(bytes.length()));
    } else if (type instanceof DataType.Varbinary bytes) {
      writer.call("VARBINARY", w -> w.number(bytes.length()));
    } else if (type instanceof DataType.Time time) {
      precise(writer, "TIME", time.precision());
    } else if (type instanceof DataType.Timestamp timestamp) {
      precise(writer, "DATETIME", timestamp.precision());
    } else if (type instanceof DataType.TimestampWithTimeZone moment) {
      precise(writer, "TIMESTAMP", moment.precision());
    } else {
      throw new IllegalStateException("a type that was not refused: " + type);
    }
  }

  private static void precise(SqlWriter writer, String word, int precision) {
    if (precision == 0) {
      writer.keyword(word);
    } else {
      writer.call(word, w -> w.number(precision));
    }
  }

  /** Returns the type this dialect gets. */
  DataType own(DataType type) {
    return type.forDialect(dialectNames);
  }

  /** Returns whether a type holds text that has a character set of the column's. */
  boolean isText(DataType type) {
    DataType own = own(type);
    return own == DataType.Simple.TEXT
        || own instanceof DataType.Char
        || own instanceof DataType.Varchar
        || own instanceof DataType.Enumeration
        || (own instanceof DataType.Native words
            && TEXT.matcher(words.text().strip()).matches()
            && !OWN_CHARACTERS.matcher(words.text()).find());
  }

  /** Returns whether MySQL takes only an expression for a default of the type. */
  boolean isLong(DataType type) {
    DataType own = own(type);
    return own == DataType.Simple.TEXT
        || own == DataType.Simple.BLOB
        || own == DataType.Simple.JSON
        || (own instanceof DataType.Native words && LONG.matcher(words.text().strip()).matches());
  }

  /** Returns the digits of a second's fraction of a date with time; empty for other types. */
  OptionalInt precision(DataType type) {
    DataType own = own(type);
    if (own instanceof DataType.Timestamp timestamp) {
      return OptionalInt.of(timestamp.precision());
    } else if (own instanceof DataType.TimestampWithTimeZone moment) {
      return OptionalInt.of(moment.precision());
    } else if (own instanceof DataType.Native words) {
      var moment = MOMENT.matcher(words.text().strip());
      if (moment.lookingAt()) {
        return OptionalInt.of(moment.group(1) == null ? 0 : Integer.parseInt(moment.group(1)));
      }
    }
    return OptionalInt.empty();
  }

  /** Returns whether a type is a {@code TIMESTAMP}, which older servers make not null. */
  boolean isMoment(DataType type) {
    DataType own = own(type);
    return own instanceof DataType.TimestampWithTimeZone
        || (own instanceof DataType.Native words
            && words.text().strip().regionMatches(true, 0, "timestamp", 0, "timestamp".length()));
  }
}
