package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.GraphProblem;
import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * Every header of a project as far as it can be read.
 *
 * @param scripts the files with a header that can be used, in the order of locations and names
 * @param problems what is wrong with locations and headers
 * @param complete whether every file there is gave a revision
 */
record Headers(List<SqlRevisionScript> scripts, List<ScriptProblem> problems, boolean complete) {

  static Headers read(ScriptOptions options, ClassLoader classLoader) {
    ScriptFinder finder = new ScriptFinder(options, classLoader);
    finder.find();
    List<ScriptProblem> problems = new ArrayList<>(finder.problems());
    List<SqlRevisionScript> scripts = new ArrayList<>(finder.found().size());
    for (HeaderLoader.Loaded loaded : HeaderLoader.load(finder.found(), options.fileNames())) {
      problems.addAll(loaded.problems());
      Header header = loaded.header();
      if (header != null) {
        scripts.add(new SqlRevisionScript(header, loaded.source()));
      }
    }
    boolean complete = finder.problems().isEmpty() && scripts.size() == finder.found().size();
    return new Headers(scripts, problems, complete);
  }

  List<Revision> revisions() {
    return scripts.stream().map(SqlRevisionScript::revision).toList();
  }

  /** Returns what keeps the revisions from being a graph. */
  List<ScriptProblem> graphProblems() {
    return RevisionGraph.problems(revisions()).stream()
        .filter(this::isCertain)
        .map(problem -> ScriptProblem.of(ScriptProblem.Severity.ERROR, problem))
        .toList();
  }

  /**
   * A parent that seems to be missing may stand in a file that could not be read, which is reported
   * anyway.
   */
  private boolean isCertain(GraphProblem problem) {
    return complete
        || (problem.code() != ErrorCode.MISSING_PARENT
            && problem.code() != ErrorCode.MISSING_DEPENDENCY);
  }
}
