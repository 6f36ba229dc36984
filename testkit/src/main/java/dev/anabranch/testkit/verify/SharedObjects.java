package dev.anabranch.testkit.verify;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.engine.StepContents;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.revision.Direction;
import dev.anabranch.script.RevisionScript;
import dev.anabranch.script.RevisionScripts;

/**
 * Finds out whether revisions touch what all databases of a server share, such as roles: then no
 * two scratch databases can hold them at the same time.
 */
final class SharedObjects {

  private SharedObjects() {}

  /** Returns whether a revision touches such a thing, or is one of which that cannot be told. */
  static boolean mayBeIn(RevisionScripts scripts, VerificationOptions options, String product) {
    Dialect dialect = options.dialects().named(product).offline(product);
    return scripts.graph().revisions().stream()
        .map(revision -> scripts.script(revision.id()).orElseThrow())
        .anyMatch(script -> reaches(script, dialect, options));
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
