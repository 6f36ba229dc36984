package dev.anabranch.engine;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.MigrationStep;
import dev.anabranch.script.RevisionScript;
import dev.anabranch.sql.ScriptStatement;
import java.util.List;

/**
 * A step with its statements, as read at one moment.
 *
 * @param step the step
 * @param script the revision's file
 * @param checksum the file's checksum
 * @param firstLine the line of the file at which the statements' lines begin to count
 * @param statements the statements, in order
 * @param mode how they run
 */
record PreparedStep(
    MigrationStep step,
    RevisionScript script,
    String checksum,
    int firstLine,
    List<ScriptStatement> statements,
    Mode mode) {

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

  /** Returns the statements that leave the session as the first statement found it. */
  List<String> resets(Dialect dialect) {
    return statements.stream()
        .flatMap(statement -> dialect.nameScopeReset(statement.text()).stream())
        .distinct()
        .toList();
  }

  SourceLocation location(int index) {
    return new SourceLocation(
        script.location().path(), firstLine + statements.get(index).line() - 1);
  }
}
