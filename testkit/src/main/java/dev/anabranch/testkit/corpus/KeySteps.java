package dev.anabranch.testkit.corpus;

import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.AddConstraint;
import dev.anabranch.operation.DropConstraint;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.OutsideTransaction;
import dev.anabranch.operation.RenameConstraint;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import java.util.List;
import java.util.Optional;

/** Adds, drops and renames keys and conditions. */
final class KeySteps {

  private final CorpusState state;
  private final CorpusTypes types;

  KeySteps(CorpusState state, CorpusTypes types) {
    this.state = state;
    this.types = types;
  }

  private Optional<Identifier> name(String prefix) {
    return Optional.of(state.name(prefix));
  }

  private Deferrability deferrability() {
    return state.oneIn(8) ? Deferrability.INITIALLY_DEFERRED : Deferrability.NOT_DEFERRABLE;
  }

  /** A new column that refers to a table. */
  Optional<List<Operation>> reference() {
    Identifier column = state.name("r");
    Optional<ForeignKey> target = state.oneOf(state.targets(column));
    return state
        .anyTable()
        .flatMap(
            table ->
                target.flatMap(key -> referredType(key).map(type -> reference(table, key, type))));
  }

  private Optional<DataType> referredType(ForeignKey key) {
    return state.model().schema().table(key.referredTable()).stream()
        .flatMap(table -> table.column(key.referredColumns().get(0)).stream())
        .map(Column::type)
        .findFirst();
  }

  private List<Operation> reference(Table table, ForeignKey key, DataType type) {
    ForeignKey.Rules rules =
        new ForeignKey.Rules(
            state.one(
                List.of(
                    ReferentialAction.NO_ACTION,
                    ReferentialAction.CASCADE,
                    ReferentialAction.SET_NULL,
                    ReferentialAction.RESTRICT)),
            state.oneIn(3)
                ? state.one(List.of(ReferentialAction.CASCADE, ReferentialAction.RESTRICT))
                : ReferentialAction.NO_ACTION,
            state.oneIn(9) ? ForeignKey.Match.FULL : ForeignKey.Match.SIMPLE,
            deferrability());
    return List.of(
        new AddColumn(table.name(), Column.of(key.columns().get(0), type), Existence.STRICT),
        new AddConstraint(
            table.name(),
            new ForeignKey(
                name("fk"), key.columns(), key.referredTable(), key.referredColumns(), rules)));
  }

  Optional<List<Operation>> unique() {
    return newKey()
        .map(
            key ->
                List.of(
                    new AddConstraint(
                        key.table(),
                        new UniqueConstraint(
                            name("uq"),
                            key.columns(),
                            state.oneIn(6)
                                ? UniqueConstraint.Nulls.NOT_DISTINCT
                                : UniqueConstraint.Nulls.DISTINCT,
                            deferrability()))));
  }

  /** Columns of a table that no key is made of yet. */
  private record NewKey(QualifiedName table, List<Identifier> columns) {}

  private Optional<NewKey> newKey() {
    return state
        .anyTable()
        .flatMap(
            table -> {
              List<Column> sortable = CorpusState.sortable(table);
              if (sortable.isEmpty()) {
                return Optional.empty();
              }
              Identifier first = state.one(sortable).name();
              Identifier second = state.one(sortable).name();
              List<Identifier> columns =
                  first.equals(second) ? List.of(first) : List.of(first, second);
              return CorpusState.isNewKey(table, columns)
                  ? Optional.of(new NewKey(table.name(), columns))
                  : Optional.empty();
            });
  }

  Optional<List<Operation>> check() {
    return state
        .anyTable()
        .map(
            table -> {
              Column number = types.plainInteger();
              state.speakOf(number.name());
              return List.of(
                  new AddColumn(table.name(), number, Existence.STRICT),
                  new AddConstraint(
                      table.name(),
                      new CheckConstraint(name("ck"), SqlExpression.of(number.name() + " < 100"))));
            });
  }

  Optional<List<Operation>> primary() {
    return state
        .oneOf(
            state.tables().stream()
                .filter(table -> table.primaryKey().isEmpty())
                .filter(table -> !requiredAndSortable(table).isEmpty())
                .toList())
        .map(
            table ->
                List.of(
                    new AddConstraint(
                        table.name(),
                        new PrimaryKey(
                            name("pk"),
                            List.of(state.one(requiredAndSortable(table)).name()),
                            Deferrability.NOT_DEFERRABLE))));
  }

  // A column that may be null would not become so again when the key is taken back.
  private static List<Column> requiredAndSortable(Table table) {
    return CorpusState.sortable(table).stream()
        .filter(column -> !column.isNullable())
        .filter(column -> CorpusState.isNewKey(table, List.of(column.name())))
        .toList();
  }

  Optional<List<Operation>> exclusion() {
    return state
        .anyTable()
        .map(
            table -> {
              Column during =
                  Column.of(
                      state.name("x"),
                      DataType.Simple.INTEGER.on("postgresql", new DataType.Native("int4range")));
              // One block: without the constraint, the column would differ for nothing.
              return List.of(
                  new OutsideTransaction(
                      List.of(
                          new AddColumn(table.name(), during, Existence.STRICT),
                          new AddConstraint(
                              table.name(),
                              new ExclusionConstraint(
                                  name("ex"),
                                  "gist",
                                  List.of(
                                      new ExclusionConstraint.Element(
                                          IndexPart.column(during.name()), "&&")),
                                  Optional.empty(),
                                  Deferrability.NOT_DEFERRABLE)))));
            });
  }

  Optional<List<Operation>> drop() {
    return state
        .anyTable()
        .flatMap(
            table ->
                state
                    .oneOf(table.constraints().stream().filter(c -> isFree(table, c)).toList())
                    .map(
                        constraint ->
                            List.of(
                                new DropConstraint(
                                    table.name(),
                                    constraint.kind(),
                                    constraint.name().orElseThrow(),
                                    Existence.STRICT,
                                    Optional.of(constraint)))));
  }

  // Without its key, a foreign key could not be checked; an index of it may serve another one.
  private boolean isFree(Table table, TableConstraint constraint) {
    if (constraint instanceof PrimaryKey) {
      return false;
    }
    return !(constraint instanceof UniqueConstraint)
        || (!state.isReferred(table, constraint.columns())
            && !CorpusState.refers(table, constraint.columns()));
  }

  Optional<List<Operation>> rename() {
    return state
        .anyTable()
        .flatMap(
            table ->
                state
                    .oneOf(table.constraints())
                    .map(
                        constraint ->
                            List.of(
                                new RenameConstraint(
                                    table.name(),
                                    constraint.kind(),
                                    constraint.name().orElseThrow(),
                                    state.name("con")))));
  }
}
