package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.AddConstraint;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.IndexBuild;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes tables with all that belongs to them (SQL Language Reference 19c, CREATE TABLE).
 *
 * @param standard the standard's statements
 * @param columns writes columns
 * @param indexes writes indexes
 */
record OracleTables(StandardDdl standard, OracleColumns columns, OracleIndexes indexes) {

  private static final int NAME_IS_USED = 955;
  private static final int COLUMN_EXISTS = 1430;

  private OracleRefusals refusals() {
    return columns.refusals();
  }

  /** Returns the statements that create a table, its indexes and its comments. */
  List<String> create(CreateTable operation) {
    Table table = operation.table();
    refusals().checkTable(operation.describe(), table);
    List<String> statements = new ArrayList<>();
    statements.add(
        columns
            .blocks()
            .forgiving(
                operation.existence(),
                NAME_IS_USED,
                words -> create(operation.describe(), table, words)));
    for (Index index : table.indexes()) {
      statements.add(
          indexes.create(table.name(), index, operation.existence(), IndexBuild.BLOCKING));
    }
    table
        .comment()
        .ifPresent(
            text -> statements.add(new OracleComments(standard).on("TABLE", table.name(), text)));
    table.columns().forEach(column -> comment(table.name(), column, statements));
    return statements;
  }

  private String create(String what, Table table, Existence words) {
    OracleOptions options = new OracleOptions(table.options(), refusals().types().dialectNames());
    boolean temporary = options.has(OracleOptions.ON_COMMIT);
    List<Consumer<SqlWriter>> parts = new ArrayList<>();
    table.columns().forEach(each -> parts.add(w -> columns.write(what, w, each)));
    table.constraints().forEach(each -> parts.add(w -> standard.constraint(w, plain(each))));
    SqlWriter writer =
        standard
            .create(temporary ? "GLOBAL TEMPORARY TABLE" : "TABLE", words)
            .name(table.name())
            .lines(parts, (w, part) -> part.accept(w));
    options.writeWords(writer, "ON COMMIT", OracleOptions.ON_COMMIT);
    options.writeWords(writer, "ORGANIZATION", OracleOptions.ORGANIZATION);
    options.writeTablespace(writer);
    return writer.toSql();
  }

  // To refuse at once is what it does unless told otherwise, and has no words.
  private static TableConstraint plain(TableConstraint constraint) {
    if (!(constraint instanceof ForeignKey key)
        || key.rules().onDelete() != ReferentialAction.RESTRICT) {
      return constraint;
    }
    ForeignKey.Rules rules = key.rules();
    return new ForeignKey(
        key.name(),
        key.columns(),
        key.referredTable(),
        key.referredColumns(),
        new ForeignKey.Rules(
            ReferentialAction.NO_ACTION, rules.onUpdate(), rules.match(), rules.deferrability()));
  }

  private void comment(QualifiedName table, Column column, List<String> statements) {
    column
        .comment()
        .ifPresent(
            text ->
                statements.add(new OracleComments(standard).onColumn(table, column.name(), text)));
  }

  /** Returns the statements that add a column and its comment. */
  List<String> addColumn(AddColumn operation) {
    refusals().checkColumn(operation.describe(), operation.column());
    List<String> statements = new ArrayList<>();
    statements.add(
        columns.blocks().ignoring(operation.existence(), COLUMN_EXISTS, columns.add(operation)));
    comment(operation.table(), operation.column(), statements);
    return statements;
  }

  /** Returns {@code ALTER TABLE ... ADD CONSTRAINT}. */
  String addConstraint(AddConstraint operation) {
    refusals().checkConstraint(operation.describe(), operation.constraint());
    return standard.addConstraint(
        new AddConstraint(operation.table(), plain(operation.constraint())));
  }
}
