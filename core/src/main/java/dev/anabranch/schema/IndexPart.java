package dev.anabranch.schema;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One column or expression of an index.
 *
 * @param key the column or expression
 * @param order which way it is sorted
 * @param nulls where nulls stand
 * @param prefixLength how many characters or bytes of the column count; empty for all
 * @param operatorClass how it is compared, as the server names it; empty for the type's own way
 */
public record IndexPart(
    Key key, Order order, Nulls nulls, OptionalInt prefixLength, Optional<String> operatorClass) {

  /** What an index sorts by. */
  public sealed interface Key {}

  /** A column. */
  public record ColumnKey(Identifier column) implements Key {
    /** Checks that the column is named. */
    public ColumnKey {
      Objects.requireNonNull(column, "column");
    }
  }

  /** An expression over the columns of a row. */
  public record ExpressionKey(SqlExpression expression) implements Key {
    /** Checks that the expression is there. */
    public ExpressionKey {
      Objects.requireNonNull(expression, "expression");
    }
  }

  /** Which way values are sorted. */
  public enum Order {
    /** Small before large. */
    ASCENDING,
    /** Large before small. */
    DESCENDING
  }

  /** Where nulls stand. */
  public enum Nulls {
    /** Where the server puts them for this order. */
    AS_BY_DEFAULT,
    /** Before all values. */
    FIRST,
    /** Behind all values. */
    LAST
  }

  /** Checks that all parts are there. */
  public IndexPart {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(nulls, "nulls");
    Objects.requireNonNull(operatorClass, "operatorClass");
    if (prefixLength.isPresent() && (prefixLength.getAsInt() < 1 || key instanceof ExpressionKey)) {
      throw new SchemaException(
          "Cannot describe an index: a prefix has a length of at least 1 and belongs to a column.",
          null);
    }
  }

  /** Returns a column in ascending order. */
  public static IndexPart column(Identifier column) {
    return of(new ColumnKey(column));
  }

  /** Returns an expression in ascending order. */
  public static IndexPart expression(SqlExpression expression) {
    return of(new ExpressionKey(expression));
  }

  private static IndexPart of(Key key) {
    return new IndexPart(
        key, Order.ASCENDING, Nulls.AS_BY_DEFAULT, OptionalInt.empty(), Optional.empty());
  }

  /** Returns the same in descending order. */
  public IndexPart descending() {
    return new IndexPart(key, Order.DESCENDING, nulls, prefixLength, operatorClass);
  }

  /** Returns the same with nulls elsewhere. */
  public IndexPart withNulls(Nulls nulls) {
    return new IndexPart(key, order, nulls, prefixLength, operatorClass);
  }

  /** Returns the same by the beginnings of the values only. */
  public IndexPart withPrefix(int length) {
    return new IndexPart(key, order, nulls, OptionalInt.of(length), operatorClass);
  }

  /** Returns the same compared in another way. */
  public IndexPart withOperatorClass(String operatorClass) {
    return new IndexPart(key, order, nulls, prefixLength, Optional.of(operatorClass));
  }

  /** Returns the column, unless it is an expression. */
  public Optional<Identifier> column() {
    return key instanceof ColumnKey column ? Optional.of(column.column()) : Optional.empty();
  }
}
