package dev.anabranch.cli.verification;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.MigrationPlanner;
import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import dev.anabranch.revision.RevisionRange;
import dev.anabranch.revision.RevisionTarget;
import dev.anabranch.testkit.verify.HandWrittenRows;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which revisions are verified.
 *
 * @param graph all revisions
 * @param directory the folder that relative paths start from
 * @param range a range or a target, absent for all
 * @param changedSince a commit of git, absent for whether changed or not
 */
public record RevisionSelection(
    RevisionGraph graph, Path directory, Optional<String> range, Optional<String> changedSince) {

  /** Returns whether every revision is meant. */
  public boolean isEverything() {
    return range.isEmpty() && changedSince.isEmpty();
  }

  /**
   * Returns the ids.
   *
   * @param rows rows written by hand; a revision whose rows have changed has changed
   */
  public Set<String> ids(List<HandWrittenRows> rows) {
    Set<String> ids = new LinkedHashSet<>();
    range.map(this::inRange).orElseGet(graph::revisions).forEach(each -> ids.add(each.id()));
    changedSince.ifPresent(reference -> ids.retainAll(changed(reference, rows)));
    return ids;
  }

  private List<Revision> inRange(String text) {
    MigrationPlanner planner = new MigrationPlanner(graph);
    if (!text.contains(":")) {
      RevisionTarget target = RevisionTarget.parse(text);
      refuseCurrent(text, target.namesCurrent());
      return planner.resolve(target).stream().map(graph::get).toList();
    }
    RevisionRange parsed = RevisionRange.parse(text);
    refuseCurrent(text, parsed.namesCurrent());
    return planner.history(parsed, List.of());
  }

  private static void refuseCurrent(String text, boolean namesCurrent) {
    if (namesCurrent) {
      throw new VerificationException(
          ErrorCode.INVALID_ARGUMENT,
          "Cannot verify \"" + text + "\": no database is asked where it stands.",
          "Name revisions, such as ae1:heads.");
    }
  }

  private Set<String> changed(String reference, List<HandWrittenRows> rows) {
    Set<Path> files = new Git(directory, reference).changed();
    Set<String> ids = new LinkedHashSet<>();
    for (Revision revision : graph.revisions()) {
      if (revision.source().flatMap(this::file).filter(files::contains).isPresent()) {
        ids.add(revision.id());
      }
    }
    for (HandWrittenRows each : rows) {
      if (files.contains(Git.real(Path.of(each.origin())))) {
        ids.add(each.revision());
      }
    }
    return ids;
  }

  /** Where a revision comes from the class path there is no file that git could know. */
  private Optional<Path> file(SourceLocation source) {
    try {
      return Optional.of(Git.real(directory.resolve(source.path())));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
