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
    List<String> rows = target.namesCurrent() ? databases.rows() : List.of();
    return new MigrationPlanner(project.graph()).show(target, rows);
  }
}
