package dev.anabranch.testkit.report;

import dev.anabranch.revision.MigrationPlanner;
import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import dev.anabranch.revision.RevisionRange;
import dev.anabranch.testkit.verify.VerificationReport;
import java.util.List;
import java.util.Objects;

/**
 * What was proved of a project.
 *
 * @param name what the project is called, for headings
 * @param graph its revisions
 * @param reports what was proved on each product, in the order in which they are shown
 */
public record VerifiedProject(String name, RevisionGraph graph, List<VerificationReport> reports) {

  /** Copies the list. */
  public VerifiedProject {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(graph, "graph");
    reports = List.copyOf(reports);
  }

  /** Returns whether nothing failed, on no product. */
  public boolean passed() {
    return reports.stream().allMatch(VerificationReport::passed);
  }

  /** Returns all revisions, newest first, each before those that it stands on. */
  List<Revision> newestFirst() {
    return new MigrationPlanner(graph).history(RevisionRange.ALL, List.of());
  }
}
