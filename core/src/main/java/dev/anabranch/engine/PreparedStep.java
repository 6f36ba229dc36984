package dev.anabranch.engine;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.revision.MigrationStep;
import dev.anabranch.script.RevisionScript;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A step with its statements, as read at one moment.
 *
 * @param step the step
 * @param script the revision's file
 * @param checksum the file's checksum
 * @param statements the statements, in order; those of a live body are known only when it runs
 * @param mode how they run
 * @param live what records the statements while it asks the database; empty where they are known
 */
record PreparedStep(
    MigrationStep step,
    RevisionScript script,
    String checksum,
    List<StepStatement> statements,
    Mode mode,
    Optional<JavaBody> live) {

  /** How the statements of a step run. */
  enum Mode {
    /** All in one transaction, version rows and history entry included. */
    TRANSACTION,
    /** One unit after the other; what the server can put into a transaction is in one. */
    UNITS,
    /** Every statement by itself, none in a transaction. */
    OUTSIDE
  }

  PreparedStep {
    statements = List.copyOf(statements);
  }

  /** Returns the statements that leave the session as the first of some statements found it. */
  static List<String> resets(List<StepStatement> statements, Dialect dialect) {
    return statements.stream()
        .flatMap(statement -> dialect.nameScopeReset(statement.sql()).stream())
        .distinct()
        .toList();
  }

  /** Returns how many characters the statements have. */
  long length() {
    return statements.stream()
        .flatMap(
            statement ->
                Stream.concat(statement.preparation().stream(), Stream.of(statement.sql())))
        .mapToLong(String::length)
        .sum();
  }
}
