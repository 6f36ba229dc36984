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
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the constraints of tables. For one thread. */
final class ConstraintComparison {

  private final Differences found;
  private final Leaning leaning;
  private final Match.Naming<TableConstraint> naming;

  ConstraintComparison(Differences found, Leaning leaning, ComparisonRules rules) {
    this.found = found;
    this.leaning = leaning;
    this.naming =
        new Match.Naming<>(
            constraint -> key(constraint, rules),
            TableConstraint::name,
            TableConstraint::withName,
            rules);
  }

  // A table has one primary key, whatever its name; others are known by kind and name.
  private static Optional<?> key(TableConstraint constraint, ComparisonRules rules) {
    return constraint instanceof PrimaryKey
        ? Optional.of(constraint.kind())
        : constraint
            .name()
            .filter(name -> !rules.isMadeUp(name.value()))
            .map(name -> List.of(constraint.kind(), name));
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
        Match.of(expected.constraints(), actual.constraints(), before.constraints(), naming)) {
      if (match.actual().isEmpty()) {
        TableConstraint should = match.expected().orElseThrow();
        found.missing(subject(table, should), List.of(new AddConstraint(table, should)));
      } else if (match.expected().isEmpty()) {
        TableConstraint is = match.before().orElseThrow();
        found.unexpected(subject(table, is), removal(table, is));
      } else {
        changed(expected.name(), match, taken(actual));
      }
    }
  }

  private Subject subject(QualifiedName table, TableConstraint constraint) {
    String kind =
        switch (constraint.kind()) {
          case PRIMARY_KEY, FOREIGN_KEY -> constraint.kind().words();
          case UNIQUE, CHECK, EXCLUSION -> constraint.kind().words() + " constraint";
        };
    return Subject.of(kind, naming.words(constraint).orElseGet(() -> said(constraint)), table);
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

  private static Set<Optional<Identifier>> taken(Table table) {
    return table.constraints().stream().map(TableConstraint::name).collect(Collectors.toSet());
  }

  private void changed(
      QualifiedName table, Match<TableConstraint> match, Set<Optional<Identifier>> taken) {
    TableConstraint expected = match.expected().orElseThrow();
    TableConstraint actual = match.actual().orElseThrow();
    TableConstraint before = match.before().orElseThrow();
    boolean nameOnly = naming.sameButName(expected, actual);
    List<Change> changes = new ArrayList<>();
    if (nameOnly || !(naming.isMadeUp(expected) && naming.isMadeUp(actual))) {
      changes.addAll(
          new Changes().optional(Aspect.NAME, expected.name(), actual.name(), Words::name).all());
    }
    if (!nameOnly) {
      changes.addAll(changes(expected, actual));
    }
    List<Operation> mending = new ArrayList<>();
    if (nameOnly && named(expected, actual) && !taken.contains(expected.name())) {
      mending.add(
          new RenameConstraint(
              table, expected.kind(), actual.name().orElseThrow(), expected.name().orElseThrow()));
    } else if (before.name().isPresent()) {
      mending.addAll(removal(table, before));
      mending.add(new AddConstraint(table, expected));
    }
    found.changed(subject(table, expected), changes, mending);
  }

  private static boolean named(TableConstraint one, TableConstraint other) {
    return one.name().isPresent() && other.name().isPresent();
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
