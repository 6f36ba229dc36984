package dev.anabranch.dialect.oracle;

import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlWriter;
import java.util.List;
import java.util.function.Consumer;

/**
 * Anonymous blocks, for what a statement alone cannot say: {@code IF NOT EXISTS} below 23ai, a
 * guard, a check.
 *
 * @param style how names and values are written
 */
record PlSql(SqlStyle style) {

  /** No error is taken for success. */
  static final int NO_ERROR = 0;

  // -20999 to -20000 are left to users (PL/SQL Language Reference 19c, "RAISE_APPLICATION_ERROR").
  private static final SqlLiteral RAISED = SqlLiteral.number(-20_000);

  /**
   * Returns a block that runs a statement and takes one error of the server for success.
   *
   * @param sql the statement, without its semicolon
   * @param code the number of the error, such as 955 for ORA-00955
   */
  String ignoring(String sql, int code) {
    SqlWriter block = style.writer().keyword("BEGIN").indented(w -> execute(w, sql).semicolon());
    return end(block, code);
  }

  /**
   * Returns a block that fails unless a number is zero.
   *
   * @param fetch writes what puts the number into the variable {@code FOUND}
   * @param code the number of an error that stands for zero, or {@link #NO_ERROR}
   * @param message what the failure says
   */
  String requiringZero(Consumer<SqlWriter> fetch, int code, String message) {
    SqlWriter block =
        style
            .writer()
            .keyword("DECLARE")
            .indented(w -> w.keyword("FOUND NUMBER").semicolon())
            .newLine()
            .keyword("BEGIN")
            .indented(fetch.andThen(SqlWriter::semicolon))
            .indented(
                w ->
                    w.keyword("IF FOUND")
                        .operator("<>")
                        .number(0)
                        .keyword("THEN")
                        .indented(in -> raise(in, message).semicolon()))
            .indented(w -> w.keyword("END IF").semicolon());
    return end(block, code);
  }

  /**
   * Returns a block that runs a statement given in pieces, each of which is an expression and gets
   * a line of its own.
   */
  String executing(List<String> pieces) {
    SqlWriter block = style.writer().keyword("BEGIN");
    block.indented(w -> w.keyword("EXECUTE IMMEDIATE").indented(in -> concatenated(in, pieces)));
    return block.newLine().keyword("END").semicolon().toSql();
  }

  /** Returns a block that makes the session read names in the schema of its user. */
  String resettingSchema() {
    SqlLiteral change = SqlLiteral.text("ALTER SESSION SET CURRENT_SCHEMA = ");
    return style
        .writer()
        .keyword("BEGIN")
        .indented(
            w ->
                w.keyword("EXECUTE IMMEDIATE")
                    .literal(change)
                    .operator("||")
                    .raw(RawSql.of("DBMS_ASSERT.ENQUOTE_NAME"))
                    .parentheses(PlSql::sessionUser)
                    .semicolon())
        .newLine()
        .keyword("END")
        .semicolon()
        .toSql();
  }

  // ENQUOTE_NAME folds what it is given to capitals unless it is told not to.
  private static void sessionUser(SqlWriter writer) {
    writer
        .call(
            "SYS_CONTEXT",
            w -> w.literals(List.of(SqlLiteral.text("USERENV"), SqlLiteral.text("SESSION_USER"))))
        .raw(RawSql.of(", FALSE"));
  }

  /** Writes the call that runs a text as a statement, without its semicolon. */
  static SqlWriter execute(SqlWriter writer, String sql) {
    return writer.keyword("EXECUTE IMMEDIATE").literal(SqlLiteral.text(sql));
  }

  private static String end(SqlWriter block, int code) {
    if (code != NO_ERROR) {
      block
          .newLine()
          .keyword("EXCEPTION")
          .indented(w -> w.keyword("WHEN OTHERS THEN").indented(in -> raiseUnless(in, code)));
    }
    return block.newLine().keyword("END").semicolon().toSql();
  }

  private static void raiseUnless(SqlWriter writer, int code) {
    writer
        .keyword("IF SQLCODE")
        .operator("<>")
        .literal(SqlLiteral.number(-code))
        .keyword("THEN")
        .indented(w -> w.keyword("RAISE").semicolon())
        .newLine()
        .keyword("END IF")
        .semicolon();
  }

  private static SqlWriter raise(SqlWriter writer, String message) {
    return writer.call(
        "RAISE_APPLICATION_ERROR", w -> w.literals(List.of(RAISED, SqlLiteral.text(message))));
  }

  private static void concatenated(SqlWriter writer, List<String> pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      if (i > 0) {
        writer.operator("||").newLine();
      }
      writer.raw(RawSql.of(pieces.get(i)));
    }
    writer.semicolon();
  }
}
