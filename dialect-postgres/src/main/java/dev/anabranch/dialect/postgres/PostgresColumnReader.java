package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.postgres.PostgresRows.ColumnRow;
import dev.anabranch.dialect.postgres.PostgresRows.SequenceRow;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.Nullability;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes columns of the rows of the catalogue. */
final class PostgresColumnReader {

  /** Where a column is. */
  record Place(long relation, long column) {}

  private static final Map<Character, String> STORAGES =
      Map.of('p', "plain", 'e', "external", 'm', "main", 'x', "extended");
  private static final Map<Character, String> COMPRESSIONS = Map.of('p', "pglz", 'l', "lz4");

  /** A default and the type of its column, which tables have many of. */
  private record DefaultText(String text, String type) {}

  private final PostgresNames names;
  private final Map<String, DataType> types = new HashMap<>();
  private final Map<DefaultText, SqlValue> defaults = new HashMap<>();
  private final Map<Long, EnumType> enumTypes;
  private final Map<Place, SequenceRow> identities;
  private final Map<Place, QualifiedName> defaultSequences;

  /**
   * Creates the reader.
   *
   * @param names names as operations hold them
   * @param enumTypes by their object numbers
   * @param identities the sequences of identities
   * @param defaultSequences the sequences that defaults take numbers from
   */
  PostgresColumnReader(
      PostgresNames names,
      Map<Long, EnumType> enumTypes,
      Map<Place, SequenceRow> identities,
      Map<Place, QualifiedName> defaultSequences) {
    this.names = names;
    this.enumTypes = enumTypes;
    this.identities = identities;
    this.defaultSequences = defaultSequences;
  }

  /** Returns a column. */
  Column read(ColumnRow row) {
    return new Column(
        names.identifier(row.name()),
        type(row),
        row.required() ? Nullability.NOT_NULL : Nullability.NULLABLE,
        value(row),
        Optional.of(row.comment()),
        row.collation(),
        options(row));
  }

  private DataType type(ColumnRow row) {
    EnumType enumType = enumTypes.get(row.enumType());
    if (row.element().isEmpty()) {
      return enumType == null ? type(row.type()) : enumeration(enumType);
    }
    return new DataType.Array(enumType == null ? type(row.element()) : enumeration(enumType));
  }

  private DataType type(String text) {
    return types.computeIfAbsent(text, PostgresTypes::read);
  }

  private static DataType enumeration(EnumType type) {
    return new DataType.Enumeration(type.name(), type.values());
  }

  private ColumnValue value(ColumnRow row) {
    Place place = new Place(row.relation(), row.number());
    SequenceRow identity = identities.get(place);
    if (row.identity() != ' ' && identity != null) {
      return new ColumnValue.Identity(
          row.identity() == 'a' ? ColumnValue.Generation.ALWAYS : ColumnValue.Generation.BY_DEFAULT,
          options(identity));
    } else if (row.expression().isEmpty()) {
      return ColumnValue.none();
    }
    String text = row.expression().get();
    if (row.generated() != ' ') {
      return new ColumnValue.Computed(
          SqlExpression.of(text),
          row.generated() == 's' ? ColumnValue.Storage.STORED : ColumnValue.Storage.VIRTUAL);
    }
    SqlValue value = defaultValue(text, row.type(), defaultSequences.get(place));
    // The server keeps the default NULL of some types, and forgets that of others.
    return value.equals(new SqlValue.Constant(SqlLiteral.nothing()))
        ? ColumnValue.none()
        : new ColumnValue.Default(value);
  }

  private SqlValue defaultValue(String text, String type, @Nullable QualifiedName sequence) {
    return sequence == null
        ? defaults.computeIfAbsent(
            new DefaultText(text, type), key -> PostgresDefaults.read(text, type, Optional.empty()))
        : PostgresDefaults.read(text, type, Optional.of(sequence));
  }

  private static DialectOptions options(ColumnRow row) {
    String statistics = row.statistics() < 0 ? "" : Integer.toString(row.statistics());
    return new PostgresOptionReader()
        .with(PostgresOptions.STORAGE, STORAGES.getOrDefault(row.storage(), ""))
        .with(PostgresOptions.COMPRESSION, COMPRESSIONS.getOrDefault(row.compression(), ""))
        .with(PostgresOptions.STATISTICS, statistics)
        .withParameters("", row.options())
        .options();
  }

  /** Returns how a sequence counts, without what is usual for its type and direction. */
  static SequenceOptions options(SequenceRow row) {
    BigInteger increment = new BigInteger(row.increment());
    boolean up = increment.signum() > 0;
    BigInteger most = mostOf(row.type());
    BigInteger usualMinimum = up ? BigInteger.ONE : most.negate().subtract(BigInteger.ONE);
    BigInteger usualMaximum = up ? most : BigInteger.ONE.negate();
    return new SequenceOptions(
        unusual(row.start(), new BigInteger(up ? row.minimum() : row.maximum())),
        unusual(row.increment(), BigInteger.ONE),
        unusual(row.minimum(), usualMinimum),
        unusual(row.maximum(), usualMaximum),
        unusual(row.cache(), BigInteger.ONE),
        row.cycle() ? SequenceOptions.Wrap.CYCLE : SequenceOptions.Wrap.NO_CYCLE);
  }

  private static Optional<BigInteger> unusual(String number, BigInteger usual) {
    return Optional.of(new BigInteger(number)).filter(value -> !value.equals(usual));
  }

  private static BigInteger mostOf(String type) {
    return switch (type) {
      case "smallint" -> BigInteger.valueOf(Short.MAX_VALUE);
      case "integer" -> BigInteger.valueOf(Integer.MAX_VALUE);
      default -> BigInteger.valueOf(Long.MAX_VALUE);
    };
  }
}
