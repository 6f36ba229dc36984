package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.operation.DeleteRows;
import dev.anabranch.operation.InsertRows;
import dev.anabranch.operation.UpdateRows;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the statements for rows.
 *
 * <p>Each row has an {@code INSERT} of its own. {@code INSERT ALL} asks a sequence once for all
 * rows, so that all of them get the same number, identities included; {@code UNION ALL} wants the
 * same types in each row and no sequences; several rows behind {@code VALUES} are known from 23ai
 * on, and are no more than that.
 *
 * @param standard the standard's statements
 * @param values puts values as Oracle has them
 */
record OracleRows(StandardDdl standard, OracleValues values) {

  /** Returns the insertions, one for each row. */
  List<DdlStatement> insert(InsertRows operation) {
    return operation.rows().stream()
        .map(row -> row.stream().map(each -> values.value(operation.describe(), each)).toList())
        .map(row -> standard.insertRows(only(operation, row)))
        .map(DdlStatement::of)
        .toList();
  }

  private static InsertRows only(InsertRows operation, List<SqlValue> row) {
    return new InsertRows(operation.table(), operation.columns(), List.of(row), operation.key());
  }

  /** Returns the update. */
  List<DdlStatement> update(UpdateRows operation) {
    Map<Identifier, SqlValue> assignments = new LinkedHashMap<>();
    operation
        .assignments()
        .forEach((column, to) -> assignments.put(column, values.value(operation.describe(), to)));
    return List.of(
        DdlStatement.of(
            standard.updateRows(
                new UpdateRows(
                    operation.table(),
                    assignments,
                    values.condition(operation.describe(), operation.condition())))));
  }

  /** Returns the deletion. */
  List<DdlStatement> delete(DeleteRows operation) {
    return List.of(
        DdlStatement.of(
            standard.deleteRows(
                new DeleteRows(
                    operation.table(),
                    values.condition(operation.describe(), operation.condition())))));
  }
}
