package dev.anabranch.engine;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.DdlStatement.Placement;
import dev.anabranch.error.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * One statement of a step, wherever it comes from.
 *
 * @param sql its text, without terminator
 * @param location where its author wrote it
 * @param operation the operation it is a part of, in words; empty for one written in SQL
 * @param placement where it may run
 * @param preparation what has to run right before it, each time that it is tried
 */
record StepStatement(
    String sql,
    SourceLocation location,
    Optional<String> operation,
    Placement placement,
    List<String> preparation) {

  /**
   * Returns a statement of a part of a revision.
   *
   * @param operation the operation it is a part of, in words; empty for one written in SQL
   */
  static StepStatement of(
      DdlStatement statement, SourceLocation location, Optional<String> operation) {
    return new StepStatement(
        statement.sql(), location, operation, statement.placement(), statement.preparation());
  }

  boolean isOutside() {
    return placement == Placement.OUTSIDE_TRANSACTION;
  }
}
