package dev.anabranch.dialect.mysql;

import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says where the value of a column comes from, by what {@code information_schema.COLUMNS} shows:
 * the same for the same on both products.
 *
 * @param features what the release knows
 * @param current the schema of the session, for the names of sequences
 */
record MysqlValueReader(MysqlFeatures features, Optional<String> current) {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

  private static final Pattern PRESENT =
      Pattern.compile("(?:current_timestamp|now)(?:\\((\\d?)\\))?", Pattern.CASE_INSENSITIVE);

  private static final Pattern HEX = Pattern.compile("0x((?:[0-9A-Fa-f]{2})*)");

  private static final Pattern MOMENT =
      Pattern.compile("from_unixtime\\((-?\\d+(?:\\.\\d+)?)\\)", Pattern.CASE_INSENSITIVE);

  private static final Pattern BYTES =
      Pattern.compile("unhex\\('((?:[0-9A-Fa-f]{2})+)'\\)", Pattern.CASE_INSENSITIVE);

  private static final int NANO_DIGITS = 9;

  private static final Pattern BITS = Pattern.compile("b'[01]*'");

  private static final Pattern NEXT_VALUE =
      Pattern.compile("nextval\\((?:`((?:[^`]|``)+)`\\.)?`((?:[^`]|``)+)`\\)");

  /** Checks that both parts are there. */
  MysqlValueReader {
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(current, "current");
  }

  /**
   * Returns where a column's value comes from.
   *
   * @param row the column's
   * @param type its type
   * @param exact the default where the catalogue does not show it exactly
   */
  ColumnValue read(MysqlRow row, DataType type, Optional<SqlLiteral> exact) {
    String extra = row.text("EXTRA").toLowerCase(Locale.ROOT);
    String computation = row.text("GENERATION_EXPRESSION");
    Optional<String> shown = row.value("COLUMN_DEFAULT");
    if (extra.contains("auto_increment")) {
      return new ColumnValue.Identity(
          ColumnValue.Generation.BY_DEFAULT, SequenceOptions.defaults());
    } else if (!computation.isEmpty()) {
      return new ColumnValue.Computed(
          SqlExpression.of(MysqlExpressionText.of(computation, features)),
          extra.contains("stored") ? ColumnValue.Storage.STORED : ColumnValue.Storage.VIRTUAL);
    } else if (shown.isEmpty()) {
      return ColumnValue.none();
    } else if (exact.isPresent()) {
      return new ColumnValue.Default(new SqlValue.Constant(exact.get()));
    }
    return showsSql(row)
        ? sql(shown.get(), type)
        : new ColumnValue.Default(constant(shown.get(), type));
  }

  private boolean showsSql(MysqlRow row) {
    return features.has(MysqlFeature.CATALOGUE_SHOWS_SQL)
        || row.text("EXTRA").toUpperCase(Locale.ROOT).contains("DEFAULT_GENERATED");
  }

  /** Returns the constant that the catalogue shows as a column's default, if it is one. */
  Optional<String> constant(MysqlRow row) {
    Optional<String> shown = row.value("COLUMN_DEFAULT");
    if (shown.isEmpty() || !showsSql(row)) {
      return shown;
    }
    return shown.filter(MysqlExpressionText::isText).map(MysqlExpressionText::unquoted);
  }

  private ColumnValue sql(String shown, DataType type) {
    String sql = MysqlExpressionText.of(shown, features);
    if (sql.equalsIgnoreCase("NULL")) {
      return ColumnValue.none();
    }
    return new ColumnValue.Default(expression(sql, type));
  }

  private SqlValue expression(String sql, DataType type) {
    Matcher present = PRESENT.matcher(sql);
    Matcher next = NEXT_VALUE.matcher(sql);
    Matcher moment = MOMENT.matcher(sql);
    Matcher bytes = BYTES.matcher(sql);
    if (present.matches() && hasDigits(type, present.group(1))) {
      return SqlValue.Current.TIMESTAMP;
    } else if (sql.equalsIgnoreCase("curdate()")) {
      return SqlValue.Current.DATE;
    } else if (sql.equalsIgnoreCase("curtime()")) {
      return SqlValue.Current.TIME;
    } else if (next.matches()) {
      return nextValue(next.group(1), next.group(2));
    } else if (moment.matches() && type instanceof DataType.TimestampWithTimeZone) {
      return new SqlValue.Constant(SqlLiteral.moment(moment(moment.group(1))));
    } else if (bytes.matches()) {
      return new SqlValue.Constant(SqlLiteral.bytes(HexFormat.of().parseHex(bytes.group(1))));
    } else if (MysqlExpressionText.isText(sql)) {
      return constant(MysqlExpressionText.unquoted(sql), type);
    } else if (NUMBER.matcher(sql).matches()) {
      return constant(sql, type);
    }
    return new SqlValue.Computed(SqlExpression.of(sql));
  }

