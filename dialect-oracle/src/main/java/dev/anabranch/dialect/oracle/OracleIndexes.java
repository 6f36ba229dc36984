package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.operation.DropIndex;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.IndexBuild;
import dev.anabranch.operation.RenameIndex;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlWriter;
import java.util.List;

/**
 * Writes indexes (SQL Language Reference 19c, CREATE INDEX). An index lies in the schema of its
 * table.
 *
 * @param standard the standard's statements
 * @param blocks forgives what is there or is missing
 * @param dialectNames the names the dialect answers to, the most specific first
 */
record OracleIndexes(StandardDdl standard, OracleBlocks blocks, List<String> dialectNames) {

  /** The method of an index that has a bit for each row and value. */
  static final String BITMAP = "bitmap";

  /** The method of an index over the bytes in the opposite order. */
  static final String REVERSE = "reverse";

  private static final int NAME_IS_USED = 955;
  private static final int NO_SUCH_INDEX = 1418;

  /** Returns {@code CREATE INDEX}. */
  String create(QualifiedName table, Index index, Existence existence, IndexBuild build) {
    return blocks.forgiving(
        existence, NAME_IS_USED, words -> create(words, table, index, build).toSql());
  }

  private SqlWriter create(Existence words, QualifiedName table, Index index, IndexBuild build) {
    SqlWriter writer = standard.create(kind(index), words);
    index.name().ifPresent(name -> writer.name(table.sibling(name)));
    writer.keyword("ON").name(table).parentheses(w -> w.list(index.parts(), this::part));
    if (build == IndexBuild.ONLINE) {
      writer.keyword("ONLINE");
    }
    if (index.details().visibility() == Index.Visibility.INVISIBLE) {
      writer.keyword("INVISIBLE");
    }
    if (index.details().method().filter(REVERSE::equals).isPresent()) {
      writer.keyword("REVERSE");
    }
    new OracleOptions(index.details().options(), dialectNames).writeTablespace(writer);
    return writer;
  }

  private static String kind(Index index) {
    if (index.isUnique()) {
      return "UNIQUE INDEX";
    }
    return index.details().method().filter(BITMAP::equals).isPresent() ? "BITMAP INDEX" : "INDEX";
  }

  private void part(SqlWriter writer, IndexPart part) {
    if (part.key() instanceof IndexPart.ExpressionKey key) {
      standard.expression(writer, key.expression());
    } else {
      part.column().ifPresent(writer::name);
    }
    if (part.order() == IndexPart.Order.DESCENDING) {
      writer.keyword("DESC");
    }
  }

  /** Returns {@code DROP INDEX}. */
  String drop(DropIndex operation) {
    return blocks.forgiving(
        operation.existence(),
        NO_SUCH_INDEX,
        words -> {
          SqlWriter writer =
              standard.drop("INDEX", words).name(operation.table().sibling(operation.name()));
          return (operation.build() == IndexBuild.ONLINE ? writer.keyword("ONLINE") : writer)
              .toSql();
        });
  }

  /** Returns {@code ALTER INDEX ... RENAME TO}. */
  String rename(RenameIndex operation) {
    return standard
        .writer()
        .keyword("ALTER INDEX")
        .name(operation.table().sibling(operation.from()))
        .keyword("RENAME TO")
        .name(operation.to())
        .toSql();
  }
}
