package dev.anabranch.cli.output;

import dev.anabranch.cli.config.ConfigurationException;
import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.InvalidGraphException;
import dev.anabranch.script.InvalidScriptsException;
import java.util.List;
import java.util.Optional;

/**
 * A failure as it is told: one sentence, and the problems it consists of.
 *
 * @param code the stable code
 * @param message what could not be done, to what, and why, in one line
 * @param hint the next thing to do
 * @param problems the single problems, where there are several or each has a place
 * @param migration the step that failed, where one did
 */
record Failure(
    ErrorCode code,
    String message,
    Optional<String> hint,
    List<Problem> problems,
    Optional<MigrationFailedException> migration) {
  private Failure(ErrorCode code, String message, Optional<String> hint, List<Problem> problems) {
    this(code, message, hint, problems, Optional.empty());
  }

  /**
   * One problem among several.
   *
   * @param places the files and lines, or other places, it stands at
   * @param excerpt the line of the file, and a mark below it
   */
  record Problem(
      ErrorCode code,
      List<String> places,
      String message,
      Optional<String> hint,
      Optional<String> excerpt) {
    Problem(ErrorCode code, List<String> places, String message, Optional<String> hint) {
      this(code, places, message, hint, Optional.empty());
    }

    String line() {
      return (places.isEmpty() ? "" : String.join(", ", places) + ": ") + message;
    }
  }

  static Failure of(Throwable failure) {
    if (failure instanceof InvalidScriptsException scripts) {
      return of(scripts, scripts.problems().stream().map(Failure::problem).toList());
    }
    if (failure instanceof InvalidGraphException graph) {
      return of(graph, graph.problems().stream().map(Failure::problem).toList());
    }
    if (failure instanceof ConfigurationException configuration
        && !configuration.problems().isEmpty()) {
      return of(
          configuration,
          configuration.problems().stream()
              .map(
                  problem ->
                      new Problem(
                          configuration.code(),
                          List.of(problem.place()),
                          problem.text(),
                          problem.hint()))
              .toList());
    }
    if (failure instanceof AnabranchException known) {
      Optional<MigrationFailedException> migration =
          failure instanceof MigrationFailedException failed
              ? Optional.of(failed)
              : Optional.empty();
      return new Failure(known.code(), message(known), known.hint(), List.of(), migration);
    }
    return new Failure(ErrorCode.UNEXPECTED, unforeseen(failure), Optional.empty(), List.of());
  }

  private static Failure of(AnabranchException failure, List<Problem> problems) {
    String message = message(failure);
    int lineEnd = message.indexOf('\n');
    String first = lineEnd < 0 ? message : message.substring(0, lineEnd);
    if (problems.size() == 1 && first.endsWith(problems.get(0).message())) {
      // The sentence says it already; what is left to say is where.
      Problem only = problems.get(0);
      return new Failure(
          only.code(),
          (only.places().isEmpty() ? "" : String.join(", ", only.places()) + ": ") + first,
          only.hint(),
          List.of());
    }
    return new Failure(failure.code(), first, Optional.empty(), problems);
  }

  static Problem problem(dev.anabranch.script.ScriptProblem problem) {
    return new Problem(
        problem.code(),
        List.of(problem.location().toString()),
        problem.message(),
        problem.hint(),
        problem.excerpt());
  }

  static Problem problem(dev.anabranch.revision.GraphProblem problem) {
    return new Problem(
        problem.code(),
        problem.locations().stream().map(Object::toString).toList(),
        problem.message(),
        problem.hint());
  }

  private static String message(AnabranchException failure) {
    return String.valueOf(failure.getMessage());
  }

  private static String unforeseen(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return "Cannot go on: the memory is used up.";
    }
    String message = failure.getMessage();
    return "Cannot go on: "
        + failure.getClass().getSimpleName()
        + (message == null ? "" : ": " + message)
        + ".";
  }
}
