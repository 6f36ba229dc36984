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
import dev.anabranch.testkit.confluence.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Tells which tables a revision may change in either direction, so that the rows of the others need
 * not be read again: without it a verification would take time in proportion to the square of the
 * number of tables.
 */
final class TouchedTables {

  private final Dialect dialect;
  private final List<StepContents> contents;
  private final boolean readable;

  private TouchedTables(Dialect dialect, List<StepContents> contents, boolean readable) {
    this.dialect = dialect;
    this.contents = contents;
    this.readable = readable;
  }

  /** Reads what a revision does in both directions. */
  static TouchedTables of(RevisionScript script, Dialect dialect, NamingConvention naming) {
    List<StepContents> contents = new ArrayList<>();
    try {
      for (Direction direction : Direction.values()) {
        contents.add(StepContents.read(script, direction, dialect, naming));
      }
      return new TouchedTables(dialect, contents, true);
    } catch (AnabranchException e) {
      // It will be told when the revision runs that way.
      return new TouchedTables(dialect, List.of(), false);
    }
  }

  /**
   * Returns whether a table may change.
   *
   * @param schema the schema that the revision is applied to, or taken back from
   */
  Predicate<QualifiedName> in(DatabaseSchema schema) {
    if (!readable) {
      return table -> true;
    }
    Surroundings around = Surroundings.of(schema, dialect);
    List<Footprint> footprints =
        contents.stream().map(each -> Footprint.of(each, around, dialect)).toList();
    return table -> footprints.stream().anyMatch(footprint -> footprint.mayChange(table));
  }
}
