package dev.anabranch.testkit.verify;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.diff.Aspect;
import dev.anabranch.diff.Change;
import dev.anabranch.diff.SchemaDiffer;
import dev.anabranch.diff.SchemaDifference;
import dev.anabranch.diff.Wording;
import dev.anabranch.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes findings of the differences between a schema that should be there and one that is. */
final class SchemaFindings {

  private SchemaFindings() {}

  /**
   * Returns what differs. The order of columns is worth a note only, since no server can give it
   * back; a name that the server has made up itself is worth nothing.
   *
   * @param when where the difference was seen, such as {@code after downgrade of ae10: }
   */
  static List<Finding> of(
      String when, DatabaseSchema expected, DatabaseSchema actual, Dialect dialect) {
    List<Finding> findings = new ArrayList<>();
    for (SchemaDifference difference :
        SchemaDiffer.compare(expected, actual, dialect::makesUpName)) {
      Optional<Change> change = difference.change();
      findings.add(
          new Finding(
              change.filter(each -> each.aspect() == Aspect.COLUMN_ORDER).isPresent()
                  ? Finding.Severity.NOTE
                  : Finding.Severity.FAILURE,
              when + difference.describe(Wording.RETURN),
              difference.mending(),
              Optional.empty()));
    }
    return findings;
  }
}
