package dev.anabranch.testkit.corpus;

import dev.anabranch.operation.AddEnumValue;
import dev.anabranch.operation.AlterSequence;
import dev.anabranch.operation.CreateEnumType;
import dev.anabranch.operation.CreateSchema;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.CreateView;
import dev.anabranch.operation.DropEnumType;
import dev.anabranch.operation.DropSchema;
import dev.anabranch.operation.DropSequence;
import dev.anabranch.operation.DropTable;
import dev.anabranch.operation.DropView;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.RenameSequence;
import dev.anabranch.operation.ReplaceView;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import java.util.List;
import java.util.Optional;

/** Creates, changes and drops sequences, views, enum types and schemas. */
final class ObjectSteps {

  private final CorpusState state;

  ObjectSteps(CorpusState state) {
    this.state = state;
  }

  // Sequences.

  private SequenceOptions options() {
    SequenceOptions options =
        SequenceOptions.defaults()
            .startWith(10 + state.below(9))
            .incrementBy(1 + state.below(9))
            .minValue(2 + state.below(5))
            .maxValue(1000 + state.below(1000))
            .cache(2 + state.below(9));
    return state.oneIn(3) ? options.cycle() : options;
  }

  Optional<List<Operation>> createSequence() {
    QualifiedName name = TableSteps.named(state.name("s"));
    Sequence sequence =
        new Sequence(
            name,
            Optional.empty(),
            state.oneIn(2) ? SequenceOptions.defaults() : options(),
            state.oneIn(4) ? Optional.of(state.words()) : Optional.empty());
    return Optional.of(List.of(new CreateSequence(sequence, Existence.STRICT)));
  }

  private Optional<Sequence> unusedSequence() {
    return state.oneOf(
        state.model().schema().sequences().stream()
            .filter(sequence -> !state.isViewed(sequence.name()))
            .toList());
  }

  Optional<List<Operation>> alterSequence() {
    return unusedSequence()
        .filter(sequence -> sequence.options().increment().isPresent())
        .map(
            sequence ->
                List.of(
                    new AlterSequence(
                        sequence.name(), options(), Optional.of(sequence.options()))));
  }

  Optional<List<Operation>> renameSequence() {
    return unusedSequence()
        .map(sequence -> List.of(new RenameSequence(sequence.name(), state.name("s"))));
  }

  Optional<List<Operation>> dropSequence() {
    return unusedSequence()
        .map(
            sequence ->
                List.of(
                    new DropSequence(sequence.name(), Existence.STRICT, Optional.of(sequence))));
  }

  // Views.

  private Optional<View> newView() {
    return state
        .oneOf(
            state.tables().stream()
                .filter(table -> CorpusState.isPlain(table.name().name()))
                .filter(table -> plainColumn(table).isPresent())
                .toList())
        .map(
            table -> {
              Identifier column = plainColumn(table).orElseThrow();
              state.view(table.name());
              state.speakOf(column);
              return new View(
                  TableSteps.named(state.name("v")),
                  View.Kind.PLAIN,
                  List.of(),
                  SqlExpression.of("SELECT " + column + " FROM " + table.name()),
                  state.oneIn(3) ? Optional.of(state.words()) : Optional.empty(),
                  DialectOptions.none());
            });
  }

  // Of a type that every product has: one without the column could not have the view.
  private static Optional<Identifier> plainColumn(Table table) {
    return CorpusState.sortable(table).stream()
        .filter(
            column ->
                !(column.value() instanceof ColumnValue.Default given
                    && given.value() instanceof SqlValue.NextValue))
        .map(Column::name)
        .filter(CorpusState::isPlain)
        .findFirst();
  }

  Optional<List<Operation>> createView() {
    return newView().map(view -> List.of(new CreateView(view, Existence.STRICT)));
  }

  Optional<List<Operation>> materializedView() {
    return newView()
        .map(
            view ->
                List.of(
                    new CreateView(
                        new View(
                                view.name(),
                                view.kind(),
                                view.columns(),
                                view.query(),
                                Optional.empty(),
                                view.options())
                            .materialized(),
                        Existence.STRICT)));
  }

  private Optional<View> plainView() {
    return state.oneOf(
        state.model().schema().views().stream()
            .filter(view -> view.kind() == View.Kind.PLAIN)
            .toList());
  }

  Optional<List<Operation>> replaceView() {
    return plainView()
        .map(
            view ->
                List.of(
                    new ReplaceView(
                        new View(
                            view.name(),
                            view.kind(),
                            view.columns(),
                            filtered(view.query()),
                            state.oneIn(2) ? Optional.of(state.words()) : view.comment(),
                            view.options()),
                        Optional.of(view))));
  }

  private SqlExpression filtered(SqlExpression query) {
    String text = query.toString();
    int where = text.indexOf(" WHERE");
    return SqlExpression.of(
        (where < 0 ? text : text.substring(0, where)) + " WHERE 1 = " + state.below(9));
  }

  Optional<List<Operation>> dropView() {
    return state
        .oneOf(state.model().schema().views())
        .map(
            view ->
                List.of(
                    new DropView(view.name(), view.kind(), Existence.STRICT, Optional.of(view))));
  }

  // Enum types and schemas.

  Optional<List<Operation>> createEnumType() {
    EnumType type =
        new EnumType(
            TableSteps.named(state.name("y")),
            List.of("red", "it's green", "Größe"),
            state.oneIn(6) ? Optional.of(state.words()) : Optional.empty());
    return Optional.of(List.of(new CreateEnumType(type, Existence.STRICT)));
  }

  private boolean isUsed(EnumType type) {
    return state.tables().stream()
        .flatMap(table -> table.columns().stream())
        .anyMatch(
            column ->
                column.type() instanceof DataType.Enumeration enumeration
                    && enumeration.name().equals(type.name()));
  }

  Optional<List<Operation>> addEnumValue() {
    return state
        .oneOf(state.model().schema().enumTypes())
        .map(
            type ->
                List.of(
                    new AddEnumValue(
                        type.name(),
                        state.words(),
                        state.oneIn(3) ? Optional.of(state.one(type.values())) : Optional.empty(),
                        Existence.STRICT)));
  }

  Optional<List<Operation>> dropEnumType() {
    return state
        .oneOf(state.model().schema().enumTypes().stream().filter(type -> !isUsed(type)).toList())
        .map(type -> List.of(new DropEnumType(type.name(), Existence.STRICT, Optional.of(type))));
  }

  /** A schema that comes and goes: what is read is the schema of the connection. */
  Optional<List<Operation>> schema() {
    Identifier schema = state.plainName("schema");
    Table table =
        Table.of(
            new QualifiedName(Optional.of(schema), state.name("t")),
            List.of(Column.of(state.name("c"), DataType.Simple.INTEGER)));
    return Optional.of(
        List.of(
            new CreateSchema(schema, Existence.STRICT),
            new CreateTable(table, Existence.STRICT),
            new DropTable(table.name(), Existence.STRICT, Optional.of(table)),
            new DropSchema(schema, Existence.STRICT)));
  }
}
