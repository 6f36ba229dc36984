package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.operation.CreateIndex;
import dev.anabranch.operation.DropIndex;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.IndexBuild;
import dev.anabranch.operation.OperationException;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.sql.SqlWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes indexes (MySQL 8.0 Reference Manual, 13.1.15 "CREATE INDEX Statement"; MariaDB Knowledge
 * Base, "CREATE INDEX").
 *
 * @param standard the standard's statements, whose constants carry marks
 * @param refusals says what cannot be
 * @param dialectNames the names the dialect answers to
 */
record MysqlIndexes(StandardDdl standard, MysqlRefusals refusals, List<String> dialectNames) {

  /** A method that is a kind of index, in front of the word. */
  static final String FULLTEXT = "fulltext";

  /** A method that is a kind of index, in front of the word. */
  static final String SPATIAL = "spatial";

  private static final Set<String> METHODS = Set.of(FULLTEXT, SPATIAL, "btree", "hash", "rtree");

  /** Checks that all parts are there. */
  MysqlIndexes {
    Objects.requireNonNull(standard, "standard");
    Objects.requireNonNull(refusals, "refusals");
    dialectNames = List.copyOf(dialectNames);
  }

  private MysqlFeatures features() {
    return refusals.features();
  }

  /** Refuses what the release cannot do with an index. */
  void check(String what, Index index) {
    Index.Details details = index.details();
    if (index.uniqueness() == Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT) {
      throw refusals.equalNulls(what);
    } else if (details.where().isPresent()) {
      throw refusals.refuse(
          what,
          "its indexes hold every row",
          "Leave the condition away, or index a computed column that is null elsewhere.");
    } else if (!details.include().isEmpty()) {
      throw refusals.refuse(
          what,
          "an index includes no further columns",
          "Name the included columns behind those that are sorted by.");
    } else if (details.method().filter(name -> !METHODS.contains(lower(name))).isPresent()) {
      throw refusals.refuse(
          what,
          "it has no index method " + details.method().get(),
          "The methods are btree, hash, rtree, fulltext and spatial.");
    }
    index.parts().forEach(part -> checkPart(what, part));
    String comment = options(what, index).value(MysqlOption.INDEX_COMMENT).orElse("");
    refusals.checkComment(what, comment);
  }

  private void checkPart(String what, IndexPart part) {
    if (part.nulls() != IndexPart.Nulls.AS_BY_DEFAULT) {
      throw refusals.refuse(
          what,
          "nulls always stand before all values",
          "Leave their place away, or put a computed column like \"x IS NULL\" in front.");
    } else if (part.operatorClass().isPresent()) {
      throw refusals.refuse(
          what,
          "it has no operator classes",
          "Leave the operator class away, or give the column another collation.");
    } else if (part.key() instanceof IndexPart.ExpressionKey
        && !features().has(MysqlFeature.EXPRESSION_INDEXES)) {
      throw refusals.refuse(
          what, "it has no indexes over expressions", "Index a computed column instead.");
    } else if (part.order() == IndexPart.Order.DESCENDING
        && !features().has(MysqlFeature.DESCENDING_INDEXES)) {
      throw refusals.refuse(
          what,
          "it reads DESC and passes it over before 10.8",
          "Leave the order away: the server reads an index in both directions.");
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private MysqlOptions options(String what, Index index) {
    return MysqlOptions.of(
        MysqlOption.Owner.INDEX, what, index.details().options(), dialectNames, features());
  }

  /** Writes an index as it stands in a table. */
  SqlWriter inTable(SqlWriter writer, String what, Index index) {
    kind(writer, index);
    index.name().ifPresent(writer::name);
    using(writer, index);
    return behind(writer, what, index);
  }

  /**
   * Writes {@code CREATE INDEX}.
   *
   * @param existence whether {@code IF NOT EXISTS} is written
   */
  String create(CreateIndex operation, Existence existence) {
    SqlWriter writer = standard.writer().keyword("CREATE");
    Index index = operation.index();
    kind(writer, index);
    if (existence == Existence.TOLERANT) {
      writer.keyword("IF NOT EXISTS");
    }
    index.name().ifPresent(writer::name);
    using(writer, index);
    behind(writer.keyword("ON").name(operation.table()), operation.describe(), index);
    return build(writer, operation.build()).toSql();
  }

  /** Returns an expression that returns the statement which drops an index. */
  Consumer<SqlWriter> drop(DropIndex operation) {
    String drop = standard.writer().keyword("DROP INDEX").name(operation.name()).toSql();
    String end = operation.build() == IndexBuild.ONLINE ? ", ALGORITHM = INPLACE, LOCK = NONE" : "";
    return new MysqlDrops(standard).index(operation.table(), operation.name(), drop, end);
  }

  /** Returns the refusal of an index that cannot be built while its table is written. */
  OperationException online(String what) {
    return refusals.refuse(
        what,
        "the table cannot be written while such an index is built",
        "Leave online() away for this index.");
  }

  /** Returns whether an index is of a kind for which the server locks its table. */
  static boolean locksTable(Index index) {
    return index.details().method().filter(name -> isKind(name)).isPresent();
  }

  // INPLACE alone may wait for the end of writes; with LOCK=NONE the server refuses instead of
  // waiting.
  static SqlWriter build(SqlWriter writer, IndexBuild build) {
    return build == IndexBuild.ONLINE
        ? writer
            .keyword("ALGORITHM")
            .operator("=")
            .keyword("INPLACE LOCK")
            .operator("=")
            .keyword("NONE")
        : writer;
  }

  private static boolean isKind(String method) {
    return lower(method).equals(FULLTEXT) || lower(method).equals(SPATIAL);
  }

  private static void kind(SqlWriter writer, Index index) {
    String method = index.details().method().orElse("");
    if (index.isUnique()) {
      writer.keyword("UNIQUE");
    } else if (isKind(method)) {
      writer.keyword(method.toUpperCase(Locale.ROOT));
    }
    writer.keyword("INDEX");
  }

  private static void using(SqlWriter writer, Index index) {
    index
        .details()
        .method()
        .filter(name -> !isKind(name))
        .ifPresent(name -> writer.keyword("USING").keyword(name.toUpperCase(Locale.ROOT)));
  }

  private SqlWriter behind(SqlWriter writer, String what, Index index) {
    MysqlOptions options = options(what, index);
    writer.parentheses(w -> w.list(index.parts(), this::part));
    options.write(writer, MysqlOption.INDEX_KEY_BLOCK_SIZE);
    options.write(writer, MysqlOption.PARSER);
    options.write(writer, MysqlOption.INDEX_COMMENT);
    if (index.details().visibility() == Index.Visibility.INVISIBLE) {
      writer.keyword(features().has(MysqlFeature.IGNORED_INDEXES) ? "IGNORED" : "INVISIBLE");
    }
    return writer;
  }

  private void part(SqlWriter writer, IndexPart part) {
    if (part.key() instanceof IndexPart.ColumnKey key) {
      writer.name(key.column());
      part.prefixLength().ifPresent(length -> writer.parentheses(w -> w.number(length)));
    } else if (part.key() instanceof IndexPart.ExpressionKey key) {
      writer.parentheses(w -> standard.expression(w, key.expression()));
    }
    if (part.order() == IndexPart.Order.DESCENDING) {
      writer.keyword("DESC");
    }
  }
}
