package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.migration.Migration;
import dev.anabranch.migration.RevisionInfo;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The class of a revision: whether it can be used, and instances of it. */
final class MigrationClass {

  private static final String HINT =
      "A revision is a public class with a public constructor without parameters that implements"
          + " Migration or ReversibleMigration.";

  private final String name;
  private final Header header;

  MigrationClass(String name, Header header) {
    this.name = name;
    this.header = header;
  }

  /**
   * Returns a new instance.
   *
   * @throws InvalidScriptsException if the class cannot be used
   */
  Migration create(ClassLoader loader) {
    Problems problems = new Problems(location().path());
    Constructor<? extends Migration> constructor = constructor(loader, problems);
    if (constructor == null) {
      throw new InvalidScriptsException(problems.found());
    }
    try {
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw failed(e.getCause() == null ? e : e.getCause());
    } catch (ReflectiveOperationException | LinkageError e) {
      throw failed(e);
    }
  }

  /** Reports what keeps the class from being used. */
  void check(ClassLoader loader, Problems problems) {
    constructor(loader, problems);
  }

  private @Nullable Constructor<? extends Migration> constructor(
      ClassLoader loader, Problems problems) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      String flaw = flaw(type);
      if (!flaw.isEmpty()) {
        unusable(problems, "The class \"" + name + "\" " + flaw + ".", HINT);
        return null;
      }
      compare(type.getAnnotation(RevisionInfo.class), problems);
      Constructor<? extends Migration> constructor =
          type.asSubclass(Migration.class).getConstructor();
      return problems.isEmpty() ? constructor : null;
    } catch (ClassNotFoundException e) {
      unusable(
          problems,
          "There is no class \"" + name + "\", although the index lists it.",
          "Build the classes again.");
    } catch (NoSuchMethodException e) {
      unusable(
          problems,
          "The class \"" + name + "\" has no public constructor without parameters.",
          HINT);
    } catch (LinkageError e) {
      unusable(
          problems,
          "The class \"" + name + "\" cannot be loaded: " + reason(e) + ".",
          "What it uses has to stand on the class path as well.");
    }
    return null;
  }

  private static String flaw(Class<?> type) {
    int modifiers = type.getModifiers();
    if (!Migration.class.isAssignableFrom(type)) {
      return "is no Migration";
    }
    if (type.isInterface()) {
      return "is an interface";
    }
    if (Modifier.isAbstract(modifiers)) {
      return "is abstract";
    }
    if (type.getEnclosingClass() != null && !Modifier.isStatic(modifiers)) {
      return "stands inside another one and is not static";
    }
    return isPublic(type) ? "" : "is not public";
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> enclosing = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (enclosing == null || isPublic(enclosing));
  }

  /**
   * The header was read without the compiler, or by an earlier build. What it said decided which
   * revision runs when, so the class has to say the same.
   */
  private void compare(@Nullable RevisionInfo info, Problems problems) {
    if (info == null) {
      misread(problems, "The class \"" + name + "\" has no @RevisionInfo");
      return;
    }
    differ(problems, "id", header.revision().id(), info.id());
    differ(problems, "revises", header.revision().downRevisions(), List.of(info.revises()));
    differ(problems, "labels", header.revision().labels(), List.of(info.labels()));
    differ(problems, "dependsOn", header.revision().dependsOn(), List.of(info.dependsOn()));
    differ(problems, "loses", header.losses(), List.of(info.loses()));
    String reason = info.irreversible().isBlank() ? "" : info.irreversible();
    differ(problems, "irreversible", header.irreversibleReason().orElse(""), reason);
  }

  private void differ(Problems problems, String what, Object read, Object compiled) {
    if (!read.equals(compiled)) {
      misread(
          problems,
          "The class \""
              + name
              + "\" has "
              + what
              + " "
              + compiled
              + ", where "
              + read
              + " was read");
    }
  }

  private void misread(Problems problems, String message) {
    problems.error(
        ErrorCode.HEADER_MISREAD,
        location().line(),
        message + ".",
        "Run the command again if the file has just been changed; build the classes again if they"
            + " stand on the class path.");
  }

  private InvalidScriptsException failed(Throwable e) {
    Problems problems = new Problems(location().path());
    unusable(
        problems,
        "The class \"" + name + "\" cannot be created: " + reason(e) + ".",
        "A constructor of a revision does nothing; the work is done in upgrade and downgrade.");
    return new InvalidScriptsException(problems.found(), e);
  }

  private void unusable(Problems problems, String message, String hint) {
    problems.error(ErrorCode.UNUSABLE_CLASS, location().line(), message, hint);
  }

  private SourceLocation location() {
    return header.revision().source().orElseThrow();
  }

  private static String reason(Throwable e) {
    return e.getClass().getSimpleName()
        + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
  }
}
