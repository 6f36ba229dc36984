package dev.anabranch.testkit.corpus;

import dev.anabranch.operation.CreateIndex;
import dev.anabranch.operation.DropIndex;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.IndexBuild;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.RenameIndex;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates, drops and renames indexes. */
final class IndexSteps {

  private final CorpusState state;

  IndexSteps(CorpusState state) {
    this.state = state;
  }

  Optional<List<Operation>> create() {
    return state
        .anyTable()
        .flatMap(
            table ->
                index(table)
                    .map(
                        index ->
                            List.of(
                                new CreateIndex(
                                    table.name(),
                                    index,
                                    Existence.STRICT,
                                    state.oneIn(8) ? IndexBuild.ONLINE : IndexBuild.BLOCKING))));
  }

  private Optional<Index> index(Table table) {
    List<Column> sortable = CorpusState.sortable(table);
    List<IndexPart> parts = new ArrayList<>();
    List<Identifier> columns = new ArrayList<>();
    for (int i = 1 + state.below(2); i > 0 && !sortable.isEmpty(); i--) {
      Column column = state.one(sortable);
      if (!columns.contains(column.name())) {
        columns.add(column.name());
        parts.add(part(column));
      }
    }
    if (columns.isEmpty() || !CorpusState.isNewKey(table, columns)) {
      return Optional.empty();
    }
    Optional<Identifier> number = plainInteger(table);
    if (number.isPresent() && state.oneIn(4)) {
      state.speakOf(number.get());
      parts.add(IndexPart.expression(SqlExpression.of(number.get() + " + 1")));
    }
    Index.Uniqueness uniqueness = uniqueness();
    return Optional.of(
        new Index(
            Optional.of(state.name("ix")),
            uniqueness,
            parts,
            details(table, columns, number, uniqueness)));
  }

  private Index.Uniqueness uniqueness() {
    return state.oneIn(9)
        ? Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT
        : state.oneIn(4) ? Index.Uniqueness.UNIQUE : Index.Uniqueness.NOT_UNIQUE;
  }

  private IndexPart part(Column column) {
    IndexPart part = IndexPart.column(column.name());
    if (state.oneIn(3)) {
      part = part.descending();
    }
    if (state.oneIn(3)) {
      part = part.withNulls(state.oneIn(2) ? IndexPart.Nulls.FIRST : IndexPart.Nulls.LAST);
    }
    boolean longText = column.type() instanceof DataType.Varchar text && text.length() >= 20;
    return longText && state.oneIn(5) ? part.withPrefix(5) : part;
  }

  // Some products include columns in unique indexes only.
  private Index.Details details(
      Table table,
      List<Identifier> columns,
      Optional<Identifier> number,
      Index.Uniqueness uniqueness) {
    Optional<SqlExpression> where = Optional.empty();
    if (number.isPresent() && state.oneIn(5)) {
      state.speakOf(number.get());
      where = Optional.of(SqlExpression.of(number.get() + " > 7"));
    }
    List<Identifier> include =
        CorpusState.sortable(table).stream()
            .map(Column::name)
            .filter(name -> !columns.contains(name))
            .limit(uniqueness != Index.Uniqueness.NOT_UNIQUE && state.oneIn(2) ? 1 : 0)
            .toList();
    return new Index.Details(
        Optional.empty(),
        include,
        where,
        state.oneIn(9) ? Index.Visibility.INVISIBLE : Index.Visibility.VISIBLE,
        DialectOptions.none());
  }

  private Optional<Identifier> plainInteger(Table table) {
    return state.freeColumns(table).stream()
        .filter(column -> column.type() == DataType.Simple.INTEGER)
        .map(Column::name)
        .filter(CorpusState::isPlain)
        .findFirst();
  }

  Optional<List<Operation>> drop() {
    return state
        .anyTable()
        .flatMap(
            table ->
                state
                    .oneOf(
                        table.indexes().stream()
                            .filter(index -> !CorpusState.refers(table, index.columns()))
                            .filter(index -> !state.isReferred(table, index.columns()))
                            .toList())
                    .map(
                        index ->
                            List.of(
                                new DropIndex(
                                    table.name(),
                                    index.name().orElseThrow(),
                                    Existence.STRICT,
                                    IndexBuild.BLOCKING,
                                    Optional.of(index)))));
  }

  Optional<List<Operation>> rename() {
    return state
        .anyTable()
        .flatMap(
            table ->
                state
                    .oneOf(table.indexes())
                    .map(
                        index ->
                            List.of(
                                new RenameIndex(
                                    table.name(), index.name().orElseThrow(), state.name("ix")))));
  }
}
