package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.Completes;
import dev.anabranch.cli.argument.PositionalDescription;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.MigrationPlanner;
import dev.anabranch.revision.RevisionTarget;
import java.util.ArrayList;
import java.util.List;

/** Creates a revision that joins branches. */
public final class MergeCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject("merge", "Create the file of a revision that joins branches")
          .paragraph(
              "Without a target all heads are joined. The path of the file is written to standard"
                  + " output. Needs no database.")
          .positional(
              PositionalDescription.optional("TARGET", "What to join", Completes.REVISION)
                  .repeated())
          .options(NewRevisionOptions.ALL)
          .example("anabranch merge heads -m \"join billing\"", "join all heads")
          .example("anabranch merge ae1 27c", "join two of several heads")
          .build();

  private final Project project;
  private final NewRevision revision;

  @Inject
  MergeCommand(Project project, NewRevision revision) {
    this.project = project;
    this.revision = revision;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    // Not the target heads: that leaves out a head that another branch depends on.
    List<String> words =
        arguments.positionals().isEmpty() ? project.graph().heads() : arguments.positionals();
    List<RevisionTarget> parents = NewRevision.targets(words);
    MigrationPlanner planner = new MigrationPlanner(project.graph());
    List<String> ids = new ArrayList<>();
    parents.forEach(parent -> ids.addAll(planner.resolve(parent, List.of())));
    if (ids.size() < 2) {
      throw new CommandException(
          ErrorCode.INVALID_ARGUMENT,
          "Cannot merge \""
              + String.join(" ", words)
              + "\": "
              + (ids.isEmpty()
                  ? "it stands for no revision."
                  : "it is one revision, " + ids.get(0) + "."),
          "A merge joins two revisions or more. The heads are "
              + String.join(", ", project.graph().heads())
              + ".");
    }
    revision.create(
        parents,
        arguments.value("message").orElse("merge " + String.join(" and ", ids)),
        arguments);
    return ExitStatus.DONE;
  }
}