  private static Instant moment(String seconds) {
    BigDecimal exact = new BigDecimal(seconds);
    long whole = exact.setScale(0, RoundingMode.FLOOR).longValueExact();
    BigDecimal rest = exact.subtract(BigDecimal.valueOf(whole));
    return Instant.ofEpochSecond(whole, rest.movePointRight(NANO_DIGITS).longValue());
  }

  // Of a column with other digits it is an expression like any other.
  private static boolean hasDigits(DataType type, String digits) {
    int given = digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    OptionalInt wanted = OptionalInt.of(0);
    if (type instanceof DataType.Timestamp timestamp) {
      wanted = OptionalInt.of(timestamp.precision());
    } else if (type instanceof DataType.TimestampWithTimeZone moment) {
      wanted = OptionalInt.of(moment.precision());
    }
    return wanted.getAsInt() == given;
  }

  private SqlValue nextValue(String schema, String sequence) {
    Optional<Identifier> owner =
        Optional.ofNullable(schema)
            .map(name -> name.replace("``", "`"))
            .filter(name -> !current.equals(Optional.of(name)))
            .map(Identifier::of);
    return new SqlValue.NextValue(
        new QualifiedName(owner, Identifier.of(sequence.replace("``", "`"))));
  }

  private static SqlValue constant(String text, DataType type) {
    if (BITS.matcher(text).matches() && type instanceof DataType.Native) {
      return new SqlValue.Computed(SqlExpression.of(text));
    }
    try {
      return new SqlValue.Constant(literal(text, type));
    } catch (DateTimeException | IllegalArgumentException e) {
      // Such as 0000-00-00, which is a date to the server and to nobody else.
      return new SqlValue.Constant(SqlLiteral.text(text.replace("\0", "")));
    }
  }

  private static SqlLiteral literal(String text, DataType type) {
    if (type == DataType.Simple.BOOLEAN && (text.equals("0") || text.equals("1"))) {
      return SqlLiteral.truth(text.equals("1"));
    } else if (type == DataType.Simple.DATE) {
      return SqlLiteral.date(LocalDate.parse(text));
    } else if (type == DataType.Simple.UUID) {
      return SqlLiteral.uuid(UUID.fromString(text));
    } else if (type == DataType.Simple.JSON) {
      return SqlLiteral.json(text);
    } else if (type instanceof DataType.Time) {
      return SqlLiteral.time(LocalTime.parse(text));
    } else if (type instanceof DataType.Timestamp
        || type instanceof DataType.TimestampWithTimeZone) {
      return SqlLiteral.timestamp(LocalDateTime.parse(text.replace(' ', 'T')));
    }
    Matcher hex = HEX.matcher(text);
    if (hex.matches() && (type instanceof DataType.Binary || type instanceof DataType.Varbinary)) {
      return SqlLiteral.bytes(HexFormat.of().parseHex(hex.group(1)));
    }
    return isNumber(type) && NUMBER.matcher(text).matches()
        ? SqlLiteral.number(new BigDecimal(text))
        : SqlLiteral.text(text);
  }

  private static boolean isNumber(DataType type) {
    return type == DataType.Simple.SMALLINT
        || type == DataType.Simple.INTEGER
        || type == DataType.Simple.BIGINT
        || type == DataType.Simple.REAL
        || type == DataType.Simple.DOUBLE
        || type == DataType.Simple.BOOLEAN
        || type instanceof DataType.Numeric
        || (type instanceof DataType.Native own
            && own.text()
                .matches("(?:tiny|small|medium|big)?int.*|year.*|decimal.*|float.*|double.*"));
  }
}
