package dev.anabranch.testkit.junit;

import dev.anabranch.revision.Revision;
import dev.anabranch.testkit.verify.CheckResult;

/** The names of tests, whole on each: many reports show nothing of what stands above a test. */
final class TestNames {

  /** Stands in place of a revision where a check is of all of them. */
  static final String ALL_REVISIONS = "all revisions";

  private static final String BETWEEN = " \u203a ";

  private TestNames() {}

  /** Returns the name of a revision: its id and what it does. */
  static String of(Revision revision) {
    return (revision.id() + " " + revision.message()).strip();
  }

  /** Returns a check with the usual title, where another part of a name says of what it is. */
  static CheckResult withoutSubject(CheckResult check) {
    return new CheckResult(
        check.check(), check.check().title(), check.outcome(), check.reason(), check.findings());
  }

  /** Returns the parts of a name in one. */
  static String of(String... parts) {
    return String.join(BETWEEN, parts);
  }
}
