package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.operation.Existence;
import dev.anabranch.schema.View;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlWriter;
import java.util.List;
import java.util.Objects;

/**
 * Writes views (MySQL 8.0 Reference Manual, 13.1.23 "CREATE VIEW Statement").
 *
 * @param standard the standard's statements
 * @param refusals says what cannot be
 * @param dialectNames the names the dialect answers to
 */
record MysqlViews(StandardDdl standard, MysqlRefusals refusals, List<String> dialectNames) {

  /** Checks that all parts are there. */
  MysqlViews {
    Objects.requireNonNull(standard, "standard");
    Objects.requireNonNull(refusals, "refusals");
    dialectNames = List.copyOf(dialectNames);
  }

  /** Refuses what the products cannot do with a view. */
  void check(String what, View view) {
    checkKind(what, view.kind());
    if (view.comment().isPresent()) {
      throw refusals.refuse(
          what,
          "a view has no comment",
          "Leave the comment away for this product, or write it into the query.");
    }
  }

  /** Refuses views whose rows are stored. */
  void checkKind(String what, View.Kind kind) {
    if (kind == View.Kind.MATERIALIZED) {
      throw refusals.refuse(
          what,
          "it has no materialized views",
          "Create a plain view, or a table that an event or op.execute fills.");
    }
  }

  /**
   * Writes a view's creation.
   *
   * @param what words for messages
   * @param create {@code CREATE} or {@code CREATE OR REPLACE}
   * @param existence whether {@code IF NOT EXISTS} is written
   */
  String create(String what, String create, View view, Existence existence) {
    MysqlOptions options =
        MysqlOptions.of(
            MysqlOption.Owner.VIEW, what, view.options(), dialectNames, refusals.features());
    SqlWriter writer = standard.writer().keyword(create);
    options
        .value(MysqlOption.ALGORITHM)
        .ifPresent(name -> writer.keyword("ALGORITHM").operator("=").raw(RawSql.of(name)));
    options.write(writer, MysqlOption.SQL_SECURITY).keyword("VIEW");
    if (existence == Existence.TOLERANT) {
      writer.keyword("IF NOT EXISTS");
    }
    writer.name(view.name());
    if (!view.columns().isEmpty()) {
      writer.parentheses(w -> w.names(view.columns()));
    }
    standard.expression(writer.keyword("AS").newLine(), view.query());
    options
        .value(MysqlOption.CHECK_OPTION)
        .ifPresent(
            scope ->
                writer.newLine().keyword("WITH").raw(RawSql.of(scope)).keyword("CHECK OPTION"));
    return writer.toSql();
  }
}
