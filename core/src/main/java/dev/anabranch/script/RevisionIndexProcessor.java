package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.migration.RevisionInfo;
import dev.anabranch.revision.GraphProblem;
import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionGraph;
import dev.anabranch.script.internal.IndexEntry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Writes the index by which revisions that a build compiles are found on the class path: {@code
 * META-INF/anabranch/revisions.index} beside the classes.
 *
 * <p>Compilers up to Java 22 find it by themselves when Anabranch is on the class path of a
 * compilation that names no processors. Since Java 23 they want to be told, by {@code -proc:full}
 * or by Anabranch on the processor path; {@code -processor} takes the name of this class.
 *
 * <p>A revision that could not be used is an error of the compilation, at its class. What is
 * compiled piece by piece keeps its index: revisions that are not compiled this time stay in it as
 * long as their classes are there. For the compiler, one thread.
 *
 * @since 0.1
 */
// Of every compilation, not only of those with revisions: the last one may have been deleted.
@SupportedAnnotationTypes("*")
public final class RevisionIndexProcessor extends AbstractProcessor {

  private final Map<String, IndexEntry> compiled = new TreeMap<>();
  private final Map<String, Element> elements = new LinkedHashMap<>();

  /** Creates a processor; the compiler does. */
  public RevisionIndexProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    RevisionElement reader = new RevisionElement(processingEnv);
    for (Element element : round.getElementsAnnotatedWith(RevisionInfo.class)) {
      if (element instanceof TypeElement type) {
        IndexEntry entry = reader.read(type);
        elements.put(entry.className(), type);
        compiled.put(entry.className(), entry);
      }
    }
    if (round.processingOver()) {
      finish(round.errorRaised());
    }
    // Others may look at the annotations, too.
    return false;
  }

  private void finish(boolean failed) {
    IndexResource index = new IndexResource(processingEnv);
    Map<String, IndexEntry> all = new TreeMap<>(index.stillThere());
    boolean changed = all.size() != index.size() || !compiled.isEmpty();
    all.putAll(compiled);
    boolean good = !failed && check(all);
    if (!good || !changed) {
      return;
    }
    try {
      index.write(all.values(), elements.values());
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(
              Diagnostic.Kind.ERROR,
              "Cannot write the index of revisions: " + e.getMessage() + ".");
    }
  }

  /** Reports what keeps the revisions from standing in one graph; parents may be elsewhere. */
  private boolean check(Map<String, IndexEntry> all) {
    List<Revision> revisions = all.values().stream().map(RevisionIndexProcessor::revision).toList();
    boolean good = true;
    for (GraphProblem problem : RevisionGraph.problems(revisions)) {
      if (problem.code() == ErrorCode.MISSING_PARENT
          || problem.code() == ErrorCode.MISSING_DEPENDENCY) {
        continue;
      }
      good = false;
      List<Element> places =
          problem.locations().stream()
              .map(SourceLocation::path)
              .filter(elements::containsKey)
              .<Element>map(elements::get)
              .toList();
      report(problem.message(), places);
    }
    return good;
  }

  private void report(String message, List<Element> places) {
    if (places.isEmpty()) {
      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message);
    }
    for (Element place : places) {
      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, place);
    }
  }

  private static Revision revision(IndexEntry entry) {
    return new Revision(
        entry.id(),
        entry.links().revises(),
        entry.links().dependsOn(),
        entry.links().labels(),
        entry.words().message(),
        Optional.of(new SourceLocation(entry.className(), 0)));
  }
}
