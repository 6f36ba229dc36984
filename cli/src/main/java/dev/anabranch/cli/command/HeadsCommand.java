package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.OptionDescription;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.output.RevisionJson;
import dev.anabranch.cli.output.RevisionText;
import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import java.util.List;
import java.util.Optional;

/** Shows the revisions nothing stands on. */
public final class HeadsCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject("heads", "Show the heads: the revisions nothing stands on")
          .paragraph(
              "A head that another branch depends on is marked as needed by it: once that branch"
                  + " is applied, the version table has no row of its own for it. Needs no database.")
          .option(
              OptionDescription.flag(
                  "resolve-dependencies", "Leave out heads that another branch depends on"))
          .example("anabranch heads --verbose", "every head with its file and labels")
          .build();

  private final Project project;
  private final Console console;
  private final RevisionBlocks blocks;

  @Inject
  HeadsCommand(Project project, Console console, RevisionBlocks blocks) {
    this.project = project;
    this.console = console;
    this.blocks = blocks;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    RevisionGraph graph = project.graph();
    List<Revision> heads =
        (arguments.has("resolve-dependencies") ? graph.effectiveHeads() : graph.heads())
            .stream().map(graph::get).toList();
    if (console.isJson()) {
      RevisionJson revisions = new RevisionJson(graph, Optional.empty());
      console.json(json -> json.objects("heads", heads, head -> revisions.write(json, head)));
    } else if (console.isVerbose()) {
      blocks.write(heads, Optional.empty());
    } else {
      RevisionText text = new RevisionText(graph, console.style(), Optional.empty());
      heads.forEach(head -> console.line(text.line(head)));
    }
    return ExitStatus.DONE;
  }
}
