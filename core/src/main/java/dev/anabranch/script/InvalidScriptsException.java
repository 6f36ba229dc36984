package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says everything that is wrong with the revision files, at once.
 *
 * @since 0.1
 */
public final class InvalidScriptsException extends ScriptException {

  private static final long serialVersionUID = 1L;

  private final transient List<ScriptProblem> problems;

  /**
   * Creates the exception.
   *
   * @param problems what is wrong, at least one; shown in the order of files and lines
   */
  public InvalidScriptsException(List<ScriptProblem> problems) {
    this(problems, null);
  }

  /**
   * Creates the exception.
   *
   * @param problems what is wrong, at least one; shown in the order of files and lines
   * @param cause what led here, or null
   */
  InvalidScriptsException(List<ScriptProblem> problems, @Nullable Throwable cause) {
    super(ErrorCode.INVALID_SCRIPTS, message(problems), soleHint(problems).orElse(null), cause);
    this.problems = problems.stream().sorted(ScriptProblem.BY_LOCATION).toList();
  }

  /** Returns what is wrong, ordered by file and line. */
  public List<ScriptProblem> problems() {
    return problems;
  }

  private static String message(List<ScriptProblem> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("no problem to report");
    }
    StringBuilder text = new StringBuilder("Cannot use the revision files: ");
    text.append(problems.size()).append(problems.size() == 1 ? " problem." : " problems.");
    problems.stream().sorted(ScriptProblem.BY_LOCATION).forEach(problem -> append(problem, text));
    return text.toString();
  }

  private static void append(ScriptProblem problem, StringBuilder text) {
    text.append("\n  ").append(problem);
    problem.excerpt().stream()
        .flatMap(String::lines)
        .forEach(line -> text.append("\n    ").append(line));
  }

  private static Optional<String> soleHint(List<ScriptProblem> problems) {
    return problems.size() == 1 ? problems.get(0).hint() : Optional.empty();
  }
}
