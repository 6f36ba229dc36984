package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.NearestNames;
import dev.anabranch.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at every revision file from the first line to the last and says everything that is wrong or
 * doubtful.
 *
 * <p>Immutable and usable by several threads.
 *
 * @since 0.1
 */
public final class ScriptChecker {

  private final ScriptOptions options;
  private final ClassLoader classLoader;
  private final List<CheckedDialect> dialects;
  private final Set<String> knownDialects;

  private ScriptChecker(
      ScriptOptions options,
      ClassLoader classLoader,
      List<CheckedDialect> dialects,
      Set<String> knownDialects) {
    this.options = options;
    this.classLoader = classLoader;
    this.dialects = List.copyOf(dialects);
    this.knownDialects = Set.copyOf(knownDialects);
  }

  /**
   * Returns a checker that knows no dialect: it looks at all but the statements themselves.
   *
   * @param options where the files stand
   * @param classLoader where class path locations are looked up
   */
  public static ScriptChecker of(ScriptOptions options, ClassLoader classLoader) {
    return new ScriptChecker(options, classLoader, List.of(), Set.of());
  }

  /**
   * Returns a checker that also tells where a dialect has no section and what it could not cut into
   * statements.
   *
   * @param dialects the dialects of the project's databases
   */
  public ScriptChecker withDialects(List<CheckedDialect> dialects) {
    return new ScriptChecker(options, classLoader, dialects, knownDialects);
  }

  /**
   * Returns a checker that also tells which sections are named for a dialect nobody knows.
   *
   * @param names every name a section may have; none means that any will do
   */
  public ScriptChecker withKnownDialects(Set<String> names) {
    return new ScriptChecker(options, classLoader, dialects, names);
  }

  /**
   * Checks all files and returns what was found, ordered by file and line; empty if all is well.
   */
  public List<ScriptProblem> check() {
    Headers headers = Headers.read(options, classLoader);
    Set<ScriptProblem> problems = new LinkedHashSet<>(headers.problems());
    List<ScriptProblem> inGraph = headers.graphProblems();
    problems.addAll(inGraph);
    if (inGraph.isEmpty() && headers.complete()) {
      RevisionGraph.of(headers.revisions())
          .warnings()
          .forEach(
              warning -> problems.add(ScriptProblem.of(ScriptProblem.Severity.WARNING, warning)));
    }
    List<ScriptProblem> inJava = headers.java().problems();
    inJava.stream().filter(problem -> !isTold(problem, headers.problems())).forEach(problems::add);
    for (RevisionScript script : headers.scripts()) {
      // A class on the class path can be looked at whatever the sources are like.
      boolean compiled = inJava.isEmpty() || script.file().isEmpty();
      if (compiled || script instanceof SqlRevisionScript) {
        problems.addAll(check(script));
      }
    }
    List<ScriptProblem> sorted = new ArrayList<>(problems);
    sorted.sort(ScriptProblem.BY_LOCATION);
    return List.copyOf(sorted);
  }

  /**
   * Checks one file, all of it. A source in Java is compiled together with those it was loaded
   * with, and their mistakes are told as well.
   *
   * @param script a revision loaded before
   * @return what was found, ordered by file and line
   */
  public List<ScriptProblem> check(RevisionScript script) {
    Problems problems = new Problems(script.location().path());
    if (script instanceof JavaRevisionScript java) {
      java.check(problems);
    } else if (script instanceof SqlRevisionScript sql) {
      check(sql, problems);
    }
    return problems.found().stream().distinct().sorted(ScriptProblem.BY_LOCATION).toList();
  }

  /** The compiler also finds the classes that two files declare, but not where the first stands. */
  private static boolean isTold(ScriptProblem problem, List<ScriptProblem> before) {
    return problem.code() == ErrorCode.DUPLICATE_CLASS
        && before.stream()
            .anyMatch(
                other ->
                    other.code() == problem.code() && other.location().equals(problem.location()));
  }

  private void check(SqlRevisionScript sql, Problems problems) {
    ScriptBody body = BodyReader.read(sql.source(), problems);
    if (problems.isEmpty()) {
      BodyCheck check = new BodyCheck(sql, body, problems);
      check.checkSections();
      dialects.forEach(check::checkFor);
      if (!knownDialects.isEmpty()) {
        checkNames(body, problems);
      }
    }
  }

  private void checkNames(ScriptBody body, Problems problems) {
    for (ScriptSection section : body.sections()) {
      for (String name : section.dialects()) {
        if (!knownDialects.contains(name)) {
          String nearest =
              NearestNames.nearest(name, knownDialects.stream().sorted().toList())
                  .map(known -> "Did you mean \"" + known + "\"? ")
                  .orElse("");
          problems.warning(
              ErrorCode.UNKNOWN_DIALECT_NAME,
              section.firstLine() - 1,
              "The section is named for \"" + name + "\", a dialect that is not known here.",
              nearest
                  + "Known are "
                  + String.join(", ", knownDialects.stream().sorted().toList())
                  + ".");
        }
      }
    }
  }
}
