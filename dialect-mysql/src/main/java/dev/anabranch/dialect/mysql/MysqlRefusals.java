package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.UnsupportedOperations;
import dev.anabranch.operation.OperationException;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.SchemaWords;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.util.Objects;

/**
 * Refuses what a release cannot do with columns and constraints, before anything is sent, and says
 * what to do instead.
 *
 * @param features what the release knows
 * @param types its types
 * @param unsupported puts a refusal into words
 */
record MysqlRefusals(MysqlFeatures features, MysqlTypes types, UnsupportedOperations unsupported) {

  private static final int DECIMAL_DIGITS = 65;
  private static final int DECIMAL_SCALE = 30;
  private static final int FIXED_LENGTH = 255;
  private static final int ROW_LENGTH = 65_535;
  private static final int FRACTION = 6;

  /** Characters beyond are not kept in comments and names (MySQL 8.0 Reference Manual, 9.2). */
  private static final int LAST_CHARACTER = 0xffff;

  /** Checks that all parts are there. */
  MysqlRefusals {
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(types, "types");
    Objects.requireNonNull(unsupported, "unsupported");
  }

  /** Returns the refusal of an operation. */
  OperationException refuse(String what, String reason, String wayRound) {
    return unsupported.refuse(what, reason, wayRound);
  }

  void checkColumn(String what, Column column) {
    checkType(what, column.type());
    checkValue(what, column.value());
    column.comment().ifPresent(text -> checkComment(what, text));
    column.collation().ifPresent(name -> checkCollation(what, name));
    if (!column.isNullable()
        && column.value() instanceof ColumnValue.Computed
        && !features.has(MysqlFeature.NOT_NULL_COMPUTED)) {
      throw refuse(
          what,
          "the computed column " + column.name() + " cannot be NOT NULL",
          "Let it be null, and add a check constraint that it is not.");
    }
  }

  private void checkCollation(String what, String name) {
    if (!MysqlOption.COLLATE.takes(name)) {
      throw refuse(
          what,
          "\"" + name + "\" is no name of a collation",
          "SHOW COLLATION lists those of the server.");
    }
  }

  /** Refuses names with letters that the server would lose. */
  void checkLetters(String what, String names) {
    if (names.codePoints().anyMatch(c -> c > LAST_CHARACTER)) {
      throw refuse(
          what,
          "a name cannot hold characters beyond U+FFFF",
          "Leave such characters, for instance emoji, out of the name.");
    }
  }

  void checkComment(String what, String text) {
    if (text.codePoints().anyMatch(c -> c > LAST_CHARACTER)) {
      throw refuse(
          what,
          "a comment cannot hold characters beyond U+FFFF, and the server would write question"
              + " marks in their place",
          "Leave such characters, for instance emoji, out of the comment.");
    }
  }

  void checkType(String what, DataType type) {
    DataType own = types.own(type);
    if (own instanceof DataType.Array) {
      throw refuse(
          what,
          "it has no arrays",
          "Use json() on this product, as in type.on(\"mysql\", json()), or a table of its own.");
    } else if (own instanceof DataType.Interval) {
      throw refuse(
          what,
          "it has no type for spans of time",
          "Keep a number of seconds or months: type.on(\"mysql\", bigint()).");
    } else if (own instanceof DataType.Numeric number
        && (number.precision() > DECIMAL_DIGITS || number.scale() > DECIMAL_SCALE)) {
      throw tooLarge(what, own, "DECIMAL has up to 65 digits, 30 of them behind the point");
    }
    checkLength(what, own);
    checkFraction(what, own);
  }

  private void checkLength(String what, DataType type) {
    if (type instanceof DataType.Char text && text.length() > FIXED_LENGTH) {
      throw tooLarge(what, type, "CHAR has up to 255 characters");
    } else if (type instanceof DataType.Binary bytes && bytes.length() > FIXED_LENGTH) {
      throw tooLarge(what, type, "BINARY has up to 255 bytes");
    } else if (type instanceof DataType.Varchar text && text.length() > ROW_LENGTH) {
      throw tooLarge(what, type, "a row has up to 65,535 bytes");
    } else if (type instanceof DataType.Varbinary bytes && bytes.length() > ROW_LENGTH) {
      throw tooLarge(what, type, "a row has up to 65,535 bytes");
    }
  }

