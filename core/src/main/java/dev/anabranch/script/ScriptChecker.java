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
    for (SqlRevisionScript script : headers.scripts()) {
      problems.addAll(check(script));
    }
    List<ScriptProblem> sorted = new ArrayList<>(problems);
    sorted.sort(ScriptProblem.BY_LOCATION);
    return List.copyOf(sorted);
  }

  /**
   * Checks one file, all of it.
   *
   * @param script a revision loaded before
   * @return what was found, ordered by line
   */
  public List<ScriptProblem> check(RevisionScript script) {
    if (!(script instanceof SqlRevisionScript sql)) {
      throw new IllegalArgumentException("no revision in SQL: " + script);
    }
    Problems problems = new Problems(sql.location().path());
    ScriptBody body = BodyReader.read(sql.source(), problems);
    if (problems.isEmpty()) {
      BodyCheck check = new BodyCheck(sql, body, problems);
      check.checkSections();
      dialects.forEach(check::checkFor);
      if (!knownDialects.isEmpty()) {
        checkNames(body, problems);
      }
    }
    return problems.found().stream().distinct().sorted(ScriptProblem.BY_LOCATION).toList();
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
