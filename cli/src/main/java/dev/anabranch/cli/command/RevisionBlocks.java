package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.output.AppliedRevisions;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.RevisionDetails;
import dev.anabranch.cli.output.RevisionText;
import dev.anabranch.revision.Revision;
import dev.anabranch.script.JavaRevisionScript;
import dev.anabranch.script.RevisionScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes revisions with everything that is known of them. */
final class RevisionBlocks {
  private final Project project;
  private final Console console;

  @Inject
  RevisionBlocks(Project project, Console console) {
    this.project = project;
    this.console = console;
  }

  /** Writes one block for each revision, parted by empty lines. */
  void write(List<Revision> revisions, Optional<AppliedRevisions> applied) {
    RevisionText text = new RevisionText(project.graph(), console.style(), applied);
    boolean first = true;
    for (Revision revision : revisions) {
      if (!first) {
        console.line("");
      }
      first = false;
      lines(text, revision).forEach(console::line);
    }
  }

  /** Returns the lines of one revision's block. */
  List<String> lines(RevisionText text, Revision revision) {
    Optional<RevisionScript> script = project.scripts().script(revision.id());
    return text.block(
        revision,
        new RevisionDetails(
            script.map(RevisionScript::description).orElse(""),
            script.flatMap(RevisionScript::created),
            script.map(RevisionScript::losses).orElse(List.of()),
            script.flatMap(RevisionBlocks::className)));
  }

  private static Optional<String> className(RevisionScript script) {
    return script instanceof JavaRevisionScript java
        ? Optional.of(java.className())
        : Optional.empty();
  }

  /** Returns the lines of one revision's block, and an empty one that parts it from the next. */
  List<String> linesApart(RevisionText text, Revision revision) {
    List<String> lines = new ArrayList<>(lines(text, revision));
    lines.add("");
    return lines;
  }
}
