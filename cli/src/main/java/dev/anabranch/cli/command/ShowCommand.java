package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.Completes;
import dev.anabranch.cli.argument.PositionalDescription;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.output.JsonWriter;
import dev.anabranch.cli.output.RevisionJson;
import dev.anabranch.revision.Revision;
import dev.anabranch.script.RevisionScript;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Shows everything about some revisions. */
public final class ShowCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject("show", "Show everything about a revision")
          .paragraph("The database is asked only for targets with current.")
          .positional(
              PositionalDescription.required(
                  "TARGET",
                  "An id, the beginning of one, a label, heads, current, ...",
                  Completes.REVISION))
          .example("anabranch show ae1", "the revision whose id begins with ae1")
          .example("anabranch show billing@head", "the head of the branch billing")
          .build();

  private final Project project;
  private final Console console;
  private final RevisionBlocks blocks;
  private final RevisionLookup lookup;

  @Inject
  ShowCommand(Project project, Console console, RevisionBlocks blocks, RevisionLookup lookup) {
    this.project = project;
    this.console = console;
    this.blocks = blocks;
    this.lookup = lookup;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    List<Revision> revisions = lookup.find(arguments.positional(0).orElseThrow());
    if (console.isJson()) {
      RevisionJson json = new RevisionJson(project.graph(), Optional.empty());
      console.json(
          document -> document.objects("revisions", revisions, r -> write(json, document, r)));
    } else {
      blocks.write(revisions, Optional.empty());
    }
    return ExitStatus.DONE;
  }

  private void write(RevisionJson json, JsonWriter document, Revision revision) throws IOException {
    json.write(document, revision);
    Optional<RevisionScript> script = project.scripts().script(revision.id());
    document.texts("loses", script.map(RevisionScript::losses).orElse(List.of()));
  }
}
