package dev.anabranch.operation;

import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Nullability;
import dev.anabranch.sql.SqlExpression;
import java.util.Objects;
import java.util.Optional;

/** One change of a column. Given what was before, it can be taken back. */
public sealed interface ColumnChange {

  /** What of a column changes; an alteration changes each at most once. */
  enum Aspect {
    /** The type. */
    TYPE,
    /** Whether it may be null. */
    NULLABILITY,
    /** Where its value comes from. */
    VALUE,
    /** The comment. */
    COMMENT
  }

  /** Returns what of the column changes. */
  Aspect aspect();

  /** Returns the change back, if it is known. */
  Optional<ColumnChange> inverse();

  /**
   * Another type.
   *
   * @param to the new type
   * @param from the type before, if the author gives it
   * @param using how a value of the new type is made from the old; empty for the server's own way
   */
  record Type(DataType to, Optional<DataType> from, Optional<SqlExpression> using)
      implements ColumnChange {

    /** Checks that the type is there. */
    public Type {
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(using, "using");
    }

    @Override
    public Aspect aspect() {
      return Aspect.TYPE;
    }

    // How values get back is not known from how they came: the server's own way is tried.
    @Override
    public Optional<ColumnChange> inverse() {
      return from.map(before -> new Type(before, Optional.of(to), Optional.empty()));
    }

    /** Returns the same change with the type before, so that it can be taken back. */
    public Type from(DataType before) {
      return new Type(to, Optional.of(before), using);
    }

    /** Returns the same change with a rule that makes the new values. */
    public Type using(SqlExpression expression) {
      return new Type(to, from, Optional.of(expression));
    }

    /** Returns the same change with a rule that makes the new values. */
    public Type using(String expression) {
      return using(SqlExpression.of(expression));
    }
  }

  /**
   * Null allowed or not; the inverse is the opposite.
   *
   * @param to what holds then
   */
  record Null(Nullability to) implements ColumnChange {

    /** Checks that it is there. */
    public Null {
      Objects.requireNonNull(to, "to");
    }

    @Override
    public Aspect aspect() {
      return Aspect.NULLABILITY;
    }

    @Override
    public Optional<ColumnChange> inverse() {
      return Optional.of(
          new Null(to == Nullability.NULLABLE ? Nullability.NOT_NULL : Nullability.NULLABLE));
    }
  }

  /**
   * A default, an identity or a computation instead of another.
   *
   * @param to where the value comes from then; {@link ColumnValue.None} for nowhere
   * @param from where it came from before, if the author says so
   */
  record Value(ColumnValue to, Optional<ColumnValue> from) implements ColumnChange {

    /** Checks that it is there. */
    public Value {
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(from, "from");
    }

    @Override
    public Aspect aspect() {
      return Aspect.VALUE;
    }

    @Override
    public Optional<ColumnChange> inverse() {
      return from.map(before -> new Value(before, Optional.of(to)));
    }

    /** Returns the same change with what was before, so that it can be taken back. */
    public Value from(ColumnValue before) {
      return new Value(to, Optional.of(before));
    }
  }

  /**
   * Another comment.
   *
   * @param to the text; empty text for no comment
   * @param from the text before, if the author gives it
   */
  record Comment(String to, Optional<String> from) implements ColumnChange {

    /** Checks that the text is there. */
    public Comment {
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(from, "from");
    }

    @Override
    public Aspect aspect() {
      return Aspect.COMMENT;
    }

    @Override
    public Optional<ColumnChange> inverse() {
      return from.map(before -> new Comment(before, Optional.of(to)));
    }

    /** Returns the same change with the text before, so that it can be taken back. */
    public Comment from(String before) {
      return new Comment(to, Optional.of(before));
    }
  }
}
