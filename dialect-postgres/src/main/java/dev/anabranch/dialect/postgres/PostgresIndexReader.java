package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.postgres.PostgresRows.IndexRow;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongFunction;

/** Makes indexes, and the elements of exclusion constraints, of the rows of the catalogue. */
final class PostgresIndexReader {

  private static final String USUAL_METHOD = "btree";

  /** The bits of {@code pg_index.indoption}. */
  private static final int DESCENDING = 1;

  private static final int NULLS_FIRST = 2;

  /** The number of the database's own collation in {@code pg_collation}. */
  private static final long USUAL_COLLATION = 100;

  private final PostgresNames names;
  private final Map<Long, String> unusualClasses;
  private final Map<Long, String> collations;

  /**
   * Creates the reader.
   *
   * @param names names as operations hold them
   * @param unusualClasses the names of operator classes that no type uses by itself
   * @param collations the names of collations
   */
  PostgresIndexReader(
      PostgresNames names, Map<Long, String> unusualClasses, Map<Long, String> collations) {
    this.names = names;
    this.unusualClasses = unusualClasses;
    this.collations = collations;
  }

  /** The columns of a table by their numbers, and the collation that each has by itself. */
  record TableColumns(LongFunction<Identifier> names, LongFunction<Long> collations) {}

  /** Returns an index. */
  Index index(IndexRow row, TableColumns columns) {
    List<IndexPart> parts = parts(row, columns);
    List<Identifier> include =
        row.columns().subList(row.sorted(), row.columns().size()).stream()
            .map(number -> columns.names().apply(number))
            .toList();
    return new Index(
        Optional.of(names.identifier(row.name())),
        uniqueness(row),
        parts,
        new Index.Details(
            Optional.of(row.method()).filter(method -> !method.equals(USUAL_METHOD)),
            include,
            row.where().map(SqlExpression::of),
            Index.Visibility.VISIBLE,
            new PostgresOptionReader()
                .with(PostgresOptions.TABLESPACE, row.tablespace())
                .withParameters("", row.parameters())
                .options()));
  }

  private static Index.Uniqueness uniqueness(IndexRow row) {
    if (!row.unique()) {
      return Index.Uniqueness.NOT_UNIQUE;
    }
    return row.nullsNotDistinct()
        ? Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT
        : Index.Uniqueness.UNIQUE;
  }

  /** Returns what an index sorts by. */
  List<IndexPart> parts(IndexRow row, TableColumns columns) {
    List<IndexPart> parts = new ArrayList<>();
    int expressions = 0;
    for (int i = 0; i < row.sorted(); i++) {
      long column = row.columns().get(i);
      IndexPart.Key key =
          column == 0
              ? expression(row, i, row.expressions().get(expressions++))
              : column(row, i, columns);
      parts.add(part(row, i, key));
    }
    return parts;
  }

  private IndexPart part(IndexRow row, int place, IndexPart.Key key) {
    int order = row.orders().get(place).intValue();
    boolean descending = (order & DESCENDING) != 0;
    boolean nullsFirst = (order & NULLS_FIRST) != 0;
    IndexPart.Nulls nulls = nullsFirst ? IndexPart.Nulls.FIRST : IndexPart.Nulls.LAST;
    return new IndexPart(
        key,
        descending ? IndexPart.Order.DESCENDING : IndexPart.Order.ASCENDING,
        nullsFirst == descending ? IndexPart.Nulls.AS_BY_DEFAULT : nulls,
        OptionalInt.empty(),
        operatorClass(row, place));
  }

  // Options of a class are kept with the index: "3 siglen=32" are those of its third part.
  private Optional<String> operatorClass(IndexRow row, int place) {
    Optional<String> name = Optional.ofNullable(unusualClasses.get(row.classes().get(place)));
    String prefix = (place + 1) + " ";
    return row.classOptions().stream()
        .filter(options -> options.startsWith(prefix))
        .findFirst()
        .map(options -> name.orElse("") + "(" + options.substring(prefix.length()) + ")")
        .or(() -> name);
  }

  private IndexPart.Key column(IndexRow row, int place, TableColumns columns) {
    long number = row.columns().get(place);
    Identifier name = columns.names().apply(number);
    long collation = row.collations().get(place);
    return collation == 0 || collation == columns.collations().apply(number)
        ? new IndexPart.ColumnKey(name)
        : collated(PostgresDialect.STYLE.quote(name), collation);
  }

  private IndexPart.Key expression(IndexRow row, int place, String definition) {
    // The server puts what is no call of a function into parentheses, as a definition needs them.
    String text =
        definition.startsWith("(") ? definition.substring(1, definition.length() - 1) : definition;
    long collation = row.collations().get(place);
    return collation == 0 || collation == USUAL_COLLATION
        ? new IndexPart.ExpressionKey(SqlExpression.of(text))
        : collated(text, collation);
  }

  private IndexPart.Key collated(String text, long collation) {
    String name = collations.getOrDefault(collation, "");
    return new IndexPart.ExpressionKey(SqlExpression.of(text + " COLLATE " + name));
  }
}
