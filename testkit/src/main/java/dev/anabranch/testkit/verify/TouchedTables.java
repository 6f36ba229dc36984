package dev.anabranch.testkit.verify;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.engine.StepContents;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.revision.Direction;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.NamingConvention;
import dev.anabranch.script.RevisionScript;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.testkit.confluence.Footprint;
import java.util.function.Predicate;

/**
 * Tells which tables a revision may change in either direction, so that the rows of the others need
 * not be read again: without it a verification would take time in proportion to the square of the
 * number of tables.
 */
final class TouchedTables {

  private TouchedTables() {}

  /**
   * Returns whether a table may change.
   *
   * @param schema the schema that the revision is applied to
   */
  static Predicate<QualifiedName> of(
      RevisionScript script, DatabaseSchema schema, Dialect dialect, NamingConvention naming) {
    return of(script, Direction.UPGRADE, schema, dialect, naming)
        .or(of(script, Direction.DOWNGRADE, schema, dialect, naming));
  }

  private static Predicate<QualifiedName> of(
      RevisionScript script,
      Direction direction,
      DatabaseSchema schema,
      Dialect dialect,
      NamingConvention naming) {
    StepContents contents;
    try {
      contents = StepContents.read(script, direction, dialect, naming);
    } catch (AnabranchException e) {
      // It will be told when the revision runs that way.
      return table -> true;
    }
    return Footprint.of(contents, schema, dialect)::mayChange;
  }
}
