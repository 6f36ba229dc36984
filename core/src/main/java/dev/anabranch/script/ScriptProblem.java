package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.GraphProblem;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong, or doubtful, in the revision files.
 *
 * @param severity whether it stands in the way
 * @param code the kind of problem
 * @param location the file and line; the location itself where no file can be named
 * @param message what is wrong, one sentence with the real values
 * @param hint the next thing to do, if there is something to suggest
 * @param excerpt the line of the file, and a mark below it after a line feed; given where reading
 *     it helps
 * @since 0.1
 */
public record ScriptProblem(
    Severity severity,
    ErrorCode code,
    SourceLocation location,
    String message,
    Optional<String> hint,
    Optional<String> excerpt) {

  /** Orders problems by file, then by line. */
  public static final Comparator<ScriptProblem> BY_LOCATION =
      Comparator.comparing((ScriptProblem problem) -> problem.location().path())
          .thenComparingInt(problem -> problem.location().line());

  /** Whether a problem stands in the way. */
  public enum Severity {
    /** The files cannot be used as they are. */
    ERROR,
    /** The files can be used, but probably not as their author thought. */
    WARNING
  }

  /** Checks that everything is there. */
  public ScriptProblem {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(hint, "hint");
    Objects.requireNonNull(excerpt, "excerpt");
  }

  static ScriptProblem of(Severity severity, GraphProblem problem) {
    SourceLocation location =
        problem.locations().isEmpty() ? new SourceLocation("", 0) : problem.locations().get(0);
    return new ScriptProblem(
        severity, problem.code(), location, problem.message(), problem.hint(), Optional.empty());
  }

  static ScriptProblem error(ErrorCode code, SourceLocation location, String message, String hint) {
    return new ScriptProblem(
        Severity.ERROR, code, location, message, Optional.of(hint), Optional.empty());
  }

  static ScriptProblem warning(
      ErrorCode code, SourceLocation location, String message, String hint) {
    return new ScriptProblem(
        Severity.WARNING, code, location, message, Optional.of(hint), Optional.empty());
  }

  /** Returns the same problem with the line that it is about. */
  ScriptProblem withExcerpt(String text) {
    return new ScriptProblem(
        severity, code, location, message, hint, Optional.of(text).filter(t -> !t.isBlank()));
  }

  /** Returns whether this stands in the way. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Returns file, line and message in one line, as compilers print them. */
  @Override
  public String toString() {
    return location + ": " + message;
  }
}
