package dev.anabranch.testkit.corpus;

import dev.anabranch.operation.ChangeTableComment;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.DropTable;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.RenameTable;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates, drops, renames and comments tables. */
final class TableSteps {

  private static final int MANY = 12;
  private static final String UNUSUAL = "unusual ";

  private final CorpusState state;
  private final CorpusTypes types;

  TableSteps(CorpusState state, CorpusTypes types) {
    this.state = state;
    this.types = types;
  }

  static QualifiedName named(Identifier name) {
    return new QualifiedName(Optional.empty(), name);
  }

  Optional<List<Operation>> create() {
    if (state.tables().size() >= MANY) {
      return Optional.empty();
    }
    List<Column> columns = new ArrayList<>();
    List<TableConstraint> constraints = new ArrayList<>();
    Column key = state.oneIn(2) ? types.identity() : types.key();
    columns.add(key);
    if (!state.oneIn(4) || key.name().value().startsWith("id")) {
      constraints.add(
          new PrimaryKey(
              Optional.of(state.name("pk")), List.of(key.name()), Deferrability.NOT_DEFERRABLE));
    }
    for (int i = 1 + state.below(5); i > 0; i--) {
      columns.add(types.columnEverywhere());
    }
    if (state.oneIn(3)) {
      Column number = types.plainInteger();
      columns.add(number);
      state.speakOf(number.name());
      constraints.add(
          new CheckConstraint(
              Optional.of(state.name("ck")), SqlExpression.of(number.name() + " > 0")));
    }
    Table table =
        new Table(
            named(state.oneIn(2) ? state.plainName("t") : state.name("t")),
            columns,
            constraints,
            List.of(),
            state.oneIn(3) ? Optional.of(state.words()) : Optional.empty(),
            DialectOptions.none());
    return Optional.of(List.of(new CreateTable(table, Existence.STRICT)));
  }

  /** A table that not every product can have, so that nothing in SQL may speak of it. */
  Optional<List<Operation>> createUnusual() {
    Column id = types.unusualIdentity();
    Table table =
        Table.of(
                named(Identifier.of(UNUSUAL + state.plainName("t"))),
                List.of(id, types.columnEverywhere()))
            .withConstraints(
                List.of(
                    new PrimaryKey(
                        Optional.of(state.name("pk")),
                        List.of(id.name()),
                        Deferrability.NOT_DEFERRABLE)));
    return Optional.of(List.of(new CreateTable(table, Existence.STRICT)));
  }

  Optional<List<Operation>> drop() {
    return state
        .oneOf(
            state.tables().stream()
                .filter(table -> !state.isReferred(table) && !state.isViewed(table.name()))
                .filter(table -> state.tables().size() > MANY / 2)
                .toList())
        .map(table -> List.of(new DropTable(table.name(), Existence.STRICT, Optional.of(table))));
  }

  Optional<List<Operation>> rename() {
    return state
        .oneOf(
            state.tables().stream()
                .filter(table -> !state.isViewed(table.name()))
                .filter(table -> !table.name().name().value().startsWith(UNUSUAL))
                .toList())
        .map(table -> List.of(new RenameTable(table.name(), state.name("t"))));
  }

  Optional<List<Operation>> comment() {
    return state
        .anyTable()
        .map(
            table ->
                List.of(
                    new ChangeTableComment(
                        table.name(),
                        state.oneIn(3) ? "" : state.words(),
                        Optional.of(table.comment().orElse("")))));
  }
}
