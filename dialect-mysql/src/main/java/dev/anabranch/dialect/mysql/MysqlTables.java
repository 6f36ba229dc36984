package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.Existence;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes tables with all that belongs to them, in one statement: what the server commits by itself
 * is whole or not there.
 *
 * @param standard the standard's statements, whose constants carry marks
 * @param refusals says what cannot be
 * @param columns writes columns
 * @param indexes writes indexes
 * @param constraints writes constraints
 */
record MysqlTables(
    StandardDdl standard,
    MysqlRefusals refusals,
    MysqlColumns columns,
    MysqlIndexes indexes,
    MysqlConstraints constraints) {

  /** Checks that all parts are there. */
  MysqlTables {
    Objects.requireNonNull(standard, "standard");
    Objects.requireNonNull(refusals, "refusals");
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(indexes, "indexes");
    Objects.requireNonNull(constraints, "constraints");
  }

  /** Refuses what the release cannot do with a table or a part of it. */
  void check(String what, Table table) {
    names(table).forEach(name -> refusals.checkLetters(what, name.value()));
    table.columns().forEach(column -> refusals.checkColumn(what, column));
    table.constraints().forEach(constraint -> refusals.checkConstraint(what, constraint));
    table.indexes().forEach(index -> indexes.check(what, index));
    table.comment().ifPresent(text -> refusals.checkComment(what, text));
    List<Column> numbered =
        table.columns().stream()
            .filter(column -> column.value() instanceof ColumnValue.Identity)
            .toList();
    if (numbered.size() > 1) {
      throw refusals.refuse(
          what, "a table has one AUTO_INCREMENT column", "Number one column only.");
    }
    numbered.stream()
        .filter(column -> !isInKey(table, column))
        .findFirst()
        .ifPresent(
            column -> {
              throw refusals.refuse(
                  what,
                  "the AUTO_INCREMENT column " + column.name() + " is in no key",
                  "Make it the primary key, or the first column of an index.");
            });
  }

  private static Stream<Identifier> names(Table table) {
    return Stream.of(
            table.columns().stream().map(Column::name),
            table.constraints().stream().flatMap(each -> each.name().stream()),
            table.indexes().stream().flatMap(each -> each.name().stream()))
        .flatMap(each -> each);
  }

  private static boolean isInKey(Table table, Column column) {
    return Stream.concat(
            table.constraints().stream().flatMap(each -> each.columns().stream()),
            table.indexes().stream().flatMap(each -> each.columns().stream()))
        .anyMatch(column.name()::equals);
  }

  /** Writes {@code CREATE TABLE}. */
  String create(CreateTable operation) {
    String what = operation.describe();
    Table table = operation.table();
    List<Consumer<SqlWriter>> parts = new ArrayList<>();
    table.columns().forEach(each -> parts.add(w -> columns.write(w, what, each)));
    table.constraints().forEach(each -> parts.add(w -> constraints.write(w, each)));
    table.indexes().forEach(each -> parts.add(w -> indexes.inTable(w, what, each)));
    SqlWriter writer =
        standard
            .create("TABLE", operation.existence())
            .name(table.name())
            .lines(parts, (w, part) -> part.accept(w));
    MysqlOptions.of(
            MysqlOption.Owner.TABLE,
            what,
            table.options(),
            columns.dialectNames(),
            refusals.features())
        .assign(writer);
    table
        .comment()
        .ifPresent(text -> writer.keyword("COMMENT").operator("=").literal(SqlLiteral.text(text)));
    return writer.toSql();
  }

  /**
   * Writes {@code ALTER TABLE ... ADD COLUMN}.
   *
   * @param existence whether {@code IF NOT EXISTS} is written
   */
  String addColumn(AddColumn operation, Existence existence) {
    SqlWriter writer = standard.alterTable(operation.table()).keyword("ADD COLUMN");
    if (existence == Existence.TOLERANT) {
      writer.keyword("IF NOT EXISTS");
    }
    return columns.write(writer, operation.describe(), operation.column()).toSql();
  }
}
