package dev.anabranch.schema;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A table.
 *
 * @param name its name
 * @param columns its columns in order, none twice
 * @param constraints its keys and conditions
 * @param indexes its indexes that no constraint has made
 * @param comment what people say of it; never empty text
 * @param options what only some products know
 */
public record Table(
    QualifiedName name,
    List<Column> columns,
    List<TableConstraint> constraints,
    List<Index> indexes,
    Optional<String> comment,
    DialectOptions options) {

  /**
   * Copies the lists and checks that they fit each other; the columns of the primary key become not
   * null, as they do on every server.
   *
   * @throws SchemaException if a column is there twice, a key or index names a column that is not
   *     there, two constraints or two indexes have one name, or there are two primary keys
   */
  public Table {
    Objects.requireNonNull(name, "name");
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
    Objects.requireNonNull(options, "options");
    comment = comment.filter(text -> !text.isEmpty());
    columns = withRequiredKey(columns, constraints);
    requireDistinctNames(name, columns, constraints, indexes);
    requireKnownColumns(name, columns, constraints, indexes);
  }

  /** Returns a table with columns and nothing else. */
  public static Table of(QualifiedName name, List<Column> columns) {
    return new Table(name, columns, List.of(), List.of(), Optional.empty(), DialectOptions.none());
  }

  /** Returns the same table under another name. */
  public Table withName(QualifiedName name) {
    return new Table(name, columns, constraints, indexes, comment, options);
  }

  /** Returns the same table with other columns. */
  public Table withColumns(List<Column> columns) {
    return new Table(name, columns, constraints, indexes, comment, options);
  }

  /** Returns the same table with other constraints. */
  public Table withConstraints(List<? extends TableConstraint> constraints) {
    return new Table(name, columns, List.copyOf(constraints), indexes, comment, options);
  }

  /** Returns the same table with other indexes. */
  public Table withIndexes(List<Index> indexes) {
    return new Table(name, columns, constraints, indexes, comment, options);
  }

  /** Returns the column of a name. */
  public Optional<Column> column(Identifier name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** Returns the primary key, if there is one. */
  public Optional<PrimaryKey> primaryKey() {
    return constraintsOf(PrimaryKey.class).stream().findFirst();
  }

  /** Returns the foreign keys. */
  public List<ForeignKey> foreignKeys() {
    return constraintsOf(ForeignKey.class);
  }

  /** Returns the constraints of one type. */
  public <T extends TableConstraint> List<T> constraintsOf(Class<T> type) {
    return constraints.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static List<Column> withRequiredKey(
      List<Column> columns, List<TableConstraint> constraints) {
    Set<Identifier> key = new HashSet<>();
    constraints.stream()
        .filter(PrimaryKey.class::isInstance)
        .forEach(constraint -> key.addAll(constraint.columns()));
    List<Column> required = new ArrayList<>();
    for (Column column : columns) {
      required.add(
          key.contains(column.name()) && column.isNullable()
              ? column.withNullability(Nullability.NOT_NULL)
              : column);
    }
    return List.copyOf(required);
  }

  private static void requireDistinctNames(
      QualifiedName table,
      List<Column> columns,
      List<TableConstraint> constraints,
      List<Index> indexes) {
    requireDistinct(table, "column", columns.stream().map(Column::name).toList());
    requireDistinct(
        table, "constraint", constraints.stream().flatMap(c -> c.name().stream()).toList());
    requireDistinct(table, "index", indexes.stream().flatMap(i -> i.name().stream()).toList());
    if (constraints.stream().filter(PrimaryKey.class::isInstance).count() > 1) {
      throw new SchemaException(
          "Cannot describe the table " + table + ": it has two primary keys.", null);
    }
  }

  private static void requireDistinct(QualifiedName table, String what, List<Identifier> names) {
    Set<Identifier> seen = new HashSet<>();
    for (Identifier name : names) {
      if (!seen.add(name)) {
        throw new SchemaException(
            "Cannot describe the table %s: it has two %s named %s."
                .formatted(table, what.equals("index") ? "indexes" : what + "s", name),
            null);
      }
    }
  }

  private static void requireKnownColumns(
      QualifiedName table,
      List<Column> columns,
      List<TableConstraint> constraints,
      List<Index> indexes) {
    List<String> names = columns.stream().map(column -> column.name().value()).toList();
    Set<Identifier> known = new HashSet<>();
    columns.forEach(column -> known.add(column.name()));
    for (TableConstraint constraint : constraints) {
      for (Identifier column : constraint.columns()) {
        requireKnown(table, "a " + constraint.kind().words(), column, known, names);
      }
    }
    for (Index index : indexes) {
      for (Identifier column : index.columns()) {
        requireKnown(table, "an index", column, known, names);
      }
    }
  }

  private static void requireKnown(
      QualifiedName table,
      String what,
      Identifier column,
      Set<Identifier> known,
      List<String> names) {
    if (!known.contains(column)) {
      throw new SchemaException(
          "Cannot describe the table %s: %s names the column %s, which it does not have."
              .formatted(table, what, column),
          names.isEmpty() ? null : "Its columns: " + String.join(", ", names) + ".");
    }
  }
}
