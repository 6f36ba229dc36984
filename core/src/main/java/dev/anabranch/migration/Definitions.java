package dev.anabranch.migration;

import dev.anabranch.operation.ColumnChange;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.Nullability;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words in which a revision describes columns, types, keys, indexes and changes; imported
 * statically.
 *
 * <pre>{@code
 * op.createTable("customer",
 *     column("id", bigint()).identity().primaryKey(),
 *     column("name", varchar(100)).notNull(),
 *     column("email", varchar(200)).unique());
 * }</pre>
 *
 * @since 0.1
 */
public final class Definitions {

  private static final int WHOLE_SECONDS = 0;
  private static final int MICROSECONDS = 6;

  private Definitions() {}

  /** Describes a column. */
  public static ColumnDefinition column(String name, DataType type) {
    return ColumnDefinition.of(Identifier.of(name), type);
  }

  /** Describes a column whose name is meant letter for letter. */
  public static ColumnDefinition column(Identifier name, DataType type) {
    return ColumnDefinition.of(name, type);
  }

  /** Makes some columns the primary key. */
  public static TableElement primaryKey(String... columns) {
    return constraint(
        new PrimaryKey(Optional.empty(), identifiers(columns), Deferrability.NOT_DEFERRABLE));
  }

  /** Lets no two rows hold the same values in some columns. */
  public static TableElement unique(String... columns) {
    return constraint(
        new UniqueConstraint(
            Optional.empty(),
            identifiers(columns),
            UniqueConstraint.Nulls.DISTINCT,
            Deferrability.NOT_DEFERRABLE));
  }

  /** Lets a condition hold in every row. */
  public static TableElement check(String condition) {
    return constraint(new CheckConstraint(Optional.empty(), SqlExpression.of(condition)));
  }

  /** Lets a condition hold in every row, under a name. */
  public static TableElement check(String name, String condition) {
    return check(name, SqlExpression.of(condition));
  }

  /** Lets a condition hold in every row, under a name. */
  public static TableElement check(String name, SqlExpression condition) {
    return constraint(new CheckConstraint(Optional.of(Identifier.of(name)), condition));
  }

  /** Begins a foreign key over some columns; goes on with {@code references}. */
  public static ForeignKeyDefinition foreignKey(String... columns) {
    return ForeignKeyDefinition.of(identifiers(columns));
  }

  /** Puts any constraint into a table. */
  public static TableElement constraint(TableConstraint constraint) {
    return new TableElement.OfConstraint(constraint);
  }

  /** Puts an index over some columns into a table. */
  public static TableElement index(String... columns) {
    return index(indexOn(columns));
  }

  /** Puts any index into a table. */
  public static TableElement index(Index index) {
    return new TableElement.OfIndex(index);
  }

  /** Describes an index over some columns, without name. */
  public static Index indexOn(String... columns) {
    return indexOn(identifiers(columns).stream().map(IndexPart::column).toArray(IndexPart[]::new));
  }

  /** Describes an index over some columns or expressions, without name. */
  public static Index indexOn(IndexPart... parts) {
    return new Index(
        Optional.empty(), Index.Uniqueness.NOT_UNIQUE, List.of(parts), Index.Details.none());
  }

  /** Describes a unique index over some columns, without name. */
  public static Index uniqueIndexOn(String... columns) {
    Index index = indexOn(columns);
    return new Index(index.name(), Index.Uniqueness.UNIQUE, index.parts(), index.details());
  }

  /** Describes a column of an index in ascending order. */
  public static IndexPart ascending(String column) {
    return IndexPart.column(Identifier.of(column));
  }

  /** Describes a column of an index in descending order. */
  public static IndexPart descending(String column) {
    return ascending(column).descending();
  }

  /** Describes an expression of an index. */
  public static IndexPart expression(String sql) {
    return IndexPart.expression(SqlExpression.of(sql));
  }

  /** Says what people should know of a table. */
  public static TableElement comment(String text) {
    return new TableElement.OfComment(text);
  }

  /** Sets what only one product knows of a table. */
  public static TableElement option(String dialect, String key, String value) {
    return new TableElement.OfOption(dialect, key, value);
  }

  /** Writes SQL into a place where a value stands. */
  public static SqlExpression sql(String text) {
    return SqlExpression.of(text);
  }

  /** Names a table or another object in a schema. */
  public static QualifiedName in(String schema, String name) {
    return QualifiedName.of(schema, name);
  }

  /** The present date and time as a value. */
  public static SqlValue currentTimestamp() {
    return SqlValue.Current.TIMESTAMP;
  }

  /** The present date as a value. */
  public static SqlValue currentDate() {
    return SqlValue.Current.DATE;
  }

  /** The next number of a sequence as a value. */
  public static SqlValue nextValue(String sequence) {
    return new SqlValue.NextValue(QualifiedName.of(sequence));
  }

  // Changes of a column.

  /** Changes the type. */
  public static ColumnChange.Type type(DataType type) {
    return new ColumnChange.Type(type, Optional.empty(), Optional.empty());
  }

