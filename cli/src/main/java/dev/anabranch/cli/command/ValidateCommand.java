package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.output.JsonWriter;
import dev.anabranch.cli.output.Style;
import dev.anabranch.script.ScriptChecker;
import dev.anabranch.script.ScriptProblem;
import java.io.IOException;
import java.util.List;

/** Checks every revision file and the graph they form. */
public final class ValidateCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject("validate", "Check every revision file and the graph they form")
          .paragraph(
              "Reads every file from the first line to the last and reports everything that is wrong"
                  + " or doubtful, with file and line. Revisions in Java are compiled. Exits with 3 if something is wrong. If the"
                  + " configuration tells the database's product, the statements are taken apart by"
                  + " its rules too. Needs no database.")
          .example("anabranch validate --json", "the same for a program")
          .build();

  private final Project project;
  private final ProjectDialects dialects;
  private final Console console;

  @Inject
  ValidateCommand(Project project, ProjectDialects dialects, Console console) {
    this.project = project;
    this.dialects = dialects;
    this.console = console;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    List<ScriptProblem> problems =
        ScriptChecker.of(project.scriptOptions(), ValidateCommand.class.getClassLoader())
            .withDialects(dialects.configured())
            .withKnownDialects(dialects.names())
            .check();
    long errors = problems.stream().filter(ScriptProblem::isError).count();
    if (console.isJson()) {
      console.json(
          json ->
              json.bool("valid", errors == 0)
                  .objects("problems", problems, problem -> write(json, problem)));
    } else {
      problems.forEach(this::print);
      console.note(
          problems.isEmpty()
              ? "Nothing is wrong."
              : count(errors, "error") + ", " + count(problems.size() - errors, "warning") + ".");
    }
    return errors == 0 ? ExitStatus.DONE : ExitStatus.INVALID_FILES;
  }

  private void print(ScriptProblem problem) {
    Style style = console.style();
    console.line(
        problem.location()
            + ": "
            + (problem.isError()
                ? style.paint(Style.Ink.RED, "error:")
                : style.paint(Style.Ink.YELLOW, "warning:"))
            + " "
            + problem.message()
            + " "
            + style.paint(Style.Ink.FAINT, "[" + problem.code().id() + "]"));
    problem.excerpt().stream().flatMap(String::lines).forEach(line -> console.line("    " + line));
    problem.hint().ifPresent(hint -> console.line("    " + hint));
  }

  private static void write(JsonWriter json, ScriptProblem problem) throws IOException {
    json.text("severity", problem.isError() ? "error" : "warning")
        .text("code", problem.code().id())
        .text("file", problem.location().path())
        .number("line", problem.location().line())
        .text("message", problem.message())
        .text("hint", problem.hint())
        .text("excerpt", problem.excerpt());
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
