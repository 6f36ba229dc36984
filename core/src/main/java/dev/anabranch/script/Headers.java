package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.GraphProblem;
import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every header of a project as far as it can be read.
 *
 * @param scripts the revisions with a header that can be used, in the order of locations and names
 * @param java the Java sources, those of revisions and those that help them
 * @param problems what is wrong with locations and headers
 * @param complete whether every file there gave a revision, or is none
 */
record Headers(
    List<RevisionScript> scripts,
    JavaProject java,
    List<ScriptProblem> problems,
    boolean complete) {

  static Headers read(ScriptOptions options, ClassLoader classLoader) {
    ScriptFinder finder = new ScriptFinder(options, classLoader);
    finder.find();
    List<HeaderLoader.Loaded> loaded = HeaderLoader.load(finder.found(), options.fileNames());
    JavaProject java =
        new JavaProject(
            loaded.stream().filter(Headers::isJavaSource).toList(), options.java(), classLoader);
    List<ScriptProblem> problems = new ArrayList<>(finder.problems());
    List<RevisionScript> scripts = new ArrayList<>(loaded.size());
    boolean complete = problems.isEmpty();
    for (HeaderLoader.Loaded one : loaded) {
      problems.addAll(one.problems());
      script(one, java).ifPresent(scripts::add);
      complete &= one.beginning().header() != null || one.beginning().isHelper();
    }
    problems.addAll(java.duplicateClasses());
    return new Headers(scripts, java, problems, complete);
  }

  private static boolean isJavaSource(HeaderLoader.Loaded loaded) {
    return loaded.source().isJava() && !(loaded.source() instanceof IndexedSource);
  }

  private static Optional<RevisionScript> script(HeaderLoader.Loaded loaded, JavaProject java) {
    Header header = loaded.beginning().header();
    if (header == null) {
      return Optional.empty();
    }
    if (loaded.source() instanceof IndexedSource indexed) {
      String className = indexed.entry().className();
      return Optional.of(new JavaRevisionScript(header, className, new BuiltCode(indexed, header)));
    }
    if (loaded.source().isJava()) {
      List<DeclaredClass> classes = loaded.beginning().classes();
      String className = classes.get(classes.size() - 1).name();
      return Optional.of(
          new JavaRevisionScript(
              header, className, new SourceCode(java, loaded.source(), header, className)));
    }
    return Optional.of(new SqlRevisionScript(header, loaded.source()));
  }

  List<Revision> revisions() {
    return scripts.stream().map(RevisionScript::revision).toList();
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
