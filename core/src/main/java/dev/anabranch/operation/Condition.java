package dev.anabranch.operation;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which rows an update or a deletion is for. */
public sealed interface Condition {

  /** Every row of the table. */
  record AllRows() implements Condition {}

  /** A column compared with a value; with null for {@code IS NULL} and {@code IS NOT NULL}. */
  record Comparison(Identifier column, Comparator comparator, SqlValue value) implements Condition {
    /** Checks that all parts are there. */
    public Comparison {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(comparator, "comparator");
      Objects.requireNonNull(value, "value");
    }
  }

  /** A column that holds one of some values, none of which is null. */
  record In(Identifier column, List<SqlValue> values) implements Condition {
    /** Copies the list, which may not be empty. */
    public In {
      Objects.requireNonNull(column, "column");
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("A list of values needs at least one.");
      }
    }
  }

  /** All of some conditions. */
  record All(List<Condition> conditions) implements Condition {
    /** Copies the list, which may not be empty. */
    public All {
      conditions = requireSome(conditions);
    }
  }

  /** At least one of some conditions. */
  record Any(List<Condition> conditions) implements Condition {
    /** Copies the list, which may not be empty. */
    public Any {
      conditions = requireSome(conditions);
    }
  }

  /** A condition in SQL. */
  record Written(SqlExpression expression) implements Condition {
    /** Checks that it is there. */
    public Written {
      Objects.requireNonNull(expression, "expression");
    }
  }

  /** How a column is compared. */
  enum Comparator {
    /** The same. */
    EQUAL("="),
    /** Not the same. */
    NOT_EQUAL("<>"),
    /** Less. */
    LESS("<"),
    /** Less or the same. */
    LESS_OR_EQUAL("<="),
    /** Greater. */
    GREATER(">"),
    /** Greater or the same. */
    GREATER_OR_EQUAL(">=");

    private final String operator;

    Comparator(String operator) {
      this.operator = operator;
    }

    /** Returns the operator of SQL. */
    public String operator() {
      return operator;
    }
  }

  /** Returns the condition that every row fulfils. */
  static Condition allRows() {
    return new AllRows();
  }

  /**
   * Returns the condition that a column holds a value.
   *
   * @param column the column
   * @param value as {@link SqlValue#of} takes it; null for {@code IS NULL}
   */
  static Condition equal(String column, @Nullable Object value) {
    return compare(column, Comparator.EQUAL, value);
  }

  /**
   * Returns the comparison of a column with a value.
   *
   * @param column the column
   * @param comparator how
   * @param value as {@link SqlValue#of} takes it
   */
  static Condition compare(String column, Comparator comparator, @Nullable Object value) {
    return new Comparison(Identifier.of(column), comparator, SqlValue.of(value));
  }

  /** Returns the condition that a column holds one of some values. */
  static Condition in(String column, Object... values) {
    return new In(Identifier.of(column), Arrays.stream(values).map(SqlValue::of).toList());
  }

  /** Returns the condition that all of some conditions hold. */
  static Condition all(Condition... conditions) {
    return new All(List.of(conditions));
  }

  /** Returns the condition that at least one of some conditions holds. */
  static Condition any(Condition... conditions) {
    return new Any(List.of(conditions));
  }

  /** Returns a condition in SQL. */
  static Condition sql(String expression) {
    return new Written(SqlExpression.of(expression));
  }

  private static List<Condition> requireSome(List<Condition> conditions) {
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException("A combination of conditions needs at least one.");
    }
    return List.copyOf(conditions);
  }
}
