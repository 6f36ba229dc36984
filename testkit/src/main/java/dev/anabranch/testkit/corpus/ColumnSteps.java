package dev.anabranch.testkit.corpus;

import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.AlterColumn;
import dev.anabranch.operation.ColumnChange;
import dev.anabranch.operation.DropColumn;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.RenameColumn;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.Nullability;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds, drops, renames and changes columns. */
final class ColumnSteps {

  private final CorpusState state;
  private final CorpusTypes types;

  ColumnSteps(CorpusState state, CorpusTypes types) {
    this.state = state;
    this.types = types;
  }

  private static Operation added(Table table, Column column) {
    return new AddColumn(table.name(), column, Existence.STRICT);
  }

  Optional<List<Operation>> add() {
    return state
        .anyTable()
        .map(
            table -> {
              Column column = types.column();
              boolean required = column.value() instanceof ColumnValue.Default && state.oneIn(2);
              return List.of(
                  added(table, required ? column.withNullability(Nullability.NOT_NULL) : column));
            });
  }

  Optional<List<Operation>> addEnumeration() {
    Optional<EnumType> type = state.oneOf(state.model().schema().enumTypes());
    return state
        .anyTable()
        .flatMap(table -> type.map(one -> List.of(added(table, enumeration(one)))));
  }

  private Column enumeration(EnumType type) {
    return Column.of(state.name("e"), new DataType.Enumeration(type.name(), type.values()));
  }

  /** A column that a sequence numbers. */
  Optional<List<Operation>> addNumbered() {
    Optional<Sequence> sequence = state.oneOf(state.model().schema().sequences());
    return state
        .anyTable()
        .flatMap(
            table ->
                sequence.map(
                    one -> {
                      state.view(one.name());
                      return List.of(
                          added(
                              table,
                              Column.of(state.name("n"), DataType.Simple.BIGINT)
                                  .withValue(
                                      new ColumnValue.Default(
                                          new SqlValue.NextValue(one.name())))));
                    }));
  }

  Optional<List<Operation>> addComputed() {
    return state
        .oneOf(state.tables().stream().filter(table -> plainInteger(table).isPresent()).toList())
        .map(
            table -> {
              Column source = plainInteger(table).orElseThrow();
              state.speakOf(source.name());
              Column computed =
                  types
                      .plainInteger()
                      .withValue(
                          new ColumnValue.Computed(
                              SqlExpression.of(source.name() + " * 2"),
                              state.oneIn(2)
                                  ? ColumnValue.Storage.STORED
                                  : ColumnValue.Storage.VIRTUAL));
              return List.of(added(table, computed));
            });
  }

  private Optional<Column> plainInteger(Table table) {
    return state.freeColumns(table).stream()
        .filter(column -> column.type() == DataType.Simple.INTEGER)
        .filter(column -> CorpusState.isPlain(column.name()))
        .findFirst();
  }

  // The last one: taken back, it stands at the end again.
  Optional<List<Operation>> drop() {
    return state
        .oneOf(
            state.tables().stream()
                .filter(table -> table.columns().size() > 2)
                .filter(table -> !state.isViewed(table.name()))
                .filter(table -> state.isFree(table, last(table)))
                .toList())
        .map(
            table ->
                List.of(
                    new DropColumn(
                        table.name(),
                        last(table).name(),
                        Existence.STRICT,
                        Optional.of(last(table)))));
  }

  private static Column last(Table table) {
    return table.columns().get(table.columns().size() - 1);
  }

  Optional<List<Operation>> rename() {
    return state
        .anyTable()
        .filter(table -> !state.isViewed(table.name()))
        .flatMap(
            table ->
                state
                    .oneOf(
                        table.columns().stream()
                            .filter(column -> !state.isSpokenOf(column.name()))
                            .toList())
                    .map(
                        column ->
                            List.of(
                                new RenameColumn(table.name(), column.name(), state.name("c")))));
  }

  Optional<List<Operation>> alter() {
    return state
        .anyTable()
        .filter(table -> !state.isViewed(table.name()))
        .flatMap(table -> state.oneOf(state.freeColumns(table)).flatMap(c -> alter(table, c)));
  }

  private Optional<List<Operation>> alter(Table table, Column column) {
    List<ColumnChange> changes = new ArrayList<>();
    if (state.oneIn(2)) {
      types
          .wider(column.type())
          .ifPresent(
              type ->
                  changes.add(
                      new ColumnChange.Type(type, Optional.of(column.type()), Optional.empty())));
    }
    if (state.oneIn(2)) {
      value(column).ifPresent(changes::add);
    }
    if (state.oneIn(2)) {
      changes.add(
          new ColumnChange.Null(column.isNullable() ? Nullability.NOT_NULL : Nullability.NULLABLE));
    }
    if (state.oneIn(3)) {
      changes.add(
          new ColumnChange.Comment(
              state.oneIn(3) ? "" : state.words(), Optional.of(column.comment().orElse(""))));
    }
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(List.of(new AlterColumn(table.name(), column.name(), changes)));
  }

  private Optional<ColumnChange> value(Column column) {
    if (column.value() instanceof ColumnValue.Default && state.oneIn(2)) {
      return Optional.of(new ColumnChange.Value(ColumnValue.none(), Optional.of(column.value())));
    }
    return types
        .usual(column.type())
        .map(
            value ->
                new ColumnChange.Value(
                    new ColumnValue.Default(value), Optional.of(column.value())));
  }
}
