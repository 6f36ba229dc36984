package dev.anabranch.diff;

import dev.anabranch.operation.AddConstraint;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.RenameConstraint;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.SchemaWords;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares the constraints of tables. For one thread. */
final class ConstraintComparison {

  /** A table has one primary key, whatever its name; others are found by kind and name. */
  private static final Match.Naming<TableConstraint> NAMING =
      new Match.Naming<>(
          constraint ->
              constraint instanceof PrimaryKey
                  ? Optional.of(constraint.kind())
                  : constraint.name().map(name -> List.of(constraint.kind(), name)),
          TableConstraint::withName);

  private final Differences found;
  private final Leaning leaning;

  ConstraintComparison(Differences found, Leaning leaning) {
    this.found = found;
    this.leaning = leaning;
  }

  /**
   * Compares the constraints of one table.
   *
   * @param actual the table as it is behind the renaming of columns
   * @param before as it is before that
   */
  void compare(Table expected, Table actual, Table before) {
    QualifiedName table = expected.name();
    for (Match<TableConstraint> match :
        Match.of(expected.constraints(), actual.constraints(), before.constraints(), NAMING)) {
      if (match.actual().isEmpty()) {
        TableConstraint should = match.expected().orElseThrow();
        found.missing(subject(table, should), List.of(new AddConstraint(table, should)));
      } else if (match.expected().isEmpty()) {
        TableConstraint is = match.before().orElseThrow();
        found.unexpected(subject(table, is), removal(table, is));
      } else {
        changed(table, match.expected().get(), match.actual().get(), match.before().orElseThrow());
      }
    }
  }

  private static Subject subject(QualifiedName table, TableConstraint constraint) {
    String kind =
        switch (constraint.kind()) {
          case PRIMARY_KEY, FOREIGN_KEY -> constraint.kind().words();
          case UNIQUE, CHECK, EXCLUSION -> constraint.kind().words() + " constraint";
        };
    return Subject.of(
        kind, constraint.name().map(Words::name).orElseGet(() -> said(constraint)), table);
  }

  private static String said(TableConstraint constraint) {
    if (constraint instanceof PrimaryKey) {
      return "";
    }
    return constraint instanceof CheckConstraint check
        ? "(" + check.condition() + ")"
        : "(" + Words.names(constraint.columns()) + ")";
  }

  // One without a name cannot be dropped.
  private List<Operation> removal(QualifiedName table, TableConstraint constraint) {
    List<Operation> operations = new ArrayList<>();
    if (constraint.name().isPresent()) {
      if (constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint) {
        operations.addAll(leaning.keysServedBy(table, constraint.columns()));
      }
      operations.add(Leaning.drop(table, constraint));
    }
    return operations;
  }

  private void changed(
      QualifiedName table,
      TableConstraint expected,
      TableConstraint actual,
      TableConstraint before) {
    List<Change> changes =
        new Changes().optional(Aspect.NAME, expected.name(), actual.name(), Words::name).all();
    boolean nameOnly = NAMING.sameButName(expected, actual);
    if (!nameOnly) {
      changes.addAll(changes(expected, actual));
    }
    List<Operation> mending = new ArrayList<>();
    if (expected.name().isPresent() && actual.name().isPresent() && nameOnly) {
      mending.add(
          new RenameConstraint(table, expected.kind(), actual.name().get(), expected.name().get()));
    } else if (!nameOnly && before.name().isPresent()) {
      mending.addAll(removal(table, before));
      mending.add(new AddConstraint(table, expected));
    }
    found.changed(subject(table, expected), changes, mending);
  }

  private static List<Change> changes(TableConstraint expected, TableConstraint actual) {
    if (expected instanceof PrimaryKey one && actual instanceof PrimaryKey other) {
      return new Changes()
          .of(Aspect.COLUMNS, one.columns(), other.columns(), Words::names)
          .of(Aspect.DEFERRABILITY, one.deferrability(), other.deferrability(), Words::lower)
          .all();
    } else if (expected instanceof UniqueConstraint one
        && actual instanceof UniqueConstraint other) {
      return new Changes()
          .of(Aspect.COLUMNS, one.columns(), other.columns(), Words::names)
          .of(Aspect.NULLS, one.nulls(), other.nulls(), Words::lower)
          .of(Aspect.DEFERRABILITY, one.deferrability(), other.deferrability(), Words::lower)
          .all();
    } else if (expected instanceof ForeignKey one && actual instanceof ForeignKey other) {
      return foreignKey(one, other);
    } else if (expected instanceof CheckConstraint one && actual instanceof CheckConstraint other) {
      return new Changes()
          .of(Aspect.CONDITION, one.condition(), other.condition(), Object::toString)
          .all();
    }
    return exclusion((ExclusionConstraint) expected, (ExclusionConstraint) actual);
  }

  private static List<Change> foreignKey(ForeignKey expected, ForeignKey actual) {
    ForeignKey.Rules should = expected.rules();
    ForeignKey.Rules is = actual.rules();
    return new Changes()
        .of(Aspect.COLUMNS, expected.columns(), actual.columns(), Words::names)
        .of(Aspect.REFERENCE, reference(expected), reference(actual), text -> text)
        .of(Aspect.ON_DELETE, should.onDelete(), is.onDelete(), Words::lower)
        .of(Aspect.ON_UPDATE, should.onUpdate(), is.onUpdate(), Words::lower)
        .of(Aspect.MATCH, should.match(), is.match(), Words::lower)
        .of(Aspect.DEFERRABILITY, should.deferrability(), is.deferrability(), Words::lower)
        .all();
  }

  private static String reference(ForeignKey key) {
    return Words.name(key.referredTable()) + " (" + Words.names(key.referredColumns()) + ")";
  }

  private static List<Change> exclusion(ExclusionConstraint one, ExclusionConstraint other) {
    return new Changes()
        .of(Aspect.METHOD, one.method(), other.method(), text -> text)
        .of(Aspect.COLUMNS, one.elements(), other.elements(), ConstraintComparison::elements)
        .optional(Aspect.CONDITION, one.where(), other.where(), Object::toString)
        .of(Aspect.DEFERRABILITY, one.deferrability(), other.deferrability(), Words::lower)
        .all();
  }

  private static String elements(List<ExclusionConstraint.Element> elements) {
    return elements.stream()
        .map(element -> SchemaWords.of(element.part()) + " with " + element.operator())
        .collect(Collectors.joining(", "));
  }
}