  private void checkFraction(String what, DataType type) {
    int precision =
        type instanceof DataType.Time time ? time.precision() : types.precision(type).orElse(0);
    if (precision > FRACTION) {
      throw tooLarge(what, type, "a second has up to 6 digits behind the point");
    }
  }

  private OperationException tooLarge(String what, DataType type, String limit) {
    return refuse(
        what,
        SchemaWords.of(type) + " is too large: " + limit,
        "Give this product another type: type.on(\"mysql\", ...).");
  }

  void checkValue(String what, ColumnValue value) {
    if (value instanceof ColumnValue.Identity identity) {
      checkIdentity(what, identity);
    } else if (value instanceof ColumnValue.Default given) {
      checkDefault(what, given.value());
    }
  }

  private void checkIdentity(String what, ColumnValue.Identity identity) {
    if (identity.generation() == ColumnValue.Generation.ALWAYS) {
      throw refuse(
          what,
          "AUTO_INCREMENT takes the numbers that rows bring",
          "Say ColumnValue.Generation.BY_DEFAULT.");
    } else if (!identity.options().equals(SequenceOptions.defaults())) {
      throw refuse(
          what,
          "AUTO_INCREMENT counts upwards by 1, without an end",
          "Leave the options away. The table may begin at another number:"
              + " option(\"mysql\", \"auto_increment\", \"100\").");
    }
  }

  private void checkDefault(String what, SqlValue value) {
    if (value instanceof SqlValue.NextValue && !features.has(MysqlFeature.SEQUENCES)) {
      throw refuse(what, "it has no sequences", "Let the column be an identity.");
    } else if (isExpression(value) && !features.has(MysqlFeature.EXPRESSION_DEFAULTS)) {
      throw refuse(
          what,
          "a default is a constant or CURRENT_TIMESTAMP before 8.0.13",
          "Set the value with a trigger, or give it with each row.");
    }
  }

  private static boolean isExpression(SqlValue value) {
    return value instanceof SqlValue.Computed
        || (value instanceof SqlValue.Constant constant
            && constant.literal() instanceof SqlLiteral.Moment)
        || value == SqlValue.Current.DATE
        || value == SqlValue.Current.TIME;
  }

  void checkConstraint(String what, TableConstraint constraint) {
    if (constraint instanceof ExclusionConstraint) {
      throw refuse(
          what,
          "it has no exclusion constraints",
          "Use a unique constraint, or a trigger that refuses the row.");
    } else if (constraint instanceof PrimaryKey key) {
      checkDeferrability(what, key.deferrability());
    } else if (constraint instanceof UniqueConstraint unique) {
      checkDeferrability(what, unique.deferrability());
      if (unique.nulls() == UniqueConstraint.Nulls.NOT_DISTINCT) {
        throw equalNulls(what);
      }
    } else if (constraint instanceof ForeignKey key) {
      checkForeignKey(what, key.rules());
    } else if (constraint instanceof CheckConstraint && !features.has(MysqlFeature.CHECKS)) {
      throw refuse(
          what, "check constraints came with 8.0.16", "Use a trigger that refuses the row.");
    }
  }

  /** Returns the refusal of a unique rule to which two nulls are the same. */
  OperationException equalNulls(String what) {
    return refuse(
        what,
        "a unique index takes any number of nulls",
        "Make a unique index over an expression or a computed column that is never null.");
  }

  private void checkForeignKey(String what, ForeignKey.Rules rules) {
    checkDeferrability(what, rules.deferrability());
    if (rules.match() == ForeignKey.Match.FULL) {
      throw refuse(
          what,
          "it reads MATCH FULL and passes it over, with the actions behind it",
          "Add a check constraint that the columns are all null or all not null.");
    } else if (rules.onDelete() == ReferentialAction.SET_DEFAULT
        || rules.onUpdate() == ReferentialAction.SET_DEFAULT) {
      throw refuse(
          what,
          "InnoDB does not do SET DEFAULT",
          "Use SET NULL, or a trigger that sets the value.");
    }
  }

  private void checkDeferrability(String what, Deferrability deferrability) {
    if (deferrability != Deferrability.NOT_DEFERRABLE) {
      throw refuse(
          what,
          "it checks constraints with each row",
          "Leave deferrability away, and write rows in the order that the constraint asks for.");
    }
  }
}
