package dev.anabranch.diff;

import dev.anabranch.operation.AddConstraint;
import dev.anabranch.operation.ChangeTableComment;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.DropTable;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares tables. For one thread. */
final class TableComparison {

  private final Differences found;
  private final Leaning leaning;
  private final Renames renames;
  private final ColumnComparison columns;
  private final ConstraintComparison constraints;
  private final IndexComparison indexes;

  TableComparison(
      Differences found,
      Leaning leaning,
      Renames renames,
      EnumColumns enums,
      ComparisonRules rules) {
    this.found = found;
    this.leaning = leaning;
    this.renames = renames;
    this.columns = new ColumnComparison(found, leaning, enums);
    this.constraints = new ConstraintComparison(found, leaning, rules);
    this.indexes = new IndexComparison(found, leaning, rules);
  }

  void table(Pair<Table> pair) {
    if (pair.expected().isPresent() && pair.actual().isPresent()) {
      table(pair.expected().get(), pair.actual().get());
    }
    pair.missing().ifPresent(table -> found.missing(subject(table), creation(table)));
    pair.unexpected().ifPresent(table -> found.unexpected(subject(table), removal(table)));
  }

  private static Subject subject(Table table) {
    return Subject.of("table", table.name());
  }

  private void table(Table expected, Table actual) {
    Table behind = renames.apply(actual);
    Subject subject = subject(expected);
    found.changed(
        subject,
        new Changes()
            .optional(Aspect.COMMENT, expected.comment(), actual.comment(), text -> text)
            .all(),
        List.of(
            new ChangeTableComment(
                expected.name(),
                expected.comment().orElse(""),
                Optional.of(actual.comment().orElse("")))));
    found.changed(
        subject, new Changes().options(expected.options(), actual.options()).all(), List.of());
    found.changed(
        subject,
        new Changes()
            .of(
                Aspect.COLUMN_ORDER,
                shared(expected, behind),
                shared(behind, expected),
                Words::names)
            .all(),
        List.of());
    Optional.ofNullable(renames.byTable().get(expected.name())).ifPresent(columns::renamed);
    columns.compare(expected, behind);
    constraints.compare(expected, behind, actual);
    indexes.compare(expected, behind, actual);
  }

  /** Returns the columns of a table that another one has as well, in their order. */
  private static List<Identifier> shared(Table table, Table other) {
    Set<Identifier> names = new HashSet<>();
    other.columns().forEach(column -> names.add(column.name()));
    return table.columns().stream().map(Column::name).filter(names::contains).toList();
  }

  // Foreign keys come behind all tables and go before them, so that they may run in circles.

  private static List<Operation> creation(Table table) {
    List<Operation> operations = new ArrayList<>();
    List<TableConstraint> own = new ArrayList<>();
    for (TableConstraint constraint : table.constraints()) {
      if (refersElsewhere(table, constraint)) {
        operations.add(new AddConstraint(table.name(), constraint));
      } else {
        own.add(constraint);
      }
    }
    operations.add(new CreateTable(table.withConstraints(own), Existence.STRICT));
    return operations;
  }

  private List<Operation> removal(Table table) {
    List<Operation> operations = new ArrayList<>(leaning.viewsOf(table.name()));
    operations.addAll(leaning.keysTo(table.name()));
    List<TableConstraint> own = new ArrayList<>();
    for (TableConstraint constraint : table.constraints()) {
      if (refersElsewhere(table, constraint) && constraint.name().isPresent()) {
        operations.add(Leaning.drop(table.name(), constraint));
      } else {
        own.add(constraint);
      }
    }
    operations.add(
        new DropTable(table.name(), Existence.STRICT, Optional.of(table.withConstraints(own))));
    return operations;
  }

  private static boolean refersElsewhere(Table table, TableConstraint constraint) {
    return constraint instanceof ForeignKey key && !key.referredTable().equals(table.name());
  }
}
