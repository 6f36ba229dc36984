package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.dialect.UnsupportedOperations;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;

/** Columns as they stand in a table, and what is said of them in statements of their own. */
final class PostgresColumns {

  private final StandardDdl standard;
  private final UnsupportedOperations unsupported;

  PostgresColumns(StandardDdl standard, UnsupportedOperations unsupported) {
    this.standard = standard;
    this.unsupported = unsupported;
  }

  /** Writes a column as it stands in a table. */
  SqlWriter write(SqlWriter writer, QualifiedName table, Column column) {
    standard.type(writer.name(column.name()), column);
    column.collation().ifPresent(name -> collation(writer.keyword("COLLATE"), name));
    requireWritable(table, column.name(), column.value());
    standard.columnValue(writer, column.value());
    return column.isNullable() ? writer : writer.keyword("NOT NULL");
  }

  /**
   * Writes a collation: its bare name, as the catalogue has it, or a name with its schema, both
   * between quotes.
   */
  static SqlWriter collation(SqlWriter writer, String name) {
    return name.startsWith("\"") ? writer.raw(RawSql.of(name)) : writer.name(Identifier.of(name));
  }

  /** Refuses a column that is computed when it is read, where the release cannot do it. */
  void requireWritable(QualifiedName table, Identifier column, ColumnValue value) {
    if (value instanceof ColumnValue.Computed computed
        && computed.storage() == ColumnValue.Storage.VIRTUAL
        && !PostgresFeature.VIRTUAL_COLUMNS.isIn(unsupported.version())) {
      throw unsupported.refuse(
          "compute column %s.%s when it is read".formatted(table, column),
          "it stores computed columns, and others came with PostgreSQL "
              + PostgresFeature.VIRTUAL_COLUMNS.since(),
          "Use Storage.STORED, or a view.");
    }
  }

  /** Returns the statements that set what a definition of a column has no place for. */
  List<String> furtherStatements(QualifiedName table, Column column) {
    String what = "column %s.%s".formatted(table, column.name());
    PostgresOptions options =
        PostgresOptions.of(PostgresOptions.Owner.COLUMN, what, column.options());
    if (!PostgresFeature.COMPRESSION.isIn(unsupported.version())
        && options.has(PostgresOptions.COMPRESSION)) {
      throw unsupported.refuse(
          "choose the compression of " + what,
          "that came with PostgreSQL " + PostgresFeature.COMPRESSION.since(),
          "Leave the option away.");
    }
    List<String> statements = new ArrayList<>();
    List<String> actions = options.columnActions();
    if (!actions.isEmpty()) {
      statements.add(
          standard
              .alterTable(table)
              .list(
                  actions,
                  (SqlWriter w, String action) ->
                      w.keyword("ALTER COLUMN").name(column.name()).raw(RawSql.of(action)))
              .toSql());
    }
    column.comment().ifPresent(text -> statements.add(comment(table, column.name(), text)));
    return List.copyOf(statements);
  }

  /** Returns the statement that sets a comment; empty text for none. */
  String comment(QualifiedName table, Identifier column, String text) {
    return standard.comment(
        "column", w -> w.raw(RawSql.of(quoted(table) + "." + quoted(column))), text);
  }

  private static String quoted(QualifiedName name) {
    return PostgresDialect.STYLE.quote(name);
  }

  private static String quoted(Identifier name) {
    return PostgresDialect.STYLE.quote(name);
  }
}
