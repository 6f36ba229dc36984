package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.Completes;
import dev.anabranch.cli.argument.OptionDescription;
import dev.anabranch.cli.output.AppliedRevisions;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.output.GraphPicture;
import dev.anabranch.cli.output.RevisionJson;
import dev.anabranch.cli.output.RevisionText;
import dev.anabranch.revision.MigrationPlanner;
import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import dev.anabranch.revision.RevisionRange;
import java.util.List;
import java.util.Optional;

/** Shows the revisions, newest first. */
public final class HistoryCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject("history", "Show the revisions, newest first")
          .paragraph(
              "A line reads: parents, an arrow, the revision, its labels in brackets, what it is in"
                  + " the graph, and its message. With --graph the links are drawn as lanes, and a"
                  + " dependency is told as \"needs\".")
          .paragraph(
              "The database is asked only for --indicate-current, for ranges with current, and for"
                  + " --graph, which shows what is applied: a full dot is applied, a ring is not, a"
                  + " dot in a ring is where the database stands. If it cannot be reached, --graph"
                  + " draws all the same and says so.")
          .option(
              OptionDescription.value(
                      'r',
                      "rev-range",
                      "RANGE",
                      "Show a part only, such as ae1:heads, -3:current or billing@base:")
                  .completing(Completes.REVISION))
          .option(OptionDescription.flag('i', "indicate-current", "Mark where the database stands"))
          .option(OptionDescription.flag("graph", "Draw the graph"))
          .example("anabranch history --graph", "the whole graph, with what is applied")
          .example("anabranch history -r -3:current", "the last revisions the database got")
          .example("anabranch history -r billing@base:billing@head", "one branch")
          .build();

  private final Project project;
  private final Databases databases;
  private final Console console;
  private final RevisionBlocks blocks;

  @Inject
  HistoryCommand(Project project, Databases databases, Console console, RevisionBlocks blocks) {
    this.project = project;
    this.databases = databases;
    this.console = console;
    this.blocks = blocks;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    RevisionRange range =
        arguments.value("rev-range").map(RevisionRange::parse).orElse(RevisionRange.ALL);
    boolean needsDatabase = arguments.has("indicate-current") || range.namesCurrent();
    Optional<List<String>> rows =
        needsDatabase
            ? Optional.of(databases.rows())
            : arguments.has("graph") ? databases.rowsIfReachable() : Optional.empty();
    RevisionGraph graph = project.graph();
    List<Revision> revisions = new MigrationPlanner(graph).history(range, rows.orElse(List.of()));
    rows.ifPresent(known -> tellUnknown(graph, known));
    Optional<AppliedRevisions> applied = rows.map(known -> new AppliedRevisions(graph, known));
    if (console.isJson()) {
      RevisionJson json = new RevisionJson(graph, applied);
      console.json(
          document -> document.objects("revisions", revisions, r -> json.write(document, r)));
    } else if (arguments.has("graph")) {
      draw(graph, revisions, applied);
    } else {
      list(graph, revisions, applied);
    }
    return ExitStatus.DONE;
  }

  private void tellUnknown(RevisionGraph graph, List<String> rows) {
    for (String row : new MigrationPlanner(graph).current(rows).unknownRows()) {
      console.warn("The version table holds " + row + ", which no revision file has.");
    }
  }

  private void list(
      RevisionGraph graph, List<Revision> revisions, Optional<AppliedRevisions> applied) {
    if (console.isVerbose()) {
      blocks.write(revisions, applied);
      return;
    }
    RevisionText text = new RevisionText(graph, console.style(), applied);
    revisions.forEach(revision -> console.line(text.linked(revision)));
  }

  private void draw(
      RevisionGraph graph, List<Revision> revisions, Optional<AppliedRevisions> applied) {
    RevisionText text = new RevisionText(graph, console.style(), applied);
    new GraphPicture(console.drawsLines(), console.style())
        .write(
            graph,
            revisions,
            applied,
            revision ->
                console.isVerbose()
                    ? blocks.linesApart(text, revision)
                    : List.of(text.beside(revision)),
            console::line);
  }
}
