package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.TypeWriter;
import dev.anabranch.dialect.UnsupportedOperations;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.SchemaWords;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the types of columns for Oracle (SQL Language Reference 19c, 21c and 23ai, "Data Types").
 *
 * <p>Where the server has no such type a condition on the column stands in for it: truth values
 * below 23ai, JSON below 21c, enum types always. The condition has no name of its own, so that it
 * is renamed and dropped with its column. {@link OracleColumnType} reads both back.
 *
 * @param version the release
 * @param dialectNames the names the dialect answers to, the most specific first
 */
record OracleTypes(ServerVersion version, List<String> dialectNames) implements TypeWriter {

  /** The digits of the first field of a span; the usual two would end at 99 days. */
  static final int INTERVAL_DIGITS = 9;

  /** The digits of a second's fraction in a span. */
  static final int INTERVAL_FRACTION = 6;

  /** The bytes of a {@code VARCHAR2} where MAX_STRING_SIZE is STANDARD. */
  static final int LONGEST_VARCHAR = 4_000;

  /** The bytes of a {@code CHAR} or a {@code RAW}. */
  static final int LONGEST_FIXED = 2_000;

  /** Why there is no time of day. */
  static final Optional<Unsupported> NO_TIME_OF_DAY =
      no(
          "it has no type for a time of day",
          "Use a timestamp, an interval day to second, or a varchar.");

  private static final int MOST_DIGITS = 38;

  OracleTypes {
    dialectNames = List.copyOf(dialectNames);
  }

  /** Returns whether the release knows {@code BOOLEAN} in SQL. */
  boolean hasBoolean() {
    return version.isAtLeast(23, 0);
  }

  /** Returns whether the release knows the type {@code JSON}. */
  boolean hasJson() {
    return version.isAtLeast(21, 0);
  }

  /** Returns the type this dialect gets. */
  DataType own(DataType type) {
    return type.forDialect(dialectNames);
  }

  @Override
  public void write(SqlWriter writer, DataType type) {
    Optional<Unsupported> cannot = cannot(type);
    if (cannot.isPresent()) {
      throw new UnsupportedOperations(OracleRefusals.TITLE, version)
          .refuse(
              "use the type " + SchemaWords.of(type),
              cannot.get().reason(),
              cannot.get().wayRound());
    }
    if (type instanceof DataType.Simple simple) {
      simple(writer, simple);
    } else if (type instanceof DataType.Interval interval) {
      interval(writer, interval);
    } else if (type instanceof DataType.Native text) {
      writer.raw(RawSql.of(text.text()));
    } else if (type instanceof DataType.Variant variant) {
      write(writer, own(variant));
    } else {
      sized(writer, type);
    }
  }

  private void simple(SqlWriter writer, DataType.Simple type) {
    switch (type) {
      case BOOLEAN -> {
        if (hasBoolean()) {
          writer.keyword("BOOLEAN");
        } else {
          number(writer, 1);
        }
      }
      case SMALLINT -> number(writer, 5);
      case INTEGER -> number(writer, 10);
      case BIGINT -> number(writer, 19);
      case REAL -> writer.keyword("BINARY_FLOAT");
      case DOUBLE -> writer.keyword("BINARY_DOUBLE");
      case TEXT -> writer.keyword("CLOB");
      case BLOB -> writer.keyword("BLOB");
      case DATE -> writer.keyword("DATE");
      case UUID -> writer.call("RAW", w -> w.number(OracleColumnType.UUID_BYTES));
      case JSON -> writer.keyword(hasJson() ? "JSON" : "CLOB");
    }
  }

  private static void number(SqlWriter writer, int digits) {
    writer.call("NUMBER", w -> w.number(digits));
  }

  private static void interval(SqlWriter writer, DataType.Interval type) {
    writer.keyword("INTERVAL");
    switch (type) {
      case YEAR_TO_MONTH -> writer.call("YEAR", w -> w.number(INTERVAL_DIGITS)).keyword("TO MONTH");
      case DAY_TO_SECOND ->
          writer
              .call("DAY", w -> w.number(INTERVAL_DIGITS))
              .keyword("TO")
              .call("SECOND", w -> w.number(INTERVAL_FRACTION));
    }
  }

