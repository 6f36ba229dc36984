package dev.anabranch.engine;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.operation.Operation;
import dev.anabranch.revision.Direction;
import dev.anabranch.schema.NamingConvention;
import dev.anabranch.script.RevisionScript;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a revision does in one direction on one product, as far as it can be told without a
 * database. Immutable.
 *
 * <p>It is read by the same code that prepares a run, so that what is compared, reviewed or drawn
 * is what would run.
 *
 * @param revision the revision's id
 * @param direction which way
 * @param checksum the checksum of what was read, as the history table keeps it
 * @param parts what it does, in order; none where there is nothing to do, and none where the
 *     revision asks the database
 * @param asked what its code calls first of what needs a database, such as {@code op.query}; empty
 *     for a revision whose parts are known
 * @since 0.1
 */
public record StepContents(
    String revision,
    Direction direction,
    String checksum,
    List<Part> parts,
    Optional<String> asked) {

  /** Checks that nothing is null and copies the list. */
  public StepContents {
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(checksum, "checksum");
    parts = List.copyOf(parts);
    Objects.requireNonNull(asked, "asked");
  }

  /**
   * One operation, or one statement of a script.
   *
   * @param operation the operation; empty for a statement that is written in SQL
   * @param location where its author wrote it
   * @param statements what the server gets for it, in order: of a script one statement, of an
   *     operation any number
   */
  public record Part(
      Optional<Operation> operation, SourceLocation location, List<DdlStatement> statements) {

    /** Checks that nothing is null and copies the list. */
    public Part {
      Objects.requireNonNull(operation, "operation");
      Objects.requireNonNull(location, "location");
      statements = List.copyOf(statements);
    }

    /** Returns the texts that the server gets, without what prepares the session for them. */
    public List<String> sql() {
      return statements.stream().map(DdlStatement::sql).toList();
    }

    Stream<StepStatement> stepStatements() {
      Optional<String> words = operation.map(Operation::describe);
      return statements.stream().map(statement -> StepStatement.of(statement, location, words));
    }
  }

  /**
   * Reads what a revision does.
   *
   * @param script the revision
   * @param direction which way
   * @param dialect the product
   * @param naming names constraints and indexes of operations that have no name
   * @throws PlanException if the revision has nothing for this product and direction though it
   *     should, or says that there is no way back
   * @throws dev.anabranch.script.InvalidScriptsException if the file breaks the format
   * @throws StatementSplitException if its statements cannot be told apart
   * @throws RevisionBodyException if its code fails, or the product cannot do an operation
   */
  public static StepContents read(
      RevisionScript script, Direction direction, Dialect dialect, NamingConvention naming) {
    return new StepReader(dialect, naming).read(script, direction).contents();
  }

  /** Says whether what the revision does depends on what its code reads from the database. */
  public boolean asksDatabase() {
    return asked.isPresent();
  }

  /** Returns the texts that the server gets for all parts, in order. */
  public List<String> sql() {
    return parts.stream().flatMap(part -> part.sql().stream()).toList();
  }

  List<StepStatement> statements() {
    return parts.stream().flatMap(Part::stepStatements).toList();
  }
}
