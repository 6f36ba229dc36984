package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.UnsupportedOperations;
import dev.anabranch.operation.OperationException;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.SqlValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Refuses what Oracle cannot do, before anything is sent, and says what to do instead.
 *
 * @param types the types of the release
 */
record OracleRefusals(OracleTypes types) {

  /** The product's name as people know it. */
  static final String TITLE = "Oracle Database";

  private static final int LONGEST_COMMENT = 4_000;
  private static final List<String> METHODS = List.of(OracleIndexes.BITMAP, OracleIndexes.REVERSE);

  /** Returns the refusal of an operation. */
  OperationException refuse(String what, String reason, String wayRound) {
    return new UnsupportedOperations(TITLE, types.version()).refuse(what, reason, wayRound);
  }

  private void requirePossible(String what, Optional<Unsupported> cannot) {
    if (cannot.isPresent()) {
      throw refuse(what, cannot.get().reason(), cannot.get().wayRound());
    }
  }

  void checkTable(String what, Table table) {
    OracleOptions options = new OracleOptions(table.options(), types.dialectNames());
    checkOptions(what, OracleOptions.Owner.TABLE, options);
    if (options.has(OracleOptions.ORGANIZATION) && table.primaryKey().isEmpty()) {
      throw refuse(
          what,
          "a table whose rows lie in an index has a primary key",
          "Give the table a primary key.");
    } else if (options.has(OracleOptions.ON_COMMIT)
        && (options.has(OracleOptions.TABLESPACE) || options.has(OracleOptions.ORGANIZATION))) {
      throw refuse(
          what,
          "a temporary table lies in the temporary tablespace, as a heap",
          "Leave tablespace and organization away.");
    }
    if (table.columns().stream()
            .filter(column -> column.value() instanceof ColumnValue.Identity)
            .count()
        > 1) {
      throw refuse(
          what,
          "a table has at most one identity (ORA-30669)",
          "Let the other column default to the next value of a sequence.");
    }
    table.columns().forEach(column -> checkColumn(what, column));
    table.constraints().forEach(constraint -> checkConstraint(what, constraint));
    table.indexes().forEach(index -> checkIndex(what, index));
    table.comment().ifPresent(text -> checkComment(what, text));
  }

  void checkColumn(String what, Column column) {
    OracleOptions options = new OracleOptions(column.options(), types.dialectNames());
    checkOptions(what, OracleOptions.Owner.COLUMN, options);
    requirePossible(what, types.cannot(column.type()));
    checkValue(what, column.value());
    column.comment().ifPresent(text -> checkComment(what, text));
    boolean givesWay =
        column.value() instanceof ColumnValue.Default
            || (column.value() instanceof ColumnValue.Identity identity
                && identity.generation() == ColumnValue.Generation.BY_DEFAULT);
    if (options.has(OracleOptions.ON_NULL) && !givesWay) {
      throw refuse(
          what,
          "on-null stands beside a default or an identity by default",
          "Leave the option away.");
    }
  }

  void checkValue(String what, ColumnValue value) {
    if (value instanceof ColumnValue.Default given) {
      checkValue(what, given.value());
    } else if (value instanceof ColumnValue.Computed computed
        && computed.storage() == ColumnValue.Storage.STORED) {
      throw refuse(
          what,
          "it computes columns when they are read",
          "Say ColumnValue.Storage.VIRTUAL, which can be indexed, or let a trigger store the value.");
    }
  }

  void checkValue(String what, SqlValue value) {
    if (value == SqlValue.Current.TIME) {
      requirePossible(what, OracleTypes.NO_TIME_OF_DAY);
    } else if (value instanceof SqlValue.Constant constant) {
      requirePossible(what, OracleLiterals.cannot(constant.literal()));
    }
  }

