package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.dialect.UnsupportedOperations;
import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.AddConstraint;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.Existence;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Tables, the columns that are added to them, and constraints. */
final class PostgresTables {

  private final StandardDdl standard;
  private final PostgresColumns columns;
  private final PostgresIndexes indexes;
  private final UnsupportedOperations unsupported;

  PostgresTables(
      StandardDdl standard,
      PostgresColumns columns,
      PostgresIndexes indexes,
      UnsupportedOperations unsupported) {
    this.standard = standard;
    this.columns = columns;
    this.indexes = indexes;
    this.unsupported = unsupported;
  }

  /**
   * Returns the statements that create a table with its indexes and comments. Where a table may be
   * there already, nothing of that one is touched.
   */
  List<String> create(CreateTable operation) {
    Table table = operation.table();
    List<String> further = new ArrayList<>();
    List<TableConstraint> apart = repeated(table);
    apart.forEach(each -> further.add(addConstraint(new AddConstraint(table.name(), each))));
    for (Column column : table.columns()) {
      further.addAll(columns.furtherStatements(table.name(), column));
    }
    for (Index index : table.indexes()) {
      further.add(indexes.create(table.name(), index));
    }
    table.comment().ifPresent(text -> further.add(comment(table.name(), text)));
    if (operation.existence() == Existence.STRICT || further.isEmpty()) {
      further.add(0, create(table, apart, operation.existence()));
      return further;
    }
    further.add(0, create(table, apart, Existence.STRICT));
    return List.of(PostgresBlocks.unless(PostgresBlocks.findRelation(table.name()), further));
  }

  // Of keys over the same columns the server would make only one when it creates a table.
  private static List<TableConstraint> repeated(Table table) {
    Set<List<Identifier>> seen = new HashSet<>();
    List<TableConstraint> repeated = new ArrayList<>();
    table.primaryKey().ifPresent(key -> seen.add(key.columns()));
    for (UniqueConstraint unique : table.constraintsOf(UniqueConstraint.class)) {
      if (!seen.add(unique.columns())) {
        repeated.add(unique);
      }
    }
    return repeated;
  }

  private String create(Table table, List<TableConstraint> apart, Existence existence) {
    PostgresOptions options =
        PostgresOptions.of(PostgresOptions.Owner.TABLE, "table " + table.name(), table.options());
    List<Consumer<SqlWriter>> parts = new ArrayList<>();
    table.columns().forEach(each -> parts.add(w -> columns.write(w, table.name(), each)));
    table.constraints().stream()
        .filter(each -> !apart.contains(each))
        .forEach(each -> parts.add(w -> constraint(w, table.name(), each)));
    SqlWriter writer = standard.create(options.tableWords(), existence).name(table.name());
    // A table without columns is allowed, and a list of nothing is not.
    if (parts.isEmpty()) {
      writer.parentheses(w -> {});
    } else {
      writer.lines(parts, (w, part) -> part.accept(w));
    }
    return options.writeBehindTable(writer).toSql();
  }

  /** Returns the statement that sets a table's comment; empty text for none. */
  String comment(QualifiedName table, String text) {
    return standard.comment("table", w -> w.name(table), text);
  }

  /** Returns the statements that add a column. */
  List<String> addColumn(AddColumn operation) {
    List<String> further = columns.furtherStatements(operation.table(), operation.column());
    if (operation.existence() == Existence.STRICT || further.isEmpty()) {
      return joined(addColumn(operation, operation.existence()), further);
    }
    return List.of(
        PostgresBlocks.unless(
            PostgresBlocks.findColumn(operation.table(), operation.column().name()),
            joined(addColumn(operation, Existence.STRICT), further)));
  }

  private String addColumn(AddColumn operation, Existence existence) {
    SqlWriter writer = standard.alterTable(operation.table()).keyword("ADD COLUMN");
    if (existence == Existence.TOLERANT) {
      writer.keyword("IF NOT EXISTS");
    }
    return columns.write(writer, operation.table(), operation.column()).toSql();
  }

  private static List<String> joined(String first, List<String> further) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(further);
    return all;
  }

  /** Returns the statement that adds a constraint. */
  String addConstraint(AddConstraint operation) {
    SqlWriter writer = standard.alterTable(operation.table()).keyword("ADD");
    return constraint(writer, operation.table(), operation.constraint()).toSql();
  }

  private SqlWriter constraint(SqlWriter writer, QualifiedName table, TableConstraint constraint) {
    if (constraint instanceof UniqueConstraint unique
        && unique.nulls() == UniqueConstraint.Nulls.NOT_DISTINCT) {
      requireNullsNotDistinct("add a unique constraint to " + table);
    }
    return constraint instanceof ExclusionConstraint exclusion
        ? exclusion(writer, table, exclusion)
        : standard.constraint(writer, constraint);
  }

  private void requireNullsNotDistinct(String what) {
    if (!PostgresFeature.NULLS_NOT_DISTINCT.isIn(unsupported.version())) {
      throw unsupported.refuse(
          what,
          "nulls are distinct there, and NULLS NOT DISTINCT came with PostgreSQL "
              + PostgresFeature.NULLS_NOT_DISTINCT.since(),
          "Create a unique index on an expression such as coalesce(column, '') instead.");
    }
  }

  private SqlWriter exclusion(
      SqlWriter writer, QualifiedName table, ExclusionConstraint exclusion) {
    exclusion.name().ifPresent(name -> writer.keyword("CONSTRAINT").name(name));
    writer.keyword("EXCLUDE");
    PostgresIndexes.method(writer, exclusion.method());
    writer.parentheses(
        w ->
            w.list(
                exclusion.elements(),
                (SqlWriter each, ExclusionConstraint.Element element) ->
                    indexes
                        .part(each, "exclusion constraint of " + table, element.part())
                        .keyword("WITH")
                        .raw(RawSql.of(element.operator()))));
    exclusion
        .where()
        .ifPresent(
            condition ->
                writer.keyword("WHERE").parentheses(w -> standard.expression(w, condition)));
    return StandardDdl.deferrability(writer, exclusion.deferrability());
  }
}
