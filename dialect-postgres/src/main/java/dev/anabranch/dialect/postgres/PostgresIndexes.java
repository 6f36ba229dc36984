package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.dialect.UnsupportedOperations;
import dev.anabranch.operation.CreateIndex;
import dev.anabranch.operation.DropIndex;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.IndexBuild;
import dev.anabranch.operation.RenameIndex;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlWriter;

/**
 * Indexes (PostgreSQL 18 documentation, CREATE INDEX). An index stands in the schema of its table,
 * and is named with it everywhere but in its creation.
 */
final class PostgresIndexes {

  private final StandardDdl standard;
  private final UnsupportedOperations unsupported;

  PostgresIndexes(StandardDdl standard, UnsupportedOperations unsupported) {
    this.standard = standard;
    this.unsupported = unsupported;
  }

  /** Returns the creation of an index together with its table. */
  String create(QualifiedName table, Index index) {
    return create(new CreateIndex(table, index, Existence.STRICT, IndexBuild.BLOCKING));
  }

  /** Returns the creation of an index. */
  String create(CreateIndex operation) {
    Index index = operation.index();
    String what =
        "index %son %s"
            .formatted(index.name().map(name -> name + " ").orElse(""), operation.table());
    requireWritable(what, index);
    SqlWriter writer = standard.writer().keyword("CREATE");
    if (index.isUnique()) {
      writer.keyword("UNIQUE");
    }
    writer.keyword("INDEX");
    if (operation.build() == IndexBuild.ONLINE) {
      writer.keyword("CONCURRENTLY");
    }
    if (operation.existence() == Existence.TOLERANT && index.name().isPresent()) {
      writer.keyword("IF NOT EXISTS");
    }
    index.name().ifPresent(writer::name);
    writer.keyword("ON").name(operation.table());
    index.details().method().ifPresent(method -> method(writer, method));
    writer.parentheses(
        w -> w.list(index.parts(), (SqlWriter each, IndexPart part) -> part(each, what, part)));
    return details(writer, what, index).toSql();
  }

  private SqlWriter details(SqlWriter writer, String what, Index index) {
    Index.Details details = index.details();
    if (!details.include().isEmpty()) {
      writer.keyword("INCLUDE").parentheses(w -> w.names(details.include()));
    }
    if (index.uniqueness() == Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT) {
      writer.keyword("NULLS NOT DISTINCT");
    }
    PostgresOptions.of(PostgresOptions.Owner.INDEX, what, details.options())
        .writeParameters(writer);
    details.where().ifPresent(condition -> standard.expression(writer.keyword("WHERE"), condition));
    return writer;
  }

  private void requireWritable(String what, Index index) {
    if (index.uniqueness() == Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT
        && !PostgresFeature.NULLS_NOT_DISTINCT.isIn(unsupported.version())) {
      throw unsupported.refuse(
          "create " + what,
          "nulls are distinct there, and NULLS NOT DISTINCT came with PostgreSQL "
              + PostgresFeature.NULLS_NOT_DISTINCT.since(),
          "Index an expression such as coalesce(column, '') instead.");
    }
    if (index.details().visibility() == Index.Visibility.INVISIBLE) {
      throw unsupported.refuse(
          "create " + what,
          "its planner sees every index",
          "Create it visible, or on other products only.");
    }
  }

  /** Writes {@code USING} and an index method. */
  static SqlWriter method(SqlWriter writer, String method) {
    return writer.keyword("USING").name(Identifier.of(method));
  }

  /** Writes a column or expression with its order. */
  SqlWriter part(SqlWriter writer, String what, IndexPart part) {
    if (part.prefixLength().isPresent()) {
      throw unsupported.refuse(
          "create " + what,
          "it has no indexes by the beginnings of texts",
          "Index an expression such as left(column, %d) instead."
              .formatted(part.prefixLength().getAsInt()));
    }
    if (part.key() instanceof IndexPart.ExpressionKey key) {
      writer.parentheses(w -> standard.expression(w, key.expression()));
    } else {
      writer.name(((IndexPart.ColumnKey) part.key()).column());
    }
    part.operatorClass().ifPresent(name -> writer.raw(RawSql.of(name)));
    if (part.order() == IndexPart.Order.DESCENDING) {
      writer.keyword("DESC");
    }
    return switch (part.nulls()) {
      case AS_BY_DEFAULT -> writer;
      case FIRST -> writer.keyword("NULLS FIRST");
      case LAST -> writer.keyword("NULLS LAST");
    };
  }

  /** Returns the removal of an index. */
  String drop(DropIndex operation) {
    SqlWriter writer = standard.writer().keyword("DROP INDEX");
    if (operation.build() == IndexBuild.ONLINE) {
      writer.keyword("CONCURRENTLY");
    }
    return StandardDdl.ifExists(writer, operation.existence())
        .name(operation.table().sibling(operation.name()))
        .toSql();
  }

  /** Returns the renaming of an index. */
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
