package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.TypeWriter;
import dev.anabranch.schema.DataType;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlWriter;
import java.util.List;

/**
 * Writes the types of columns for H2 (H2 documentation, "Data Types").
 *
 * <p>Text of any length is {@code VARCHAR} without a length, which takes up to 1,000,000,000
 * characters and can be compared and indexed, as a {@code CLOB} cannot. Spans of time get nine
 * digits for their first field, because the usual two would end at 99 days.
 *
 * @param dialectNames the names the dialect answers to, the most specific first
 */
record H2Types(List<String> dialectNames) implements TypeWriter {

  /** The digits of the first field of a span. */
  static final int INTERVAL_DIGITS = 9;

  /** The digits of a second's fraction in a span. */
  static final int INTERVAL_FRACTION = 6;

  H2Types {
    dialectNames = List.copyOf(dialectNames);
  }

  @Override
  public void write(SqlWriter writer, DataType type) {
    if (type instanceof DataType.Simple simple) {
      writer.keyword(words(simple));
    } else if (type instanceof DataType.Interval interval) {
      interval(writer, interval);
    } else if (type instanceof DataType.Enumeration enumeration) {
      writer.name(enumeration.name());
    } else if (type instanceof DataType.Array array) {
      write(writer, array.element().forDialect(dialectNames));
      writer.keyword("ARRAY");
    } else if (type instanceof DataType.Native own) {
      writer.raw(RawSql.of(own.text()));
    } else if (type instanceof DataType.Variant variant) {
      write(writer, variant.forDialect(dialectNames));
    } else {
      sized(writer, type);
    }
  }

  private static String words(DataType.Simple type) {
    return switch (type) {
      case DOUBLE -> "DOUBLE PRECISION";
      case TEXT -> "VARCHAR";
      case BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, BLOB, DATE, UUID, JSON -> type.name();
    };
  }

  private static void interval(SqlWriter writer, DataType.Interval type) {
    writer.keyword("INTERVAL");
    switch (type) {
      case YEAR_TO_MONTH ->
          writer.call("YEAR", arguments -> arguments.number(INTERVAL_DIGITS)).keyword("TO MONTH");
      case DAY_TO_SECOND ->
          writer
              .call("DAY", arguments -> arguments.number(INTERVAL_DIGITS))
              .keyword("TO")
              .call("SECOND", arguments -> arguments.number(INTERVAL_FRACTION));
    }
  }

  private static void sized(SqlWriter writer, DataType type) {
    if (type instanceof DataType.Numeric numeric) {
      writer.call(
          "NUMERIC", w -> w.list(List.of(numeric.precision(), numeric.scale()), SqlWriter::number));
    } else if (type instanceof DataType.Char text) {
      writer.call("CHAR", w -> w.number(text.length()));
    } else if (type instanceof DataType.Varchar text) {
      writer.call("VARCHAR", w -> w.number(text.length()));
    } else if (type instanceof DataType.Binary bytes) {
      writer.call("BINARY", w -> w.number(bytes.length()));
    } else if (type instanceof DataType.Varbinary bytes) {
      writer.call("VARBINARY", w -> w.number(bytes.length()));
    } else if (type instanceof DataType.Time time) {
      writer.call("TIME", w -> w.number(time.precision()));
    } else if (type instanceof DataType.Timestamp timestamp) {
      writer.call("TIMESTAMP", w -> w.number(timestamp.precision()));
    } else {
      writer
          .call("TIMESTAMP", w -> w.number(((DataType.TimestampWithTimeZone) type).precision()))
          .keyword("WITH TIME ZONE");
    }
  }
}
