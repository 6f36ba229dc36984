package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.output.TextTable;
import java.util.List;

/** Shows what {@code init} and {@code revision} can make. */
public final class ListTemplatesCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.anywhere("list-templates", "Show the templates for init and revision")
          .paragraph(
              "A template is chosen with --template of `anabranch init`, `anabranch revision` and"
                  + " `anabranch merge`.")
          .build();

  private final Console console;

  @Inject
  ListTemplatesCommand(Console console) {
    this.console = console;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    if (console.isJson()) {
      console.json(
          json ->
              json.objects(
                      "templates",
                      List.of(ProjectTemplate.values()),
                      template ->
                          json.text("name", template.id()).text("summary", template.summary()))
                  .objects(
                      "revisionTemplates",
                      List.of(RevisionKind.values()),
                      kind -> json.text("name", kind.id()).text("summary", kind.summary())));
      return ExitStatus.DONE;
    }
    TextTable table = new TextTable();
    for (ProjectTemplate template : ProjectTemplate.values()) {
      table.row("init", template.id(), template.summary());
    }
    for (RevisionKind kind : RevisionKind.values()) {
      table.row("revision, merge", kind.id(), kind.summary());
    }
    table.lines().forEach(console::line);
    return ExitStatus.DONE;
  }
}
