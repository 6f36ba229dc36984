package dev.anabranch.testkit.corpus;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.SchemaInspector;
import dev.anabranch.operation.Inverse;
import dev.anabranch.operation.Inverses;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.testkit.portability.AllowedDifference;
import dev.anabranch.testkit.portability.Portability;
import dev.anabranch.testkit.schema.LogicalSchema;
import dev.anabranch.testkit.schema.SchemaModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Applies a corpus to one database. What the product cannot do has to be refused and is left out,
 * with what builds on it. Behind each revision the server has what was asked for, up to the allowed
 * differences; taken back, it has what it had before. For one thread.
 */
public final class CorpusRun {

  private record Done(List<Operation> operations, SchemaModel before) {}

  private final Dialect dialect;
  private final PossibleOperations possible;
  private final Connection connection;
  private final SchemaInspector remembering;
  private final Deque<Done> done = new ArrayDeque<>();
  private final Set<AllowedDifference> used = new LinkedHashSet<>();
  private SchemaModel model;

  /**
   * Creates a run.
   *
   * @param dialect the product
   * @param connection an empty database of it, in automatic commit
   */
  public CorpusRun(Dialect dialect, Connection connection) {
    this(dialect, dialect.capabilities(), connection);
  }

  /**
   * Creates a run of what several products can do.
   *
   * @param dialect the product
   * @param capabilities what all of them can do
   * @param connection an empty database of it, in automatic commit
   */
  public CorpusRun(Dialect dialect, Set<Capability> capabilities, Connection connection) {
    this.dialect = dialect;
    this.possible = new PossibleOperations(dialect, capabilities);
    this.connection = connection;
    this.remembering = dialect.inspector().remembering();
    this.model = possible.model();
  }

  /**
   * Applies the revisions, one after the other.
   *
   * @throws AssertionError if the server refuses an operation that the product has to be able to
   *     do, or has another schema behind it than was asked for
   */
  public void apply(RevisionCorpus corpus) {
    for (CorpusRevision revision : corpus.revisions()) {
      SchemaModel before = model;
      List<Operation> operations = possible.next(revision);
      model = possible.model();
      send(revision.toString(), operations);
      compare(revision.toString());
      done.push(new Done(operations, before));
    }
  }

  /**
   * Takes revisions back, the last one first, up to one that has no way back.
   *
   * @return how many were taken back
   * @throws AssertionError if the server has another schema behind it than before the revision
   */
  public int takeBack() {
    int count = 0;
    while (!done.isEmpty() && Inverses.of(done.peek().operations()) instanceof Inverse.Of back) {
      Done last = done.pop();
      String what = "taking back " + last.operations().stream().map(Operation::describe).toList();
      send(what, back.operations());
      model = last.before();
      compare(what);
      count++;
    }
    return count;
  }

  /** Returns how many operations the product could not do, or had nothing to do them to. */
  public int skipped() {
    return possible.skipped();
  }

  /** Returns the allowed differences that were made use of. */
  public Set<AllowedDifference> used() {
    return Set.copyOf(used);
  }

  /** Returns what the server has; an inspector that remembers has to read the same. */
  public LogicalSchema read() {
    try {
      InspectionRequest request = InspectionRequest.currentSchema();
      DatabaseSchema schema = dialect.inspector().inspect(connection, request);
      if (!remembering.inspect(connection, request).equals(schema)) {
        throw new AssertionError(dialect.name() + ": what is remembered is not what is there");
      }
      return LogicalSchema.of(schema, dialect);
    } catch (SQLException e) {
      throw new AssertionError("the inspector failed", e);
    }
  }

  private void send(String what, List<Operation> operations) {
    for (Operation operation : operations) {
      for (DdlStatement each : dialect.ddl().compile(operation)) {
        try (Statement statement = connection.createStatement()) {
          statement.setEscapeProcessing(false);
          for (String preparation : each.preparation()) {
            statement.execute(preparation);
          }
          statement.execute(each.sql());
        } catch (SQLException e) {
          throw new AssertionError(
              dialect.name() + ", " + what + ": " + e.getMessage() + "\nin: " + each.sql(), e);
        }
      }
    }
  }

  private void compare(String what) {
    Portability.Expectation expectation = Portability.expected(model.facts(dialect), dialect);
    used.addAll(expectation.used());
    List<String> missing = new ArrayList<>(expectation.schema().lines());
    List<String> extra = new ArrayList<>(Portability.compared(read(), dialect).lines());
    List<String> there = List.copyOf(extra);
    extra.removeAll(missing);
    missing.removeAll(there);
    if (!missing.isEmpty() || !extra.isEmpty()) {
      throw new AssertionError(
          dialect.name()
              + ", "
              + what
              + "\nasked for and not there:\n  "
              + String.join("\n  ", missing)
              + "\nthere and not asked for:\n  "
              + String.join("\n  ", extra));
    }
  }
}
