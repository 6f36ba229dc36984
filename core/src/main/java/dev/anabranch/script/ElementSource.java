package dev.anabranch.script;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.anabranch.script.internal.IndexEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Finds the source of a class that is being compiled. Only the JDK's own compiler tells it; with
 * others, and with build tools that stand between, the source is not known.
 */
final class ElementSource {

  private ElementSource() {}

  static IndexEntry.Origin of(
      TypeElement type, @Nullable AnnotationMirror annotation, ProcessingEnvironment environment) {
    Optional<Trees> trees = trees(environment);
    TreePath path = trees.map(known -> known.getPath(type, annotation)).orElse(null);
    if (trees.isEmpty() || path == null) {
      return new IndexEntry.Origin(outermost(type).getSimpleName() + ".java", 0, "");
    }
    CompilationUnitTree unit = path.getCompilationUnit();
    Tree declaration = path.getLeaf();
    long position = trees.get().getSourcePositions().getStartPosition(unit, declaration);
    JavaFileObject file = unit.getSourceFile();
    String name = file.getName().replace('\\', '/');
    return new IndexEntry.Origin(
        name.substring(name.lastIndexOf('/') + 1),
        (int) unit.getLineMap().getLineNumber(position),
        checksum(file));
  }

  private static Optional<Trees> trees(ProcessingEnvironment environment) {
    try {
      return Optional.of(Trees.instance(environment));
    } catch (IllegalArgumentException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static String checksum(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return Checksum.of(in);
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  private static Element outermost(TypeElement type) {
    Element outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement enclosing) {
      outermost = enclosing;
    }
    return outermost;
  }
}
