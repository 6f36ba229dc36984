package dev.anabranch.cli.documentation;

import dev.anabranch.cli.argument.CommandCatalogue;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.CommandExample;
import dev.anabranch.cli.argument.GlobalOptions;
import dev.anabranch.cli.argument.OptionDescription;
import dev.anabranch.cli.argument.PositionalDescription;
import dev.anabranch.cli.output.ExitStatus;
import java.util.List;

/** Makes {@code docs/reference/command-line.md} from the declarations of the commands. */
public final class CommandLineReference {
  private final CommandCatalogue catalogue;
  private final StringBuilder page = new StringBuilder();

  /** Creates the page for the commands of a catalogue. */
  public CommandLineReference(CommandCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Returns the page in Markdown. */
  public String text() {
    page.setLength(0);
    page.append("# Command line\n\n");
    page.append(
        "<!-- Made from the declarations of the commands; a test compares it with them. -->\n\n");
    page.append("    anabranch [GLOBAL OPTION]... COMMAND [OPTION]... [WORD]...\n\n");
    page.append(
        """
        Data goes to standard output, everything else to standard error. Colour and progress appear only on a
        terminal. A word that begins with a dash and a digit is a target (`anabranch downgrade -1`); after `--`
        every word is taken as it is. How targets are written is told in [Targets](#targets), what `--json` writes
        in [JSON](json.md), what the exit codes mean in [Exit codes](exit-codes.md), and every message in
        [Errors](errors.md).

        ## Global options

        They stand before or after the command.

        """);
    options(GlobalOptions.DESCRIPTIONS);
    page.append(
        """

        With several `-n`, or with `--all`, the command runs on the databases one after the other, each under a
        heading on standard error. A failure ends the run unless `--keep-going` is given; the exit code is that of
        the first database that did not end with 0.

        ## Commands

        """);
    for (String name : catalogue.names()) {
      CommandDescription command = catalogue.find(name).orElseThrow();
      page.append("- [`").append(name).append("`](#").append(name).append("): ");
      page.append(command.summary()).append(".\n");
    }
    for (String name : catalogue.names()) {
      command(catalogue.find(name).orElseThrow());
    }
    page.append("\n## Targets\n\n| form | meaning |\n| --- | --- |\n");
    for (String[] form : TargetForms.FORMS) {
      page.append("| `").append(form[0]).append("` | ").append(form[1]).append(" |\n");
    }
    page.append("\n")
        .append(TargetForms.NOTE)
        .append("\n\n## Exit codes\n\n| code | meaning |\n| --- | --- |\n");
    for (ExitStatus status : ExitStatus.values()) {
      page.append("| ").append(status.code()).append(" | ").append(status.meaning()).append(" |\n");
    }
    return page.toString();
  }

  private void command(CommandDescription command) {
    page.append("\n### ").append(command.name()).append("\n\n    ");
    page.append(command.usage()).append("\n\n").append(command.summary()).append(".\n");
    for (String text : command.details()) {
      page.append("\n").append(text).append("\n");
    }
    if (!command.positionals().isEmpty()) {
      page.append("\n| word | meaning |\n| --- | --- |\n");
      for (PositionalDescription positional : command.positionals()) {
        row(positional.syntax(), positional.summary() + choices(positional.choices()));
      }
    }
    if (!command.options().isEmpty()) {
      page.append("\n");
      options(command.options());
    }
    for (CommandExample example : command.examples()) {
      page.append("\n`")
          .append(example.line())
          .append("`: ")
          .append(example.explanation())
          .append(".\n");
    }
  }

  private void options(List<OptionDescription> options) {
    page.append("| option | meaning |\n| --- | --- |\n");
    for (OptionDescription option : options) {
      row(option.syntax(), option.summary() + choices(option.choices()));
    }
  }

  private static String choices(List<String> choices) {
    return choices.isEmpty() ? "" : ": " + String.join(", ", choices);
  }

  private void row(String term, String text) {
    page.append("| `").append(term).append("` | ").append(text.replace("|", "\\|")).append(" |\n");
  }
}
