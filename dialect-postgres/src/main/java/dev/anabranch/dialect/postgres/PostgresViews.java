package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.dialect.UnsupportedOperations;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.operation.CreateView;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.OperationException;
import dev.anabranch.operation.ReplaceView;
import dev.anabranch.schema.View;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.ScriptStatement;
import dev.anabranch.sql.SqlWriter;
import dev.anabranch.sql.StatementSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Views and materialized views (PostgreSQL 18 documentation, CREATE VIEW). */
final class PostgresViews {

  /** Says of a view {@code c} whether anything would go with it that its definition has not. */
  private static final String LOSSES =
      """
      AND (c.relacl IS NOT NULL
      OR EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attacl IS NOT NULL)
      OR EXISTS (SELECT FROM pg_catalog.pg_description d WHERE d.objoid = c.oid AND d.classoid = c.tableoid)
      OR EXISTS (SELECT FROM pg_catalog.pg_trigger t WHERE t.tgrelid = c.oid)
      OR EXISTS (SELECT FROM pg_catalog.pg_rewrite r WHERE r.ev_class = c.oid AND r.rulename <> '_RETURN'))""";

  private final StandardDdl standard;
  private final StatementSplitter splitter;
  private final UnsupportedOperations unsupported;

  PostgresViews(
      StandardDdl standard, StatementSplitter splitter, UnsupportedOperations unsupported) {
    this.standard = standard;
    this.splitter = splitter;
    this.unsupported = unsupported;
  }

  /** Returns the statements that create a view with its comment. */
  List<String> create(CreateView operation) {
    View view = operation.view();
    List<String> statements = new ArrayList<>();
    statements.add(create(view));
    view.comment().ifPresent(text -> statements.add(comment(view, text)));
    return operation.existence() == Existence.STRICT
        ? statements
        : List.of(PostgresBlocks.unless(PostgresBlocks.findRelation(view.name()), statements));
  }

  private String create(View view) {
    return view(
        view.kind() == View.Kind.MATERIALIZED ? "CREATE MATERIALIZED VIEW" : "CREATE VIEW", view);
  }

  private String view(String words, View view) {
    SqlWriter writer = standard.writer().keyword(words).name(view.name());
    if (!view.columns().isEmpty()) {
      writer.parentheses(w -> w.names(view.columns()));
    }
    PostgresOptions.of(
            view.kind() == View.Kind.MATERIALIZED
                ? PostgresOptions.Owner.MATERIALIZED_VIEW
                : PostgresOptions.Owner.VIEW,
            "view " + view.name(),
            view.options())
        .writeStorage(writer);
    return writer.keyword("AS").newLine().raw(query(view)).toSql();
  }

  // Without what an author may have put behind it: a semicolon, a comment that would hide one.
  private RawSql query(View view) {
    String written = standard.expression(standard.writer(), view.query()).toSql();
    List<ScriptStatement> statements = splitter.split(written).statements();
    if (statements.size() != 1) {
      throw new OperationException(
          ErrorCode.INVALID_OPERATION,
          "Cannot create view %s: its query consists of %d statements."
              .formatted(view.name(), statements.size()),
          "Give one query.");
    }
    return RawSql.of(statements.get(0).text());
  }

  private String comment(View view, String text) {
    return standard.comment(
        view.kind() == View.Kind.MATERIALIZED ? "materialized view" : "view",
        w -> w.name(view.name()),
        text);
  }

  /**
   * Returns the statements that put a view in the place of another.
   *
   * <p>{@code CREATE OR REPLACE VIEW} can only add columns at the end. Where that is not enough,
   * the view is dropped and created anew if nothing else goes with it; if something would, the
   * server's refusal stands.
   *
   * @throws OperationException if the view is materialized
   */
  List<String> replace(ReplaceView operation) {
    View view = operation.to();
    if (view.kind() == View.Kind.MATERIALIZED) {
      throw unsupported.refuse(
          "replace the materialized view " + view.name(),
          "it can only drop it, and its indexes and rights with it",
          "Drop the view, create it, and then its indexes and rights.");
    }
    List<String> statements = new ArrayList<>();
    statements.add(replacement(view));
    commentOf(operation).ifPresent(text -> statements.add(comment(view, text)));
    return statements;
  }

  // Without a word about the view before, a comment stays as it is.
  private static Optional<String> commentOf(ReplaceView operation) {
    Optional<String> to = operation.to().comment();
    return to.isPresent() ? to : operation.from().flatMap(View::comment).map(before -> "");
  }

  private String replacement(View view) {
    return PostgresBlocks.block(
        List.of(
            PostgresBlocks.terminated(view("CREATE OR REPLACE VIEW", view)),
            "EXCEPTION WHEN invalid_table_definition THEN",
            standard
                .writer()
                .keyword("IF EXISTS")
                .parentheses(w -> losses(w, view.name()))
                .keyword("THEN")
                .toSql(),
            PostgresBlocks.terminated("RAISE"),
            PostgresBlocks.terminated("END IF"),
            PostgresBlocks.terminated(drop(view.name())),
            PostgresBlocks.terminated(create(view))));
  }

  private String drop(QualifiedName view) {
    return standard.writer().keyword("DROP VIEW").name(view).toSql();
  }

  private static void losses(SqlWriter writer, QualifiedName view) {
    writer
        .raw(RawSql.of("SELECT FROM pg_catalog.pg_class c WHERE c.oid = pg_catalog.to_regclass"))
        .parentheses(w -> w.literal(PostgresBlocks.quoted(view)))
        .raw(RawSql.of(LOSSES));
  }
}
