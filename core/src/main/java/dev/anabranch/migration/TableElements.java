package dev.anabranch.migration;

import dev.anabranch.schema.Column;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.SchemaException;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the elements of a definition into a table. For one thread. */
final class TableElements {

  private final List<Column> columns = new ArrayList<>();
  private final List<TableConstraint> constraints = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();
  private Optional<String> comment = Optional.empty();
  private DialectOptions options = DialectOptions.none();

  private TableElements() {}

  static Table table(QualifiedName name, List<TableElement> elements) {
    TableElements collected = new TableElements();
    elements.forEach(collected::add);
    if (collected.columns.isEmpty()) {
      throw new SchemaException(
          "Cannot describe the table " + name + ": it has no column.", "Add a column.");
    }
    return new Table(
        name,
        collected.columns,
        collected.constraints,
        collected.indexes,
        collected.comment,
        collected.options);
  }

  static TableConstraint constraint(TableElement element) {
    if (element instanceof TableElement.OfConstraint constraint) {
      return constraint.constraint();
    } else if (element instanceof ForeignKeyDefinition key) {
      return key.constraint();
    }
    throw new SchemaException(
        "Cannot add or drop a constraint: what is given is none.",
        "Use primaryKey, unique, foreignKey, check, or constraint.");
  }

  private void add(TableElement element) {
    if (element instanceof ColumnDefinition column) {
      columns.add(column.column());
      constraints.addAll(column.constraints());
    } else if (element instanceof TableElement.OfConstraint
        || element instanceof ForeignKeyDefinition) {
      constraints.add(constraint(element));
    } else if (element instanceof TableElement.OfIndex index) {
      indexes.add(index.index());
    } else if (element instanceof TableElement.OfComment text) {
      comment = Optional.of(text.text());
    } else if (element instanceof TableElement.OfOption option) {
      options = options.with(option.dialect(), option.key(), option.value());
    }
  }
}
