package dev.anabranch.diff;

import dev.anabranch.operation.AddEnumValue;
import dev.anabranch.operation.AlterSequence;
import dev.anabranch.operation.CreateEnumType;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.CreateView;
import dev.anabranch.operation.DropEnumType;
import dev.anabranch.operation.DropSequence;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.ReplaceView;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.SchemaWords;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares enum types, sequences and views. For one thread. */
final class ObjectComparison {

  private final Differences found;
  private final Leaning leaning;

  ObjectComparison(Differences found, Leaning leaning) {
    this.found = found;
    this.leaning = leaning;
  }

  // Enum types.

  void enumType(Pair<EnumType> pair) {
    if (pair.expected().isPresent() && pair.actual().isPresent()) {
      enumType(pair.expected().get(), pair.actual().get());
    }
    pair.missing()
        .ifPresent(
            type ->
                found.missing(subject(type), List.of(new CreateEnumType(type, Existence.STRICT))));
    pair.unexpected()
        .ifPresent(
            type ->
                found.unexpected(
                    subject(type),
                    List.of(new DropEnumType(type.name(), Existence.STRICT, Optional.of(type)))));
  }

  private static Subject subject(EnumType type) {
    return Subject.of("enum type", type.name());
  }

  private void enumType(EnumType expected, EnumType actual) {
    Subject subject = subject(expected);
    found.changed(
        subject,
        new Changes()
            .of(Aspect.VALUES, expected.values(), actual.values(), ObjectComparison::texts)
            .all(),
        additions(expected, actual));
    found.changed(
        subject,
        new Changes()
            .optional(Aspect.COMMENT, expected.comment(), actual.comment(), text -> text)
            .all(),
        List.of());
  }

  private static String texts(List<String> values) {
    return SchemaWords.texts(values).strip();
  }

  // Texts can be added and never taken out or moved.
  private static List<Operation> additions(EnumType expected, EnumType actual) {
    List<String> kept = new ArrayList<>(expected.values());
    kept.retainAll(actual.values());
    if (!kept.equals(actual.values())) {
      return List.of();
    }
    List<Operation> additions = new ArrayList<>();
    for (int i = 0; i < expected.values().size(); i++) {
      String value = expected.values().get(i);
      if (!actual.values().contains(value)) {
        Optional<String> before =
            expected.values().subList(i + 1, expected.values().size()).stream()
                .filter(actual.values()::contains)
                .findFirst();
        additions.add(new AddEnumValue(expected.name(), value, before, Existence.STRICT));
      }
    }
    return additions;
  }

  // Sequences.

  void sequence(Pair<Sequence> pair) {
    if (pair.expected().isPresent() && pair.actual().isPresent()) {
      sequence(pair.expected().get(), pair.actual().get());
    }
    pair.missing()
        .ifPresent(
            sequence ->
                found.missing(
                    subject(sequence), List.of(new CreateSequence(sequence, Existence.STRICT))));
    pair.unexpected()
        .ifPresent(
            sequence ->
                found.unexpected(
                    subject(sequence),
                    List.of(
                        new DropSequence(
                            sequence.name(), Existence.STRICT, Optional.of(sequence)))));
  }

  private static Subject subject(Sequence sequence) {
    return Subject.of("sequence", sequence.name());
  }

  private void sequence(Sequence expected, Sequence actual) {
    Subject subject = subject(expected);
    SequenceChanges options = new SequenceChanges(expected.options(), actual.options());
    AlterSequence alteration =
        new AlterSequence(expected.name(), options.to(), Optional.of(options.from()));
    found.changed(
        subject,
        new Changes().orDefault(Aspect.TYPE, expected.type(), actual.type(), SchemaWords::of).all(),
        List.of());
    for (Change change : options.changes()) {
      found.changed(
          subject, change, SequenceChanges.canBeMade(change) ? List.of(alteration) : List.of());
    }
    found.changed(
        subject,
        new Changes()
            .optional(Aspect.COMMENT, expected.comment(), actual.comment(), text -> text)
            .all(),
        List.of());
  }

  // Views.

  void view(Pair<View> pair) {
    if (pair.expected().isPresent() && pair.actual().isPresent()) {
      view(pair.expected().get(), pair.actual().get());
    }
    pair.missing()
        .ifPresent(
            view -> found.missing(subject(view), List.of(new CreateView(view, Existence.STRICT))));
    pair.unexpected()
        .ifPresent(view -> found.unexpected(subject(view), and(users(view), Leaning.drop(view))));
  }

  private static Subject subject(View view) {
    String kind = view.kind() == View.Kind.MATERIALIZED ? "materialized view" : "view";
    return Subject.of(kind, view.name());
  }

  private List<Operation> users(View view) {
    return leaning.viewsOf(view.name());
  }

  private static List<Operation> and(List<Operation> operations, Operation... more) {
    List<Operation> all = new ArrayList<>(operations);
    all.addAll(List.of(more));
    return all;
  }

  private void view(View expected, View actual) {
    List<Change> changes =
        new Changes()
            .of(Aspect.KIND, expected.kind(), actual.kind(), Words::lower)
            .of(Aspect.COLUMNS, expected.columns(), actual.columns(), Words::names)
            .of(Aspect.QUERY, expected.query(), actual.query(), Object::toString)
            .options(expected.options(), actual.options())
            .optional(Aspect.COMMENT, expected.comment(), actual.comment(), text -> text)
            .all();
    boolean commentOnly =
        expected.kind() == View.Kind.PLAIN
            && changes.stream().allMatch(change -> change.aspect() == Aspect.COMMENT);
    // What replaces a view has to keep its columns on some products: it is made anew.
    found.changed(
        subject(expected),
        changes,
        commentOnly
            ? List.of(new ReplaceView(expected, Optional.of(actual)))
            : and(users(actual), Leaning.drop(actual), new CreateView(expected, Existence.STRICT)));
  }
}
