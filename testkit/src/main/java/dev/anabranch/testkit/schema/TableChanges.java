package dev.anabranch.testkit.schema;

import dev.anabranch.operation.AlterColumn;
import dev.anabranch.operation.ColumnChange;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.RenameColumn;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What operations make of one table. */
final class TableChanges {

  private TableChanges() {}

  private static AbsentObjectException absent(Table table, Identifier name) {
    return new AbsentObjectException("The table " + table.name() + " has no " + name + ".");
  }

  private static <T> List<T> replaced(
      Table table,
      List<T> all,
      Function<T, Optional<Identifier>> nameOf,
      Identifier name,
      T other) {
    List<T> changed = new ArrayList<>();
    for (T each : all) {
      changed.add(nameOf.apply(each).filter(name::equals).isPresent() ? other : each);
    }
    if (changed.equals(all)) {
      throw absent(table, name);
    }
    return changed;
  }

  private static <T> List<T> without(
      Table table,
      List<T> all,
      Function<T, Optional<Identifier>> nameOf,
      Identifier name,
      Existence existence) {
    List<T> fewer =
        all.stream().filter(each -> nameOf.apply(each).filter(name::equals).isEmpty()).toList();
    if (fewer.size() == all.size() && existence == Existence.STRICT) {
      throw absent(table, name);
    }
    return fewer;
  }

  private static <T> List<T> with(List<T> all, T added) {
    List<T> more = new ArrayList<>(all);
    more.add(added);
    return more;
  }

  // Columns.

  static Table with(Table table, Column column, Existence existence) {
    return existence == Existence.TOLERANT && table.column(column.name()).isPresent()
        ? table
        : table.withColumns(with(table.columns(), column));
  }

  static Table without(Table table, Identifier column, Existence existence) {
    return table.withColumns(
        without(table, table.columns(), each -> Optional.of(each.name()), column, existence));
  }

  static Table altered(Table table, AlterColumn operation) {
    Column column =
        table.column(operation.column()).orElseThrow(() -> absent(table, operation.column()));
    for (ColumnChange change : operation.changes()) {
      column = altered(column, change);
    }
    Column last = column;
    return table.withColumns(
        table.columns().stream()
            .map(each -> each.name().equals(last.name()) ? last : each)
            .toList());
  }

  private static Column altered(Column column, ColumnChange change) {
    if (change instanceof ColumnChange.Type type) {
      return column.withType(type.to());
    } else if (change instanceof ColumnChange.Null nullability) {
      return column.withNullability(nullability.to());
    } else if (change instanceof ColumnChange.Value value) {
      return column.withValue(value.to());
    }
    return column.withComment(((ColumnChange.Comment) change).to());
  }

  /** Returns the table with the values of an enum type in all columns of that type. */
  static Table withValues(Table table, EnumType type) {
    return table.withColumns(
        table.columns().stream()
            .map(
                column ->
                    column.type() instanceof DataType.Enumeration enumeration
                            && enumeration.name().equals(type.name())
                        ? column.withType(new DataType.Enumeration(type.name(), type.values()))
                        : column)
            .toList());
  }

  static Table commented(Table table, String comment) {
    return new Table(
        table.name(),
        table.columns(),
        table.constraints(),
        table.indexes(),
        Optional.of(comment),
        table.options());
  }

  // Constraints and indexes.

  static Table with(Table table, TableConstraint constraint) {
    return table.withConstraints(with(table.constraints(), constraint));
  }

  static Table withoutConstraint(Table table, Identifier name, Existence existence) {
    return table.withConstraints(
        without(table, table.constraints(), TableConstraint::name, name, existence));
  }

  static Table renamedConstraint(Table table, Identifier from, Identifier to) {
    TableConstraint constraint =
        table.constraints().stream()
            .filter(each -> each.name().filter(from::equals).isPresent())
            .findFirst()
            .orElseThrow(() -> absent(table, from));
    return table.withConstraints(
        replaced(table, table.constraints(), TableConstraint::name, from, constraint.withName(to)));
  }

