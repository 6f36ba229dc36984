package dev.anabranch.sql;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says that a script cannot be cut into statements with certainty, and where.
 *
 * <p>Code, message, hint and line are those of the first problem; {@link #problems()} has all of
 * them.
 */
public final class ScriptSplitException extends AnabranchException {

  private static final long serialVersionUID = 1L;

  private final transient List<ScriptProblem> problems;
  private final int line;

  /**
   * Creates the exception for one problem.
   *
   * @param code the kind of problem
   * @param message what cannot be cut and why
   * @param hint the way out, or null
   * @param line the line, counted from 1 within the script
   */
  public ScriptSplitException(ErrorCode code, String message, @Nullable String hint, int line) {
    this(List.of(new ScriptProblem(code, message, hint, line)));
  }

  /**
   * Creates the exception for several problems.
   *
   * @param problems at least one, in the order of the script
   */
  public ScriptSplitException(List<ScriptProblem> problems) {
    super(problems.get(0).code(), problems.get(0).message(), problems.get(0).hint(), null);
    this.problems = List.copyOf(problems);
    this.line = problems.get(0).line();
  }

  /** Returns the line of the first problem, counted from 1 within the script that was cut. */
  public int line() {
    return line;
  }

  /** Returns all problems in the order of the script; at most the first hundred. */
  public List<ScriptProblem> problems() {
    return problems;
  }
}