  /** Lets a column be null no more. */
  public static ColumnChange notNull() {
    return new ColumnChange.Null(Nullability.NOT_NULL);
  }

  /** Lets a column be null. */
  public static ColumnChange nullable() {
    return new ColumnChange.Null(Nullability.NULLABLE);
  }

  /** Sets the default: a constant, or any other value as {@link SqlValue#of} takes it. */
  public static ColumnChange.Value defaultValue(@Nullable Object value) {
    return value(defaultOf(value));
  }

  /** Takes the default, the identity or the computation away. */
  public static ColumnChange.Value noDefault() {
    return value(ColumnValue.none());
  }

  /** Numbers the rows of a column. */
  public static ColumnChange.Value identity() {
    return value(
        new ColumnValue.Identity(ColumnValue.Generation.BY_DEFAULT, SequenceOptions.defaults()));
  }

  /** Changes where a column's value comes from. */
  public static ColumnChange.Value value(ColumnValue value) {
    return new ColumnChange.Value(value, Optional.empty());
  }

  /** Changes the comment of a column; empty text for none. */
  public static ColumnChange.Comment columnComment(String text) {
    return new ColumnChange.Comment(text, Optional.empty());
  }

  /** Describes a default, such as what a column had before. */
  public static ColumnValue defaultOf(@Nullable Object value) {
    return new ColumnValue.Default(SqlValue.of(value));
  }

  // Types.

  /** True or false. */
  public static DataType bool() {
    return DataType.Simple.BOOLEAN;
  }

  /** A whole number of 16 bits. */
  public static DataType smallint() {
    return DataType.Simple.SMALLINT;
  }

  /** A whole number of 32 bits. */
  public static DataType integer() {
    return DataType.Simple.INTEGER;
  }

  /** A whole number of 64 bits. */
  public static DataType bigint() {
    return DataType.Simple.BIGINT;
  }

  /** An exact decimal number; digits in all, digits behind the point. */
  public static DataType numeric(int precision, int scale) {
    return new DataType.Numeric(precision, scale);
  }

  /** A binary floating-point number of 32 bits. */
  public static DataType real() {
    return DataType.Simple.REAL;
  }

  /** A binary floating-point number of 64 bits. */
  public static DataType doublePrecision() {
    return DataType.Simple.DOUBLE;
  }

  /** Text of a fixed number of characters. */
  public static DataType character(int length) {
    return new DataType.Char(length);
  }

  /** Text up to a number of characters. */
  public static DataType varchar(int length) {
    return new DataType.Varchar(length);
  }

  /** Text of any length. */
  public static DataType text() {
    return DataType.Simple.TEXT;
  }

  /** A fixed number of bytes. */
  public static DataType binary(int length) {
    return new DataType.Binary(length);
  }

  /** Up to a number of bytes. */
  public static DataType varbinary(int length) {
    return new DataType.Varbinary(length);
  }

  /** Any number of bytes. */
  public static DataType blob() {
    return DataType.Simple.BLOB;
  }

  /** A calendar day. */
  public static DataType date() {
    return DataType.Simple.DATE;
  }

  /** A time of day in whole seconds. */
  public static DataType time() {
    return time(WHOLE_SECONDS);
  }

  /** A time of day; digits of a second's fraction, 0 to 9. */
  public static DataType time(int precision) {
    return new DataType.Time(precision);
  }

  /** Date and time to the microsecond, without time zone. */
  public static DataType timestamp() {
    return timestamp(MICROSECONDS);
  }

  /** Date and time without time zone; digits of a second's fraction, 0 to 9. */
  public static DataType timestamp(int precision) {
    return new DataType.Timestamp(precision);
  }

  /** A moment to the microsecond. */
  public static DataType timestampWithTimeZone() {
    return timestampWithTimeZone(MICROSECONDS);
  }

  /** A moment; digits of a second's fraction, 0 to 9. */
  public static DataType timestampWithTimeZone(int precision) {
    return new DataType.TimestampWithTimeZone(precision);
  }

  /** Days, hours, minutes and seconds. */
  public static DataType intervalDayToSecond() {
    return DataType.Interval.DAY_TO_SECOND;
  }

  /** Years and months. */
  public static DataType intervalYearToMonth() {
    return DataType.Interval.YEAR_TO_MONTH;
  }

  /** A universally unique identifier. */
  public static DataType uuid() {
    return DataType.Simple.UUID;
  }

  /** A JSON document. */
  public static DataType json() {
    return DataType.Simple.JSON;
  }

  /** One of a list of texts; the name is that of the enum type, on products that have them. */
  public static DataType enumeration(String name, String... values) {
    return new DataType.Enumeration(QualifiedName.of(name), List.of(values));
  }

  /** A list of values of a type. */
  public static DataType array(DataType element) {
    return new DataType.Array(element);
  }

  /** A type in the server's own words. */
  public static DataType nativeType(String text) {
    return new DataType.Native(text);
  }

  static List<Identifier> identifiers(String... names) {
    return Arrays.stream(names).map(Identifier::of).toList();
  }
}
