package dev.anabranch.cli.documentation;

import dev.anabranch.cli.argument.CommandCatalogue;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.CommandExample;
import dev.anabranch.cli.argument.GlobalOptions;
import dev.anabranch.cli.argument.OptionDescription;
import dev.anabranch.cli.argument.PositionalDescription;
import dev.anabranch.cli.output.ExitStatus;
import java.util.List;

/** Makes the manual page from the declarations of the commands. */
public final class ManPage {
  private final CommandCatalogue catalogue;
  private final StringBuilder page = new StringBuilder();

  /** Creates the page for the commands of a catalogue. */
  public ManPage(CommandCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Returns the page in the format of man(7). */
  public String text() {
    page.setLength(0);
    page.append(".TH ANABRANCH 1 \"\" \"Anabranch\" \"User Commands\"\n");
    section("NAME");
    page.append("anabranch \\- run schema migrations that form a graph\n");
    section("SYNOPSIS");
    page.append(
        ".B anabranch\n[\\fIGLOBAL OPTION\\fR]... \\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIWORD\\fR]...\n");
    section("DESCRIPTION");
    paragraph(
        "Anabranch runs schema migrations whose revisions form a directed acyclic graph: with several"
            + " heads, labelled branches, dependencies across branches, and merges. The project is the"
            + " folder with the file anabranch.toml.");
    section("GLOBAL OPTIONS");
    paragraph("They stand before or after the command.");
    options(GlobalOptions.DESCRIPTIONS);
    section("COMMANDS");
    for (String name : catalogue.names()) {
      command(catalogue.find(name).orElseThrow());
    }
    section("TARGETS");
    for (String[] form : TargetForms.FORMS) {
      term(form[0], form[1]);
    }
    paragraph(TargetForms.NOTE);
    section("EXIT STATUS");
    for (ExitStatus status : ExitStatus.values()) {
      term(String.valueOf(status.code()), status.meaning());
    }
    section("ENVIRONMENT");
    term(
        "ANABRANCH_...",
        "replaces a key of the configuration: the key in capitals, dots and dashes as underscores, such"
            + " as ANABRANCH_DATABASE_URL");
    term("ANABRANCH_CONFIG", "the configuration file, as by --config");
    term("NO_COLOR", "if not empty, no colours are used");
    term("VISUAL, EDITOR", "the editor of `anabranch edit`");
    section("FILES");
    term("anabranch.toml", "the configuration of a project");
    return page.toString();
  }

  private void command(CommandDescription command) {
    page.append(".SS ").append(escaped(command.usage())).append('\n');
    paragraph(command.summary() + ".");
    command.details().forEach(this::paragraph);
    for (PositionalDescription positional : command.positionals()) {
      term(positional.name(), positional.summary() + choices(positional.choices()));
    }
    options(command.options());
    for (CommandExample example : command.examples()) {
      page.append(".PP\nExample: ").append(escaped(example.explanation())).append(".\n");
      page.append(".RS\n.nf\n").append(escaped(example.line())).append("\n.fi\n.RE\n");
    }
  }

  private void options(List<OptionDescription> options) {
    for (OptionDescription option : options) {
      term(option.syntax(), option.summary() + choices(option.choices()));
    }
  }

  private static String choices(List<String> choices) {
    return choices.isEmpty() ? "" : ": " + String.join(", ", choices);
  }

  private void section(String name) {
    page.append(".SH ").append(name).append('\n');
  }

  private void paragraph(String text) {
    page.append(".PP\n").append(escaped(text)).append('\n');
  }

  private void term(String term, String text) {
    page.append(".TP\n.B ").append(escaped(term)).append('\n').append(escaped(text)).append(".\n");
  }

  private static String escaped(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
