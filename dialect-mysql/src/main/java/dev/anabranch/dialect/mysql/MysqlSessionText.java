package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The text of a statement that the server puts together, where it depends on what the database
 * holds or on how the session reads text.
 *
 * <p>The text goes into a variable of the session, from which a statement is prepared and executed
 * (MySQL 8.0 Reference Manual, 13.5 "Prepared Statements"). It is not deallocated: the next one
 * takes its place, and the end of the session frees the last.
 *
 * <p>For one thread.
 */
final class MysqlSessionText {

  /** The statement that does nothing. */
  static final String NOTHING = "DO 0";

  private static final RawSql VARIABLE = RawSql.of("@anabranch");
  private static final RawSql STATEMENT = RawSql.of("anabranch");
  private static final RawSql ALL_CHARACTERS = RawSql.of("utf8mb4_bin");
  private static final RawSql COMPLETION_TYPE = RawSql.of("completion_type");

  private final List<Consumer<SqlWriter>> parts = new ArrayList<>();
  private final StringBuilder fixed = new StringBuilder();

  /** Returns whether the server has to put a statement's text together. */
  static boolean isNeededFor(String sql) {
    return sql.indexOf(MysqlMarkedLiterals.MARK) >= 0;
  }

  /**
   * Returns the text of a statement that fails with a message, and changes nothing: {@code SIGNAL}
   * cannot be prepared in MySQL, while a variable's value that cannot be is told.
   *
   * @param standard writes constants with marks
   */
  static Consumer<SqlWriter> failing(StandardDdl standard, String message) {
    String sql =
        standard
            .writer()
            .keyword("SET SESSION")
            .raw(COMPLETION_TYPE)
            .operator("=")
            .literal(SqlLiteral.text(message))
            .toSql();
    return new MysqlSessionText().text(sql)::write;
  }

  /** Adds fixed text; for each mark in it the server writes a backslash as the session reads it. */
  MysqlSessionText text(String sql) {
    int from = 0;
    for (int mark = next(sql, from); mark >= 0; mark = next(sql, from)) {
      fixed.append(sql, from, mark);
      part(MysqlExpressions.backslashInQuotes());
      from = mark + 1;
    }
    fixed.append(sql, from, sql.length());
    return this;
  }

  private static int next(String sql, int from) {
    return sql.indexOf(MysqlMarkedLiterals.MARK, from);
  }

  /** Adds what an expression returns. */
  MysqlSessionText part(Consumer<SqlWriter> expression) {
    endFixed();
    parts.add(expression);
    return this;
  }

  private void endFixed() {
    if (!fixed.isEmpty()) {
      parts.add(fixedPart(fixed.toString()));
      fixed.setLength(0);
    }
  }

  // The catalogue's character set ends at U+FFFF, and MariaDB would take that for the whole.
  private static Consumer<SqlWriter> fixedPart(String sql) {
    Consumer<SqlWriter> text = MysqlExpressions.text(sql);
    return sql.chars().anyMatch(c -> Character.isSurrogate((char) c))
        ? w -> {
          text.accept(w);
          w.keyword("COLLATE").raw(ALL_CHARACTERS);
        }
        : text;
  }

  /** Writes an expression that returns the text. */
  void write(SqlWriter writer) {
    endFixed();
    if (parts.size() == 1) {
      parts.get(0).accept(writer);
    } else {
      writer.call("CONCAT", w -> w.list(parts, (line, part) -> part.accept(line.newLine())));
    }
  }

  /**
   * Returns the statement that runs a text.
   *
   * @param style how names and constants are written
   * @param text writes an expression that returns it
   */
  static DdlStatement run(SqlStyle style, Consumer<SqlWriter> text) {
    SqlWriter set = style.writer().keyword("SET").raw(VARIABLE).operator("=");
    text.accept(set);
    String prepare =
        style.writer().keyword("PREPARE").raw(STATEMENT).keyword("FROM").raw(VARIABLE).toSql();
    String execute = style.writer().keyword("EXECUTE").raw(STATEMENT).toSql();
    return DdlStatement.committing(execute).preparedBy(List.of(set.toSql(), prepare));
  }
}
