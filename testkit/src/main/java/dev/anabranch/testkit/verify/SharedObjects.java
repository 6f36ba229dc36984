package dev.anabranch.testkit.verify;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.engine.StepContents;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.revision.Direction;
import dev.anabranch.script.RevisionScript;
import dev.anabranch.script.RevisionScripts;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether revisions touch what all databases of a server share, such as roles: then no
 * two scratch databases can hold them at the same time.
 */
final class SharedObjects {

  private SharedObjects() {}

  /**
   * Returns the first revision that may touch such a thing.
   *
   * @param ids the revisions
   * @return empty if none does; one of which it cannot be told counts as one
   */
  static Optional<String> firstIn(
      RevisionScripts scripts, List<String> ids, VerificationOptions options, String product) {
    Dialect dialect = options.dialects().named(product).offline(product);
    return ids.stream()
        .filter(id -> reaches(scripts.script(id).orElseThrow(), dialect, options))
        .findFirst();
  }

  private static boolean reaches(
      RevisionScript script, Dialect dialect, VerificationOptions options) {
    try {
      StepContents contents =
          StepContents.read(script, Direction.UPGRADE, dialect, options.naming());
      return contents.asksDatabase()
          || contents.sql().stream().anyMatch(dialect::reachesOtherDatabases);
    } catch (AnabranchException e) {
      // It will be told when the revision runs.
      return true;
    }
  }
}
