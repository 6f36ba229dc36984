package dev.anabranch.dialect.postgres;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks of PL/pgSQL that decide on the server what runs, where a statement of its own cannot: the
 * same text does the right thing online and in a script (PostgreSQL 18 documentation, DO).
 */
final class PostgresBlocks {

  private PostgresBlocks() {}

  /**
   * Returns a block.
   *
   * @param lines what stands between {@code BEGIN} and {@code END}; not indented, because a text of
   *     several lines would change
   */
  static String block(List<String> lines) {
    String body = "BEGIN\n" + String.join("\n", lines) + "\nEND";
    return writer().keyword("DO").raw(RawSql.of(dollarQuoted(body))).toSql();
  }

  /**
   * Returns the block that runs statements if a query finds nothing.
   *
   * @param query the query
   * @param statements the statements without terminators
   */
  static String unless(String query, List<String> statements) {
    List<String> lines = new ArrayList<>();
    lines.add(
        writer()
            .keyword("IF NOT EXISTS")
            .parentheses(w -> w.raw(RawSql.of(query)))
            .keyword("THEN")
            .toSql());
    statements.forEach(statement -> lines.add(terminated(statement)));
    lines.add(terminated("END IF"));
    return block(lines);
  }

  /** Returns a statement with its terminator. */
  static String terminated(String statement) {
    return statement + ";";
  }

  /** Returns the query that finds a table, view, sequence or index where one would be created. */
  static String findRelation(QualifiedName name) {
    return find(name, "pg_catalog.pg_class o", "o.relnamespace", "o.relname");
  }

  /** Returns the query that finds a type where one would be created. */
  static String findType(QualifiedName name) {
    return find(name, "pg_catalog.pg_type o", "o.typnamespace", "o.typname");
  }

  /** Returns the query that finds a column. */
  static String findColumn(QualifiedName table, Identifier column) {
    return writer()
        .raw(RawSql.of("SELECT FROM pg_catalog.pg_attribute WHERE NOT attisdropped AND attrelid ="))
        .raw(RawSql.of("pg_catalog.to_regclass"))
        .parentheses(w -> w.literal(quoted(table)))
        .raw(RawSql.of("AND attname ="))
        .literal(SqlLiteral.text(column.value()))
        .toSql();
  }

  private static String find(
      QualifiedName name, String catalogue, String namespaceColumn, String nameColumn) {
    SqlWriter writer =
        writer()
            .keyword("SELECT FROM")
            .raw(RawSql.of(catalogue))
            .raw(RawSql.of("JOIN pg_catalog.pg_namespace n ON n.oid ="))
            .raw(RawSql.of(namespaceColumn))
            .raw(RawSql.of("WHERE n.nspname ="));
    name.schema()
        .ifPresentOrElse(
            schema -> writer.literal(SqlLiteral.text(schema.value())),
            () -> writer.raw(RawSql.of("pg_catalog.current_schema()")));
    return writer
        .keyword("AND")
        .raw(RawSql.of(nameColumn))
        .operator("=")
        .literal(SqlLiteral.text(name.name().value()))
        .toSql();
  }

  /** Returns a name as the text that {@code regclass} reads. */
  static SqlLiteral quoted(QualifiedName name) {
    return SqlLiteral.text(writer().name(name).toSql());
  }

  /** Returns a text between dollar quotes that it does not hold itself. */
  static String dollarQuoted(String body) {
    String quote = "$anabranch$";
    for (int i = 1; body.contains(quote); i++) {
      quote = "$anabranch" + i + "$";
    }
    return quote + "\n" + body + "\n" + quote;
  }

  private static SqlWriter writer() {
    return PostgresDialect.STYLE.writer();
  }
}
