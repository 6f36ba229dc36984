package dev.anabranch.dialect;

import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.util.List;

/**
 * The rows a version table is expected to hold, as the guard of an offline script asks for them in
 * standard SQL.
 *
 * @param table the version table
 * @param rows the rows; at least one
 */
public record VersionRows(QualifiedName table, List<String> rows) {

  /** Copies the list. */
  public VersionRows {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a table that holds no row may be missing");
    }
  }

  /**
   * Writes the condition that the table holds anything else.
   *
   * @param writer what it is written to
   * @param tables folds the name of the column
   * @return the writer
   */
  public SqlWriter differ(SqlWriter writer, StateTables tables) {
    return writer
        .parentheses(this::count)
        .operator("<>")
        .number(rows.size())
        .keyword("OR")
        .parentheses(
            w ->
                count(w)
                    .keyword("WHERE")
                    .name(tables.fold("version_num"))
                    .keyword("IN")
                    .parentheses(in -> in.literals(rows.stream().map(SqlLiteral::text).toList())))
        .operator("<>")
        .number(rows.size());
  }

  private SqlWriter count(SqlWriter writer) {
    return writer.keyword("SELECT").call("COUNT", w -> w.operator("*")).keyword("FROM").name(table);
  }
}
