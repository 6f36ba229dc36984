package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.Anabranch;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.Completes;
import dev.anabranch.cli.argument.OptionDescription;
import dev.anabranch.cli.argument.PositionalDescription;
import dev.anabranch.cli.argument.UsageException;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.output.PlanReport;
import dev.anabranch.cli.output.Progress;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.MigrationPlanner;
import dev.anabranch.revision.RevisionTarget;
import dev.anabranch.revision.StampPlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sets where the database stands without running anything. */
public final class StampCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject(
              "stamp", "Say where the database stands, without running anything")
          .paragraph(
              "For a database whose schema was made another way. What the targets stand on counts as"
                  + " applied, what stands on them does not; lines that no target touches stay as they"
                  + " are. With --purge all rows are forgotten first, even ones that no file has.")
          .positional(
              PositionalDescription.required(
                      "TARGET", "Where it stands, such as heads, ae1 or base", Completes.REVISION)
                  .repeated())
          .option(OptionDescription.flag("purge", "Forget all rows there were first"))
          .options(RunOptions.ALL)
          .example("anabranch stamp heads", "everything is applied already")
          .example("anabranch stamp --purge ae1", "mend a version table with unknown rows")
          .build();

  private final Project project;
  private final Databases databases;
  private final Console console;

  @Inject
  StampCommand(Project project, Databases databases, Console console) {
    this.project = project;
    this.databases = databases;
    this.console = console;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    RunOptions.check(arguments, "stamp");
    List<String> targets = arguments.positionals();
    boolean purge = arguments.has("purge");
    try (Progress progress = new Progress(console)) {
      Databases.Wishes wishes =
          new Databases.Wishes(
              progress, RunOptions.lockTimeout(arguments), arguments.value("dialect"));
      if (arguments.has("sql")) {
        if (purge) {
          throw new UsageException(
              ErrorCode.INVALID_ARGUMENT,
              "Cannot run \"stamp\": --sql and --purge exclude each other.",
              "A script has to know the rows it replaces: write from:target.");
        }
        script(databases.offline(wishes), targets);
        return ExitStatus.DONE;
      }
      Anabranch anabranch = databases.online(wishes);
      if (arguments.has("dry-run")) {
        report(plan(anabranch, targets, purge), "Would stamp");
      } else {
        report(purge ? anabranch.purgeAndStamp(targets) : anabranch.stamp(targets), "Stamped");
      }
    }
    return ExitStatus.DONE;
  }

  private StampPlan plan(Anabranch anabranch, List<String> targets, boolean purge) {
    MigrationPlanner planner = new MigrationPlanner(project.graph());
    List<RevisionTarget> parsed = NewRevision.targets(targets);
    List<String> rows = anabranch.current().rows();
    return purge ? planner.stampPurging(rows, parsed) : planner.stamp(rows, parsed);
  }

  private void script(Anabranch anabranch, List<String> words) {
    Set<String> starts = new LinkedHashSet<>();
    List<String> targets = new ArrayList<>();
    for (String word : words) {
      int colon = word.indexOf(':');
      targets.add(word.substring(colon + 1));
      if (colon >= 0) {
        starts.addAll(List.of(word.substring(0, colon).split(",", -1)));
      }
    }
    MigrationPlanner planner = new MigrationPlanner(project.graph());
    Set<String> rows = new LinkedHashSet<>();
    for (String start : starts) {
      rows.addAll(planner.resolve(RevisionTarget.parse(start), List.of()));
    }
    Scripts.write(console, out -> anabranch.stampScript(List.copyOf(rows), targets, out));
  }

  private void report(StampPlan plan, String verb) {
    if (console.isJson()) {
      console.json(
          json ->
              json.texts("rowsBefore", plan.rowsBefore())
                  .texts("rowsAfter", plan.rowsAfter())
                  .texts("removedRows", plan.removedRows())
                  .texts("addedRows", plan.addedRows())
                  .texts("forgotten", plan.forgotten()));
      return;
    }
    if (!plan.forgotten().isEmpty()) {
      console.warn(
          "Not above a target, and counted as not applied from now on: "
              + String.join(", ", plan.forgotten())
              + ". Name them as further targets if they are in place.");
    }
    plan.removedRows().forEach(row -> console.line("- " + row));
    plan.addedRows().forEach(row -> console.line("+ " + row));
    console.note(
        (plan.isEmpty() ? "Nothing to do" : verb)
            + ": "
            + PlanReport.standsAt(plan.rowsAfter())
            + ".");
  }
}
