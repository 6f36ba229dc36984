package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.OfflineSyntax;
import dev.anabranch.dialect.VersionRows;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.util.List;

/** Scripts for psql. */
enum PostgresOffline implements OfflineSyntax {
  INSTANCE;

  @Override
  public String clientCommand() {
    return "psql -v ON_ERROR_STOP=1 -f FILE";
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

  // A revision's id may hold any tag of a quote. PL/pgSQL plans a statement when it is reached, so
  // the table may be missing behind the first
  // test.
  @Override
  public List<String> guard(QualifiedName versionTable, List<String> rows, String message) {
    SqlWriter writer = writer().keyword("BEGIN").newLine();
    writer.keyword("IF");
    if (rows.isEmpty()) {
      writer.raw(RawSql.of("to_regclass("));
      writer.literal(SqlLiteral.text(quoted(versionTable))).raw(RawSql.of(") IS NOT NULL"));
      writer.keyword("THEN").newLine().keyword("IF EXISTS");
      writer.parentheses(w -> w.keyword("SELECT").number(1).keyword("FROM").name(versionTable));
      raise(writer, message).keyword("END IF").raw(RawSql.of(";")).newLine();
    } else {
      new VersionRows(versionTable, rows).differ(writer, PostgresDialect.STATE_TABLES);
      raise(writer, message);
    }
    String body = writer.keyword("END IF").raw(RawSql.of(";")).newLine().keyword("END").toSql();
    return List.of(
        writer().keyword("DO").raw(RawSql.of(PostgresBlocks.dollarQuoted(body))).toSql());
  }

  private static SqlWriter raise(SqlWriter writer, String message) {
    return writer
        .keyword("THEN")
        .newLine()
        .keyword("RAISE EXCEPTION USING MESSAGE")
        .operator("=")
        .literal(SqlLiteral.text(message))
        .raw(RawSql.of(";"))
        .newLine();
  }

  private static String quoted(QualifiedName name) {
    return writer().name(name).toSql();
  }

  private static SqlWriter writer() {
    return PostgresDialect.STATE_TABLES.writer();
  }
}
