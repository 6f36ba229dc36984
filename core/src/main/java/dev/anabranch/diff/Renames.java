package dev.anabranch.diff;

import dev.anabranch.operation.RenameColumn;
import dev.anabranch.schema.Column;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The columns that have another name than they should have, by their table.
 *
 * <p>A table is looked at as it will be behind the renaming, so that keys and indexes of such a
 * column do not differ for it. SQL in conditions and expressions is left as it is.
 */
record Renames(Map<QualifiedName, RenameColumn> byTable) {

  /** Returns the renamed columns of tables that are on both sides. */
  static Renames find(List<Pair<Table>> tables) {
    Map<QualifiedName, RenameColumn> found = new LinkedHashMap<>();
    for (Pair<Table> pair : tables) {
      if (pair.expected().isPresent() && pair.actual().isPresent()) {
        find(pair.expected().get(), pair.actual().get())
            .ifPresent(rename -> found.put(rename.table(), rename));
      }
    }
    return new Renames(found);
  }

  // One of each only: of two, nobody could say which is which.
  private static Optional<RenameColumn> find(Table expected, Table actual) {
    List<Integer> missing = without(expected, actual);
    List<Integer> unexpected = without(actual, expected);
    if (missing.size() != 1 || !missing.equals(unexpected)) {
      return Optional.empty();
    }
    Column should = expected.columns().get(missing.get(0));
    Column is = actual.columns().get(missing.get(0));
    return is.withName(should.name()).equals(should)
        ? Optional.of(new RenameColumn(expected.name(), is.name(), should.name()))
        : Optional.empty();
  }

  /** Returns the places of the columns that another table does not have. */
  private static List<Integer> without(Table table, Table other) {
    Set<Identifier> names = new HashSet<>();
    other.columns().forEach(column -> names.add(column.name()));
    return IntStream.range(0, table.columns().size())
        .filter(place -> !names.contains(table.columns().get(place).name()))
        .boxed()
        .toList();
  }

  /** Returns a table as it is behind the renaming; its lists keep their order. */
  Table apply(Table table) {
    if (byTable.isEmpty()) {
      return table;
    }
    QualifiedName name = table.name();
    return new Table(
        name,
        table.columns().stream()
            .map(column -> column.withName(renamed(name, column.name())))
            .toList(),
        table.constraints().stream().map(constraint -> renamed(name, constraint)).toList(),
        table.indexes().stream().map(index -> renamed(name, index)).toList(),
        table.comment(),
        table.options());
  }

  /** Returns the name that a column of a table has behind the renaming. */
  private Identifier renamed(QualifiedName table, Identifier column) {
    RenameColumn rename = byTable.get(table);
    return rename != null && rename.from().equals(column) ? rename.to() : column;
  }

  private List<Identifier> renamed(QualifiedName table, List<Identifier> columns) {
    return columns.stream().map(column -> renamed(table, column)).toList();
  }

  private TableConstraint renamed(QualifiedName table, TableConstraint constraint) {
    if (constraint instanceof ForeignKey key) {
      return renamed(table, key);
    } else if (constraint instanceof PrimaryKey key) {
      return new PrimaryKey(key.name(), renamed(table, key.columns()), key.deferrability());
    } else if (constraint instanceof UniqueConstraint unique) {
      return new UniqueConstraint(
          unique.name(), renamed(table, unique.columns()), unique.nulls(), unique.deferrability());
    } else if (constraint instanceof ExclusionConstraint exclusion) {
      return new ExclusionConstraint(
          exclusion.name(),
          exclusion.method(),
          exclusion.elements().stream()
              .map(
                  element ->
                      new ExclusionConstraint.Element(
                          renamed(table, element.part()), element.operator()))
              .toList(),
          exclusion.where(),
          exclusion.deferrability());
    }
    return constraint;
  }

  ForeignKey renamed(QualifiedName table, ForeignKey key) {
    return new ForeignKey(
        key.name(),
        renamed(table, key.columns()),
        key.referredTable(),
        renamed(key.referredTable(), key.referredColumns()),
        key.rules());
  }

  private Index renamed(QualifiedName table, Index index) {
    Index.Details details = index.details();
    return new Index(
        index.name(),
        index.uniqueness(),
        index.parts().stream().map(part -> renamed(table, part)).toList(),
        new Index.Details(
            details.method(),
            renamed(table, details.include()),
            details.where(),
            details.visibility(),
            details.options()));
  }

  private IndexPart renamed(QualifiedName table, IndexPart part) {
    return part.column()
        .map(
            column ->
                new IndexPart(
                    new IndexPart.ColumnKey(renamed(table, column)),
                    part.order(),
                    part.nulls(),
                    part.prefixLength(),
                    part.operatorClass()))
        .orElse(part);
  }
}
