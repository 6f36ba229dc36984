package dev.anabranch.diff;

import dev.anabranch.operation.CreateIndex;
import dev.anabranch.operation.DropIndex;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.IndexBuild;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.RenameIndex;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the indexes of tables. For one thread. */
final class IndexComparison {

  private static final Match.Naming<Index> NAMING =
      new Match.Naming<>(Index::name, Index::withName);

  private final Differences found;
  private final Leaning leaning;

  IndexComparison(Differences found, Leaning leaning) {
    this.found = found;
    this.leaning = leaning;
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
        Match.of(expected.indexes(), actual.indexes(), before.indexes(), NAMING)) {
      if (match.actual().isEmpty()) {
        Index should = match.expected().orElseThrow();
        found.missing(subject(table, should), List.of(creation(table, should)));
      } else if (match.expected().isEmpty()) {
        Index is = match.before().orElseThrow();
        found.unexpected(subject(table, is), removal(table, is));
      } else {
        changed(table, match.expected().get(), match.actual().get(), match.before().orElseThrow());
      }
    }
  }

  private static Subject subject(QualifiedName table, Index index) {
    return Subject.of(
        "index",
        index.name().map(Words::name).orElseGet(() -> "(" + Words.parts(index.parts()) + ")"),
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

  private void changed(QualifiedName table, Index expected, Index actual, Index before) {
    Subject subject = subject(table, expected);
    if (NAMING.sameButName(expected, actual)) {
      List<Operation> mending = new ArrayList<>();
      if (expected.name().isPresent() && actual.name().isPresent()) {
        mending.add(new RenameIndex(table, actual.name().get(), expected.name().get()));
      }
      found.changed(
          subject,
          new Changes().optional(Aspect.NAME, expected.name(), actual.name(), Words::name).all(),
          mending);
      return;
    }
    List<Operation> mending = removal(table, before);
    if (!mending.isEmpty()) {
      mending.add(creation(table, expected));
    }
    found.changed(subject, changes(expected, actual), mending);
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
