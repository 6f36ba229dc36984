package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.Anabranch;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.output.Progress;
import dev.anabranch.engine.DatabaseState;

/** Creates the tables that Anabranch keeps its state in. */
public final class EnsureVersionCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject(
              "ensure-version", "Create the version and history tables where they are not there")
          .paragraph("Runs no revision and sets no row.")
          .options(RunOptions.ALL)
          .build();

  private final Databases databases;
  private final Console console;

  @Inject
  EnsureVersionCommand(Databases databases, Console console) {
    this.databases = databases;
    this.console = console;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    RunOptions.check(arguments, "ensure-version");
    try (Progress progress = new Progress(console)) {
      Databases.Wishes wishes =
          new Databases.Wishes(
              progress, RunOptions.lockTimeout(arguments), arguments.value("dialect"));
      if (arguments.has("sql")) {
        Anabranch anabranch = databases.offline(wishes);
        Scripts.write(console, anabranch::ensureVersionScript);
        return ExitStatus.DONE;
      }
      Anabranch anabranch = databases.online(wishes);
      DatabaseState before = anabranch.current();
      if (!arguments.has("dry-run")) {
        anabranch.ensureVersion();
      }
      report(before, arguments.has("dry-run"));
    }
    return ExitStatus.DONE;
  }

  private void report(DatabaseState before, boolean dryRun) {
    boolean version = before.versionTable() == DatabaseState.Presence.ABSENT;
    boolean history = before.historyTable() == DatabaseState.Presence.ABSENT;
    if (console.isJson()) {
      console.json(
          json -> json.bool("versionTableMissing", version).bool("historyTableMissing", history));
      return;
    }
    String verb = dryRun ? "Would create " : "Created ";
    console.note(
        version && history
            ? verb + "the version table and the history table."
            : version
                ? verb + "the version table."
                : history ? verb + "the history table." : "Nothing to do: both tables are there.");
  }
}
