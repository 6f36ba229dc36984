package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.OfflineSyntax;
import dev.anabranch.dialect.StateTables;
import dev.anabranch.dialect.VersionRows;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.util.List;

/** Scripts for H2's RunScript tool and its {@code RUNSCRIPT} statement. */
record H2Offline(StateTables tables) implements OfflineSyntax {

  // Class 45 is the standard's for a condition that the application raises.
  private static final String RAISED = "45000";

  @Override
  public String clientCommand() {
    return "java -cp h2.jar org.h2.tools.RunScript -url URL -user USER -script FILE";
  }

  @Override
  public String begin() {
    return "BEGIN";
  }

  @Override
  public String commit() {
    return "COMMIT";
  }

  @Override
  public String terminate(String statement) {
    return statement + ";\n";
  }

  // H2 reads a statement as a whole, so a table that may be missing cannot be asked; the catalogue
  // can.
  @Override
  public List<String> guard(QualifiedName versionTable, List<String> rows, String message) {
    SqlWriter writer = tables.writer().keyword("SELECT CASE WHEN");
    if (rows.isEmpty()) {
      writer.keyword("EXISTS").parentheses(w -> catalogued(w, versionTable));
    } else {
      new VersionRows(versionTable, rows).differ(writer, tables);
    }
    writer
        .keyword("THEN")
        .call("SIGNAL", w -> w.literals(List.of(SqlLiteral.text(RAISED), SqlLiteral.text(message))))
        .keyword("END");
    return List.of(writer.toSql());
  }

  // The estimate is exact for zero: a table that holds nothing has no rows to estimate.
  private static SqlWriter catalogued(SqlWriter writer, QualifiedName table) {
    writer
        .keyword("SELECT")
        .number(1)
        .keyword("FROM")
        .raw(RawSql.of("INFORMATION_SCHEMA.TABLES"))
        .keyword("WHERE TABLE_NAME")
        .operator("=")
        .literal(SqlLiteral.text(table.name().value()))
        .keyword("AND TABLE_SCHEMA")
        .operator("=");
    if (table.schema().isPresent()) {
      writer.literal(SqlLiteral.text(table.schema().get().value()));
    } else {
      writer.keyword("CURRENT_SCHEMA");
    }
    return writer.keyword("AND ROW_COUNT_ESTIMATE").operator(">").number(0);
  }
}
