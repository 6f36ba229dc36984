package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.Completes;
import dev.anabranch.cli.argument.OptionDescription;
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
          .paragraph(
              "What the branches have in common is told on standard error, as far as it can be known"
                  + " without a database, for the configured product or for all of them: what"
                  + " commutes, what has to be run to know (anabranch verify --confluence), where an"
                  + " order is needed, with the line to add, and what contradicts. Branches that"
                  + " contradict each other are not merged, and the exit code is 10, unless --force"
                  + " is given.")
          .positional(
              PositionalDescription.optional("TARGET", "What to join", Completes.REVISION)
                  .repeated())
          .options(NewRevisionOptions.ALL)
          .option(
              OptionDescription.value("dialect", "NAME", "Compare the branches for this product"))
          .option(OptionDescription.flag("force", "Merge also what contradicts itself"))
          .example("anabranch merge heads -m \"join billing\"", "join all heads")
          .example("anabranch merge ae1 27c", "join two of several heads")
          .build();

  private final Project project;
  private final NewRevision revision;
  private final MergeCheck check;

  @Inject
  MergeCommand(Project project, NewRevision revision, MergeCheck check) {
    this.project = project;
    this.revision = revision;
    this.check = check;
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
    MergeFindings findings = check.of(ids, arguments.value("dialect"));
    findings.tell(check.console());
    if (!arguments.has("force")) {
      findings.requireNoContradiction();
    }
    revision.create(
        parents,
        arguments.value("message").orElse("merge " + String.join(" and ", ids)),
        arguments,
        findings::write);
    return ExitStatus.DONE;
  }
}
