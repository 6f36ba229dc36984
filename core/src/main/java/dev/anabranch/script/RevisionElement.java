package dev.anabranch.script;

import dev.anabranch.migration.Migration;
import dev.anabranch.migration.RevisionInfo;
import dev.anabranch.script.internal.IndexEntry;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Reads a revision that is being compiled, and reports to the compiler what would keep it from
 * being used. For one compilation.
 */
final class RevisionElement {

  private final ProcessingEnvironment environment;

  RevisionElement(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  IndexEntry read(TypeElement type) {
    RevisionInfo info = type.getAnnotation(RevisionInfo.class);
    checkClass(type);
    checkTexts(type, info);
    @Nullable String comment = environment.getElementUtils().getDocComment(type);
    return new IndexEntry(
        environment.getElementUtils().getBinaryName(type).toString(),
        info.id(),
        new IndexEntry.Links(
            List.of(info.revises()), List.of(info.labels()), List.of(info.dependsOn())),
        new IndexEntry.Words(
            info.message().strip(),
            comment == null ? "" : JavadocText.of(comment),
            info.created(),
            info.irreversible()),
        List.of(info.loses()),
        ElementSource.of(type, annotation(type), environment));
  }

  private void checkClass(TypeElement type) {
    if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
      error(type, "is no class");
      return;
    }
    if (!isMigration(type)) {
      error(type, "implements neither Migration nor ReversibleMigration");
    }
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      error(type, "is abstract");
    }
    boolean inside = type.getEnclosingElement() instanceof TypeElement;
    if (inside && !type.getModifiers().contains(Modifier.STATIC)) {
      error(type, "stands inside another class and is not static");
    }
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (!at.getModifiers().contains(Modifier.PUBLIC)) {
        error(type, at.equals(type) ? "is not public" : "stands inside a class that is not public");
        break;
      }
    }
    boolean creatable =
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .anyMatch(RevisionElement::isPublicWithoutParameters);
    // A class that is not public has a constructor that is not, either, unless it writes one.
    if (!creatable && type.getModifiers().contains(Modifier.PUBLIC)) {
      error(type, "has no public constructor without parameters");
    }
  }

  private boolean isMigration(TypeElement type) {
    TypeElement migration =
        environment.getElementUtils().getTypeElement(Migration.class.getCanonicalName());
    return migration != null
        && environment.getTypeUtils().isAssignable(type.asType(), migration.asType());
  }

  private static boolean isPublicWithoutParameters(ExecutableElement constructor) {
    return constructor.getModifiers().contains(Modifier.PUBLIC)
        && constructor.getParameters().isEmpty();
  }

  private void checkTexts(TypeElement type, RevisionInfo info) {
    if (info.id().isEmpty()) {
      error(type, "has no id");
    }
    checkList(type, "revises", info.revises());
    checkList(type, "labels", info.labels());
    checkList(type, "dependsOn", info.dependsOn());
    for (String name : info.loses()) {
      if (!ObjectNames.isTableOrColumn(name)) {
        error(type, "has \"" + name + "\" in loses, which is no name of a table or column");
      }
    }
    for (String text : List.of(info.id(), info.message(), info.created(), info.irreversible())) {
      if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
        error(type, "has a control character, such as a line break, in its @RevisionInfo");
      }
    }
    if (!info.created().isEmpty() && Values.instant(info.created()).isEmpty()) {
      error(
          type,
          "was created \""
              + info.created()
              + "\", which is no point in time such as 2026-11-22T16:40:00Z");
    }
  }

  private void checkList(TypeElement type, String name, String[] texts) {
    for (String text : texts) {
      if (text.isBlank() || text.indexOf(',') >= 0) {
        error(type, "has \"" + text + "\" in " + name + ", which is no name");
      }
    }
  }

  private void error(TypeElement type, String flaw) {
    environment
        .getMessager()
        .printMessage(
            Diagnostic.Kind.ERROR,
            "Cannot use " + type.getQualifiedName() + " as a revision: it " + flaw + ".",
            type,
            annotation(type));
  }

  private static @Nullable AnnotationMirror annotation(TypeElement type) {
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().toString().equals(RevisionInfo.class.getName())) {
        return mirror;
      }
    }
    return null;
  }
}
