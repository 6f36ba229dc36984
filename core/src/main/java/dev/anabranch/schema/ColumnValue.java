package dev.anabranch.schema;

import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import java.util.Objects;

/** Where the value of a column comes from when a row gives none. */
public sealed interface ColumnValue {

  /** From nowhere: it is null, or the row is refused. */
  record None() implements ColumnValue {}

  /**
   * From a default.
   *
   * @param value a constant, an expression, the present moment, or a sequence's next number
   */
  record Default(SqlValue value) implements ColumnValue {
    /** Checks that the value is there. */
    public Default {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * From a sequence that belongs to the column.
   *
   * @param generation whether a row may give a value of its own
   * @param options how it counts
   */
  record Identity(Generation generation, SequenceOptions options) implements ColumnValue {
    /** Checks that both parts are there. */
    public Identity {
      Objects.requireNonNull(generation, "generation");
      Objects.requireNonNull(options, "options");
    }
  }

  /**
   * From the other columns of the row, always.
   *
   * @param expression how it is computed
   * @param storage when it is computed
   */
  record Computed(SqlExpression expression, Storage storage) implements ColumnValue {
    /** Checks that both parts are there. */
    public Computed {
      Objects.requireNonNull(expression, "expression");
      Objects.requireNonNull(storage, "storage");
    }
  }

  /** Whether a row may give a value to an identity column. */
  enum Generation {
    /** Never. */
    ALWAYS,
    /** It may. */
    BY_DEFAULT
  }

  /** When a computed column is computed. */
  enum Storage {
    /** When the row is written; the value takes space. */
    STORED,
    /** When the row is read. */
    VIRTUAL
  }

  /** Returns the value from nowhere. */
  static ColumnValue none() {
    return new None();
  }
}
