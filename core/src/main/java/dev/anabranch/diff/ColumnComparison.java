package dev.anabranch.diff;

import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.AlterColumn;
import dev.anabranch.operation.ColumnChange;
import dev.anabranch.operation.DropColumn;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.RenameColumn;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.SchemaWords;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the columns of tables. For one thread. */
final class ColumnComparison {

  private final Differences found;
  private final Leaning leaning;
  private final EnumColumns enums;

  ColumnComparison(Differences found, Leaning leaning, EnumColumns enums) {
    this.found = found;
    this.leaning = leaning;
    this.enums = enums;
  }

  private static Subject subject(QualifiedName table, Identifier column) {
    return Subject.of(Subject.COLUMN, Words.name(column), table);
  }

  void renamed(RenameColumn rename) {
    List<Operation> mending = new ArrayList<>(leaning.viewsOf(rename.table()));
    mending.add(rename);
    found.changed(
        subject(rename.table(), rename.to()),
        new Changes().of(Aspect.NAME, rename.to(), rename.from(), Words::name).all(),
        mending);
  }

  /** Compares the columns of one table. */
  void compare(Table expected, Table actual) {
    QualifiedName table = expected.name();
    Map<Identifier, Column> rest = new LinkedHashMap<>();
    actual.columns().forEach(column -> rest.put(column.name(), column));
    for (Column column : expected.columns()) {
      Column other = rest.remove(column.name());
      if (other == null) {
        found.missing(
            subject(table, column.name()), List.of(new AddColumn(table, column, Existence.STRICT)));
      } else if (!other.equals(column)) {
        compare(table, column, other);
      }
    }
    for (Column column : rest.values()) {
      List<Operation> mending = new ArrayList<>(leaning.viewsOf(table));
      mending.add(new DropColumn(table, column.name(), Existence.STRICT, Optional.of(column)));
      found.unexpected(subject(table, column.name()), mending);
    }
  }

  private void compare(QualifiedName table, Column expected, Column actual) {
    Changes changes = new Changes();
    boolean typeDiffers = enums.differ(expected.type(), actual.type());
    if (typeDiffers) {
      changes.of(Aspect.TYPE, expected.type(), actual.type(), SchemaWords::of);
    }
    changes.of(Aspect.NULLABILITY, expected.nullability(), actual.nullability(), Words::lower);
    value(changes, expected.value(), actual.value());
    changes.optional(Aspect.COMMENT, expected.comment(), actual.comment(), text -> text);
    List<Operation> mending = alteration(table, expected, actual, typeDiffers);
    Subject subject = subject(table, expected.name());
    found.changed(subject, changes.all(), mending);
    found.changed(
        subject,
        new Changes()
            .orDefault(Aspect.COLLATION, expected.collation(), actual.collation(), text -> text)
            .options(expected.options(), actual.options())
            .all(),
        List.of());
  }

  private static void value(Changes changes, ColumnValue expected, ColumnValue actual) {
    ColumnValue some = expected instanceof ColumnValue.None ? actual : expected;
    boolean oneKind =
        expected instanceof ColumnValue.None
            || actual instanceof ColumnValue.None
            || expected.getClass() == actual.getClass();
    if (oneKind) {
      Aspect aspect =
          some instanceof ColumnValue.Identity
              ? Aspect.IDENTITY
              : some instanceof ColumnValue.Computed ? Aspect.COMPUTATION : Aspect.DEFAULT;
      changes.optional(aspect, present(expected), present(actual), ColumnComparison::words);
    } else {
      changes.of(Aspect.VALUE, expected, actual, SchemaWords::of);
    }
  }

  private static Optional<ColumnValue> present(ColumnValue value) {
    return Optional.of(value).filter(some -> !(some instanceof ColumnValue.None));
  }

  // Without the word that the aspect is named by.
  private static String words(ColumnValue value) {
    if (value instanceof ColumnValue.Default given) {
      return SchemaWords.of(given.value());
    } else if (value instanceof ColumnValue.Identity identity) {
      return (Words.lower(identity.generation()) + " " + SchemaWords.of(identity.options()))
          .strip();
    }
    ColumnValue.Computed computed = (ColumnValue.Computed) value;
    return Words.lower(computed.storage()) + " as (" + computed.expression() + ")";
  }

  /** Returns the one alteration that makes all changes there are operations for. */
  private List<Operation> alteration(
      QualifiedName table, Column expected, Column actual, boolean typeDiffers) {
    List<ColumnChange> changes = new ArrayList<>();
    List<Operation> mending = new ArrayList<>();
    if (typeDiffers) {
      changes.add(
          new ColumnChange.Type(expected.type(), Optional.of(actual.type()), Optional.empty()));
      mending.addAll(leaning.keysOf(table, actual.name()));
      mending.addAll(leaning.viewsOf(table));
    }
    if (expected.nullability() != actual.nullability()) {
      changes.add(new ColumnChange.Null(expected.nullability()));
    }
    if (!expected.value().equals(actual.value())) {
      changes.add(new ColumnChange.Value(expected.value(), Optional.of(actual.value())));
    }
    if (!expected.comment().equals(actual.comment())) {
      changes.add(
          new ColumnChange.Comment(
              expected.comment().orElse(""), Optional.of(actual.comment().orElse(""))));
    }
    if (!changes.isEmpty()) {
      mending.add(new AlterColumn(table, expected.name(), changes));
    }
    return mending;
  }
}
