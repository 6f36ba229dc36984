package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.revision.MigrationPlanner;
import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionTarget;
import java.util.List;

/** Finds the revisions a target stands for, and asks the database only when the target needs it. */
final class RevisionLookup {
  private final Project project;
  private final Databases databases;

  @Inject
  RevisionLookup(Project project, Databases databases) {
    this.project = project;
    this.databases = databases;
  }

  /**
   * Returns the revisions a target stands for.
   *
   * @throws dev.anabranch.revision.RevisionException if it stands for none that exists
   */
  List<Revision> find(String text) {
    RevisionTarget target = RevisionTarget.parse(text);
    List<String> rows = needsDatabase(target) ? databases.rows() : List.of();
    return new MigrationPlanner(project.graph()).show(target, rows);
  }

  private static boolean needsDatabase(RevisionTarget target) {
    if (target instanceof RevisionTarget.Absolute absolute) {
      return absolute.anchor() == RevisionTarget.Symbol.CURRENT;
    }
    return target instanceof RevisionTarget.Relative relative
        && relative.anchor().filter(RevisionTarget.Symbol.CURRENT::equals).isPresent();
  }
}
