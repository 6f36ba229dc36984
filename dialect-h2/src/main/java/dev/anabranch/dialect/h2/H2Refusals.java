package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.UnsupportedOperations;
import dev.anabranch.operation.OperationException;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;

/** Refuses what H2 cannot do, before anything is sent, and says what to do instead. */
final class H2Refusals {

  private final UnsupportedOperations unsupported;
  private final List<String> dialectNames;

  H2Refusals(ServerVersion version, List<String> dialectNames) {
    this.unsupported = new UnsupportedOperations("H2", version);
    this.dialectNames = List.copyOf(dialectNames);
  }

  /** Returns the refusal of an operation. */
  OperationException refuse(String what, String reason, String wayRound) {
    return unsupported.refuse(what, reason, wayRound);
  }

  void checkTable(String what, Table table) {
    checkOption(what, "table", H2Options.unknown(table.options(), dialectNames));
    table.columns().forEach(column -> checkColumn(what, column));
    table.constraints().forEach(constraint -> checkConstraint(what, constraint));
    table.indexes().forEach(index -> checkIndex(what, index));
  }

  void checkColumn(String what, Column column) {
    checkOption(what, "column", H2Options.unknownOfColumn(column.options(), dialectNames));
    if (column.collation().isPresent()) {
      throw refuse(
          what,
          "the column " + column.name() + " has a collation, and H2 has one for the whole database",
          "Set the collation of the database with SET DATABASE COLLATION.");
    }
    checkValue(what, column.value());
  }

  void checkValue(String what, ColumnValue value) {
    if (value instanceof ColumnValue.Computed computed
        && computed.storage() == ColumnValue.Storage.VIRTUAL) {
      throw refuse(
          what,
          "it stores every computed column",
          "Say ColumnValue.Storage.STORED, or compute the value in a view.");
    }
  }

  void checkConstraint(String what, TableConstraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      checkDeferrability(what, key.deferrability());
    } else if (constraint instanceof UniqueConstraint unique) {
      checkDeferrability(what, unique.deferrability());
    } else if (constraint instanceof ForeignKey key) {
      checkDeferrability(what, key.rules().deferrability());
      checkMatch(what, key.rules().match());
    } else if (constraint instanceof ExclusionConstraint) {
      throw refuse(
          what,
          "it has no exclusion constraints",
          "Use a unique constraint, or a trigger that refuses the row.");
    }
  }

  private void checkDeferrability(String what, Deferrability deferrability) {
    if (deferrability != Deferrability.NOT_DEFERRABLE) {
      throw refuse(
          what,
          "it checks constraints behind each statement",
          "Leave deferrability away, and write rows in the order that the constraint asks for.");
    }
  }

  private void checkMatch(String what, ForeignKey.Match match) {
    if (match == ForeignKey.Match.FULL) {
      throw refuse(
          what,
          "it knows MATCH SIMPLE only",
          "Add a check constraint that the columns are all null or all not null.");
    }
  }

  void checkIndex(String what, Index index) {
    index.parts().forEach(part -> checkPart(what, part));
    Index.Details details = index.details();
    checkOption(what, "index", H2Options.unknown(details.options(), dialectNames));
    if (details.method().filter(method -> !method.equals(H2Ddl.SPATIAL_METHOD)).isPresent()) {
      throw refuse(
          what,
          "it has no index method but spatial",
          "Leave the method away for this product with op.on.");
    } else if (details.where().isPresent()) {
      throw refuse(
          what,
          "its indexes hold every row",
          "Leave the condition away, or index a computed column that is null elsewhere.");
    } else if (details.visibility() == Index.Visibility.INVISIBLE) {
      throw refuse(
          what, "it plans with every index", "Leave the index visible, or drop it altogether.");
    } else if (!details.include().isEmpty() && !index.isUnique()) {
      throw refuse(
          what,
          "it includes columns in unique indexes only",
          "Name the included columns behind those that are sorted by.");
    }
  }

  private void checkPart(String what, IndexPart part) {
    if (part.key() instanceof IndexPart.ExpressionKey) {
      throw refuse(what, "it has no indexes over expressions", "Index a computed column instead.");
    } else if (part.prefixLength().isPresent()) {
      throw refuse(
          what,
          "it indexes whole values",
          "Leave the prefix away, or index a computed column with the beginning of the text.");
    } else if (part.operatorClass().isPresent()) {
      throw refuse(what, "it has no operator classes", "Leave the operator class away.");
    }
  }

  private void checkOption(String what, String owner, Optional<String> unknown) {
    if (unknown.isPresent()) {
      throw refuse(
          what,
          "the option h2 " + unknown.get() + " of a " + owner + " is not known",
          "docs/reference/dialects/h2.md lists the options.");
    }
  }

  void checkNoOptions(String what, String owner, DialectOptions options) {
    checkOption(what, owner, H2Options.unknown(options, dialectNames));
  }
}
