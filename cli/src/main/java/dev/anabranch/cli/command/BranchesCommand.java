package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.output.RevisionJson;
import dev.anabranch.cli.output.RevisionText;
import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import java.util.List;
import java.util.Optional;

/** Shows where the graph branches. */
public final class BranchesCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject(
              "branches", "Show the branch points: revisions that several others stand on")
          .paragraph("Under each branch point stand its children. Needs no database.")
          .build();

  private final Project project;
  private final Console console;
  private final RevisionBlocks blocks;

  @Inject
  BranchesCommand(Project project, Console console, RevisionBlocks blocks) {
    this.project = project;
    this.console = console;
    this.blocks = blocks;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    RevisionGraph graph = project.graph();
    List<Revision> points = graph.branchPoints().stream().map(graph::get).toList();
    if (console.isJson()) {
      RevisionJson revisions = new RevisionJson(graph, Optional.empty());
      console.json(
          json ->
              json.objects(
                  "branchPoints",
                  points,
                  point -> {
                    revisions.write(json, point);
                    json.texts("children", graph.children(point.id()));
                  }));
      return ExitStatus.DONE;
    }
    RevisionText text = new RevisionText(graph, console.style(), Optional.empty());
    for (Revision point : points) {
      if (console.isVerbose()) {
        blocks.lines(text, point).forEach(console::line);
      } else {
        console.line(text.line(point));
      }
      for (String child : graph.children(point.id())) {
        console.line("    -> " + text.line(graph.get(child)));
      }
    }
    return ExitStatus.DONE;
  }
}
