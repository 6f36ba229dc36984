package dev.anabranch.migration;

import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.Nullability;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.SchemaException;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A column as it is being described, with the constraints that stand beside it. Immutable: each
 * method returns another one.
 */
public final class ColumnDefinition implements TableElement {

  private final Column column;
  private final List<TableConstraint> constraints;

  private ColumnDefinition(Column column, List<TableConstraint> constraints) {
    this.column = column;
    this.constraints = List.copyOf(constraints);
  }

  static ColumnDefinition of(Identifier name, DataType type) {
    return new ColumnDefinition(Column.of(name, type), List.of());
  }

  /** Returns the column without the constraints. */
  public Column column() {
    return column;
  }

  /** Returns the constraints beside the column. */
  public List<TableConstraint> constraints() {
    return constraints;
  }

  /** Says that the column has a value in every row. */
  public ColumnDefinition notNull() {
    return with(column.withNullability(Nullability.NOT_NULL));
  }

  /** Gives the column a default: a constant as {@link SqlValue#of} takes it. */
  public ColumnDefinition defaultValue(@Nullable Object value) {
    return from(new ColumnValue.Default(SqlValue.of(value)));
  }

  /** Gives the column a default in SQL. */
  public ColumnDefinition defaultSql(String expression) {
    return defaultValue(SqlExpression.of(expression));
  }

  /** Gives the column the present date, time, or both as its default. */
  public ColumnDefinition defaultNow(SqlValue.Current now) {
    return defaultValue(now);
  }

  /** Numbers the rows: a row may give a number of its own. */
  public ColumnDefinition identity() {
    return identity(ColumnValue.Generation.BY_DEFAULT, SequenceOptions.defaults());
  }

  /** Numbers the rows. */
  public ColumnDefinition identity(ColumnValue.Generation generation, SequenceOptions options) {
    return from(new ColumnValue.Identity(generation, options));
  }

  /** Computes the column when a row is written. */
  public ColumnDefinition computed(String expression) {
    return computed(SqlExpression.of(expression), ColumnValue.Storage.STORED);
  }

  /** Computes the column. */
  public ColumnDefinition computed(SqlExpression expression, ColumnValue.Storage storage) {
    return from(new ColumnValue.Computed(expression, storage));
  }

  /** Says what people should know of the column. */
  public ColumnDefinition comment(String text) {
    return with(column.withComment(text));
  }

  /** Sets the order of the column's texts, as the server names it. */
  public ColumnDefinition collation(String name) {
    if (!name.matches("[\\p{L}\\p{N}_.@\"-]+")) {
      throw new SchemaException(
          "Cannot describe the column "
              + column.name()
              + ": \""
              + name
              + "\" is no name of a collation.",
          "Write the collation as the server lists it.");
    }
    return with(column.withCollation(name));
  }

  /** Sets what only one product knows. */
  public ColumnDefinition option(String dialect, String key, String value) {
    return with(column.withOptions(column.options().with(dialect, key, value)));
  }

  /** Makes the column the primary key. */
  public ColumnDefinition primaryKey() {
    return also(new PrimaryKey(Optional.empty(), own(), Deferrability.NOT_DEFERRABLE));
  }

  /** Lets no two rows hold the same value. */
  public ColumnDefinition unique() {
    return also(
        new UniqueConstraint(
            Optional.empty(),
            own(),
            UniqueConstraint.Nulls.DISTINCT,
            Deferrability.NOT_DEFERRABLE));
  }

  /** Lets the column refer to a column of a table. */
  public ColumnDefinition references(String table, String referredColumn) {
    return references(table, referredColumn, rules -> rules);
  }

  /** Lets the column refer to a column of a table, under some rules. */
  public ColumnDefinition references(
      String table, String referredColumn, UnaryOperator<ForeignKeyDefinition> rules) {
    ForeignKeyDefinition key =
        ForeignKeyDefinition.of(own())
            .references(QualifiedName.of(table), List.of(Identifier.of(referredColumn)));
    return also(rules.apply(key).constraint());
  }

  /** Lets a condition hold in every row. */
  public ColumnDefinition check(String condition) {
    return also(new CheckConstraint(Optional.empty(), SqlExpression.of(condition)));
  }

  private List<Identifier> own() {
    return List.of(column.name());
  }

  private ColumnDefinition from(ColumnValue value) {
    if (!(column.value() instanceof ColumnValue.None)) {
      throw new SchemaException(
          "Cannot describe the column "
              + column.name()
              + ": it has two of default, identity and computation.",
          "Keep one of them.");
    }
    DefaultCheck.require(column.name(), column.type(), value);
    return with(column.withValue(value));
  }

  private ColumnDefinition with(Column changed) {
    return new ColumnDefinition(changed, constraints);
  }

  private ColumnDefinition also(TableConstraint constraint) {
    List<TableConstraint> more = new ArrayList<>(constraints);
    more.add(constraint);
    return new ColumnDefinition(column, more);
  }
}