  void checkComment(String what, String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_COMMENT) {
      throw refuse(what, "a comment has at most 4,000 bytes", "Shorten the comment.");
    }
  }

  void checkConstraint(String what, TableConstraint constraint) {
    if (constraint instanceof ForeignKey key) {
      checkRules(what, key.rules());
    } else if (constraint instanceof UniqueConstraint unique
        && unique.nulls() == UniqueConstraint.Nulls.NOT_DISTINCT) {
      throw refuseEqualNulls(what);
    } else if (constraint instanceof ExclusionConstraint) {
      throw refuse(
          what,
          "it has no exclusion constraints",
          "Use a unique constraint, or a trigger that refuses the row.");
    }
  }

  private OperationException refuseEqualNulls(String what) {
    return refuse(
        what,
        "nulls are different from each other in its unique rules",
        "Create a unique index over an expression that puts a value in the place of null.");
  }

  private void checkRules(String what, ForeignKey.Rules rules) {
    if (rules.match() == ForeignKey.Match.FULL) {
      throw refuse(
          what,
          "it knows MATCH SIMPLE only",
          "Add a check constraint that the columns are all null or all not null.");
    } else if (rules.onDelete() == ReferentialAction.SET_DEFAULT) {
      throw refuse(
          what,
          "a row that is deleted can cascade or set null, and nothing else",
          "Use cascade or set null, or a trigger.");
    } else if (rules.onUpdate() != ReferentialAction.NO_ACTION) {
      throw refuse(
          what,
          "it refuses to change a key that is referred to",
          "Leave onUpdate away; change keys in a transaction with deferrable constraints.");
    }
  }

  void checkIndex(String what, Index index) {
    Index.Details details = index.details();
    checkOptions(
        what,
        OracleOptions.Owner.INDEX,
        new OracleOptions(details.options(), types.dialectNames()));
    if (index.name().isEmpty()) {
      throw refuse(what, "an index has a name", "Name the index.");
    } else if (index.uniqueness() == Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT) {
      throw refuseEqualNulls(what);
    } else if (details.where().isPresent()) {
      throw refuse(
          what,
          "its indexes hold every row that is not null",
          "Index an expression that is null elsewhere, such as CASE WHEN condition THEN column END.");
    } else if (!details.include().isEmpty()) {
      throw refuse(
          what,
          "its indexes hold no columns that they do not sort by",
          "Name the included columns behind those that are sorted by.");
    }
    checkMethod(what, index);
    index.parts().forEach(part -> checkPart(what, part));
  }

  private void checkMethod(String what, Index index) {
    Optional<String> method = index.details().method();
    if (method.isPresent() && !METHODS.contains(method.get())) {
      throw refuse(
          what,
          "the index method " + method.get() + " is not known",
          "Use bitmap or reverse, or leave the method away; op.execute creates domain indexes.");
    } else if (method.filter(OracleIndexes.BITMAP::equals).isPresent() && index.isUnique()) {
      throw refuse(what, "a bitmap index is not unique", "Leave the method away.");
    }
  }

  private void checkPart(String what, IndexPart part) {
    if (part.nulls() != IndexPart.Nulls.AS_BY_DEFAULT) {
      throw refuse(
          what,
          "its indexes sort nulls as the largest value, always",
          "Leave nulls away: they stand last, or first in descending order.");
    } else if (part.prefixLength().isPresent()) {
      throw refuse(
          what, "it indexes whole values", "Index an expression such as SUBSTR(column, 1, 10).");
    } else if (part.operatorClass().isPresent()) {
      throw refuse(what, "it has no operator classes", "Leave the operator class away.");
    }
  }

  void checkView(String what, View view) {
    OracleOptions.Owner owner =
        view.kind() == View.Kind.MATERIALIZED
            ? OracleOptions.Owner.MATERIALIZED_VIEW
            : OracleOptions.Owner.VIEW;
    checkOptions(what, owner, new OracleOptions(view.options(), types.dialectNames()));
    view.comment().ifPresent(text -> checkComment(what, text));
  }

  private void checkOptions(String what, OracleOptions.Owner owner, OracleOptions options) {
    Optional<String> unknown = options.unknown(owner);
    if (unknown.isPresent()) {
      throw refuse(
          what,
          "the option oracle " + unknown.get() + " of a " + owner.words() + " is not known",
          "docs/reference/dialects/oracle.md lists the options.");
    }
  }
}
