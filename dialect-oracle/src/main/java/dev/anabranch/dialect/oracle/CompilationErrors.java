package dev.anabranch.dialect.oracle;

import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The errors of a PL/SQL unit that the server has stored all the same.
 *
 * <p>Creating such a unit is a success to the server, and the driver only sets a warning (17110, or
 * ORA-24344 itself). What is wrong with the unit stands in ALL_ERRORS (Database Reference 19c),
 * where mere warnings have another ATTRIBUTE.
 *
 * @param style how names and values are written
 */
record CompilationErrors(SqlStyle style) {

  private static final int STORED_WITH_ERRORS = 24344;
  private static final int DRIVER_WARNING = 17110;

  /**
   * Returns the errors of the unit that a statement has just created, as one failure.
   *
   * @return empty if the warning is about something else
   */
  Optional<SQLException> behind(SQLWarning warning, String statement, Connection connection)
      throws SQLException {
    int code = warning.getErrorCode();
    Optional<OracleUnit> unit = OracleUnit.of(statement);
    if (unit.isEmpty() || (code != DRIVER_WARNING && code != STORED_WITH_ERRORS)) {
      return Optional.empty();
    }
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(select(unit.get()))) {
      return row.next() ? Optional.of(failure(unit.get(), row, warning)) : Optional.empty();
    }
  }

  private static SQLException failure(OracleUnit unit, ResultSet row, SQLWarning warning)
      throws SQLException {
    int line = row.getInt(1);
    int column = row.getInt(2);
    String text = String.valueOf(row.getString(3)).lines().findFirst().orElse("");
    return new SQLException(
        "ORA-24344: "
            + unit
            + " was stored, but has errors and cannot be used (CREATE OR REPLACE stores it anew);"
            + " line "
            + line
            + ", column "
            + column
            + ": "
            + text,
        warning.getSQLState(),
        STORED_WITH_ERRORS,
        warning);
  }

  /** Returns the query for line, column and text of the errors of a unit, the first one first. */
  String select(OracleUnit unit) {
    SqlWriter writer =
        style
            .writer()
            .keyword("SELECT")
            .list(List.of("LINE", "POSITION", "TEXT"), SqlWriter::keyword);
    return from(writer, unit).keyword("ORDER BY SEQUENCE").toSql();
  }

  /** Returns the block that fails if a unit has errors, for scripts. */
  String check(OracleUnit unit) {
    return new PlSql(style)
        .requiringZero(
            w ->
                from(
                    w.keyword("SELECT")
                        .call("COUNT", all -> all.operator("*"))
                        .keyword("INTO FOUND"),
                    unit),
            PlSql.NO_ERROR,
            unit + " has errors: look into ALL_ERRORS.");
  }

  private static SqlWriter from(SqlWriter writer, OracleUnit unit) {
    writer.keyword("FROM ALL_ERRORS WHERE ATTRIBUTE").operator("=").literal(text("ERROR"));
    writer.keyword("AND OWNER").operator("=");
    if (unit.schema().isPresent()) {
      writer.literal(text(unit.schema().get().value()));
    } else {
      writer.call("SYS_CONTEXT", w -> w.literals(List.of(text("USERENV"), text("CURRENT_SCHEMA"))));
    }
    return writer
        .keyword("AND NAME")
        .operator("=")
        .literal(text(unit.name().value()))
        .keyword("AND TYPE IN")
        .parentheses(w -> w.literals(unit.types().stream().map(SqlLiteral::text).toList()));
  }

  private static SqlLiteral text(String value) {
    return SqlLiteral.text(value);
  }
}