  static Table with(Table table, Index index, Existence existence) {
    boolean there = table.indexes().stream().anyMatch(each -> each.name().equals(index.name()));
    return there && existence == Existence.TOLERANT
        ? table
        : table.withIndexes(with(table.indexes(), index));
  }

  static Table withoutIndex(Table table, Identifier name, Existence existence) {
    return table.withIndexes(without(table, table.indexes(), Index::name, name, existence));
  }

  static Table renamedIndex(Table table, Identifier from, Identifier to) {
    Index index =
        table.indexes().stream()
            .filter(each -> each.name().filter(from::equals).isPresent())
            .findFirst()
            .orElseThrow(() -> absent(table, from));
    return table.withIndexes(
        replaced(table, table.indexes(), Index::name, from, index.withName(to)));
  }

  // Names that stand in other places as well.

  static Table renamed(Table table, QualifiedName from, QualifiedName to) {
    Table renamed = table.name().equals(from) ? table.withName(to) : table;
    return renamed.withConstraints(
        renamed.constraints().stream()
            .map(
                constraint ->
                    constraint instanceof ForeignKey key && key.referredTable().equals(from)
                        ? new ForeignKey(
                            key.name(), key.columns(), to, key.referredColumns(), key.rules())
                        : constraint)
            .toList());
  }

  static Table renamedColumn(Table table, RenameColumn operation) {
    boolean own = table.name().equals(operation.table());
    if (own && table.column(operation.from()).isEmpty()) {
      throw absent(table, operation.from());
    }
    List<TableConstraint> constraints =
        table.constraints().stream()
            .map(constraint -> renamedColumn(constraint, operation, own))
            .toList();
    if (!own) {
      return table.withConstraints(constraints);
    }
    return new Table(
        table.name(),
        table.columns().stream()
            .map(
                column ->
                    column.name().equals(operation.from())
                        ? column.withName(operation.to())
                        : column)
            .toList(),
        constraints,
        table.indexes().stream().map(index -> renamedColumn(index, operation)).toList(),
        table.comment(),
        table.options());
  }

  private static List<Identifier> renamed(List<Identifier> names, RenameColumn operation) {
    return names.stream()
        .map(name -> name.equals(operation.from()) ? operation.to() : name)
        .toList();
  }

  private static TableConstraint renamedColumn(
      TableConstraint constraint, RenameColumn operation, boolean own) {
    if (constraint instanceof ForeignKey key) {
      return new ForeignKey(
          key.name(),
          own ? renamed(key.columns(), operation) : key.columns(),
          key.referredTable(),
          key.referredTable().equals(operation.table())
              ? renamed(key.referredColumns(), operation)
              : key.referredColumns(),
          key.rules());
    } else if (own && constraint instanceof PrimaryKey key) {
      return new PrimaryKey(key.name(), renamed(key.columns(), operation), key.deferrability());
    } else if (own && constraint instanceof UniqueConstraint unique) {
      return new UniqueConstraint(
          unique.name(),
          renamed(unique.columns(), operation),
          unique.nulls(),
          unique.deferrability());
    } else if (own && constraint instanceof ExclusionConstraint exclusion) {
      return new ExclusionConstraint(
          exclusion.name(),
          exclusion.method(),
          exclusion.elements().stream()
              .map(
                  element ->
                      new ExclusionConstraint.Element(
                          renamedColumn(element.part(), operation), element.operator()))
              .toList(),
          exclusion.where(),
          exclusion.deferrability());
    }
    return constraint;
  }

  private static Index renamedColumn(Index index, RenameColumn operation) {
    Index.Details details = index.details();
    return new Index(
        index.name(),
        index.uniqueness(),
        index.parts().stream().map(part -> renamedColumn(part, operation)).toList(),
        new Index.Details(
            details.method(),
            renamed(details.include(), operation),
            details.where(),
            details.visibility(),
            details.options()));
  }

  private static IndexPart renamedColumn(IndexPart part, RenameColumn operation) {
    return part.column().filter(operation.from()::equals).isPresent()
        ? new IndexPart(
            new IndexPart.ColumnKey(operation.to()),
            part.order(),
            part.nulls(),
            part.prefixLength(),
            part.operatorClass())
        : part;
  }
}
