package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.Completes;
import dev.anabranch.cli.argument.OptionDescription;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.revision.RevisionTarget;

/** Creates a revision. */
public final class RevisionCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject("revision", "Create the file of a new revision")
          .paragraph(
              "The new revision follows the head. Where there are several, --head chooses one, such"
                  + " as billing@head; --head base begins a new line. The path of the file is"
                  + " written to standard output. Needs no database.")
          .option(
              OptionDescription.value("head", "TARGET", "The parent, in place of the head")
                  .completing(Completes.REVISION))
          .options(NewRevisionOptions.ALL)
          .example("anabranch revision -m \"add last order\"", "a revision after the head")
          .example("anabranch revision -m \"add last order\" --template java", "the same in Java")
          .example(
              "anabranch revision -m \"billing\" --head base --branch-label billing --depends-on ae1",
              "the first revision of a branch that needs another one")
          .build();

  private final NewRevision revision;

  @Inject
  RevisionCommand(NewRevision revision) {
    this.revision = revision;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    RevisionTarget parent = RevisionTarget.parse(arguments.value("head").orElse("head"));
    revision.create(java.util.List.of(parent), arguments.value("message").orElse(""), arguments);
    return ExitStatus.DONE;
  }
}
