package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.operation.CreateView;
import dev.anabranch.operation.DropView;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.ReplaceView;
import dev.anabranch.schema.View;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes views (SQL Language Reference 19c, CREATE VIEW, CREATE MATERIALIZED VIEW).
 *
 * @param standard the standard's statements
 * @param refusals refuses what cannot be
 * @param blocks forgives what is there or is missing
 */
record OracleViews(StandardDdl standard, OracleRefusals refusals, OracleBlocks blocks) {

  private static final int NAME_IS_USED = 955;
  private static final int NO_SUCH_VIEW = 942;
  private static final int MATERIALIZED_VIEW_EXISTS = 12006;
  private static final int NO_SUCH_MATERIALIZED_VIEW = 12003;

  /** Returns the statements that create a view with its comment. */
  List<String> create(CreateView operation) {
    View view = operation.view();
    refusals.checkView(operation.describe(), view);
    List<String> statements = new ArrayList<>();
    statements.add(
        blocks.forgiving(
            operation.existence(),
            isStored(view.kind()) ? MATERIALIZED_VIEW_EXISTS : NAME_IS_USED,
            words -> view(standard.create(words(view.kind()), words), view)));
    view.comment().ifPresent(text -> statements.add(comment(view, text)));
    return statements;
  }

  /**
   * Returns the statements that put a view in the place of another; one whose rows are stored
   * cannot be replaced in one statement.
   */
  List<String> replace(ReplaceView operation) {
    View view = operation.to();
    refusals.checkView(operation.describe(), view);
    View.Kind before = operation.from().map(View::kind).orElse(view.kind());
    List<String> statements = new ArrayList<>();
    if (isStored(view.kind()) || isStored(before)) {
      statements.add(drop(before, view.name(), Existence.TOLERANT));
      statements.add(view(standard.create(words(view.kind()), Existence.STRICT), view));
    } else {
      statements.add(view(standard.writer().keyword("CREATE OR REPLACE VIEW"), view));
    }
    if (view.comment().isPresent() || operation.from().flatMap(View::comment).isPresent()) {
      statements.add(comment(view, view.comment().orElse("")));
    }
    return statements;
  }

  /** Returns {@code DROP VIEW}. */
  String drop(DropView operation) {
    return drop(operation.kind(), operation.name(), operation.existence());
  }

  private String drop(View.Kind kind, QualifiedName name, Existence existence) {
    return blocks.forgiving(
        existence,
        isStored(kind) ? NO_SUCH_MATERIALIZED_VIEW : NO_SUCH_VIEW,
        words -> standard.drop(words(kind), words).name(name).toSql());
  }

  private static boolean isStored(View.Kind kind) {
    return kind == View.Kind.MATERIALIZED;
  }

  private static String words(View.Kind kind) {
    return isStored(kind) ? "MATERIALIZED VIEW" : "VIEW";
  }

  private String view(SqlWriter writer, View view) {
    OracleOptions options = new OracleOptions(view.options(), refusals.types().dialectNames());
    writer.name(view.name());
    if (!view.columns().isEmpty()) {
      writer.parentheses(w -> w.names(view.columns()));
    }
    options.writeWords(writer, "BUILD", OracleOptions.BUILD);
    if (options.has(OracleOptions.REFRESH) || options.has(OracleOptions.REFRESH_ON)) {
      writer.keyword("REFRESH");
      options.writeWord(writer, OracleOptions.REFRESH);
      options.writeWords(writer, "ON", OracleOptions.REFRESH_ON);
    }
    return standard.expression(writer.keyword("AS").newLine(), view.query()).toSql();
  }

  // A plain view is a table to COMMENT.
  private String comment(View view, String text) {
    return new OracleComments(standard)
        .on(isStored(view.kind()) ? "MATERIALIZED VIEW" : "TABLE", view.name(), text);
  }
}
