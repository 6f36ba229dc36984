package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.output.TextTable;
import java.util.List;

/** Shows what {@code init} can make. */
public final class ListTemplatesCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.anywhere("list-templates", "Show the templates for `anabranch init`")
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
                      json.text("name", template.id()).text("summary", template.summary())));
      return ExitStatus.DONE;
    }
    TextTable table = new TextTable();
    for (ProjectTemplate template : ProjectTemplate.values()) {
      table.row(template.id(), template.summary());
    }
    table.lines().forEach(console::line);
    return ExitStatus.DONE;
  }
}
