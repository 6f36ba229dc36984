package dev.anabranch.cli.documentation;

import dev.anabranch.cli.argument.CommandCatalogue;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.CommandExample;
import dev.anabranch.cli.argument.GlobalOptions;
import dev.anabranch.cli.argument.OptionDescription;
import dev.anabranch.cli.argument.PositionalDescription;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.Style;
import java.util.List;
import java.util.Optional;

/** Writes help to standard output. */
public final class HelpText {
  private final Console console;
  private final CommandCatalogue catalogue;
  private final int columns;

  /** Creates help for the commands of a catalogue. */
  public HelpText(Console console, CommandCatalogue catalogue) {
    this.console = console;
    this.catalogue = catalogue;
    this.columns = Math.max(60, Math.min(100, console.columns()));
  }

  /** Writes the help of a command, or of the whole program. */
  public void write(Optional<CommandDescription> command) {
    if (command.isPresent()) {
      writeCommand(command.get());
    } else {
      writeOverview();
    }
  }

  private void writeOverview() {
    console.line("Anabranch runs schema migrations that form a graph: branches, merges, labels.");
    console.line("");
    heading("Usage");
    console.line("  anabranch [GLOBAL OPTION]... COMMAND [OPTION]... [WORD]...");
    console.line("");
    heading("Commands");
    for (String name : catalogue.names()) {
      entry(name, catalogue.find(name).orElseThrow().summary(), 18);
    }
    console.line("");
    heading("Global options, before or after the command");
    options(GlobalOptions.DESCRIPTIONS);
    console.line("");
    paragraph(
        "`anabranch help COMMAND` explains a command, `anabranch help targets` how revisions are"
            + " named.");
  }

  private void writeCommand(CommandDescription command) {
    console.line(command.summary() + ".");
    console.line("");
    heading("Usage");
    console.line("  " + command.usage());
    if (!command.positionals().isEmpty()) {
      console.line("");
      heading("Words");
      for (PositionalDescription positional : command.positionals()) {
        entry(positional.syntax(), positional.summary() + choices(positional.choices()), 18);
      }
    }
    if (!command.options().isEmpty()) {
      console.line("");
      heading("Options");
      options(command.options());
    }
    if (!command.details().isEmpty()) {
      console.line("");
      heading("Description");
      for (String text : command.details()) {
        paragraph(text);
      }
    }
    if (!command.examples().isEmpty()) {
      console.line("");
      heading("Examples");
      for (CommandExample example : command.examples()) {
        console.line("  " + example.line());
        console.line("      " + example.explanation());
      }
    }
    console.line("");
    paragraph("`anabranch help` lists the global options.");
  }

  /** Writes how targets are written. */
  public void writeTargets() {
    console.line("A target names a revision, several, or a number of steps.");
    console.line("");
    for (String[] form : TargetForms.FORMS) {
      entry(form[0], form[1], 22);
    }
    console.line("");
    paragraph(TargetForms.NOTE);
  }

  private void heading(String text) {
    console.line(console.style().paint(Style.Ink.STRONG, text + ":"));
  }

  private void options(List<OptionDescription> options) {
    for (OptionDescription option : options) {
      String indent = option.shortName().isPresent() ? "" : "    ";
      entry(indent + option.syntax(), option.summary() + choices(option.choices()), 30);
    }
  }

  private static String choices(List<String> choices) {
    return choices.isEmpty() ? "" : ": " + String.join(", ", choices);
  }

  private void entry(String term, String text, int width) {
    List<String> lines = TextWrap.wrap(text, columns - width - 4);
    String first = "  " + term;
    if (first.length() > width + 2) {
      console.line(first);
      first = "";
    }
    for (String line : lines) {
      console.line(first + " ".repeat(width + 4 - first.length()) + line);
      first = "";
    }
  }

  private void paragraph(String text) {
    TextWrap.wrap(text, columns - 2).forEach(line -> console.line("  " + line));
  }
}
