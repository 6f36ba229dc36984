package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The revisions do not form a graph; {@link #problems()} lists everything that is wrong, not only
 * the first thing.
 *
 * @since 0.1
 */
public final class InvalidGraphException extends RevisionException {

  private static final long serialVersionUID = 1L;

  private final transient List<GraphProblem> problems;

  InvalidGraphException(String subject, List<GraphProblem> problems) {
    super(ErrorCode.INVALID_GRAPH, message(subject, problems), hint(problems));
    this.problems = List.copyOf(problems);
  }

  /** Returns every problem, in a fixed order; never empty. */
  public List<GraphProblem> problems() {
    return problems;
  }

  private static String message(String subject, List<GraphProblem> problems) {
    if (problems.size() == 1) {
      return subject + ": " + problems.get(0).message();
    }
    StringBuilder text =
        new StringBuilder(subject).append(": ").append(problems.size()).append(" problems.");
    for (GraphProblem problem : problems) {
      text.append("\n  ").append(problem.message());
    }
    return text.toString();
  }

  private static @Nullable String hint(List<GraphProblem> problems) {
    return problems.size() == 1 ? problems.get(0).hint().orElse(null) : null;
  }
}
