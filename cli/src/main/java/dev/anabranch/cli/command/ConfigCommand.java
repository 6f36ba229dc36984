package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.config.ShownSetting;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.output.JsonWriter;
import dev.anabranch.cli.output.Style;
import dev.anabranch.cli.output.TextTable;
import java.io.IOException;
import java.util.List;

/** Shows each value of the configuration and where it came from. */
public final class ConfigCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject(
              "config", "Show each value of the configuration and where it came from")
          .paragraph("Secrets are masked. A value that cannot be used is shown with the reason.")
          .example("anabranch config -n reporting", "what holds for the database reporting")
          .build();

  private final Project project;
  private final Console console;

  @Inject
  ConfigCommand(Project project, Console console) {
    this.project = project;
    this.console = console;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    List<ShownSetting> settings = project.configuration().shown();
    if (console.isJson()) {
      console.json(
          json ->
              json.text("file", project.file().displayName())
                  .text("database", project.configuration().database())
                  .texts("databases", project.file().databases())
                  .objects("settings", settings, setting -> write(json, setting)));
      return ExitStatus.DONE;
    }
    TextTable table = new TextTable();
    for (ShownSetting setting : settings) {
      table.row(
          setting.path(),
          String.join(", ", setting.values()),
          console.style().paint(Style.Ink.FAINT, setting.origin())
              + setting
                  .problem()
                  .map(text -> " " + console.style().paint(Style.Ink.RED, text))
                  .orElse(""));
    }
    table.lines().forEach(console::line);
    return ExitStatus.DONE;
  }

  private static void write(JsonWriter json, ShownSetting setting) throws IOException {
    json.text("key", setting.path())
        .texts("values", setting.values())
        .text("origin", setting.origin())
        .text("problem", setting.problem());
  }
}
