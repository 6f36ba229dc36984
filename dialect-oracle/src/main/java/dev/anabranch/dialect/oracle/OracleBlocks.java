package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.operation.Existence;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Blocks for what depends on the state of the database: a compiler does not know it, so the
 * statement looks (Database Reference 19c, ALL_CONSTRAINTS, ALL_TAB_COLS).
 *
 * @param style how names and values are written
 * @param version the release
 */
record OracleBlocks(SqlStyle style, ServerVersion version) {

  private static final int ALREADY_NOT_NULL = 1442;
  private static final int CANNOT_BE_NULL = 1451;

  /**
   * Returns a statement that forgives, if it is asked to: with {@code IF [NOT] EXISTS} from 23ai
   * on, else as a block that takes one error for success.
   *
   * @param code the number of the error
   * @param statement writes the statement, given what stands behind its first words
   */
  String forgiving(Existence existence, int code, Function<Existence, String> statement) {
    if (existence == Existence.STRICT || version.isAtLeast(23, 0)) {
      return statement.apply(existence);
    }
    return ignoring(existence, code, statement.apply(Existence.STRICT));
  }

  /**
   * Returns a statement that forgives, if it is asked to, where no release has words for it.
   *
   * @param code the number of the error that is taken for success
   */
  String ignoring(Existence existence, int code, String sql) {
    return existence == Existence.STRICT ? sql : new PlSql(style).ignoring(sql, code);
  }

  /** Returns a block that runs a statement by which a column becomes not null, unless it is. */
  String unlessNotNull(String sql) {
    return new PlSql(style).ignoring(sql, ALREADY_NOT_NULL);
  }

  /**
   * Returns a block that runs a statement by which a column becomes nullable, unless it is. The
   * error is the same where a primary key forbids it, which is no success: the dictionary tells
   * them apart.
   */
  String unlessNullable(QualifiedName table, Identifier column, String sql) {
    return style
        .writer()
        .keyword("DECLARE")
        .indented(w -> w.keyword("FOUND NUMBER").semicolon())
        .newLine()
        .keyword("BEGIN")
        .indented(w -> PlSql.execute(w, sql).semicolon())
        .newLine()
        .keyword("EXCEPTION")
        .indented(w -> w.keyword("WHEN OTHERS THEN").indented(in -> raise(in, table, column)))
        .newLine()
        .keyword("END")
        .semicolon()
        .toSql();
  }

  private void raise(SqlWriter writer, QualifiedName table, Identifier column) {
    of(
        writer.keyword("SELECT").call("COUNT", w -> w.operator("*")),
        "INTO FOUND FROM ALL_TAB_COLS",
        table);
    and(writer, "COLUMN_NAME", server(column));
    and(writer, "NULLABLE", "N");
    writer
        .semicolon()
        .newLine()
        .keyword("IF SQLCODE")
        .operator("<>")
        .literal(SqlLiteral.number(-CANNOT_BE_NULL))
        .keyword("OR FOUND")
        .operator("<>")
        .number(0)
        .keyword("THEN")
        .indented(w -> w.keyword("RAISE").semicolon())
        .newLine()
        .keyword("END IF")
        .semicolon();
  }

  /**
   * Returns a block that drops the conditions of a column that stand for its type, if it has any:
   * they have names of the server's own and begin with the column's name.
   */
  String droppingTypeConditions(QualifiedName table, Identifier column) {
    String name = style.quote(column);
    String drop =
        style.writer().keyword("ALTER TABLE").name(table).keyword("DROP CONSTRAINT").toSql();
    return forEach(
        w -> {
          of(w.keyword("SELECT CONSTRAINT_NAME"), "FROM ALL_CONSTRAINTS", table);
          and(w, "CONSTRAINT_TYPE", "C");
          and(w, "GENERATED", "GENERATED NAME");
          w.newLine()
              .keyword("AND")
              .parentheses(
                  either ->
                      begins(begins(either, name + " IN (").keyword("OR"), name + " IS JSON"));
        },
        w ->
            w.literal(SqlLiteral.text(drop + " \""))
                .operator("||")
                .raw(RawSql.of("FOUND.CONSTRAINT_NAME"))
                .operator("||")
                .literal(SqlLiteral.text("\"")));
  }

  private static SqlWriter begins(SqlWriter writer, String text) {
    return writer
        .call("INSTR", w -> w.raw(RawSql.of("SEARCH_CONDITION_VC,")).literal(SqlLiteral.text(text)))
        .operator("=")
        .number(1);
  }

  /**
   * Returns a block that gives the index of a key the key's new name, if it had the old one.
   *
   * @param table the table
   * @param from the old name
   * @param to the new name, which the constraint has already
   */
  String renamingKeyIndex(QualifiedName table, Identifier from, Identifier to) {
    String rename =
        style
            .writer()
            .keyword("ALTER INDEX")
            .name(table.sibling(from))
            .keyword("RENAME TO")
            .name(to)
            .toSql();
    return forEach(
        w -> {
          of(w.keyword("SELECT INDEX_NAME"), "FROM ALL_CONSTRAINTS", table);
          and(w, "CONSTRAINT_NAME", server(to));
          and(w, "INDEX_NAME", server(from));
        },
        w -> w.literal(SqlLiteral.text(rename)));
  }

  private String forEach(Consumer<SqlWriter> query, Consumer<SqlWriter> statement) {
    return style
        .writer()
        .keyword("BEGIN")
        .indented(
            w ->
                w.keyword("FOR FOUND IN")
                    .lines(List.of(query), (in, part) -> part.accept(in))
                    .keyword("LOOP")
                    .indented(in -> execute(in, statement))
                    .newLine()
                    .keyword("END LOOP")
                    .semicolon())
        .newLine()
        .keyword("END")
        .semicolon()
        .toSql();
  }

  private static void execute(SqlWriter writer, Consumer<SqlWriter> statement) {
    writer.keyword("EXECUTE IMMEDIATE");
    statement.accept(writer);
    writer.semicolon();
  }

  private void of(SqlWriter writer, String from, QualifiedName table) {
    writer.keyword(from).newLine().keyword("WHERE OWNER").operator("=");
    if (table.schema().isPresent()) {
      writer.literal(SqlLiteral.text(server(table.schema().get())));
    } else {
      writer.call(
          "SYS_CONTEXT",
          w -> w.literals(List.of(SqlLiteral.text("USERENV"), SqlLiteral.text("CURRENT_SCHEMA"))));
    }
    and(writer, "TABLE_NAME", server(table.name()));
  }

  private static void and(SqlWriter writer, String column, String value) {
    writer.newLine().keyword("AND").keyword(column).operator("=").literal(SqlLiteral.text(value));
  }

  private String server(Identifier name) {
    return style.folding().toServer(name);
  }
}