  private static void sized(SqlWriter writer, DataType type) {
    if (type instanceof DataType.Numeric numeric) {
      writer.call(
          "NUMBER", w -> w.list(List.of(numeric.precision(), numeric.scale()), SqlWriter::number));
    } else if (type instanceof DataType.Char text) {
      writer.call("CHAR", w -> w.number(text.length()).keyword("CHAR"));
    } else if (type instanceof DataType.Varchar text) {
      varchar(writer, text.length());
    } else if (type instanceof DataType.Enumeration enumeration) {
      varchar(writer, longest(enumeration));
    } else if (type instanceof DataType.Binary bytes) {
      writer.call("RAW", w -> w.number(bytes.length()));
    } else if (type instanceof DataType.Varbinary bytes) {
      writer.call("RAW", w -> w.number(bytes.length()));
    } else if (type instanceof DataType.Timestamp timestamp) {
      writer.call("TIMESTAMP", w -> w.number(timestamp.precision()));
    } else {
      writer
          .call("TIMESTAMP", w -> w.number(((DataType.TimestampWithTimeZone) type).precision()))
          .keyword("WITH TIME ZONE");
    }
  }

  // The session's NLS_LENGTH_SEMANTICS says what a length counts unless it is written.
  private static void varchar(SqlWriter writer, int length) {
    writer.call("VARCHAR2", w -> w.number(length).keyword("CHAR"));
  }

  private static int longest(DataType.Enumeration type) {
    return type.values().stream()
        .mapToInt(value -> value.codePointCount(0, value.length()))
        .max()
        .orElseThrow();
  }

  /**
   * Returns the condition that makes a column's type the one that is meant, if it needs one.
   *
   * @param column the column
   * @param type its type, as the author gave it
   */
  Optional<Consumer<SqlWriter>> condition(Identifier column, DataType type) {
    DataType own = own(type);
    if (own == DataType.Simple.BOOLEAN && !hasBoolean()) {
      return Optional.of(
          w ->
              w.name(column)
                  .keyword("IN")
                  .parentheses(p -> p.list(List.of(0, 1), SqlWriter::number)));
    } else if (own == DataType.Simple.JSON && !hasJson()) {
      return Optional.of(w -> w.name(column).keyword("IS JSON"));
    } else if (own instanceof DataType.Enumeration enumeration) {
      List<SqlLiteral> values = enumeration.values().stream().map(SqlLiteral::text).toList();
      return Optional.of(w -> w.name(column).keyword("IN").parentheses(p -> p.literals(values)));
    }
    return Optional.empty();
  }

  /** Returns whether values of a type are kept apart from their rows, where no type changes. */
  boolean isLob(DataType type) {
    DataType own = own(type);
    return own == DataType.Simple.TEXT
        || own == DataType.Simple.BLOB
        || own == DataType.Simple.JSON;
  }

  /** Returns why a column cannot have a type, if it cannot. */
  Optional<Unsupported> cannot(DataType type) {
    DataType own = own(type);
    if (own instanceof DataType.Time) {
      return NO_TIME_OF_DAY;
    } else if (own instanceof DataType.Array) {
      return no(
          "it has no arrays in columns",
          "Use a table of its own for the elements, JSON, or a native collection type.");
    } else if (own instanceof DataType.Numeric numeric && numeric.precision() > MOST_DIGITS) {
      return no("NUMBER has at most 38 digits", "Use 38 digits or fewer, or double.");
    } else if (own instanceof DataType.Enumeration enumeration) {
      return cannot(enumeration);
    }
    return cannotBeSoLong(own);
  }

  private static Optional<Unsupported> cannot(DataType.Enumeration type) {
    if (type.values().contains("")) {
      return no(
          "the empty text is null to it, and one of the values of " + type.name() + " is empty",
          "Let null stand for it, or give the value a text.");
    }
    boolean tooLong =
        type.values().stream()
            .anyMatch(value -> value.getBytes(StandardCharsets.UTF_8).length > LONGEST_VARCHAR);
    return tooLong
        ? no("a value of " + type.name() + " has more than 4,000 bytes", "Shorten the value.")
        : Optional.empty();
  }

  private static Optional<Unsupported> cannotBeSoLong(DataType type) {
    if (type instanceof DataType.Varchar text && text.length() > LONGEST_VARCHAR) {
      return no(
          "VARCHAR2 holds at most 4,000 bytes, whatever the number of characters",
          "Use text; or, where MAX_STRING_SIZE is EXTENDED, a native type such as VARCHAR2("
              + text.length()
              + " CHAR).");
    } else if (type instanceof DataType.Char text && text.length() > LONGEST_FIXED) {
      return no(
          "CHAR holds at most 2,000 bytes, whatever the number of characters",
          "Use varchar, or text.");
    } else if ((type instanceof DataType.Binary fixed && fixed.length() > LONGEST_FIXED)
        || (type instanceof DataType.Varbinary bytes && bytes.length() > LONGEST_FIXED)) {
      return no("RAW holds at most 2,000 bytes", "Use blob.");
    }
    return Optional.empty();
  }

  private static Optional<Unsupported> no(String reason, String wayRound) {
    return Optional.of(new Unsupported(reason, wayRound));
  }
}
