package dev.anabranch.cli.output;

import dev.anabranch.cli.config.Secrets;
import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.engine.MigrationFailedException.FailedStatement;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/** Tells the user what went wrong: what, why, where, and what to do next; never a secret. */
public final class ErrorReport {
  private final Console console;
  private final Secrets secrets;
  private final boolean stacktrace;

  /**
   * Creates a report.
   *
   * @param console where it is written
   * @param secrets what must not be in it
   * @param stacktrace whether it shows where in the program the failure arose
   */
  public ErrorReport(Console console, Secrets secrets, boolean stacktrace) {
    this.console = console;
    this.secrets = secrets;
    this.stacktrace = stacktrace;
  }

  /** Writes a failure and returns the exit status it leads to. */
  public ExitStatus write(Throwable failure) {
    Failure told = Failure.of(failure);
    ExitStatus status = ExitStatus.of(told.code());
    if (console.isJson()) {
      console.jsonError(json -> json.object("error", told, f -> writeJson(json, f, status)));
    } else {
      writeText(told);
    }
    boolean unforeseen = !(failure instanceof AnabranchException);
    if (stacktrace) {
      console.error(secrets.redact(trace(failure)).stripTrailing());
    } else if (unforeseen && !console.isJson()) {
      hint("Add --stacktrace to see where it arose, and report it with that.");
    }
    return status;
  }

  /** Writes that the result could not be written, and returns the exit code of that. */
  public int writeUnwritten(IOException failure) {
    console.error(
        error()
            + "Cannot write the result: "
            + failure.getMessage()
            + ". ["
            + ErrorCode.UNEXPECTED.id()
            + "]");
    return ExitStatus.ERROR.code();
  }

  private void writeText(Failure failure) {
    console.error(
        error()
            + secrets.redact(failure.message())
            + " "
            + console.noteStyle().paint(Style.Ink.FAINT, "[" + failure.code().id() + "]"));
    for (Failure.Problem problem : failure.problems()) {
      console.error("  " + secrets.redact(problem.line()) + code(problem, failure));
      problem.excerpt().stream()
          .flatMap(String::lines)
          .forEach(line -> console.error("    " + secrets.redact(line)));
      problem.hint().ifPresent(text -> console.error("    " + secrets.redact(text)));
    }
    failure.hint().ifPresent(this::hint);
  }

  /** A problem has a code of its own, unless it is one of a kind. */
  private String code(Failure.Problem problem, Failure failure) {
    return problem.code() == failure.code()
        ? ""
        : " " + console.noteStyle().paint(Style.Ink.FAINT, "[" + problem.code().id() + "]");
  }

  private void hint(String text) {
    console.error(console.noteStyle().paint(Style.Ink.CYAN, "Hint:") + " " + secrets.redact(text));
  }

  private String error() {
    return console.noteStyle().paint(Style.Ink.RED, "Error:") + " ";
  }

  private void writeJson(JsonWriter json, Failure failure, ExitStatus status) throws IOException {
    json.text("code", failure.code().id());
    json.text("message", secrets.redact(failure.message()));
    json.text("hint", failure.hint().map(secrets::redact));
    json.number("exitCode", status.code());
    List<Failure.Problem> problems = failure.problems();
    json.objects(
        "problems",
        problems,
        problem -> {
          json.text("code", problem.code().id());
          json.texts("places", problem.places());
          json.text("message", secrets.redact(problem.message()));
          json.text("hint", problem.hint().map(secrets::redact));
          json.text("excerpt", problem.excerpt().map(secrets::redact));
        });
    if (failure.migration().isPresent()) {
      json.object("migration", failure.migration().get(), failed -> writeStep(json, failed));
    }
  }

  private static void writeStep(JsonWriter json, MigrationFailedException failed)
      throws IOException {
    json.text("revision", failed.step().revision().id());
    json.text("direction", failed.step().direction().name().toLowerCase(Locale.ROOT));
    if (failed.statement().isPresent()) {
      FailedStatement statement = failed.statement().get();
      json.number("statement", statement.number());
      json.text("file", statement.location().path());
      json.number("line", statement.location().line());
      json.text("sqlState", statement.sqlState());
    }
    json.texts("finished", failed.finished());
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
