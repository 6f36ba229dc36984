package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import dev.anabranch.sql.SqlWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Writes the definitions of columns (MySQL 8.0 Reference Manual, 13.1.20 "CREATE TABLE Statement").
 *
 * @param standard the standard's statements, whose constants carry marks
 * @param types the product's types
 * @param dialectNames the names the dialect answers to
 */
record MysqlColumns(StandardDdl standard, MysqlTypes types, List<String> dialectNames) {

  private static final Pattern PRESENT =
      Pattern.compile(
          "(?:current_timestamp|now|localtime|localtimestamp)\\s*(?:\\(\\s*\\d?\\s*\\))?",
          Pattern.CASE_INSENSITIVE);

  /** A constant that no literal stands for. */
  private static final Pattern BITS = Pattern.compile("b'[01]+'", Pattern.CASE_INSENSITIVE);

  private static final int MICROS = 6;
  private static final int NANOS_OF_A_MICRO = 1000;

  /** Checks that all parts are there. */
  MysqlColumns {
    Objects.requireNonNull(standard, "standard");
    Objects.requireNonNull(types, "types");
    dialectNames = List.copyOf(dialectNames);
  }

  /** Returns the options of a column, which are checked. */
  MysqlOptions options(String what, Column column) {
    return MysqlOptions.of(
        MysqlOption.Owner.COLUMN, what, column.options(), dialectNames, types.features());
  }

  /**
   * Writes a column as it stands in a table.
   *
   * @param what words for messages
   */
  SqlWriter write(SqlWriter writer, String what, Column column) {
    MysqlOptions options = options(what, column);
    standard.type(writer.name(column.name()), column);
    options.write(writer, MysqlOption.COLUMN_CHARSET);
    column.collation().ifPresent(name -> writer.keyword("COLLATE").raw(RawSql.of(name)));
    if (column.value() instanceof ColumnValue.Computed computed) {
      computed(writer, computed);
    }
    nullability(writer, column);
    if (column.value() instanceof ColumnValue.Default given) {
      defaultValue(writer.keyword("DEFAULT"), given.value(), column.type());
    } else if (column.value() instanceof ColumnValue.Identity) {
      writer.keyword("AUTO_INCREMENT");
    }
    if (options.has(MysqlOption.ON_UPDATE)) {
      present(writer.keyword("ON UPDATE"), types.precision(column.type()).orElse(0));
    }
    options.write(writer, MysqlOption.VISIBILITY);
    column.comment().ifPresent(text -> writer.keyword("COMMENT").literal(SqlLiteral.text(text)));
    return options.write(writer, MysqlOption.COLUMN_SYSTEM_VERSIONING);
  }

  // A TIMESTAMP is not null unless that is said, where explicit_defaults_for_timestamp is off.
  private void nullability(SqlWriter writer, Column column) {
    if (!column.isNullable()) {
      writer.keyword("NOT NULL");
    } else if (types.isMoment(column.type()) && !(column.value() instanceof ColumnValue.Computed)) {
      writer.keyword("NULL");
    }
  }

  /** Writes {@code GENERATED ALWAYS AS (...)}. */
  SqlWriter computed(SqlWriter writer, ColumnValue.Computed computed) {
    return writer
        .keyword("GENERATED ALWAYS AS")
        .parentheses(w -> standard.expression(w, computed.expression()))
        .keyword(computed.storage().name());
  }

  /**
   * Writes a default.
   *
   * @param type the type of its column
   */
  SqlWriter defaultValue(SqlWriter writer, SqlValue value, DataType type) {
    OptionalInt precision = types.precision(type);
    if (precision.isPresent() && isPresent(value)) {
      return present(writer, precision.getAsInt());
    } else if (value instanceof SqlValue.Computed bits
        && BITS.matcher(bits.expression().forDialect(dialectNames).text()).matches()) {
      return standard.value(writer, value);
    } else if (!(value instanceof SqlValue.Constant constant)) {
      return writer.parentheses(w -> standard.value(w, value));
    } else if (needsParentheses(constant, type)) {
      return writer.parentheses(w -> constant(w, constant));
    } else {
      return constant(writer, constant);
    }
  }

  // The word itself, and not an expression that returns the same: the catalogue tells them apart.
  private boolean isPresent(SqlValue value) {
    return value == SqlValue.Current.TIMESTAMP
        || (value instanceof SqlValue.Computed computed
            && PRESENT
                .matcher(computed.expression().forDialect(dialectNames).text().strip())
                .matches());
  }

  private boolean needsParentheses(SqlValue.Constant constant, DataType type) {
    return types.isLong(type)
        && !types.features().has(MysqlFeature.CONSTANT_TEXT_DEFAULTS)
        && !(constant.literal() instanceof SqlLiteral.Null);
  }

  /** Writes {@code CURRENT_TIMESTAMP} with the digits of its column. */
  static SqlWriter present(SqlWriter writer, int precision) {
    return precision == 0
        ? writer.keyword("CURRENT_TIMESTAMP")
        : writer.call("CURRENT_TIMESTAMP", w -> w.number(precision));
  }

  /**
   * Writes a constant as a default, in a way that the catalogue shows exactly. {@code DATE
   * '2020-01-01'} is an expression to MySQL, while the text in it is a constant; and so are
   * parentheses around a number. Bytes and moments are written as expressions: as a constant the
   * one would be shown as text, the other in the time zone of this session, whatever the next one
   * is.
   */
  SqlWriter constant(SqlWriter writer, SqlValue.Constant constant) {
    SqlLiteral literal = constant.literal();
    if (literal instanceof SqlLiteral.Date
        || literal instanceof SqlLiteral.Time
        || literal instanceof SqlLiteral.Timestamp) {
      String typed = rendered(literal);
      return writer.raw(RawSql.of(typed.substring(typed.indexOf('\''))));
    } else if (literal instanceof SqlLiteral.Number) {
      return writer.raw(RawSql.of(MysqlExpressionText.withoutParentheses(rendered(literal))));
    } else if (literal instanceof SqlLiteral.Moment moment) {
      return writer.parentheses(
          w -> w.call("FROM_UNIXTIME", number -> number.raw(RawSql.of(seconds(moment.value())))));
    } else if (literal instanceof SqlLiteral.Binary bytes
        && !bytes.hex().isEmpty()
        && types.features().has(MysqlFeature.EXPRESSION_DEFAULTS)) {
      return writer.parentheses(
          w -> w.call("UNHEX", hex -> hex.literal(SqlLiteral.text(bytes.hex()))));
    }
    return writer.literal(literal);
  }

  private String rendered(SqlLiteral literal) {
    return standard.writer().literal(literal).toSql();
  }

  private static String seconds(Instant moment) {
    return BigDecimal.valueOf(moment.getEpochSecond())
        .add(BigDecimal.valueOf(moment.getNano() / NANOS_OF_A_MICRO, MICROS))
        .toPlainString();
  }
}
