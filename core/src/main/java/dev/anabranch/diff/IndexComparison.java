package dev.anabranch.diff;

import dev.anabranch.operation.CreateIndex;
import dev.anabranch.operation.DropIndex;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.IndexBuild;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.RenameIndex;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the indexes of tables. For one thread. */
final class IndexComparison {

  private final Differences found;
  private final Leaning leaning;
  private final Match.Naming<Index> naming;

  IndexComparison(Differences found, Leaning leaning, ComparisonRules rules) {
    this.found = found;
    this.leaning = leaning;
    this.naming =
        new Match.Naming<>(
            index -> index.name().filter(name -> !rules.isMadeUp(name.value())),
            Index::name,
            Index::withName,
            rules);
  }

  /**
   * Compares the indexes of one table.
   *
   * @param actual the table as it is behind the renaming of columns
   * @param before as it is before that
   */
  void compare(Table expected, Table actual, Table before) {
    QualifiedName table = expected.name();
    for (Match<Index> match :
        Match.of(expected.indexes(), actual.indexes(), before.indexes(), naming)) {
      if (match.actual().isEmpty()) {
        Index should = match.expected().orElseThrow();
        found.missing(subject(table, should), List.of(creation(table, should)));
      } else if (match.expected().isEmpty()) {
        Index is = match.before().orElseThrow();
        found.unexpected(subject(table, is), removal(table, is));
      } else {
        changed(table, match, taken(actual));
      }
    }
  }

  private Subject subject(QualifiedName table, Index index) {
    return Subject.of(
        "index",
        naming.words(index).orElseGet(() -> "(" + Words.parts(index.parts()) + ")"),
        table);
  }

  private static Operation creation(QualifiedName table, Index index) {
    return new CreateIndex(table, index, Existence.STRICT, IndexBuild.BLOCKING);
  }

  // One without a name cannot be dropped. Foreign keys may use an index, on both of their sides.
  private List<Operation> removal(QualifiedName table, Index index) {
    List<Operation> operations = new ArrayList<>();
    if (index.name().isPresent()) {
      operations.addAll(leaning.keysServedBy(table, index.columns()));
      operations.add(
          new DropIndex(
              table,
              index.name().get(),
              Existence.STRICT,
              IndexBuild.BLOCKING,
              Optional.of(index)));
    }
    return operations;
  }

  private static Set<Optional<Identifier>> taken(Table table) {
    return table.indexes().stream().map(Index::name).collect(Collectors.toSet());
  }

  private void changed(QualifiedName table, Match<Index> match, Set<Optional<Identifier>> taken) {
    Index expected = match.expected().orElseThrow();
    Index actual = match.actual().orElseThrow();
    boolean nameOnly = naming.sameButName(expected, actual);
    boolean canBeRenamed =
        expected.name().isPresent()
            && actual.name().isPresent()
            && !taken.contains(expected.name());
    List<Operation> mending = removal(table, match.before().orElseThrow());
    if (nameOnly && canBeRenamed) {
      mending =
          List.of(
              new RenameIndex(table, actual.name().orElseThrow(), expected.name().orElseThrow()));
    } else if (!mending.isEmpty()) {
      mending.add(creation(table, expected));
    }
    found.changed(
        subject(table, expected),
        nameOnly
            ? new Changes().optional(Aspect.NAME, expected.name(), actual.name(), Words::name).all()
            : changes(expected, actual),
        mending);
  }

  private static List<Change> changes(Index expected, Index actual) {
    Index.Details should = expected.details();
    Index.Details is = actual.details();
    return new Changes()
        .of(Aspect.UNIQUENESS, expected.uniqueness(), actual.uniqueness(), Words::lower)
        .of(Aspect.COLUMNS, expected.parts(), actual.parts(), Words::parts)
        .orDefault(Aspect.METHOD, should.method(), is.method(), text -> text)
        .of(Aspect.INCLUDED_COLUMNS, should.include(), is.include(), Words::names)
        .optional(Aspect.CONDITION, should.where(), is.where(), Object::toString)
        .of(Aspect.VISIBILITY, should.visibility(), is.visibility(), Words::lower)
        .options(should.options(), is.options())
        .all();
  }
}
