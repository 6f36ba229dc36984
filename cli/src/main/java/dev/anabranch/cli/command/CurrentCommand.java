package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.Anabranch;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.OptionDescription;
import dev.anabranch.cli.output.AppliedRevisions;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.output.JsonWriter;
import dev.anabranch.cli.output.RevisionText;
import dev.anabranch.cli.output.Style;
import dev.anabranch.engine.DatabaseState;
import dev.anabranch.history.JournalEntry;
import dev.anabranch.revision.CurrentState;
import dev.anabranch.revision.MigrationPlanner;
import dev.anabranch.revision.RevisionGraph;
import java.io.IOException;
import java.util.Optional;

/** Shows where the database stands. */
public final class CurrentCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject("current", "Show where the database stands")
          .paragraph(
              "Lists the revisions of the version table, and those that are applied only because"
                  + " another branch depends on them. Changes nothing, and creates no table.")
          .option(OptionDescription.flag("check-heads", "Exit with 4 unless everything is applied"))
          .example("anabranch current --check-heads --quiet", "is anything pending, for a script")
          .build();

  private final Project project;
  private final Databases databases;
  private final Console console;

  @Inject
  CurrentCommand(Project project, Databases databases, Console console) {
    this.project = project;
    this.databases = databases;
    this.console = console;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    Anabranch anabranch = databases.online(Databases.Wishes.NONE);
    RevisionGraph graph = project.graph();
    DatabaseState database = anabranch.current();
    CurrentState state = new MigrationPlanner(graph).current(database.rows());
    if (console.isJson()) {
      console.json(json -> write(json, database, state));
    } else {
      print(graph, database, state);
    }
    boolean behind = arguments.has("check-heads") && !state.atHeads();
    if (behind) {
      console.note(
          state.pending().isEmpty()
              ? "The version table holds rows that no revision file has."
              : state.pending().size() + " pending: " + String.join(", ", state.pending()));
    }
    return behind ? ExitStatus.PENDING : ExitStatus.DONE;
  }

  private void print(RevisionGraph graph, DatabaseState database, CurrentState state) {
    if (console.isVerbose()) {
      console.line("Database:   " + database.url());
      console.line("Server:     " + database.product() + " " + database.version());
      console.line("Pending:    " + state.pending().size());
    }
    RevisionText text =
        new RevisionText(
            graph, console.style(), Optional.of(new AppliedRevisions(graph, database.rows())));
    for (String id : state.revisions()) {
      console.line(
          text.line(graph.get(id))
              + (database.rows().contains(id) ? "" : "  needed by another branch"));
    }
    if (state.rows().isEmpty()) {
      console.note("The database stands at base: no revision is applied.");
    }
    for (String row : state.unknownRows()) {
      console.line(
          row + " " + console.style().paint(Style.Ink.RED, "(unknown: no revision file has it)"));
    }
    database
        .unfinished()
        .ifPresent(
            entry ->
                console.warn(
                    "The "
                        + entry.action().text()
                        + " of "
                        + entry.revision()
                        + " was left half-way, with "
                        + entry.progress()
                        + " statements done."));
  }

  private static void write(JsonWriter json, DatabaseState database, CurrentState state)
      throws IOException {
    json.text("url", database.url())
        .text("product", database.product())
        .text("serverVersion", database.version().toString())
        .texts("rows", state.rows())
        .texts("revisions", state.revisions())
        .texts("unknownRows", state.unknownRows())
        .texts("pending", state.pending())
        .bool("atHeads", state.atHeads());
    Optional<JournalEntry> unfinished = database.unfinished();
    if (unfinished.isPresent()) {
      json.object(
          "unfinished",
          unfinished.get(),
          entry ->
              json.text("revision", entry.revision())
                  .text("action", entry.action().text())
                  .number("statementsDone", entry.progress().done())
                  .number("statementsTotal", entry.progress().total()));
    }
  }
}
