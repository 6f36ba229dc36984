package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.util.function.Consumer;

/**
 * Writes comments; the empty text removes one (SQL Language Reference 19c, COMMENT).
 *
 * @param standard the standard's statements
 */
record OracleComments(StandardDdl standard) {

  /** Returns {@code COMMENT ON} of an object that has a name of its own. */
  String on(String what, QualifiedName name, String text) {
    return on(what, w -> w.name(name), text);
  }

  /** Returns {@code COMMENT ON COLUMN}. */
  String onColumn(QualifiedName table, Identifier column, String text) {
    return on("COLUMN", w -> w.name(table, column), text);
  }

  private String on(String what, Consumer<SqlWriter> name, String text) {
    SqlWriter writer = standard.writer().keyword("COMMENT ON").keyword(what);
    name.accept(writer);
    return writer.keyword("IS").literal(SqlLiteral.text(text)).toSql();
  }
}
